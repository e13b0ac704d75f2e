"""The words of the axis are chosen in the View menu, and remembered."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.journeys.conftest import Visitor
from viewer.app import crash
from viewer.app.window import RunningWindow


def _choose(window: object, name: str) -> None:
    view = next(action.menu() for action in window.menuBar().actions() if action.text() == "View")
    words = next(action.menu() for action in view.actions() if action.text() == "Words of the axis")
    next(action for action in words.actions() if action.text() == name).trigger()


def _said(visitor: Visitor, row: str) -> list[str]:
    return [label.text for label in visitor.scene().tick_labels if label.row == row]


@pytest.mark.parametrize(
    ("name", "month", "old_style"),
    [("Čeština", "leden 1917", "Starý styl"), ("ไทย", "ค.ศ. 1917", "ปฏิทินแบบเก่า")],
)
def test_the_axis_reads_in_the_chosen_language(
    visitor: Visitor, name: str, month: str, old_style: str
) -> None:
    visitor.session.select("lenin-dies")
    visitor.window.navigation.open_event("lenin-dies")
    selected = visitor.session.selected

    _choose(visitor.window, name)
    visitor.session.set_viewport(visitor.session.viewport.centered(-19_350.0))

    assert any(month in text for text in _said(visitor, "upper"))
    assert old_style in _said(visitor, "old-style")
    assert visitor.session.selected == selected

    _choose(visitor.window, "English")
    assert "Old Style" in _said(visitor, "old-style")


def test_the_language_is_there_at_the_next_start(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    for before, chosen in (("en", "Čeština"), ("cs", "Čeština")):
        running = RunningWindow(qapp, tmp_path / "state.json")
        qtbot.addWidget(running.window)
        assert running.session.axis_language == before
        _choose(running.window, chosen)
        running.window.close()
    crash.listen(None)
    qapp.setStyleSheet("")
