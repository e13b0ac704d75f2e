"""Zooming and panning keep the day under the pointer."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from viewer.timeline.scale import Scale
from viewer.timeline.viewport import FARTHEST, LONGEST_SPAN, SHORTEST_SPAN, Viewport, between, viewport_of

SPANS = st.floats(0, 12).map(lambda power: 10.0**power)
CENTRES = st.one_of(st.floats(-50_000, 50_000), st.floats(-3.65e11, 3.65e11))


@settings(max_examples=200, deadline=None)
@given(CENTRES, SPANS, st.floats(0, 1), st.sampled_from([1.1, 1.25, 1.6, 3.0]), st.booleans(), st.booleans())
def test_the_day_under_the_pointer_moves_less_than_a_pixel_over_100_steps_in_and_out(
    centre, span, place, factor, inwards, interrupted
):
    width = 1600.0
    viewport = viewport_of(centre - span / 2, centre + span / 2)
    pointer = place * width
    day = Scale(viewport, width).day(pointer)
    for turn in (factor, 1 / factor) if inwards else (1 / factor, factor):
        for _ in range(100):
            wanted = viewport.zoomed_at(place, viewport.span / turn)
            viewport = between(viewport, wanted, 0.6) if interrupted else wanted
            assert abs(Scale(viewport, width).pixel(day) - pointer) < 1


@settings(max_examples=100, deadline=None)
@given(CENTRES, SPANS, st.floats(0, 1))
def test_zooming_by_key_keeps_its_day_too(centre, span, place):
    viewport = viewport_of(centre - span / 2, centre + span / 2)
    anchor = viewport.start + place * viewport.span
    pixel = Scale(viewport, 1600.0).pixel(anchor)
    for turn in (1 / 1.6, 1.6):
        for _ in range(100):
            viewport = viewport.zoomed(turn, anchor)
            assert abs(Scale(viewport, 1600.0).pixel(anchor) - pixel) < 1


@given(CENTRES, SPANS, st.lists(st.floats(-1e6, 1e6), max_size=30))
def test_panning_there_and_back_ends_where_it_began(centre, span, moves):
    began = viewport = viewport_of(centre - span / 2, centre + span / 2)
    for days in [*moves, *(-days for days in moves)]:
        viewport = viewport.panned(days)
    assert Scale(viewport, 1600.0).pixel(began.start) == pytest.approx(0, abs=0.01)


@given(CENTRES, SPANS, st.floats(0.001, 1000))
def test_a_span_keeps_to_its_limits(centre, span, factor):
    zoomed = Viewport(centre - span / 2, span).zoomed(factor, centre)
    assert SHORTEST_SPAN <= zoomed.span <= LONGEST_SPAN


def test_zooming_at_the_limit_returns_the_same_viewport():
    closest = Viewport(-19_000.0, SHORTEST_SPAN)
    assert closest.zoomed(2, -19_000.0) is closest
    assert closest.panned(0) is closest


def test_nobody_pans_beyond_the_farthest_day():
    assert Viewport(FARTHEST, 10.0).panned(1e18) == Viewport(FARTHEST, 10.0)


@given(CENTRES, SPANS, SPANS, st.floats(0, 1))
def test_an_animated_zoom_holds_the_day_that_both_ends_show_at_one_place(centre, span, other, share):
    old = Viewport(centre - span * 0.3, span)
    new = old.zoomed(span / max(other, abs(centre) * 2.0**-30), centre)
    moving = between(old, new, share)
    assert min(old.span, new.span) * 0.999 <= moving.span <= max(old.span, new.span) * 1.001
    assert abs((centre - moving.start) / moving.span - 0.3) < 1e-3


@given(CENTRES, SPANS, CENTRES, SPANS)
def test_between_begins_and_ends_exactly(one, span, other, other_span):
    old, new = Viewport(one, span), Viewport(other, other_span)
    assert between(old, new, 0) is old
    assert between(old, new, 1) is new


@pytest.mark.parametrize("margin", [0.0, 0.25])
def test_the_viewport_of_a_range_has_its_margin_on_both_sides(margin):
    assert viewport_of(100, 200, margin) == Viewport(100 - 100 * margin, 100 + 200 * margin)


@given(CENTRES, SPANS, st.floats(0, 1))
def test_pixels_and_days_are_each_others_inverse(start, span, share):
    scale = Scale(Viewport(start, max(span, abs(start) * 1e-9)), 1000, 150)
    assert abs(scale.pixel(scale.day(150 + share * 1000)) - (150 + share * 1000)) < 0.01
