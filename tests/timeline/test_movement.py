"""Gestures, history, neighbours and fitting."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.timeline.build import Happening, columns_from, day, happenings, viewports
from viewer.model.calendar import Calendar, day_number
from viewer.timeline.columns import UNBOUNDED
from viewer.timeline.movement.fit import fit_all, fit_event, fit_events, focus, known_span, middle, revealed
from viewer.timeline.movement.foresight import ahead_of
from viewer.timeline.movement.gestures import Animation, Drag, snapped_range, wheel_factor
from viewer.timeline.movement.history import History
from viewer.timeline.movement.neighbours import Neighbours
from viewer.timeline.rows.steps import step_of
from viewer.timeline.viewport import FINEST_SHARE, LONGEST_SPAN, SHORTEST_SPAN, Viewport

VIEW = Viewport(0.0, 1000.0)


def test_a_drag_keeps_the_day_under_the_pointer():
    drag = Drag(VIEW, 2.0, 100.0, 0.0).moved(160.0, 0.1)
    assert drag.viewport() == Viewport(-30.0, 1000.0)


def test_a_quick_release_glides_on_and_comes_to_rest():
    drag = Drag(VIEW, 1.0, 0.0, 0.0)
    for step in range(1, 9):
        drag = drag.moved(-10.0 * step, 0.01 * step)
    fling = drag.released(0.08)
    assert fling is not None
    places = [view.start for at in range(60) if (view := fling.viewport(0.08 + 0.05 * at)) is not None]
    assert places == sorted(places)
    assert places[0] == 80.0
    assert 290 < places[-1] - 80 < 1000 * 0.3
    assert fling.viewport(10.0) is None


def test_a_pointer_that_stands_still_before_the_release_does_not_glide():
    assert Drag(VIEW, 1.0, 0.0, 0.0).moved(300.0, 0.1).released(0.5) is None


@given(st.floats(-8, 8))
def test_turning_the_wheel_back_undoes_it(notches):
    assert wheel_factor(notches) * wheel_factor(-notches) == pytest.approx(1)


def test_an_animation_begins_where_it_was_and_ends_at_its_target():
    target = Viewport(200.0, 100.0)
    moving = Animation(VIEW, target, began=5.0)
    assert moving.viewport(5.0) == VIEW
    assert moving.viewport(9.0) == target
    assert moving.ended(9.0)
    assert 100 < moving.viewport(5.05).span < 1000


@given(st.floats(-1e6, 1e6), st.floats(0, 1e5), st.floats(1e-4, 100))
def test_a_snapped_range_has_days_and_lies_near_what_was_dragged(start, length, pixels_per_day):
    low, high = snapped_range(start, start + length, pixels_per_day)
    assert low < high
    assert abs(low - start) * pixels_per_day < 8 * 366 * 10 / 28
    assert snapped_range(start + length, start, pixels_per_day) == (low, high)


def test_a_range_snaps_to_years_from_afar_and_to_days_close_up():
    first_day, last_day = (
        day_number(Calendar.GREGORIAN, 1917, 1, 1),
        day_number(Calendar.GREGORIAN, 1925, 1, 1),
    )
    assert snapped_range(first_day + 40, last_day - 50, 12 / 365) == (first_day, last_day)
    assert snapped_range(first_day + 0.4, first_day + 2.6, 40) == (first_day, first_day + 3)


def test_back_and_forward_return_to_what_was_looked_at():
    views = [VIEW.panned(500.0 * at) for at in range(3)]
    history = History()
    for view in views:
        history = history.visited(view)
    history, view = history.back()
    assert view == views[1]
    history, view = history.back()
    assert view == views[0]
    assert history.back() == (history, None)
    history, view = history.forward()
    assert view == views[1]
    assert not history.visited(VIEW).can_go_forward


def test_hardly_any_movement_is_no_visit():
    history = History().visited(VIEW)
    assert history.visited(VIEW.panned(1.0)) is history


COLUMNS = columns_from([day(10, lane=0), day(20, lane=1), day(30, lane=0), day(40, lane=2), day(50, lane=0)])


@pytest.mark.parametrize(
    ("row", "direction", "in_lane", "found"),
    [(0, 1, True, 2), (2, 1, True, 4), (4, 1, True, None), (2, -1, True, 0), (1, 1, False, 2), (0, -1, False, None),
     (None, 1, True, 2), (None, -1, False, 1)],
)  # fmt: skip
def test_next_and_previous(row, direction, in_lane, found):
    assert Neighbours(COLUMNS).beside(row, direction, 25.0, in_lane=in_lane) == found


def test_the_nearest_in_another_lane():
    beside = Neighbours(COLUMNS)
    assert beside.across(1, -1, 0.0) == 0
    assert beside.across(3, -1, 0.0) == 1
    assert beside.across(3, 1, 0.0) is None
    assert beside.across(None, 1, 31.0) == 2


@given(happenings(most=12), st.integers(0, 11), st.sampled_from((1, -1)), st.floats(-40_000, 40_000))
def test_the_nearest_event_across_lanes_is_the_first_of_those_with_the_least_distance(
    events, row, direction, centre
):
    columns = columns_from(events)
    beside = Neighbours(columns)

    def nearest(rows, day):
        return min(rows, key=lambda other: (abs(middle(columns, other) - day), other), default=None)

    assert beside.across(None, direction, centre) == nearest(range(len(columns)), centre)
    if row < len(columns):
        lanes = [lane for lane in columns.lane.tolist() if (lane - columns.lane[row]) * direction > 0]
        wanted = min(lanes, default=None, key=lambda lane: lane * direction)
        peers = [other for other in range(len(columns)) if columns.lane[other] == wanted]
        assert beside.across(row, direction, centre) == nearest(peers, middle(columns, row))


@given(happenings(most=12, lane_count=2))
def test_stepping_through_all_events_visits_each_once(events):
    columns = columns_from(events)
    beside, visited = Neighbours(columns), []
    row = beside.beside(None, 1, float(-UNBOUNDED), in_lane=False)
    while row is not None:
        visited.append(row)
        row = beside.beside(row, 1, 0.0, in_lane=False)
    assert visited == list(range(len(columns)))


@given(happenings(most=12))
def test_everything_with_known_ends_is_in_the_view_that_fits_all(events):
    columns, view = columns_from(events), fit_all(columns_from(events))
    for start, end in zip(columns.start.tolist(), columns.end.tolist(), strict=True):
        assert start == -UNBOUNDED or view.start <= start <= view.end
        assert end == UNBOUNDED or view.start <= end <= view.end


@given(happenings(most=12))
def test_a_title_of_190_pixels_behind_the_last_event_is_in_the_view_that_fits_all(events):
    columns, view = columns_from(events), fit_all(columns_from(events))
    known = known_span(columns)
    if known is not None:
        assert (view.end - known[1]) / view.span * 1100 > 190


@given(happenings(most=12), st.data())
def test_zooming_to_several_events_shows_every_side_that_is_known(events, data):
    columns = columns_from(events)
    rows = np.flatnonzero([data.draw(st.booleans()) for _ in range(len(columns))])
    view = fit_events(columns, rows)
    assert (view is None) == (len(rows) == 0)
    for row in rows.tolist():
        for side in (int(columns.start[row]), int(columns.end[row])):
            assert abs(side) == UNBOUNDED or view.start <= side <= view.end


def test_focus_centres_an_event_then_fits_it():
    columns = columns_from([Happening(100, 300)])
    centred = focus(columns, 0, VIEW)
    assert (centred.center, centred.span) == (200.0, 1000.0)
    assert focus(columns, 0, centred) == fit_event(columns, 0)
    assert fit_event(columns, 0).start < 100 < 300 < fit_event(columns, 0).end


@pytest.mark.parametrize(
    "event", [Happening(100, UNBOUNDED), Happening(-UNBOUNDED, 100), Happening(-UNBOUNDED, UNBOUNDED)]
)
def test_open_events_are_fitted_at_their_known_side(event):
    columns = columns_from([event])
    view = fit_event(columns, 0)
    assert view.span < 20_000
    assert view.start <= middle(columns, 0) <= view.end


def test_what_is_well_in_view_needs_no_movement():
    columns = columns_from([day(500), day(5000), Happening(-9000, 9000)])
    rows = {int(start): row for row, start in enumerate(columns.start)}
    assert revealed(columns, rows[500], VIEW) is VIEW
    assert revealed(columns, rows[-9000], VIEW) is VIEW
    assert revealed(columns, rows[5000], VIEW).center == 5000.5


@given(viewports(), st.floats(0.0, 1.0), st.floats(0.8, 1.25))
def test_what_is_looked_ahead_of_a_zoom_is_the_next_step_in_its_direction(viewport, share, factor):
    before = viewport
    now = before.zoomed(factor, before.start + share * before.span)
    ahead = ahead_of(before, now, 1480.0)
    if abs(before.span - now.span) <= 1e-9 * now.span and before.start != now.start:
        assert ahead.span == now.span
        return
    finest = max(map(abs, (now.start, now.end))) * FINEST_SHARE * (1 + 1e-6)
    limited = ahead.span <= max(finest, SHORTEST_SPAN) or ahead.span == LONGEST_SPAN
    step, beyond = (step_of(1480.0 / view.span) for view in (now, ahead))
    assert beyond - step == (-1 if now.span > before.span else 1) or limited
    assert ahead.start <= now.end
    assert ahead.end >= now.start


def test_what_is_looked_ahead_of_a_pan_lies_beyond_the_edge_it_moves_to():
    now = Viewport(100.0, 300.0)
    assert ahead_of(Viewport(90.0, 300.0), now, 1480.0) == Viewport(200.0, 300.0)
    assert ahead_of(Viewport(110.0, 300.0), now, 1480.0) == Viewport(0.0, 300.0)


def test_where_nothing_moves_a_zoom_into_the_middle_is_looked_ahead_of():
    now = Viewport(100.0, 300.0)
    ahead = ahead_of(now, now, 1480.0)
    assert ahead.center == pytest.approx(now.center)
    assert step_of(1480.0 / ahead.span) == step_of(1480.0 / now.span) + 1
