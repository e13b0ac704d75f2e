"""What a collection says is never markup, wherever the window shows it."""

import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QAction, QHelpEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QProgressDialog, QToolTip, QWidget

from tests.journeys.conftest import Visitor
from tests.loading.sandbox import EVENT, HEADER, PEOPLE, PLACES, Sandbox
from viewer.session.opening import Opening

MARKUP = "<b>B</b><img src='file:///nowhere.png'><a href='file:///nowhere'>x</a>"
_TAGS = ("<b>", "<img", "<a ", "<table")
_FRAME = r"<qt>(?:<table width=.360.><tr><td>|<p style=.white-space:nowrap.>)?(.*?)(?:</td></tr></table>|</p>)?</qt>"


def _shouted(text: str) -> str:
    """Return YAML whose titles and names all begin with markup."""
    for words in ("Leaves Odessa", "A small collection", "Exile", "The Empire", "Leon Trotsky", "Odessa}"):
        text = text.replace(f"en: {words}", f'en: "{MARKUP}" ' if words[-1] == "}" else f'en: "{MARKUP}"')
    return text.replace('" }', '"}').replace('" ,', '"},')


@pytest.fixture
def marked(visitor: Visitor, tmp_path: Path) -> Iterator[Visitor]:
    """A window over a collection whose every title and name is markup, its event selected."""
    sandbox = Sandbox(tmp_path / "collection")
    for name, text in (
        ("collection.yaml", HEADER),
        ("people.yaml", PEOPLE),
        ("events/all.yaml", EVENT),
    ):
        sandbox.write(name, _shouted(text))
    sandbox.write("places.yaml", PLACES.replace("Odessa}", f'"{MARKUP}"}}'))
    open_collection(visitor, sandbox.folder)
    yield visitor
    QToolTip.hideText()


def open_collection(visitor: Visitor, folder: Path) -> None:
    with visitor.bot.waitSignal(visitor.window.opener.opened, timeout=20_000):
        visitor.window.open(folder)


def _is_markup(text: str) -> bool:
    frame = re.fullmatch(_FRAME, text, re.DOTALL)
    shown = frame is not None and not any(tag in frame[1] for tag in _TAGS)
    return Qt.mightBeRichText(text) and not shown


def test_a_tooltip_shows_tags_as_they_are_written(marked: Visitor) -> None:
    label = marked.label("leaves-odessa")
    view = marked.window.panes.timeline
    at = QPoint(round(label.box.x + 5), round(label.box.y + label.box.height / 2))

    QApplication.sendEvent(view, QHelpEvent(QEvent.Type.ToolTip, at, view.mapToGlobal(at)))

    assert "&lt;img" in QToolTip.text()
    assert not _is_markup(QToolTip.text())


def test_no_widget_takes_a_name_or_a_title_for_markup(marked: Visitor) -> None:
    window = marked.window
    window.choosing.select("leaves-odessa")
    for page in (window.panes.reader, window.panes.event_list, window.panes.problems, window.panes.detail):
        window.reading.show(page)
    window.panes.detail.filter_requested.emit("person", "leon-trotsky")
    window.panes.detail.filter_requested.emit("place", "odessa")
    window.session.chosen_lanes.group_by("person")
    window.reading.show(window.panes.lanes)
    columns = window.session.columns
    assert columns is not None
    rows = np.array([columns.rows["leaves-odessa"]])
    window.panes.timeline.fold_opened.emit(rows, QPoint(10, 10))

    widgets = [window.folds, *window.findChildren(QWidget), *window.folds.findChildren(QWidget)]
    labels = [widget for widget in widgets if isinstance(widget, QLabel)]
    tips = [widget.toolTip() for widget in widgets]
    tips += [action.toolTip() for action in window.findChildren(QAction)]

    assert any(MARKUP in label.text() for label in labels)
    assert not [
        label.text()
        for label in labels
        if label.textFormat() != Qt.TextFormat.PlainText and _is_markup(label.text())
    ]
    assert not [tip for tip in tips if _is_markup(tip)]
    window.folds.close()


def test_the_selected_event_is_said_in_few_words(visitor: Visitor, tmp_path: Path) -> None:
    sandbox = Sandbox(tmp_path / "collection")
    sandbox.replace("events/all.yaml", "Leaves Odessa", "word " * 100_000)
    open_collection(visitor, sandbox.folder)

    visitor.window.choosing.select("leaves-odessa")

    assert len(visitor.window.panes.timeline.accessibleDescription()) < 400


def test_progress_outlives_a_dialog_that_is_closed_meanwhile(
    visitor: Visitor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opener = visitor.window.opener
    opener._opening = Opening(tmp_path, opener)
    opener._be_patient(opener._opening)
    # As Qt's own does: a modal dialog lets events in, such as the end of the loading.
    monkeypatch.setattr(QProgressDialog, "setValue", lambda _dialog, _value: opener.stop())

    opener._show_progress(opener._opening, 1, 3, "reading")

    assert opener._dialog is None
