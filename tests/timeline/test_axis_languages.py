"""The axis in Czech and Thai, as a native writes it."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.timeline.build import METRICS, WIDTHS, measure, viewports
from viewer.model.calendar import Calendar, day_number
from viewer.timeline.axis.languages import AXIS_LANGUAGES, CZECH_AXIS, ENGLISH_AXIS, THAI_AXIS
from viewer.timeline.axis.ticks import Axis, axis_of, step_for
from viewer.timeline.axis.words import (
    AxisWords,
    length_text,
    rough_year_texts,
    year_text,
    year_texts,
    years_text,
)
from viewer.timeline.rect import Rect
from viewer.timeline.rows.steps import coarsest, step_of
from viewer.timeline.scale import Scale
from viewer.timeline.viewport import Viewport

NBSP = "\N{NO-BREAK SPACE}"


def axis(viewport: Viewport, words: AxisWords, width: float = 1400.0) -> Axis:
    scale = Scale(viewport, width, 150)
    step = step_for(scale, coarsest(step_of(scale.pixels_per_day)), METRICS, measure, words)
    return axis_of(scale, step, Rect(150, 0, width, 66), METRICS, measure, words, old_style=True)


def row(found: Axis, name: str) -> list[str]:
    return [label.text for label in found.labels if label.row == name]


def between(*dates: tuple[int, int, int]) -> Viewport:
    first, last = (day_number(Calendar.GREGORIAN, *date) for date in dates)
    return Viewport(first, last - first)


@pytest.mark.parametrize(
    ("words", "year", "said"),
    [
        (CZECH_AXIS, 1917, "1917"),
        (CZECH_AXIS, 44, "44 n. l."),
        (CZECH_AXIS, -44, "45 př. n. l."),
        (CZECH_AXIS, 0, "1 př. n. l."),
        (CZECH_AXIS, -11_999, f"12{NBSP}000 př. n. l."),
        (CZECH_AXIS, 1 - 13_800_000_000, "13,8 miliardy let př. n. l."),
        (CZECH_AXIS, 1 - 10**9, "1 miliarda let př. n. l."),
        (CZECH_AXIS, 1 - 3 * 10**6, "3 miliony let př. n. l."),
        (CZECH_AXIS, 1 - 5 * 10**6, "5 milionů let př. n. l."),
        (CZECH_AXIS, 2 * 10**9, "2 miliardy let n. l."),
        (THAI_AXIS, 1917, "1917"),
        (THAI_AXIS, 44, "ค.ศ. 44"),
        (THAI_AXIS, -44, "45 ปีก่อน ค.ศ."),
        (THAI_AXIS, 12_000, "ค.ศ. 12,000"),
        (THAI_AXIS, 1 - 13_800_000_000, "13.8 พันล้านปีก่อน ค.ศ."),
        (ENGLISH_AXIS, 1 - 13_800_000_000, "13.8 billion BC"),
        (ENGLISH_AXIS, 0, "1 BC"),
    ],
)
def test_years_are_said_as_a_native_says_them(words, year, said):
    assert year_text(year, words) == said


@pytest.mark.parametrize(
    ("words", "first", "count", "said"),
    [
        (CZECH_AXIS, 1910, 10, "1910–1919"),
        (CZECH_AXIS, 1900, 100, "1900–1999"),
        (CZECH_AXIS, -199, 100, "200–101 př. n. l."),
        (CZECH_AXIS, 1, 99, "1–99 n. l."),
        (THAI_AXIS, 1910, 10, "คริสต์ทศวรรษ 1910"),
        (THAI_AXIS, 1900, 100, "ค.ศ. 1900–1999"),
        (THAI_AXIS, -199, 100, "200–101 ปีก่อน ค.ศ."),
        (ENGLISH_AXIS, 1910, 10, "1910s"),
        (ENGLISH_AXIS, 990, 10, "AD 990s"),
    ],
)
def test_stretches_of_years_are_said_as_a_native_says_them(words, first, count, said):
    assert years_text(first, count, words) == said


def test_a_thai_year_names_its_era_where_there_is_room():
    assert year_texts(1917, THAI_AXIS) == ("ค.ศ. 1917", "1917")
    assert year_texts(1917, CZECH_AXIS) == ("1917",)


@pytest.mark.parametrize(
    ("words", "days", "said"),
    [
        (ENGLISH_AXIS, 439_755, "1,204 years"),
        (ENGLISH_AXIS, 1, "1 day"),
        (CZECH_AXIS, 439_755, f"1{NBSP}204 let"),
        (CZECH_AXIS, 731, "2 roky"),
        (CZECH_AXIS, 31, "31 dní"),
        (CZECH_AXIS, 3, "3 dny"),
        (THAI_AXIS, 439_755, "1,204 ปี"),
    ],
)
def test_lengths_take_the_right_form(words, days, said):
    assert length_text(days, words) == said


@pytest.mark.parametrize(
    ("words", "dates", "upper", "lower", "old_style"),
    [
        (CZECH_AXIS, ((1917, 10, 30), (1917, 11, 12)), "listopad 1917", "7.", f"25.{NBSP}10."),
        (CZECH_AXIS, ((1917, 1, 1), (1918, 1, 1)), "1917", "únor", "leden"),
        (THAI_AXIS, ((1917, 10, 30), (1917, 11, 12)), "พฤศจิกายน ค.ศ. 1917", "7", "25 ต.ค."),
        (THAI_AXIS, ((1917, 1, 1), (1918, 1, 1)), "ค.ศ. 1917", "กุมภาพันธ์", "มกราคม"),
    ],
)
def test_the_rows_read(words, dates, upper, lower, old_style):
    found = axis(between(*dates), words)
    assert upper in row(found, "upper")
    assert lower in row(found, "lower")
    assert {old_style, words.old_style} <= set(row(found, "old-style"))


@settings(max_examples=300, deadline=None)
@given(viewports(), WIDTHS, st.sampled_from(list(AXIS_LANGUAGES.values())))
def test_words_never_touch_in_any_language(viewport, width, words):
    found = axis(viewport, words, width)
    for name in ("upper", "lower", "old-style"):
        labels = sorted((label for label in found.labels if label.row == name), key=lambda label: label.x)
        assert all(one.x + one.width < other.x for one, other in pairwise(labels))
    assert row(found, "upper")


@given(st.integers(-(10**13), 10**13))
def test_no_language_converts_a_year_to_another_era_or_says_a_year_0(year):
    counted = str(year if year > 0 else 1 - year)
    for words in AXIS_LANGUAGES.values():
        said = year_text(year, words).replace(words.thousands, "")
        if (year if year > 0 else 1 - year) % 10**6:
            assert counted in said
        assert not said.startswith("0")


@pytest.mark.parametrize(
    ("words", "year", "said"),
    [
        (ENGLISH_AXIS, -4_540_000_123, ("4.54 billion BC", "4.54 bn BC", "4.5 bn BC")),
        (ENGLISH_AXIS, -537_999_999, ("538 million BC", "538 m BC", "540 m BC")),
        (ENGLISH_AXIS, -300_000, ("300,001 BC", "300,001 BC", "300,001 BC")),
        (
            CZECH_AXIS,
            -4_540_000_123,
            ("4,54 miliardy let př. n. l.", "4,54 mld. let př. n. l.", "4,5 mld. let př. n. l."),
        ),
        (THAI_AXIS, 1917, ("ค.ศ. 1917", "1917", "1917", "1917")),
    ],
)
def test_a_far_age_is_named_in_three_figures_or_two(words, year, said):
    assert rough_year_texts(year, words) == said
