"""What takes a worker a while is said in the status line, and Esc goes back to what is shown."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from tests.journeys.conftest import Visitor
from viewer.model.filters import Filter
from viewer.session.picking import Picker, Picking


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """A worker picks, and tells nothing before the event is set."""
    told = threading.Event()
    monkeypatch.setattr("viewer.session.picking.LARGE", 0)

    def pick(picking: Picking) -> None:
        picking.result = Picker.pick(picking._picker, picking.choice)
        assert told.wait(20)

    monkeypatch.setattr(Picking, "run", pick)
    yield told
    told.set()


def said(visitor: Visitor) -> str:
    under_way = visitor.window.panes.under_way
    return under_way.text() if under_way.isVisible() else ""


def lanes_button(visitor: Visitor) -> str:
    return visitor.window.panes.filter_bar.lanes.text()


def test_arranging_is_said_until_it_is_shown(visitor: Visitor, slow: threading.Event) -> None:
    visitor.press(Qt.Key.Key_2)
    assert said(visitor) == ""
    visitor.bot.waitUntil(lambda: said(visitor) == "Arranging by person…")
    visitor.press(Qt.Key.Key_3)
    assert said(visitor) == "Arranging by place…"
    assert lanes_button(visitor) == "Lanes: theme"

    slow.set()

    visitor.bot.waitUntil(lambda: said(visitor) == "")
    assert lanes_button(visitor) == "Lanes: place"


def test_escape_goes_back_to_the_lanes_that_are_shown(visitor: Visitor, slow: threading.Event) -> None:
    before = visitor.session.columns
    visitor.press(Qt.Key.Key_2)
    visitor.bot.waitUntil(lambda: said(visitor) != "")

    visitor.press(Qt.Key.Key_Escape)

    assert said(visitor) == ""
    assert visitor.session.arrangement.keys == ("lane",)
    assert visitor.window.actions_by_id["by_theme"].isChecked()
    assert not visitor.window.actions_by_id["undo_lanes"].isEnabled()
    slow.set()
    visitor.bot.waitUntil(lambda: visitor.session._picks._picking is None)
    assert visitor.session.columns is before
    visitor.press(Qt.Key.Key_2)
    visitor.bot.waitUntil(lambda: lanes_button(visitor) == "Lanes: person")


def test_escape_goes_back_to_the_filter_that_is_shown_and_leaves_what_was_typed(
    visitor: Visitor, slow: threading.Event
) -> None:
    field = visitor.window.panes.filter_bar.field
    field.setFocus()
    visitor.bot.keyClicks(field, "kron")
    visitor.bot.waitUntil(lambda: said(visitor) == "Searching…")
    visitor.window.panes.timeline.setFocus()

    visitor.press(Qt.Key.Key_Escape)

    assert visitor.session.filter == Filter()
    assert field.text() == "kron"
    slow.set()
    everything = len(visitor.session.events)
    field.setFocus()
    visitor.bot.keyClick(field, Qt.Key.Key_Return)
    visitor.bot.waitUntil(lambda: len(visitor.session.events) < everything)
    assert visitor.session.filter == Filter(text="kron")
    assert said(visitor) == ""


def test_escape_unpresses_contested_only_and_folded_time(visitor: Visitor, slow: threading.Event) -> None:
    visitor.press(Qt.Key.Key_C)
    visitor.press(Qt.Key.Key_B)
    visitor.bot.waitUntil(lambda: said(visitor) == "Filtering…")

    visitor.press(Qt.Key.Key_Escape)

    assert not visitor.window.panes.filter_bar.contested.isChecked()
    assert not visitor.window.actions_by_id["contested"].isChecked()
    assert not visitor.window.actions_by_id["fold_time"].isChecked()
    assert not visitor.session.folded_time.now.on
