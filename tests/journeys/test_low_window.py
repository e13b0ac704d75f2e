"""In a window too low for all lanes, lanes scroll beneath the axis; nothing else changes."""

import pytest
from PySide6.QtCore import QPoint, Qt

from tests.journeys.conftest import Visitor


@pytest.fixture
def low(visitor: Visitor) -> Visitor:
    visitor.window.resize(800, 430)
    visitor.bot.waitUntil(lambda: visitor.window.panes.timeline.height() < 300)
    visitor.scene()
    return visitor


def test_events_are_still_shown_and_the_lanes_can_be_scrolled(low: Visitor) -> None:
    assert low.scene().shown
    assert low.window.panes.timeline.lane_scroll.maximum() > 0


def test_a_click_hits_what_is_seen_after_scrolling(low: Visitor) -> None:
    scroll = low.window.panes.timeline.lane_scroll
    scroll.setValue(scroll.maximum())
    fixed, height = low.scene().plot.y, low.window.panes.timeline.height()
    label = next(label for label in low.scene().labels if fixed < label.box.y - scroll.value() < height - 20)

    low.click(max(label.box.x, low.scene().plot.x) + 5, label.box.y + label.box.height / 2 - scroll.value())

    assert low.session.columns is not None
    assert low.session.selected == low.session.columns.ids[label.event]


def test_a_selected_event_is_scrolled_into_sight(low: Visitor) -> None:
    columns, scroll = low.session.columns, low.window.panes.timeline.lane_scroll
    assert columns is not None
    last_lane = int(columns.lane.max())
    row = next(row for row in low.scene().shown if columns.lane[row] == last_lane)
    scroll.setValue(0)

    low.session.select(columns.ids[row])

    tops = [m.y for m in low.scene().marks if m.event == row] + [
        b.box.y for b in low.scene().bars if b.event == row
    ]
    assert low.scene().plot.y <= tops[0] - scroll.value() <= low.window.panes.timeline.height()


def test_a_drag_upwards_scrolls_the_lanes(low: Visitor) -> None:
    view = low.window.panes.timeline
    low.bot.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(300, 250))
    low.bot.mouseMove(view, QPoint(300, 190))
    low.bot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(300, 190))
    assert view.lane_scroll.value() == 60


def test_a_high_window_has_nothing_to_scroll(visitor: Visitor) -> None:
    visitor.scene()
    assert visitor.window.panes.timeline.lane_scroll.maximum() == 0


def test_a_lane_dragged_to_an_edge_scrolls_the_lanes_until_it_falls(low: Visitor) -> None:
    low.session.chosen_lanes.group_by("person")
    view = low.window.panes.timeline
    scroll, names = view.lane_scroll, [lane.path for lane in low.session.lanes]
    first = low.scene().headers[0].box
    at = QPoint(20, round(first.y + first.height / 2))

    low.bot.mousePress(view, Qt.MouseButton.LeftButton, pos=at)
    low.bot.mouseMove(view, at + QPoint(0, 20))
    low.bot.mouseMove(view, QPoint(20, view.height() - 2))
    low.bot.waitUntil(lambda: scroll.value() == scroll.maximum() > 0)
    low.bot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(20, view.height() - 2))

    assert [lane.path for lane in low.session.lanes] == [*names[1:], names[0]]
    assert low.session.chosen_lanes.choices.past


def test_nothing_scrolls_any_more_after_a_dragged_lane_has_fallen(low: Visitor) -> None:
    view, lane = low.window.panes.timeline, len(low.session.lanes) - 1
    scroll = view.lane_scroll
    scroll.setValue(scroll.maximum())
    view.lane_drag.move(lane, low.scene().plot.y + 1)
    low.bot.waitUntil(lambda: scroll.value() < scroll.maximum())
    view.lane_drag.end()
    scrolled = scroll.value()
    low.bot.wait(100)
    assert scroll.value() == scrolled


def test_a_pinned_lane_dragged_to_an_edge_does_not_scroll_the_others(low: Visitor) -> None:
    view = low.window.panes.timeline
    low.window.lanes.pin(low.session.lanes[0].path)
    view.lane_scroll.setValue(30)
    assert low.scene().headers[0].is_pinned
    view.lane_drag.move(0, view.height() - 1.0)
    low.bot.wait(100)
    assert view.lane_scroll.value() == 30
    view.lane_drag.end()
