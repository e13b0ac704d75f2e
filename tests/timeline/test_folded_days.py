"""Laws of folded time: what the map of days keeps, which stretches it folds, and the axis over them."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.timeline.build import (
    METRICS,
    WIDTHS,
    YEAR,
    Happening,
    columns_from,
    day,
    happenings,
    lanes,
    measure,
)
from viewer.model.calendar import Calendar, day_number
from viewer.timeline.axis.languages import AXIS_LANGUAGES
from viewer.timeline.axis.tick_steps import MOST_TICKS
from viewer.timeline.axis.ticks import OLD_STYLE_END
from viewer.timeline.columns import UNBOUNDED, Columns, warped
from viewer.timeline.folding.breaks import empty_days, gap_at, refolded, refolded_history
from viewer.timeline.folding.gaps import LEAST_SHRINKING, gaps_of
from viewer.timeline.folding.warp import UNFOLDED, Gap, Warp
from viewer.timeline.hit import Kind, hit
from viewer.timeline.movement.fit import fit_all
from viewer.timeline.movement.history import History
from viewer.timeline.place import Placer
from viewer.timeline.scale import Scale
from viewer.timeline.scene import Scene
from viewer.timeline.viewport import Viewport, viewport_of

DAYS = st.one_of(st.integers(-40_000, 12_000), st.integers(-6 * 10**12, 6 * 10**12))


@st.composite
def warps(draw: st.DrawFn) -> Warp:
    edges = sorted(draw(st.sets(DAYS, min_size=2, max_size=12)))
    gaps = []
    for first, last in zip(edges[::2], edges[1::2], strict=False):
        if last - first >= 8:
            gaps.append(Gap(first, last, draw(st.integers(1, (last - first) // 4))))
    return Warp.of(tuple(gaps))


@st.composite
def clusters(draw: st.DrawFn) -> Columns:
    """Events in a few bunches far from each other, some open at their end or beginning."""
    events = []
    for _ in range(draw(st.integers(1, 5))):
        around = draw(DAYS)
        for _ in range(draw(st.integers(1, 5))):
            start = around + draw(st.integers(0, 4000))
            events.append(Happening(start, start + draw(st.integers(1, 2000)), lane=draw(st.integers(0, 1))))
    if draw(st.integers(0, 4)) == 0:
        events.append(Happening(draw(DAYS), UNBOUNDED))
    if draw(st.integers(0, 4)) == 0:
        events.append(Happening(-UNBOUNDED, draw(DAYS)))
    return columns_from(events)


def is_in_gap(warp: Warp, number: float) -> bool:
    return any(gap.first < number < gap.last for gap in warp.gaps)


@given(warps(), DAYS)
def test_forward_and_back_are_inverse_and_exact_outside_the_gaps(warp, number):
    if is_in_gap(warp, number):
        gap = gap_at(warp, (number,))
        assert gap is not None
        first, last = warp.folded_span(gap)
        folded = warp.forward(float(number))
        assert first <= folded <= last
        assert abs(warp.forward(warp.back(folded)) - folded) <= max(abs(folded), 1.0) * 1e-12
    else:
        assert isinstance(warp.forward(number), int)
        assert warp.back(warp.forward(number)) == number


@given(warps(), st.lists(DAYS, min_size=2, max_size=20))
def test_folding_keeps_the_order_of_days(warp, days):
    folded = [warp.forward(float(number)) for number in sorted(days)]
    assert all(one <= other for one, other in pairwise(folded))
    apart = sorted(number for number in set(days) if not is_in_gap(warp, number))
    assert all(warp.forward(one) < warp.forward(other) for one, other in pairwise(apart))


@given(warps(), DAYS, st.integers(-(10**6), 10**6))
def test_days_of_one_stretch_keep_their_distance(warp, one, away):
    one = next((gap.last for gap in warp.gaps if gap.first < one < gap.last), one)
    first = max((gap.last for gap in warp.gaps if gap.last <= one), default=-UNBOUNDED)
    last = min((gap.first for gap in warp.gaps if gap.first >= one), default=UNBOUNDED)
    other = min(max(one + away, first), last)
    assert warp.forward(other) - warp.forward(one) == other - one


@given(warps())
def test_every_gap_is_as_long_as_it_says_and_nothing_moves_after_the_last(warp):
    for gap in warp.gaps:
        first, last = warp.folded_span(gap)
        assert (warp.forward(gap.first), warp.forward(gap.last)) == (first, last)
        assert last - first == gap.folded
    last_day = warp.gaps[-1].last if warp.gaps else 0
    assert warp.forward(last_day + 5) == last_day + 5
    assert warp.forward(UNBOUNDED) == UNBOUNDED
    assert warp.back(-UNBOUNDED) == -UNBOUNDED


@settings(max_examples=200, deadline=None)
@given(clusters())
def test_gaps_are_empty_apart_and_shrink(columns):
    gaps = gaps_of(columns)
    assert all(one.last < other.first for one, other in pairwise(gaps))
    for gap in gaps:
        touching = (columns.start < gap.last + gap.room) & (columns.end > gap.first - gap.room)
        assert not touching.any()
        assert gap.last - gap.first >= LEAST_SHRINKING * gap.folded > 0


@settings(max_examples=200, deadline=None)
@given(clusters())
def test_events_keep_their_length_their_order_and_their_open_ends(columns):
    folded = warped(columns, Warp.of(gaps_of(columns)))
    known = (columns.end < UNBOUNDED) & (columns.start > -UNBOUNDED)
    lengths = (columns.end - columns.start)[known]
    assert ((folded.end - folded.start)[known] == lengths).all()
    assert (np.diff(folded.start) >= 0).all()
    assert ((folded.end >= UNBOUNDED) == (columns.end >= UNBOUNDED)).all()
    assert ((folded.start <= -UNBOUNDED) == (columns.start <= -UNBOUNDED)).all()


@settings(max_examples=100, deadline=None)
@given(happenings(most=20))
def test_any_events_can_be_folded(events):
    columns = columns_from(events)
    warp = Warp.of(gaps_of(columns))
    folded = warped(columns, warp)
    assert [warp.back(start) for start in folded.start.tolist()] == columns.start.tolist()
    assert fit_all(folded).span <= fit_all(columns).span * 1.5


def year(number: int) -> int:
    return day_number(Calendar.GREGORIAN, number, 1, 1)


APART = [
    Happening(year(1200), year(1201)),
    *(day(year(1917) + 300 * at) for at in range(28)),
    day(year(2001) + 100),
]


def test_only_what_is_long_beside_the_rest_is_folded():
    gaps = gaps_of(columns_from(APART))
    assert [round(empty_days(gap) / YEAR) for gap in gaps] == [716, 62]
    even = [day(at * 1000) for at in range(30)]
    assert gaps_of(columns_from(even)) == ()
    assert gaps_of(columns_from([])) == gaps_of(columns_from(APART[:1])) == ()


def test_an_open_event_fills_what_lies_beyond_its_known_side():
    until_now = Happening(year(1200), UNBOUNDED)
    assert gaps_of(columns_from([*APART, until_now])) == ()
    ever_since = Happening(-UNBOUNDED, year(1917))
    assert [gap.first > year(1939) for gap in gaps_of(columns_from([*APART[1:], ever_since]))] == [True]


def test_from_the_big_bang_to_the_present_every_age_has_room():
    ages = [-13_800_000_000, -4_500_000_000, -540_000_000, -66_000_000, -300_000, -10_000, -3_000]
    columns = columns_from(
        [*(day(year(age)) for age in ages), *(day(year(1900 + at)) for at in range(0, 100, 4))]
    )
    warp = Warp.of(gaps_of(columns))
    folded = warped(columns, warp)
    whole = fit_all(folded)
    pixels = [Scale(whole, 1400.0).pixel(start) for start in folded.start.tolist()]
    assert all(other - one > 4 for one, other in pairwise(pixels))


@settings(max_examples=200, deadline=None)
@given(warps(), st.floats(-50_000, 20_000), st.floats(1, 1e9))
def test_the_same_dates_are_in_view_before_and_after_folding(warp, start, span):
    view = Viewport(start, span)
    folded = refolded(view, UNFOLDED, warp)
    if not is_in_gap(warp, start) and not is_in_gap(warp, start + span) and folded.span > 1:
        back = refolded(folded, warp, UNFOLDED)
        assert back.start == pytest.approx(view.start, abs=1e-2 + abs(start) * 1e-9)
        assert back.end == pytest.approx(view.end, abs=1e-2 + abs(view.end) * 1e-9)
    history = refolded_history(History().visited(view), UNFOLDED, warp)
    assert history.visits[history.at] == folded


def scene_of(columns: Columns, view: Viewport, width: float, language: str = "en") -> Scene:
    placer = Placer(columns, lanes(2), (), METRICS, measure, axis_words=AXIS_LANGUAGES[language])
    return placer.scene(view, width, 500.0)


@st.composite
def folded_views(draw: st.DrawFn) -> tuple[Columns, Viewport, float]:
    columns = draw(clusters())
    folded = warped(columns, Warp.of(gaps_of(columns)))
    whole = fit_all(folded)
    span = max(whole.span * 10 ** draw(st.floats(-4, 0.3)), 1.0)
    centre = whole.start + draw(st.floats(0, 1)) * whole.span
    return folded, viewport_of(centre - span / 2, centre + span / 2), draw(WIDTHS)


@settings(max_examples=300, deadline=None)
@given(folded_views(), st.sampled_from(list(AXIS_LANGUAGES)))
def test_words_of_the_axis_never_touch_each_other_or_a_break(view, language):
    columns, viewport, width = view
    scene = scene_of(columns, viewport, width, language)
    assert len(scene.ticks) <= MOST_TICKS
    assert all(one.x < other.x for one, other in pairwise(scene.ticks))
    for row in ("upper", "lower", "old-style"):
        labels = sorted((label for label in scene.tick_labels if label.row == row), key=lambda label: label.x)
        assert all(one.x + one.width < other.x for one, other in pairwise(labels))
        for found in scene.breaks:
            for label in labels:
                if len(labels) > 1 and label.x >= scene.plot.x:
                    before = found.axis.right if row == "upper" else found.axis.x
                    assert label.x + label.width <= before + 0.01 or label.x >= found.axis.right


@settings(max_examples=200, deadline=None)
@given(folded_views())
def test_ticks_stand_on_days_that_are_not_folded_and_breaks_where_time_is(view):
    columns, viewport, width = view
    scene = scene_of(columns, viewport, width)
    scale = Scale(viewport, scene.plot.width, scene.plot.x)
    for tick in scene.ticks:
        number = columns.warp.back(scale.day(tick.x))
        assert not any(found.axis.x + 0.01 < tick.x < found.axis.right - 0.01 for found in scene.breaks), (
            number
        )
    for found in scene.breaks:
        middle = columns.warp.back(scale.day(found.axis.x + found.axis.width / 2))
        assert found.gap.first - 1 <= middle <= found.gap.last + 1
        assert found.plot.x >= scene.plot.x
        assert found.plot.right <= scene.plot.right
        assert hit(scene, found.axis.x + found.axis.width / 2, found.axis.y + 1) == replace(
            hit(scene, 0, 0), kind=Kind.BREAK, gap=found.gap
        )


@settings(max_examples=200, deadline=None)
@given(folded_views(), st.floats(0, 1))
def test_the_date_under_the_pointer_stays_over_100_steps_in_and_out(view, place):
    _, viewport, width = view
    pointer = place * width
    began = Scale(viewport, width).day(pointer)
    for turn in (1.25, 1 / 1.25):
        for _ in range(100):
            viewport = viewport.zoomed_at(place, viewport.span / turn)
            assert abs(Scale(viewport, width).pixel(began) - pointer) < 1


def test_each_stretch_says_its_own_years_and_the_old_style_ends_with_the_reform():
    columns = columns_from(APART)
    folded = warped(columns, Warp.of(gaps_of(columns)))
    scene = scene_of(folded, fit_all(folded), 1500.0)
    lower = [label.text for label in scene.tick_labels if label.row == "lower"]
    assert {"1200", "1920", "1930", "2002"} <= set(lower)
    assert len(scene.breaks) == 2
    reform = folded.warp.forward(OLD_STYLE_END)
    close = scene_of(folded, Viewport(reform - 20.0, 40.0), 1500.0)
    assert close.old_style_end == Scale(Viewport(reform - 20.0, 40.0), close.plot.width, close.plot.x).pixel(
        reform
    )
    assert "New Style from 14 February 1918" in [label.text for label in close.tick_labels]


def test_a_stretch_too_narrow_for_a_tick_is_named_by_the_year_of_its_event():
    events = [day(year(1203) + 9), *(day(year(1917) + 300 * at) for at in range(28)), day(year(2001) + 100)]
    columns = columns_from(events)
    folded = warped(columns, Warp.of(gaps_of(columns)))
    first, end = float(folded.start[0]), float(folded.end[-1])
    scene = scene_of(folded, Viewport(first - 300.0, (end - first) * 1.15), 900.0)
    upper = [label.text for label in scene.tick_labels if label.row == "upper"]
    assert (upper[0], upper[-1]) == ("1203", "2001")


def test_a_wide_break_says_how_long_nothing_happened():
    columns = columns_from(APART)
    folded = warped(columns, Warp.of(gaps_of(columns)))
    first, last = folded.warp.folded_span(folded.warp.gaps[0])
    said = {
        tag: scene_of(folded, Viewport(first - 10.0, last - first + 20.0), 1500.0, tag).breaks[0].text
        for tag in AXIS_LANGUAGES
    }
    assert said == {
        "en": "716 years without an event",
        "cs": "716 let bez události",
        "th": "716 ปีที่ไม่มีเหตุการณ์",
    }
