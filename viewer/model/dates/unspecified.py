"""Dates with unspecified digits: the first and the last day that fit a pattern such as 156X-12-25."""

import re
from collections.abc import Iterable, Iterator

from viewer.model.calendar import Calendar, day_number, days_in_month
from viewer.model.dates.errors import DateError
from viewer.model.dates.record import HistoricalDate, Kind, Precision, Qualifiers
from viewer.model.dates.refusals import no_month
from viewer.model.dates.seasons import GROUPINGS, grouping_bounds

_YEARS = (Precision.YEAR, Precision.DECADE, Precision.CENTURY, Precision.MILLENNIUM, Precision.ERA)


def unspecified_date(
    text: str,
    calendar: Calendar,
    components: tuple[str, str, str],
    qualifiers: Qualifiers,
    positions: tuple[int, int, int],
) -> HistoricalDate:
    """Read year, month and day patterns (month and day may be empty) whose "X" stands for any one digit.

    The bounds are the first and the last day of the calendar that fit: "15XX-02-29" begins in the leap year
    1504 (Gregorian). "XXXX" is any year of four digits, 0000 to 9999. Raises DateError where no day fits.
    """
    year, month, day = components
    grouping = None
    if month.isdigit() and int(month) in GROUPINGS and not day:
        grouping = int(month)
        years = list(_years(year))
        start = grouping_bounds(calendar, years[0], grouping)[0]
        end = grouping_bounds(calendar, years[-1], grouping)[1]
        precision = GROUPINGS[grouping].precision
    else:
        start, end = _first_and_last(calendar, components, positions)
        trailing = len(year) - len(year.rstrip("X"))
        precision = Precision.DAY if day else Precision.MONTH if month else _YEARS[trailing]
    return HistoricalDate(
        text, calendar, Kind.DATE, precision, start, end, start, end,
        _number(year), None if grouping else _number(month), _number(day), grouping, qualifiers,
        unspecified=components,
    )  # fmt: skip


def _first_and_last(
    calendar: Calendar, components: tuple[str, str, str], positions: tuple[int, int, int]
) -> tuple[int, int]:
    year, month, day = components
    months = _matching(month, range(1, 13)) if month else list(range(1, 13))
    if not months:
        raise no_month(month, positions[1])
    days = _matching(day, range(1, 32)) if day else list(range(1, 32))
    first = _find(calendar, _years(year), months, days)
    if first is None:
        raise DateError(f"no day fits {'-'.join(components)}", positions[2])
    last = _find(calendar, reversed(list(_years(year))), months[::-1], days[::-1])
    return first, first if last is None else last


def _find(calendar: Calendar, years: Iterable[int], months: list[int], days: list[int]) -> int | None:
    for year in years:
        for month in months:
            length = days_in_month(calendar, year, month)
            for day in days:
                if day <= length:
                    return day_number(calendar, year, month, day)
    return None


def _years(pattern: str) -> Iterator[int]:
    """Yield the years that fit a pattern, in ascending order; -0 is no year."""
    digits = pattern.lstrip("-")
    unknown = [10 ** (3 - place) for place, digit in enumerate(digits) if digit == "X"]
    base = int(digits.replace("X", "0"))
    choices = range(10 ** len(unknown))
    if pattern[0] != "-":
        for choice in choices:
            yield base + _spread(choice, unknown)
        return
    for choice in reversed(choices):
        year = base + _spread(choice, unknown)
        if year:
            yield -year


def _spread(choice: int, places: list[int]) -> int:
    """Put the digits of a number, lowest last, at the given places of ten."""
    total = 0
    for place in reversed(places):
        choice, digit = divmod(choice, 10)
        total += digit * place
    return total


def _matching(pattern: str, values: range) -> list[int]:
    fits = re.compile(pattern.replace("X", "[0-9]"))
    return [value for value in values if fits.fullmatch(f"{value:02}")]


def _number(pattern: str) -> int | None:
    return int(pattern) if pattern and "X" not in pattern else None
