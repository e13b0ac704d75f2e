"""What a new user does with the mouse alone."""

import math

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.journeys.conftest import Visitor
from viewer.model.wording import day_words
from viewer.timeline.columns import UNBOUNDED
from viewer.timeline.hit import Kind
from viewer.timeline.movement.fit import Rows, fit_events
from viewer.ui.lists.fold_list import FoldListView
from viewer.ui.plain_text import label_text
from viewer.ui.timeline.words import range_words


def wheel(visitor: Visitor, x: float, notches: int) -> None:
    view = visitor.window.panes.timeline
    position = QPointF(x, 300.0)
    event = QWheelEvent(
        position,
        view.mapToGlobal(position),
        QPoint(0, 0),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)


def test_the_whole_span_is_seen_first_and_everything_is_counted(visitor: Visitor) -> None:
    scene = visitor.scene()
    assert visitor.session.columns is not None
    pipped = sum(pip.number for pip in scene.pips)
    assert len(scene.shown) + pipped + scene.folded == len(visitor.session.columns)
    assert str(len(scene.shown) + pipped) in visitor.window.panes.counts.text()


def test_a_click_on_a_title_shows_its_passages(visitor: Visitor) -> None:
    label = visitor.scene().labels[0]

    visitor.click(label.box.x + 5, label.box.y + label.box.height / 2)

    event = visitor.session.event_of(visitor.session.selected)
    assert event is not None
    assert event.title.best().startswith(label.text.rstrip("…"))
    assert visitor.page() == "Event"
    shown = visitor.window.panes.detail.view.toPlainText()
    for attestation in event.attestations:
        assert attestation.quote in shown


def test_a_click_on_nothing_selects_nothing(visitor: Visitor) -> None:
    label = visitor.scene().labels[0]
    visitor.click(label.box.x + 5, label.box.y + label.box.height / 2)

    visitor.click(visitor.scene().plot.right - 2, visitor.scene().height - 2)

    assert visitor.session.selected is None


@pytest.mark.parametrize("x", [250.0, 600.0, 950.0])
def test_the_wheel_zooms_about_the_pointer(visitor: Visitor, x: float) -> None:
    before = visitor.window.panes.timeline.scale().day(x)
    span = visitor.session.viewport.span

    wheel(visitor, x, 3)

    visitor.scene()
    scale = visitor.window.panes.timeline.scale()
    assert visitor.session.viewport.span < span
    assert abs(scale.pixel(before) - x) < 1


def test_a_drag_moves_time_with_the_pointer(visitor: Visitor) -> None:
    view = visitor.window.panes.timeline
    day = view.scale().day(500.0)

    visitor.bot.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(500, 300))
    visitor.bot.mouseMove(view, QPoint(620, 300))
    visitor.bot.wait(150)
    visitor.bot.mouseMove(view, QPoint(621, 300))
    visitor.bot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(621, 300))

    visitor.scene()
    assert abs(view.scale().pixel(day) - 621) < 2


def test_shift_and_drag_chooses_a_range(visitor: Visitor) -> None:
    view = visitor.window.panes.timeline
    shift = Qt.KeyboardModifier.ShiftModifier
    first, last = view.scale().day(400.0), view.scale().day(700.0)

    visitor.bot.mousePress(view, Qt.MouseButton.LeftButton, shift, QPoint(400, 300))
    visitor.bot.mouseMove(view, QPoint(700, 300))
    assert visitor.session.range is not None
    assert visitor.window.panes.pointed.text() == range_words(visitor.session.range)
    visitor.bot.mouseRelease(view, Qt.MouseButton.LeftButton, shift, QPoint(700, 300))

    tolerance = visitor.session.viewport.span * 0.05
    assert abs(visitor.session.range[0] - first) < tolerance
    assert abs(visitor.session.range[1] - last) < tolerance


def test_a_count_opens_to_the_list_of_what_is_folded_into_it(visitor: Visitor) -> None:
    fold = max(visitor.scene().folds, key=lambda fold: fold.number)
    members = visitor.window.panes.timeline.members(fold)

    visitor.click(fold.box.x + fold.box.width / 2, fold.box.y + fold.box.height / 2)

    listed = visitor.window.folds
    assert listed.isVisible()
    assert listed.count() == fold.number == len(members)
    listed.choose(0)
    assert visitor.session.columns is not None
    assert visitor.session.selected == visitor.session.columns.ids[members[0]]


def test_from_a_passage_to_its_source_and_back_to_the_event(visitor: Visitor) -> None:
    event = next(e for e in visitor.session.events if len({a.source for a in e.attestations}) > 1)
    visitor.window.choosing.select(event.id)
    passage = event.attestations[0]
    assert passage.start is not None
    assert passage.end is not None

    visitor.window.panes.detail.passage_requested.emit(passage.source, passage.start, passage.end)
    assert visitor.page() == "Sources"
    visitor.window.panes.reader.event_requested.emit(event.id)

    assert visitor.page() == "Event"
    assert visitor.session.selected == event.id


def test_a_person_filters_and_the_chip_takes_the_filter_away(visitor: Visitor) -> None:
    visitor.window.panes.detail.filter_requested.emit("person", "joseph-stalin")
    assert visitor.session.columns is not None
    filtered = len(visitor.session.events)
    assert 0 < filtered < len(visitor.session.collection.events)  # type: ignore[union-attr]

    visitor.window.panes.filter_bar.chips()[0].click()

    assert len(visitor.session.events) > filtered


def test_a_click_on_a_lanes_name_shows_that_lane_alone_and_again_all(visitor: Visitor) -> None:
    def folded_of(lane: int) -> int:
        return sum(fold.number for fold in visitor.scene().folds if fold.lane == lane)

    header = visitor.scene().headers[1]
    everything, folded = len(visitor.session.lanes), folded_of(1)

    visitor.click(20, header.box.y + 8)
    assert [lane.path for lane in visitor.session.lanes] == [("revolution",)]
    assert folded_of(0) < folded

    header = visitor.scene().headers[0]
    visitor.click(20, header.box.y + 8)
    assert len(visitor.session.lanes) == everything


def _open_largest_fold(visitor: Visitor) -> Rows:
    fold = max(visitor.scene().folds, key=lambda fold: fold.number)
    members = visitor.window.panes.timeline.members(fold)
    visitor.click(fold.box.x + fold.box.width / 2, fold.box.y + fold.box.height / 2)
    return members


def test_the_first_line_of_a_counts_list_zooms_to_what_is_folded_into_it(visitor: Visitor) -> None:
    members = _open_largest_fold(visitor)
    columns = visitor.session.columns
    assert columns is not None
    first, last = int(columns.start[members].min()), int(columns.end[members].max())

    visitor.window.folds.choose(-1)

    assert not visitor.window.folds.isVisible()
    assert visitor.session.viewport == fit_events(columns, members)
    if first > -UNBOUNDED and last < UNBOUNDED:
        assert visitor.session.viewport.start <= first < last <= visitor.session.viewport.end


def test_letters_typed_in_a_counts_list_find_the_next_event_that_has_them(
    visitor: Visitor, qtbot: QtBot
) -> None:
    members = _open_largest_fold(visitor)
    columns = visitor.session.columns
    assert columns is not None
    title = columns.titles[int(members[-1])]
    view = visitor.window.folds.findChild(FoldListView)
    assert view is not None

    qtbot.keyClicks(view, title[:12])

    qtbot.waitUntil(lambda: title[:12].casefold() in view.currentIndex().data().casefold())
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert visitor.session.selected is not None
    assert title[:12] in columns.titles[columns.rows[visitor.session.selected]]


def test_what_comes_to_lie_under_a_resting_pointer_is_said(visitor: Visitor) -> None:
    view, said = visitor.window.panes.timeline, visitor.window.panes.pointed
    at = QPoint(600, round(visitor.scene().axis.y + 5))
    visitor.bot.mouseMove(view, at)
    before = said.text()

    visitor.press(Qt.Key.Key_PageDown)

    visitor.bot.waitUntil(lambda: said.text() != before)
    assert said.text() == day_words(math.floor(view.day_at(at.x())))


@pytest.mark.parametrize("kind", [Kind.LABEL, Kind.MARK, Kind.BAR])
def test_the_day_under_the_pointer_is_not_told_beside_the_date_of_an_event(
    visitor: Visitor, kind: Kind
) -> None:
    columns = visitor.session.columns
    assert columns is not None
    scene, plot = visitor.scene(), visitor.scene().plot
    label = next(label for label in scene.labels if not label.inside)
    mark = next(mark for mark in scene.marks if plot.x + 9 < mark.x)
    bar = next(bar for bar in scene.bars if bar.box.x > plot.x)
    event, x, y = {
        Kind.LABEL: (label.event, label.box.x + 20, label.box.y + label.box.height / 2),
        Kind.MARK: (mark.event, mark.x, mark.y),
        Kind.BAR: (bar.event, bar.box.x + bar.box.width / 2, bar.box.y + bar.box.height / 2),
    }[kind]

    visitor.bot.mouseMove(visitor.window.panes.timeline, QPoint(round(x), round(y)))

    words = f"{label_text(columns.titles[event])}, {columns.dates[event]}"
    said = visitor.window.panes.pointed
    visitor.bot.waitUntil(lambda: said.text() in {words, f"{words}, contested"})
