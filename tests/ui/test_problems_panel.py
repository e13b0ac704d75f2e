"""Every problem is listed with its place, can be copied whole, and leads to its line."""

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from viewer.loading.problems import Problem, Severity
from viewer.render.theme import load_theme
from viewer.ui.lists.problems_panel import ProblemsPanel
from viewer.ui.lists.two_line_rows import ROW_ROLE

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

PROBLEMS = (
    Problem("events/a.yaml", 12, 5, 'there is no person "leon-trotski"', 'did you mean "leon-trotsky"?'),
    Problem("sources.yaml", 3, 1, "the file has changed", severity=Severity.WARNING),
)


@pytest.fixture
def panel(qtbot: QtBot) -> ProblemsPanel:
    panel = ProblemsPanel()
    qtbot.addWidget(panel)
    panel.set_theme(load_theme("light"))
    panel.resize(400, 400)
    panel.show()
    return panel


def test_each_problem_stands_with_file_line_and_column(panel: ProblemsPanel) -> None:
    panel.show_problems(PROBLEMS)

    lines = [panel.view.model().index(row, 0).data(ROW_ROLE) for row in (0, 1)]

    assert [line.upper for line in lines] == ["events/a.yaml:12:5", "sources.yaml:3:1  ·  warning"]
    assert lines[0].lower == 'there is no person "leon-trotski"'
    assert panel.whole.toPlainText() == str(PROBLEMS[0])


def test_a_double_click_and_enter_ask_for_the_line(panel: ProblemsPanel, qtbot: QtBot) -> None:
    panel.show_problems(PROBLEMS)
    place = panel.view.visualRect(panel.view.model().index(1, 0)).center()

    with qtbot.waitSignal(panel.open_requested) as clicked:
        qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        qtbot.mouseDClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.keyClick(panel.view, Qt.Key.Key_Up)
    with qtbot.waitSignal(panel.open_requested) as entered:
        qtbot.keyClick(panel.view, Qt.Key.Key_Return)

    assert clicked.args == ["sources.yaml", 3]
    assert entered.args == ["events/a.yaml", 12]


def test_problems_are_copied_as_they_would_be_printed(panel: ProblemsPanel, qtbot: QtBot) -> None:
    panel.show_problems(PROBLEMS)
    panel.view.selectionModel().select(
        panel.view.model().index(1, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect
    )

    qtbot.keyClick(panel.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == f"{PROBLEMS[1]}\n"
    panel.copy_button.click()
    assert QGuiApplication.clipboard().text() == f"{PROBLEMS[0]}\n{PROBLEMS[1]}\n"


def test_without_problems_it_says_so(panel: ProblemsPanel) -> None:
    panel.show_problems(PROBLEMS)
    panel.show_problems(())

    assert panel._nothing.isVisible()
    assert not panel.view.isVisible()


def test_a_hostile_problem_is_one_short_literal_row(panel: ProblemsPanel) -> None:
    panel.show_problems([Problem('<img src="/dev/zero">.yaml', 1, 1, "<b>" + "x" * 1_000_000)])

    index = panel.view.model().index(0, 0)

    assert index.data(ROW_ROLE).upper == '<img src="/dev/zero">.yaml:1:1'
    assert len(index.data(ROW_ROLE).lower) <= 300
    assert "<img" not in index.data(Qt.ItemDataRole.ToolTipRole)
    assert len(panel.whole.toPlainText()) < 6_000
