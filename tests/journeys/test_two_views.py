"""Two views of the same collection, one above the other."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from tests.journeys.conftest import Visitor
from viewer.model.filters import Filter
from viewer.render.theme import load_theme
from viewer.ui.split.views import TimeView
from viewer.ui.timeline.view import TimelineView


@pytest.fixture
def lower(visitor: Visitor) -> TimeView:
    """The second view, after the timeline was split by its key."""
    visitor.type("\\")
    second = visitor.window.views.second
    assert second is not None
    return second


def _wheel(timeline: TimelineView, x: float, notches: int) -> None:
    position = QPointF(x, 150.0)
    event = QWheelEvent(
        position,
        timeline.mapToGlobal(position),
        QPoint(0, 0),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(timeline, event)


def _click(visitor: Visitor, timeline: TimelineView, event_id: str) -> None:
    scene, columns = timeline.scene(), timeline.columns
    assert scene is not None
    assert columns is not None
    box = next(label.box for label in scene.labels if columns.ids[label.event] == event_id)
    at = QPoint(round(box.x + 4), round(box.y + box.height / 2))
    visitor.bot.mouseClick(timeline, Qt.MouseButton.LeftButton, pos=at)


def _first_title(timeline: TimelineView) -> str:
    scene, columns = timeline.scene(), timeline.columns
    assert scene is not None
    assert columns is not None
    return columns.ids[next(label.event for label in scene.labels if scene.plot.contains(*label.box[:2]))]


def test_the_key_splits_and_closes_and_the_menu_says_which(visitor: Visitor) -> None:
    actions = visitor.window.actions_by_id
    assert not actions["other_view"].isEnabled()
    actions["split_timeline"].trigger()
    assert visitor.window.views.second is not None
    assert actions["split_timeline"].isChecked()
    assert actions["lock_views"].isChecked()
    visitor.bot.keyClick(visitor.window.views.timeline, Qt.Key.Key_Backslash)
    assert visitor.window.views.second is None
    assert not actions["split_timeline"].isChecked()
    assert not visitor.window.panes.split.header.isVisible()


def test_a_new_view_shows_what_the_first_one_does(visitor: Visitor) -> None:
    visitor.session.set_filter(Filter(contested=True))
    visitor.session.chosen_lanes.group_by("person")
    visitor.session.select("october-revolution")
    visitor.type("\\")
    second = visitor.window.views.second
    assert second is not None
    assert second.session.filter == Filter(contested=True)
    assert second.session.arrangement == visitor.session.arrangement
    assert second.session.viewport == visitor.session.viewport
    assert second.session.selected == visitor.session.selected


def test_each_view_has_its_own_filter_and_lanes_and_says_so(visitor: Visitor, lower: TimeView) -> None:
    visitor.window.views.session.set_filter(Filter(facets=(("person", "joseph-stalin"),)))
    visitor.window.actions_by_id["by_source"].trigger()

    assert visitor.session.filter == Filter()
    assert visitor.session.arrangement.keys == ("lane",)
    assert lower.session.arrangement.keys == ("source",)
    assert lower.header.text() == "person: Joseph Stalin  ·  lanes: source"
    assert visitor.window.views.first.header.text() == "all events  ·  lanes: theme"


def test_filter_bar_list_and_counts_follow_the_active_view(visitor: Visitor, lower: TimeView) -> None:
    panes = visitor.window.panes
    panes.filter_bar.contested.click()
    assert lower.session.filter.contested
    assert not visitor.session.filter.contested
    below = panes.counts.text(), panes.event_list.view.model().rowCount()

    visitor.bot.keyClick(lower.timeline, Qt.Key.Key_O)
    assert visitor.window.views.active is visitor.window.views.first
    assert not panes.filter_bar.contested.isChecked()
    above = panes.counts.text(), panes.event_list.view.model().rowCount()
    assert above != below
    assert str(len(visitor.session.events)) in above[0]

    visitor.press(Qt.Key.Key_O)
    assert panes.filter_bar.contested.isChecked()
    assert (panes.counts.text(), panes.event_list.view.model().rowCount()) == below


def test_a_press_makes_a_view_active_and_marks_it(visitor: Visitor, lower: TimeView) -> None:
    views = visitor.window.views
    assert lower.header.property("active") is True
    visitor.bot.mouseClick(views.first.timeline, Qt.MouseButton.LeftButton, pos=QPoint(900, 40))
    assert views.active is views.first
    assert (views.first.header.property("active"), lower.header.property("active")) == (True, False)
    visitor.bot.mouseClick(lower.header, Qt.MouseButton.LeftButton)
    assert views.active is lower


def test_selection_is_shared_both_ways(visitor: Visitor, lower: TimeView) -> None:
    event = _first_title(lower.timeline)
    _click(visitor, lower.timeline, event)
    assert visitor.session.selected == lower.session.selected == event
    assert visitor.page() == "Event"

    other = next(one for one in ("trotsky-dies", "lenin-dies") if one != event)
    visitor.session.select(other)
    assert lower.session.selected == other


@pytest.mark.parametrize("which", [0, 1])
def test_locked_views_show_the_same_span_whichever_is_moved(
    visitor: Visitor, lower: TimeView, which: int
) -> None:
    before = lower.session.viewport
    _wheel((visitor.window.panes.timeline, lower.timeline)[which], 500, 4)
    assert lower.session.viewport == visitor.session.viewport != before
    lower_scene, upper_scene = lower.timeline.scene(), visitor.scene()
    assert lower_scene is not None
    assert [tick.x for tick in lower_scene.ticks] == [tick.x for tick in upper_scene.ticks]


def test_free_views_move_by_themselves_and_lock_again_to_the_active_one(
    visitor: Visitor, lower: TimeView
) -> None:
    visitor.bot.keyClick(lower.timeline, Qt.Key.Key_K)
    before = visitor.session.viewport
    _wheel(lower.timeline, 500, 4)
    assert visitor.session.viewport == before != lower.session.viewport

    lock = visitor.window.panes.split.lock
    assert lock is not None
    assert lock.text() == "Move together: off"
    visitor.bot.mouseClick(lock, Qt.MouseButton.LeftButton)
    assert visitor.session.viewport == lower.session.viewport
    assert lock.text() == "Move together: on"


def test_two_movements_of_locked_views_do_not_fight(visitor: Visitor, lower: TimeView) -> None:
    upper = visitor.window.panes.timeline
    upper.motion.animated = lower.timeline.motion.animated = True
    _wheel(upper, 500, 5)
    visitor.bot.waitUntil(lambda: visitor.session.viewport != visitor.session.whole())
    _wheel(lower.timeline, 300, -2)
    visitor.bot.waitUntil(lambda: upper.motion.target(upper.viewport) == upper.viewport, timeout=1000)
    wanted = lower.timeline.motion.target(lower.timeline.viewport)
    visitor.bot.waitUntil(lambda: lower.session.viewport == wanted, timeout=2000)
    assert visitor.session.viewport == wanted


def test_back_returns_both_locked_views(visitor: Visitor, lower: TimeView) -> None:
    before = lower.session.viewport
    _wheel(visitor.window.panes.timeline, 500, 4)
    visitor.bot.keyClick(lower.timeline, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert lower.session.viewport == visitor.session.viewport == before


def test_keys_act_on_the_active_view(visitor: Visitor, lower: TimeView) -> None:
    visitor.bot.keyClick(lower.timeline, Qt.Key.Key_K)
    before = visitor.session.viewport
    visitor.bot.keyClicks(lower.timeline, "+")
    assert visitor.session.viewport == before
    assert lower.session.viewport.span < before.span
    assert visitor.window.exporting.range_text() != ""
    first = visitor.window.exporting.range_text()
    visitor.bot.keyClick(lower.timeline, Qt.Key.Key_O)
    assert visitor.window.exporting.range_text() != first


def test_a_chosen_range_and_its_end_are_shared(visitor: Visitor, lower: TimeView) -> None:
    shift = Qt.KeyboardModifier.ShiftModifier
    visitor.bot.mousePress(lower.timeline, Qt.MouseButton.LeftButton, shift, QPoint(400, 150))
    visitor.bot.mouseMove(lower.timeline, QPoint(700, 150))
    visitor.bot.mouseRelease(lower.timeline, Qt.MouseButton.LeftButton, shift, QPoint(700, 150))
    assert visitor.session.range == lower.session.range is not None
    visitor.bot.keyClick(lower.timeline, Qt.Key.Key_Escape)
    assert visitor.session.range is lower.session.range is None


def test_a_theme_reaches_both_views(visitor: Visitor, lower: TimeView) -> None:
    dark = load_theme("dark")
    visitor.window.set_theme(dark)
    for timeline in (visitor.window.panes.timeline, lower.timeline):
        image = timeline.grab().toImage()
        assert image.pixelColor(3, 3) == dark.color("ground")


def test_a_tour_is_walked_in_both_views(visitor: Visitor, lower: TimeView) -> None:
    tours = visitor.window.tours
    tours.begin(tours.offered()[0].id)
    visitor.bot.keyClick(lower.timeline, Qt.Key.Key_Space)
    assert tours.step == 1
    assert visitor.session.selected == lower.session.selected == tours.offered()[0].steps[1].event
    assert lower.session.viewport == visitor.session.viewport


def test_what_cannot_be_drawn_in_the_second_view_is_told(
    visitor: Visitor, lower: TimeView, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> None:
        raise ValueError("no ink")

    monkeypatch.setattr(lower.timeline, "_paint", fail)
    lower.timeline.grab()
    assert "no ink" in visitor.window.panes.banner.text()


def test_reading_again_reaches_both_views_and_keeps_their_filters(visitor: Visitor, lower: TimeView) -> None:
    from dataclasses import replace

    visitor.window.views.session.set_filter(Filter(contested=True))
    collection = visitor.session.collection
    assert collection is not None
    fewer = replace(collection, events=collection.events[:-40])
    visitor.session.renew_collection(fewer)
    assert lower.session.collection is fewer
    assert lower.session.filter == Filter(contested=True)
    assert lower.timeline.columns is lower.session.columns


def test_another_collection_is_shown_whole_in_both_views(visitor: Visitor, lower: TimeView) -> None:
    from dataclasses import replace

    visitor.window.views.session.set_filter(Filter(contested=True))
    collection = visitor.session.collection
    assert collection is not None
    visitor.session.set_collection(replace(collection, folder="/elsewhere", events=collection.events[:90]))
    assert lower.session.filter == Filter()
    assert lower.session.viewport == visitor.session.viewport == visitor.session.whole()


def test_closing_while_the_lower_view_moves_leaves_the_upper_one_as_it_was(
    visitor: Visitor, lower: TimeView
) -> None:
    visitor.bot.keyClick(lower.timeline, Qt.Key.Key_K)
    before = visitor.session.viewport
    lower.timeline.motion.animated = True
    _wheel(lower.timeline, 500, 4)
    visitor.window.views.close()
    visitor.bot.wait(300)
    assert visitor.session.viewport == before
    assert visitor.window.views.active is visitor.window.views.first
    visitor.type("+")
    assert visitor.session.viewport.span < before.span
