"""The steps of the axis, from a day to a thousand billion years: what is ticked, what stands above it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from viewer.model.calendar import Calendar, civil
from viewer.timeline.axis.units import ChristianEra, DaysOfMonth, EveryDay, Months, Unit, Years
from viewer.timeline.axis.words import (
    AxisWords,
    day_text,
    month_of_year_texts,
    month_text,
    short_month_text,
    year_texts,
    years_text,
)

MOST_TICKS = 400
"""Ticks of one picture at most, however wide (FAULTS, rule 7)."""

REMEMBERED = 4096
"""Words of stops that are remembered."""

Words = Callable[[int, AxisWords], tuple[str, ...]]
"""The words of the stop on a day in a language, the longest first: the first that fits is taken."""


@dataclass(frozen=True, slots=True, eq=False)
class TickStep:
    """One step: a tick and a word for each stop of `unit`, words of `upper` above them.

    `samples` gives the shortest words of the lower row where those do not depend on the year, among them the
    widest. `old_style` is the unit of the Old Style row, None where ticks are years. `begun_words` are those
    of a stop of `upper` that lies before the view, where they are others: a century must not be named by its
    first year there.
    """

    unit: Unit
    words: Words
    upper: Unit
    upper_words: Words
    samples: Callable[[AxisWords], tuple[str, ...]] | None = None
    old_style: Unit | None = None
    begun_words: Words | None = None

    def said(self, day: int, words: AxisWords) -> tuple[str, ...]:
        """Return the words of the stop on a day; they are remembered, for it stays while the view moves."""
        return _said(self.words, day, words)

    def said_above(self, day: int, words: AxisWords, *, begun: bool = False) -> tuple[str, ...]:
        """Return the words of the stop of the upper row; it has `begun` if it lies before what is seen."""
        return _said((begun and self.begun_words) or self.upper_words, day, words)


def tick_step(
    pixels_per_day: float, width: float, widest: Callable[[TickStep], float], most: int = MOST_TICKS
) -> TickStep:
    """Return the finest step whose words have room at a scale, with at most `most` ticks in `width` pixels.

    `widest` returns the pixels that the widest word of a step needs.
    """
    for step in STEPS:
        apart = step.unit.least_days * pixels_per_day
        if width / apart < most - 1 and apart >= widest(step):
            return step
    return STEPS[-1]


@lru_cache(maxsize=REMEMBERED)
def _said(say: Words, day: int, words: AxisWords) -> tuple[str, ...]:
    return say(day, words)


def _day_words(day: int, words: AxisWords) -> tuple[str, ...]:
    return (day_text(day, words),)


def _day_samples(words: AxisWords) -> tuple[str, ...]:
    return (words.day.format(day=30),)


def _month_words(day: int, words: AxisWords) -> tuple[str, ...]:
    return month_text(day, words), short_month_text(day, words)


def _month_samples(words: AxisWords) -> tuple[str, ...]:
    return words.short_months


def _year(day: int) -> int:
    return civil(Calendar.GREGORIAN, day)[0]


def _year_words(day: int, words: AxisWords) -> tuple[str, ...]:
    return year_texts(_year(day), words)


def _era_words(day: int, words: AxisWords) -> tuple[str, ...]:
    return (words.years_after if _year(day) >= 1 else words.years_before,)


def _years_words(unit: Years) -> Words:
    span = _span_words(unit)

    def said(day: int, words: AxisWords) -> tuple[str, ...]:
        return *span(day, words), *year_texts(unit.year(unit.index(day)), words)

    return said


def _span_words(unit: Years) -> Words:
    def said(day: int, words: AxisWords) -> tuple[str, ...]:
        index = unit.index(day)
        first = unit.year(index)
        return (years_text(first, unit.year(index + 1) - first, words),)

    return said


def _days(stops: tuple[int, ...], least_days: int) -> TickStep:
    return TickStep(
        DaysOfMonth(stops, least_days),
        _day_words,
        Months(1),
        month_of_year_texts,
        _day_samples,
        DaysOfMonth(stops, least_days, Calendar.JULIAN),
    )


def _months(count: int) -> TickStep:
    return TickStep(
        Months(count), _month_words, Years(1), _year_words, _month_samples, Months(count, Calendar.JULIAN)
    )


def _years(count: int) -> TickStep:
    for most, above in ((2, 10), (20, 100), (200, 1000)):
        if count <= most:
            return TickStep(
                Years(count),
                _year_words,
                Years(above),
                _years_words(Years(above)),
                begun_words=_span_words(Years(above)),
            )
    return TickStep(Years(count), _year_words, ChristianEra(), _era_words)


STEPS: tuple[TickStep, ...] = (
    TickStep(EveryDay(), _day_words, Months(1), month_of_year_texts, _day_samples, EveryDay(Calendar.JULIAN)),
    _days((1, 5, 10, 15, 20, 25), 4),
    _days((1, 10, 20), 9),
    _months(1),
    _months(3),
    *(_years(digit * 10**zeros) for zeros in range(13) for digit in (1, 2, 5)),
)
"""The finest first."""
