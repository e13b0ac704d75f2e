"""The axis against another reckoning: what a word says is worked out here without the program's calendar."""

import datetime
import re
from fractions import Fraction
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.timeline.build import METRICS, measure
from viewer.timeline.axis.tick_steps import MOST_TICKS
from viewer.timeline.axis.ticks import Axis, axis_of, step_for
from viewer.timeline.rect import Rect
from viewer.timeline.rows.steps import coarsest, step_of
from viewer.timeline.scale import Scale
from viewer.timeline.viewport import Viewport

EPOCH = datetime.date(1970, 1, 1).toordinal()
CYCLE = 146_097
"""Days of 400 Gregorian years."""

MONTHS = [datetime.date(2000, month, 1).strftime("%B") for month in range(1, 13)]
LONG_MONTHS = [1, 3, 5, 7, 8, 10, 12]
SIZES = {"million": 10**6, "billion": 10**9}
LEFT = 150.0


def first_day(year: int, month: int = 1, of_month: int = 1) -> int:
    """The day number of a date, by the standard library moved in whole cycles of 400 years."""
    cycles, within = divmod(year - 1, 400)
    return datetime.date(within + 1, month, of_month).toordinal() - EPOCH + cycles * CYCLE


def year_of(day: int) -> int:
    cycles, within = divmod(day + EPOCH - 1, CYCLE)
    return datetime.date.fromordinal(within + 1).year + 400 * cycles


def year_said(text: str) -> int:
    """The astronomical year that a word says: 1 BC is 0, 45 BC is -44."""
    number, *size = re.sub(r"AD | BC|,", "", text).split()
    counted = Fraction(number) * SIZES.get(size[0] if size else "", 1)
    assert counted.denominator == 1
    assert counted >= 1
    return 1 - int(counted) if text.endswith("BC") else int(counted)


def years_said(text: str) -> tuple[int, int]:
    """The first and the last year of a stretch: "1910s", "200–101 BC", "AD 1–99"."""
    if text.endswith("s") and "Years" not in text:
        first = year_said(text[:-1])
        return first, first + 9
    low, _, high = text.partition("–")
    if text.endswith("BC"):
        return year_said(f"{low} BC"), year_said(high)
    return year_said(low), year_said(high)


@st.composite
def views(draw: st.DrawFn) -> tuple[Viewport, float]:
    """From a day to 1e15 days; around today, the first years, the first life, the big bang and far ahead."""
    centre = draw(
        st.one_of(
            st.floats(-40_000, 20_000),
            st.floats(-800_000, -640_000),
            st.floats(-5.1e12, 5.1e12),
            st.sampled_from([first_day(1) * 1.0, first_day(-13_800_000_000) * 1.0, 9e14]),
        )
    )
    span = max(10 ** draw(st.floats(0, 15)), abs(centre) * 2.0**-38)
    place = draw(st.floats(0, 1))
    return Viewport(centre - span * place, span), draw(st.floats(1, 4000))


def axis(viewport: Viewport, width: float) -> tuple[Axis, Scale]:
    scale = Scale(viewport, width, LEFT)
    step = step_for(scale, coarsest(step_of(scale.pixels_per_day)), METRICS, measure)
    return axis_of(scale, step, Rect(LEFT, 0, width, 66), METRICS, measure, old_style=False), scale


def days_said(text: str, near: int) -> list[int]:
    """The days that a word of the lower row may mean around a day."""
    years = [year_of(near) + off for off in (-1, 0, 1)]
    if text.isdigit() and int(text) <= 28:
        return [first_day(year, month, int(text)) for year in years for month in range(1, 13)]
    if text.isdigit() and int(text) <= 31:
        months = [month for month in range(1, 13) if month != 2 and (int(text) < 31 or month in LONG_MONTHS)]
        days = [first_day(year, month, int(text)) for year in years for month in months]
        return [*days, *(first_day(year, 3) - 1 for year in years if int(text) == 29)]
    month = next((at for at, name in enumerate(MONTHS, 1) if name.startswith(text)), None)
    if month is not None:
        return [first_day(year, month) for year in years]
    return [first_day(year_said(text))]


@settings(max_examples=600, deadline=None)
@given(views())
def test_every_word_stands_on_the_day_it_says(view):
    found, scale = axis(*view)
    for label in found.labels:
        if label.row == "lower":
            tick = label.x - METRICS.tick_gap
            days = days_said(label.text, round(scale.day(tick)))
            assert min(abs(scale.pixel(day) - tick) for day in days) < 0.5, label.text


@settings(max_examples=600, deadline=None)
@given(views())
def test_the_larger_unit_is_named_where_it_lies(view):
    found, scale = axis(*view)
    uppers = [label for label in found.labels if label.row == "upper"]
    assert uppers
    for label in uppers:
        if len(uppers) == 1 and scale.width < 400:
            continue  # perhaps nothing fits: the word that is shown all the same has no room of its own
        x, right = label.x, label.x + label.width
        if label.text in {"Years BC", "Years AD"}:
            assert (label.text == "Years AD") == (x > scale.pixel(first_day(1)))
        elif not re.match("[A-Z][a-z]", label.text):
            whole = re.search("–|s$", label.text) is not None
            first, last = years_said(label.text) if whole else (year_said(label.text),) * 2
            assert scale.pixel(first_day(first)) < x
            assert not whole or right < scale.pixel(first_day(last + 1)) + 0.01


@settings(max_examples=600, deadline=None)
@given(views())
def test_ticks_are_few_and_never_finer_than_pixels(view):
    found, scale = axis(*view)
    xs = [tick.x for tick in found.ticks]
    assert len(xs) <= min(MOST_TICKS, scale.width / 4 + 2)
    assert all(later - earlier > 3 for earlier, later in pairwise(xs))


@settings(max_examples=400, deadline=None)
@given(views())
def test_words_of_a_row_stay_apart_and_in_the_picture(view):
    found, scale = axis(*view)
    for row in ("upper", "lower"):
        labels = [label for label in found.labels if label.row == row]
        assert all(one.x + one.width < other.x for one, other in pairwise(labels))
        assert all(label.x >= LEFT for label in labels)
        assert all(label.x + label.width <= LEFT + scale.width for label in labels if row == "lower")


def test_years_cross_the_turn_of_the_era_without_a_year_0():
    start, end = first_day(-4), first_day(7)
    found, _ = axis(Viewport(start, end - start), 1000.0)
    said = [label.text for label in found.labels if label.row == "lower"]
    assert said == ["5 BC", "4 BC", "3 BC", "2 BC", "1 BC", "AD 1", "AD 2", "AD 3", "AD 4", "AD 5", "AD 6"]
