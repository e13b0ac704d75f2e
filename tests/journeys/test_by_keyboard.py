"""What a user does with the keyboard alone."""

import pytest
from PySide6.QtCore import Qt

from tests.journeys.conftest import Visitor
from viewer.ui.actions import COMMANDS


@pytest.mark.parametrize(("into", "out"), [("+", "-"), ("w", "s")])
def test_zooming_in_and_out_again_returns_to_the_same_span(visitor: Visitor, into: str, out: str) -> None:
    span = visitor.session.viewport.span

    visitor.type(into)
    assert visitor.session.viewport.span < span
    visitor.type(out)

    assert visitor.session.viewport.span == pytest.approx(span)


def test_arrows_move_earlier_and_later(visitor: Visitor) -> None:
    start = visitor.session.viewport.start
    visitor.press(Qt.Key.Key_Left)
    assert visitor.session.viewport.start < start
    visitor.press(Qt.Key.Key_Right)
    assert visitor.session.viewport.start == pytest.approx(start)
    visitor.type("d")
    assert visitor.session.viewport.start > start


def test_full_stop_walks_a_lane_in_order_and_every_stop_is_seen(visitor: Visitor) -> None:
    visitor.type(".")
    first = visitor.session.event_of(visitor.session.selected)
    assert first is not None
    for _ in range(12):
        visitor.type(".")
        event = visitor.session.event_of(visitor.session.selected)
        assert event is not None
        assert event.lane == first.lane
        assert visitor.session.columns is not None
        assert visitor.session.columns.rows[event.id] in visitor.scene().shown


def test_next_event_walks_all_events_in_order_of_time(visitor: Visitor) -> None:
    columns = visitor.session.columns
    assert columns is not None
    visitor.session.select(columns.ids[0])
    walked = [columns.ids[0]]
    for _ in range(20):
        visitor.type("n")
        assert visitor.session.selected is not None
        walked.append(visitor.session.selected)
    assert walked == list(columns.ids[:21])


def test_f_centres_the_event_and_f_again_fits_it(visitor: Visitor) -> None:
    visitor.session.select("october-revolution")
    span = visitor.session.viewport.span
    visitor.type("f")
    assert visitor.session.viewport.span == span
    visitor.type("f")
    assert visitor.session.viewport.span < span


def test_home_and_end_reach_the_first_and_the_last_event(visitor: Visitor) -> None:
    for _ in range(6):
        visitor.type("+")
    columns = visitor.session.columns
    assert columns is not None
    visitor.press(Qt.Key.Key_Home)
    assert visitor.session.viewport.start <= columns.start[0] <= visitor.session.viewport.end
    assert visitor.session.viewport.span < visitor.session.whole().span
    visitor.press(Qt.Key.Key_End)
    assert visitor.session.viewport.start <= columns.end.max() - 1 <= visitor.session.viewport.end


def test_back_and_forward_retrace_the_views(visitor: Visitor) -> None:
    views = [visitor.session.viewport]
    for key in "++d":
        visitor.type(key)
        views.append(visitor.session.viewport)
    for view in reversed(views[:-1]):
        visitor.window.actions_by_id["back"].trigger()
        assert visitor.session.viewport == view
    for view in views[1:]:
        visitor.window.actions_by_id["forward"].trigger()
        assert visitor.session.viewport == view


def test_slash_searches_and_return_leaves_for_the_timeline(visitor: Visitor) -> None:
    visitor.type("/")
    field = visitor.window.panes.filter_bar.field
    visitor.bot.waitUntil(field.hasFocus)
    visitor.bot.keyClicks(field, "kronstadt")
    visitor.bot.keyClick(field, Qt.Key.Key_Return)

    assert 0 < len(visitor.session.events) < 30
    assert visitor.window.panes.timeline.hasFocus()

    visitor.type("/")
    visitor.bot.keyClick(field, Qt.Key.Key_Escape)
    assert visitor.session.collection is not None
    assert len(visitor.session.events) == len(visitor.session.collection.events)


def test_the_overview_spans_the_collection_while_a_search_is_on(visitor: Visitor) -> None:
    strip = visitor.window.panes.overview
    before = strip._placed()
    visitor.bot.keyClicks(visitor.window.panes.filter_bar.field, "kronstadt")
    visitor.bot.waitUntil(lambda: 0 < len(visitor.session.events) < 30)
    after = strip._placed()
    assert before is not None
    assert after is not None
    assert (after.labels, after.window) == (before.labels, before.window)
    assert sum(one.count for one in after.densities) < sum(one.count for one in before.densities)


def test_c_shows_the_contested_only_and_c_again_everything(visitor: Visitor) -> None:
    everything = len(visitor.session.events)
    visitor.type("c")
    assert all(event.contested for event in visitor.session.events)
    visitor.type("c")
    assert len(visitor.session.events) == everything


def test_no_key_means_two_things() -> None:
    keys = [key for command in COMMANDS for key in command.keys]
    assert len(keys) == len(set(keys))


def test_every_command_is_carried_out_by_something(visitor: Visitor) -> None:
    assert set(visitor.window.actions_by_id) == {command.id for command in COMMANDS}


def test_escape_lets_go_of_the_range_first_and_then_of_the_event(visitor: Visitor) -> None:
    visitor.session.select("october-revolution")
    visitor.session.set_range((0, 100))
    visitor.press(Qt.Key.Key_Escape)
    assert visitor.session.range is None
    assert visitor.session.selected == "october-revolution"
    visitor.press(Qt.Key.Key_Escape)
    assert visitor.session.selected is None


def test_return_reads_the_event_and_f6_goes_back_to_the_timeline(visitor: Visitor) -> None:
    visitor.session.select("october-revolution")
    visitor.press(Qt.Key.Key_Return)
    assert visitor.window.panes.detail.view.hasFocus()
    visitor.window.actions_by_id["other_side"].trigger()
    assert visitor.window.panes.timeline.hasFocus()
    visitor.window.actions_by_id["other_side"].trigger()
    assert visitor.window.panes.detail.view.hasFocus()


def test_a_selected_event_is_said_to_screen_readers(visitor: Visitor) -> None:
    visitor.session.select("october-revolution")
    assert "October Revolution" in visitor.window.panes.timeline.accessibleDescription()
