"""The sentences with which a date is refused."""

import re

from viewer.model.calendar import Calendar, days_in_month
from viewer.model.dates.errors import DateError

MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

_SLOTS = (("year", 4, "four"), ("month", 2, "two"), ("day", 2, "two"))
_QUALIFIERS = "?~%"
_LONG_YEAR_FORM = (
    "after Y come the year's digits, then E and a power of ten or S and a number of digits, and no month"
)
_LONG_YEAR = re.compile(r"[?~%]?Y-?(?:[0-9]+(?:E(?:[0-9]+(?:S[0-9]*)?)?|S[0-9]*)?)?")
_WORD = re.compile(r"[^\W\d_]{2,}")
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2212"


def no_month(month: str, position: int) -> DateError:
    """Refuse a month that no calendar has."""
    return DateError(
        f"there is no month {month}: months run from 01 to 12, seasons and parts of the year from 21 to 41",
        position,
    )


def no_day(calendar: Calendar, year: int, month: int, day: int, position: int) -> DateError:
    """Refuse a day of the month, and say how long the month is."""
    name = MONTH_NAMES[month - 1]
    length = days_in_month(calendar, year, month)
    if month == 2 and day == 29:
        also = (
            ", though it was one in the Julian calendar"
            if calendar is Calendar.GREGORIAN and year % 4 == 0
            else ""
        )
        shown = f"{year} was" if year > 0 else f"the year {year} was"
        return DateError(f"29 February does not exist: {shown} no leap year{also}", position)
    return DateError(f"{day} {name} does not exist: {name} has {length} days", position)


def misshapen(text: str, offset: int) -> DateError:
    """Say where a text stops looking like a date, and what is needed there."""
    if not text:
        return DateError("there is no date here", offset)
    if "Y" in text[:2]:
        return DateError(_LONG_YEAR_FORM, offset + _long_year_end(text))
    at = 0
    for number, (name, length, word) in enumerate(_SLOTS):
        at += text[at : at + 1] in tuple(_QUALIFIERS)
        if number == 0:
            at += text[at : at + 1] == "-"
        begin = at
        while at < len(text) and at < begin + length and text[at] in "0123456789X":
            at += 1
        if at < begin + length:
            needed = f"a {name} needs {word} digits"
            return DateError(_found(text, at, needed, f"the text ends, but {needed}"), offset + at)
        at += text[at : at + 1] in tuple(_QUALIFIERS)
        if text[at : at + 1] != "-" or name == "day":
            break
        at += 1
    if text[4:5].isdigit() and text[:5].isascii() and text[:5].isdigit():
        return DateError("a year of more than four digits begins with Y", offset + 4)
    return DateError(_found(text, at, "the date should end here", "nothing follows"), offset + at)


def _found(text: str, at: int, needed: str, at_end: str) -> str:
    if at >= len(text):
        return at_end
    found = text[at]
    if found in _DASHES:
        return f'"{found}" is a dash; dates are written with the hyphen "-" and intervals with "/"'
    if found.isdigit() and not found.isascii():
        return f'"{found}" is not one of the digits 0 to 9'
    if found.isspace():
        return "there is a space in the date"
    word = _WORD.match(text, at)
    if word is not None:
        return f'"{word[0]}" is a word; a date is written in digits'
    shown = f'"{found}"' if found.isprintable() else f"U+{ord(found):04X}"
    return f"{shown} was not expected; {needed}"


def _long_year_end(text: str) -> int:
    match = _LONG_YEAR.match(text)
    return 0 if match is None else match.end()
