"""The search field is the user's: nothing that comes late takes a letter from it."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from tests.journeys.conftest import Visitor
from viewer.model.filters import Filter
from viewer.session.picking import Picker, Picking
from viewer.ui.filter_bar import FilterBar


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


def bar_of(visitor: Visitor) -> FilterBar:
    return visitor.window.panes.filter_bar


def type_on(visitor: Visitor, text: str) -> None:
    field = bar_of(visitor).field
    field.setFocus()
    visitor.bot.waitUntil(field.hasFocus)
    visitor.bot.keyClicks(field, text)


def test_letters_typed_while_a_search_is_under_way_stay(visitor: Visitor, slow: threading.Event) -> None:
    type_on(visitor, "kron")
    visitor.bot.waitUntil(lambda: visitor.session.filter.text == "kron")
    with visitor.bot.waitSignal(visitor.session.events_changed):
        visitor.bot.keyClicks(bar_of(visitor).field, "st")
        slow.set()

    assert bar_of(visitor).field.text() == "kronst"
    visitor.bot.waitUntil(lambda: visitor.session.filter.text == "kronst")


def test_contested_only_right_after_typing_keeps_what_was_typed(visitor: Visitor) -> None:
    type_on(visitor, "trotsky")
    visitor.bot.mouseClick(bar_of(visitor).contested, Qt.MouseButton.LeftButton)

    assert visitor.session.filter == Filter(contested=True, text="trotsky")
    assert bar_of(visitor).field.text() == "trotsky"


def test_letters_typed_while_contested_only_is_under_way_keep_it(
    visitor: Visitor, slow: threading.Event
) -> None:
    visitor.type("c")
    type_on(visitor, "trotsky")
    visitor.bot.waitUntil(lambda: visitor.session.filter == Filter(contested=True, text="trotsky"))
    slow.set()


def test_a_filter_chosen_while_another_is_under_way_is_kept_by_a_search(
    visitor: Visitor, slow: threading.Event
) -> None:
    visitor.session.set_filter(Filter(contested=True))
    visitor.window.panes.detail.filter_requested.emit("person", "leon-trotsky")
    assert [chip.text() for chip in bar_of(visitor).chips()]
    type_on(visitor, "exile")
    wanted = Filter((("person", "leon-trotsky"),), contested=True, text="exile")
    visitor.bot.waitUntil(lambda: visitor.session.filter == wanted)
    slow.set()


def test_showing_all_events_empties_the_field(visitor: Visitor) -> None:
    type_on(visitor, "trotsky")
    visitor.window.actions_by_id["clear_filter"].trigger()
    assert bar_of(visitor).field.text() == ""
    visitor.window.panes.timeline.setFocus()
    visitor.bot.waitUntil(lambda: not bar_of(visitor).field.hasFocus())

    assert bar_of(visitor).field.text() == ""
    assert visitor.session.filter == Filter()


def test_a_filter_taken_away_right_after_typing_leaves_the_search(visitor: Visitor) -> None:
    visitor.session.set_filter(Filter((("person", "leon-trotsky"),)))
    type_on(visitor, "exile")
    visitor.bot.mouseClick(bar_of(visitor).chips()[0], Qt.MouseButton.LeftButton)

    assert visitor.session.filter == Filter(text="exile")
    assert bar_of(visitor).chips() == []


def test_each_view_keeps_its_own_search(visitor: Visitor) -> None:
    visitor.window.actions_by_id["split_timeline"].trigger()
    upper, lower = (view.session for view in visitor.window.views)
    type_on(visitor, "exile")
    visitor.window.actions_by_id["other_view"].trigger()

    assert (upper.filter.text, lower.filter.text) == ("", "exile")
    assert bar_of(visitor).field.text() == ""
    visitor.window.actions_by_id["other_view"].trigger()
    assert bar_of(visitor).field.text() == "exile"
