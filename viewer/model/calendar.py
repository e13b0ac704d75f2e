"""Which day is it? Two calendars, one count of days.

A *day number* is an integer count of days; day 0 is 1970-01-01 of the Gregorian calendar. Both calendars are
proleptic (reckoned back before their introduction), years are astronomical (year 0 is 1 BC, year -1 is 2 BC),
and no year is too large or too small: everything is exact integer arithmetic.
"""

from enum import StrEnum


class Calendar(StrEnum):
    """The calendar in which a date is written."""

    GREGORIAN = "gregorian"
    JULIAN = "julian"


def day_number(calendar: Calendar, year: int, month: int, day: int) -> int:
    """Return the day number of a civil date.

    (Gregorian, 1970, 1, 1) is 0; (Julian, 1969, 12, 19) is the same day.
    Raises ValueError for a month or day that the calendar does not have.
    """
    if not (1 <= month <= 12 and 1 <= day <= 28) and not 1 <= day <= days_in_month(calendar, year, month):
        raise ValueError(f"month {month} of the year {year} has no day {day}")
    # The year is counted from March, so that the leap day is its last;
    # (153 month + 2) // 5 is the number of days before a month counted so.
    if month <= 2:
        year -= 1
        month += 9
    else:
        month -= 3
    days = 365 * year + year // 4 + (153 * month + 2) // 5 + day
    if calendar is Calendar.GREGORIAN:
        return days - year // 100 + year // 400 - 719469
    return days - 719471


def civil(calendar: Calendar, day: int) -> tuple[int, int, int]:
    """Return (year, month, day of the month) of a day number: the exact inverse of day_number."""
    if calendar is Calendar.GREGORIAN:
        era, of_era = divmod(day + 719468, 146097)
        year = (of_era - of_era // 1460 + of_era // 36524 - of_era // 146096) // 365
        of_year = of_era - (365 * year + year // 4 - year // 100)
        year += 400 * era
    else:
        era, of_era = divmod(day + 719470, 1461)
        year = (of_era - of_era // 1460) // 365
        of_year = of_era - 365 * year
        year += 4 * era
    from_march = (5 * of_year + 2) // 153
    of_month = of_year - (153 * from_march + 2) // 5 + 1
    return (year, from_march + 3, of_month) if from_march < 10 else (year + 1, from_march - 9, of_month)


def is_leap(calendar: Calendar, year: int) -> bool:
    """Tell whether the astronomical year has a 29 February: 1900 has one in the Julian calendar only."""
    if year % 4:
        return False
    return calendar is Calendar.JULIAN or year % 100 != 0 or year % 400 == 0


def days_in_month(calendar: Calendar, year: int, month: int) -> int:
    """Return the length of a month, 28 to 31 days. Raises ValueError for a month outside 1 to 12."""
    if not 1 <= month <= 12:
        raise ValueError(f"there is no month {month}")
    return 29 if month == 2 and is_leap(calendar, year) else _LENGTHS[month]


def iso_day(day: int) -> str:
    """Return a day number as an ISO 8601 date of the proleptic Gregorian calendar.

    "1879-11-07"; before the year 0 with a sign, "-0043-03-15"; beyond four digits in ISO's expanded
    form, which requires the sign: "+12345-01-02", "-170000000-01-01".
    """
    year, month, of_month = civil(Calendar.GREGORIAN, day)
    sign = "-" if year < 0 else "+" if year > 9999 else ""
    return f"{sign}{abs(year):04}-{month:02}-{of_month:02}"


_LENGTHS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
