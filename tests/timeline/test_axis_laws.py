"""Laws of the axis, at every place in time and at every scale."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.timeline.build import METRICS, WIDTHS, measure, viewports
from viewer.model.calendar import Calendar, civil, day_number
from viewer.timeline.axis.tick_steps import MOST_TICKS, STEPS
from viewer.timeline.axis.ticks import OLD_STYLE_END, Axis, axis_of, step_for
from viewer.timeline.axis.units import ChristianEra
from viewer.timeline.rect import Rect
from viewer.timeline.rows.steps import coarsest, step_of
from viewer.timeline.scale import Scale
from viewer.timeline.viewport import Viewport

UNITS = [unit for step in STEPS for unit in (step.unit, step.upper, step.old_style) if unit is not None]


def axis(viewport: Viewport, width: float = 1400, *, old_style: bool = True) -> Axis:
    scale = Scale(viewport, width, 150)
    step = step_for(scale, coarsest(step_of(scale.pixels_per_day)), METRICS, measure)
    return axis_of(scale, step, Rect(150, 0, width, 66), METRICS, measure, old_style=old_style)


def words(found: Axis, row: str) -> list[str]:
    return [label.text for label in found.labels if label.row == row]


@given(st.sampled_from(UNITS), st.integers(-(10**15), 10**15))
def test_a_stop_is_the_last_at_or_before_its_days(unit, day):
    index = unit.index(day)
    assert unit.day(index) <= day
    assert unit.index(unit.day(index)) == index
    if not isinstance(unit, ChristianEra):
        assert day < unit.day(index + 1)
        assert unit.index(unit.day(index + 1)) == index + 1


@settings(max_examples=300, deadline=None)
@given(viewports(), st.one_of(WIDTHS, st.just(30_000.0)))
def test_ticks_are_few_increasing_and_in_the_plot(viewport, width):
    found = axis(viewport, width)
    places = [tick.x for tick in found.ticks]
    assert len(places) <= MOST_TICKS
    assert all(one < other for one, other in pairwise(places))
    assert all(150 <= x < 150 + width for x in places)


@settings(max_examples=300, deadline=None)
@given(viewports(), WIDTHS)
def test_words_of_a_row_never_touch_and_the_larger_unit_is_always_named(viewport, width):
    found = axis(viewport, width)
    for row in ("upper", "lower", "old-style"):
        labels = sorted((label for label in found.labels if label.row == row), key=lambda label: label.x)
        assert all(one.x + one.width < other.x for one, other in pairwise(labels))
    assert words(found, "upper")
    assert all(label.x + label.width <= 150 + width for label in found.labels if label.row != "upper")


@settings(max_examples=200, deadline=None)
@given(viewports(), WIDTHS)
def test_no_year_0_is_shown(viewport, width):
    shown = " ".join(label.text for label in axis(viewport, width).labels if label.row != "old-style")
    assert "AD 0" not in shown
    assert "0 BC" not in shown.split(" ")
    assert " 0 " not in f" {shown} "


@settings(max_examples=200, deadline=None)
@given(st.floats(-40_000, -18_000), st.floats(2, 900))
def test_old_style_words_stand_on_their_day(start, span):
    viewport = Viewport(start, span)
    found, scale = axis(viewport), Scale(viewport, 1400, 150)
    months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    for label in found.labels:
        if label.row != "old-style" or label.text in {"Old Style", "New Style"} or "1918" in label.text:
            continue
        day = round(scale.day(label.x - METRICS.tick_gap))
        _, month, of_month = civil(Calendar.JULIAN, day)
        number, _, name = label.text.partition(" ")
        if number.isdigit():
            assert int(number) == of_month
            assert name in {"", months[month - 1]}
        else:
            assert of_month == 1
            assert label.text.startswith(months[month - 1])
        assert day < OLD_STYLE_END


@pytest.mark.parametrize(
    ("first", "last", "upper", "lower"),
    [
        ((1917, 10, 30), (1917, 11, 12), "November 1917", "7"),
        ((1917, 1, 1), (1918, 12, 31), "1918", "April"),
        ((1879, 1, 1), (2001, 1, 1), "1900–1999", "1910"),
        ((1917, 1, 1), (1925, 1, 1), "1920s", "1921"),
        ((-300, 1, 1), (400, 1, 1), "1–999", "AD 1"),
        ((-49, 1, 1), (60, 1, 1), "AD 1–99", "30 BC"),
    ],
)
def test_the_rows_read(first, last, upper, lower):
    days = [day_number(Calendar.GREGORIAN, *date) for date in (first, last)]
    found = axis(Viewport(days[0], days[1] - days[0]))
    assert any(upper in text for text in words(found, "upper")), words(found, "upper")
    assert lower in words(found, "lower"), words(found, "lower")


def test_years_before_christ_are_round_as_people_count_them():
    start, end = (day_number(Calendar.GREGORIAN, year, 1, 1) for year in (-350, 380))
    found = axis(Viewport(start, end - start), 700)
    assert words(found, "lower") == ["300 BC", "200 BC", "100 BC", "AD 1", "AD 100", "AD 200", "AD 300"]


def test_far_years_are_said_in_millions_and_billions():
    found = axis(Viewport(-5.05e12, 1e12))
    assert words(found, "lower")[0] == "13.5 billion BC"
    assert words(found, "upper") == ["Years BC"]


def test_the_25th_of_october_old_style_stands_over_the_7th_of_november():
    november = day_number(Calendar.GREGORIAN, 1917, 11, 1)
    viewport = Viewport(november, 14)
    found, scale = axis(viewport), Scale(viewport, 1400, 150)
    places = {label.text: label.x for label in found.labels}
    assert places["25 Oct"] == places["7"] == scale.pixel(november + 6) + METRICS.tick_gap


def test_the_old_style_row_ends_with_the_reform():
    reform = day_number(Calendar.GREGORIAN, 1918, 2, 14)
    viewport = Viewport(reform - 5, 10)
    found, scale = axis(viewport), Scale(viewport, 1400, 150)
    assert found.old_style_end == scale.pixel(reform)
    assert "31 Jan" in words(found, "old-style")
    assert "1 Feb" not in words(found, "old-style")
    assert "New Style from 14 February 1918" in words(found, "old-style")


@pytest.mark.parametrize("start", [(1890, 1, 1), (1950, 1, 1)])
def test_years_and_what_follows_the_reform_have_no_old_style_words(start):
    day = day_number(Calendar.GREGORIAN, *start)
    span = 20_000 if start[0] < 1918 else 40
    assert words(axis(Viewport(day, span)), "old-style") == []


@given(st.floats(1e-13, 1e6))
def test_a_scale_lies_in_its_step(pixels_per_day):
    step = step_of(pixels_per_day)
    assert coarsest(step) <= pixels_per_day < coarsest(step + 1) * (1 + 1e-12)


@given(st.integers(-700_000, 60_000), st.floats(3, 6))
def test_a_century_is_named_by_its_first_year_only_where_that_is_seen(start, magnitude):
    view = Viewport(float(start), 10**magnitude)
    scale = Scale(view, 1400, 150)
    step = step_for(scale, coarsest(step_of(scale.pixels_per_day)), METRICS, measure)
    named = [label for label in axis(view).labels if label.row == "upper"]
    years = [int(label.text) for label in named if label.text.isdigit()] if step.begun_words else []
    assert all(day_number(Calendar.GREGORIAN, year, 1, 1) >= view.start for year in years)
