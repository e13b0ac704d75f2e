"""The months that an EDTF sub-year code, 21 to 41, stands for (ISO 8601-2, 4.8)."""

from typing import NamedTuple

from viewer.model.calendar import Calendar, day_number
from viewer.model.dates.record import Precision


class Grouping(NamedTuple):
    """A run of whole months: the first one (1 to 12) and how many; it may run on into the next year."""

    precision: Precision
    first_month: int
    months: int


# Seasons are the meteorological ones. Without a hemisphere (21 to 24) they are read as northern, and a winter
# belongs to the year in which it begins: 1920-24 is December 1920 to February 1921.
GROUPINGS: dict[int, Grouping] = {
    **{code: Grouping(Precision.SEASON, 3 * (code - 20), 3) for code in range(21, 25)},
    **{code: Grouping(Precision.SEASON, 3 * (code - 24), 3) for code in range(25, 29)},
    29: Grouping(Precision.SEASON, 9, 3),
    30: Grouping(Precision.SEASON, 12, 3),
    31: Grouping(Precision.SEASON, 3, 3),
    32: Grouping(Precision.SEASON, 6, 3),
    **{code: Grouping(Precision.QUARTER, 3 * (code - 33) + 1, 3) for code in range(33, 37)},
    **{code: Grouping(Precision.QUADRIMESTER, 4 * (code - 37) + 1, 4) for code in range(37, 40)},
    **{code: Grouping(Precision.SEMESTER, 6 * (code - 40) + 1, 6) for code in range(40, 42)},
}


def grouping_bounds(calendar: Calendar, year: int, code: int) -> tuple[int, int]:
    """Return the first and the last day number of a season, quarter, quadrimester or semester of a year."""
    _, first_month, months = GROUPINGS[code]
    years_on, month = divmod(first_month + months - 1, 12)
    start = day_number(calendar, year, first_month, 1)
    return start, day_number(calendar, year + years_on, month + 1, 1) - 1
