"""Where there is nothing to show, to go to or to export, the window says so and how to go on."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox

from tests.journeys.conftest import Visitor
from viewer.model.filters import Filter
from viewer.ui.timeline.notice import Notice


@pytest.fixture
def nothing(visitor: Visitor) -> Visitor:
    visitor.session.set_filter(Filter(text="zzqq"))
    visitor.bot.waitUntil(lambda: notice(visitor).isVisible())
    return visitor


def notice(visitor: Visitor) -> Notice:
    return visitor.window.panes.timeline.notice


def said(visitor: Visitor) -> str:
    return visitor.window.statusBar().currentMessage()


def test_a_timeline_without_events_says_why_and_how_to_see_some_again(nothing: Visitor) -> None:
    lines = notice(nothing).text().split("\n")
    plot = nothing.scene().plot

    assert lines[0] == "No dated event passes the filter"
    assert lines[1] == "text: zzqq"
    assert "Ctrl+Backspace" in lines[-1]
    assert abs(notice(nothing).geometry().center().x() - (plot.x + plot.width / 2)) < 2
    assert plot.y <= notice(nothing).y()
    nothing.press(Qt.Key.Key_Backspace, Qt.KeyboardModifier.ControlModifier)
    assert notice(nothing).isHidden()
    assert nothing.scene().labels


def test_undated_events_that_pass_are_counted(visitor: Visitor) -> None:
    collection = visitor.session.collection
    assert collection is not None
    event = next(event for event in collection.events if event.date is None)
    visitor.session.set_filter(Filter(text=event.title.best()))
    visitor.scene()

    number = len(visitor.session.events)
    assert number
    assert f"Undated events that pass: {number} (list: L)" in notice(visitor).text()


def test_events_in_hidden_lanes_only_are_told_apart(visitor: Visitor) -> None:
    session = visitor.session
    hidden = frozenset(lane.path for lane in session.lanes)
    session.chosen_lanes.arrange(replace(session.arrangement, hidden=hidden))
    visitor.bot.waitUntil(lambda: notice(visitor).isVisible())
    assert notice(visitor).text().startswith("The dated events are all in hidden lanes")
    visitor.press(Qt.Key.Key_H, Qt.KeyboardModifier.ShiftModifier)
    assert notice(visitor).isHidden()


def test_a_low_view_says_the_first_line_within_its_plot(nothing: Visitor) -> None:
    nothing.window.actions_by_id["split_timeline"].trigger()
    nothing.window.panes.split.set_share(0.1)
    nothing.bot.waitUntil(lambda: notice(nothing).text() == "No dated event passes the filter")


@pytest.mark.parametrize("key", ["n", "p", ".", ","])
def test_no_event_to_go_to_is_said(nothing: Visitor, key: str) -> None:
    nothing.type(key)
    assert said(nothing) == "No dated event passes the filter"


def test_the_ends_of_all_events_and_of_lanes_are_said(visitor: Visitor) -> None:
    columns = visitor.session.columns
    assert columns is not None
    visitor.session.select(columns.ids[len(columns) - 1])
    visitor.type("n")
    assert said(visitor) == "No later event"
    visitor.session.select(columns.ids[0])
    visitor.type("p")
    assert said(visitor) == "No earlier event"
    visitor.type(",")
    assert said(visitor) == "No earlier event in this lane"


def test_fitting_without_a_range_and_centring_without_an_event_say_what_is_missing(visitor: Visitor) -> None:
    visitor.type("r")
    assert said(visitor).startswith("No range is chosen")
    visitor.type("f")
    assert said(visitor).startswith("No event is selected")
    visitor.session.select("october-revolution")
    visitor.session.set_filter(Filter(text="zzqq"))
    visitor.type("f")
    assert said(visitor) == "The selected event is not on the timeline"


def test_an_export_of_nothing_says_so(nothing: Visitor) -> None:
    nothing.type("e")
    open_now = [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]
    (box,) = open_now
    assert isinstance(box, QMessageBox)
    assert box.windowTitle() == "Nothing to export"
    assert "zzqq" in box.text()
    box.reject()


def test_an_undated_event_is_said_to_be_undated_where_evidence_is_shown(visitor: Visitor) -> None:
    collection, timeline = visitor.session.collection, visitor.window.panes.timeline
    assert collection is not None
    event = next(event for event in collection.events if event.date is None and not event.date_text)

    def hint() -> str:
        return timeline._marks.highlight(visitor.scene(), visitor.session.viewport, ()).hint

    assert hint().startswith("Select an event")
    visitor.session.select(event.id)
    assert hint().startswith("Undated: ")
    visitor.session.select(None)
    assert hint().startswith("Select an event")
