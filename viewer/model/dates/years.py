"""Years of more than four digits, exponential years, significant digits."""

import re

from viewer.model.calendar import Calendar, day_number
from viewer.model.dates.errors import DateError
from viewer.model.dates.record import HistoricalDate, Kind, Precision, Qualifier, Qualifiers

YEAR_LIMIT = 10**12
"""The largest distance from year 0 that is accepted, in years."""

_YEAR = re.compile(r"([?~%]?)(Y?)(-?)([0-9]+)(?:E([0-9]+))?(?:S([0-9]+))?([?~%]?)")
_DIGITS = len(str(YEAR_LIMIT))
_ROUNDED = (Precision.YEAR, Precision.DECADE, Precision.CENTURY, Precision.MILLENNIUM, Precision.ERA)
QUALIFIER = {"?": Qualifier.UNCERTAIN, "~": Qualifier.APPROXIMATE, "%": Qualifier.BOTH, "": Qualifier.NONE}


def long_year(text: str, calendar: Calendar, offset: int) -> HistoricalDate | None:
    """Read "Y170000002", "Y-17E7", "1950S2", "Y3388E2S3"; return None for any other form of text.

    Raises DateError, with positions counted from `offset`.
    """
    match = _YEAR.fullmatch(text)
    if match is None or not (match[2] or match[6]):
        return None
    before, prefix, sign, digits, exponent, significant, after = match.groups()
    year = _value(digits, exponent or "0", offset + match.start(4))
    if not prefix:
        _require(
            len(digits) == 4 and exponent is None, "a year without Y has four digits", offset + match.start(4)
        )
    else:
        written_out = exponent is None and len(digits) <= 4
        _require(not written_out, "Y is for years of more than four digits", offset + match.start(2))
        _require(digits[0] != "0", "a year after Y does not begin with 0", offset + match.start(4))
    _require(not (sign and year == 0), "there is no year -0; 1 BC is written 0000", offset + match.start(3))
    kept = len(str(year))
    if significant is not None:
        kept = _kept_digits(significant, kept, offset + match.start(6))
    rounded = len(str(year)) - kept
    first = year - year % 10**rounded
    low, high = first, first + 10**rounded - 1
    if sign:
        year, low, high = -year, -high, -low
    start, end = day_number(calendar, low, 1, 1), day_number(calendar, high, 12, 31)
    return HistoricalDate(
        text, calendar, Kind.DATE, _ROUNDED[min(rounded, 4)], start, end, start, end, year,
        qualifiers=Qualifiers(QUALIFIER[before] | QUALIFIER[after]),
        significant_digits=None if significant is None else kept,
    )  # fmt: skip


def refuse_endless_year(text: str, position: int) -> None:
    """Raise DateError for a text with more digits than any year has, before they are made into a number."""
    match = _ENDLESS.match(text)
    if match is not None:
        raise _beyond(position + match.start(1))


_ENDLESS = re.compile(rf"[?~%]?Y?-?([0-9]{{{_DIGITS + 1},}})")


def _value(digits: str, exponent: str, position: int) -> int:
    # The lengths are judged before anything is computed: 10**999999999 would never end.
    exponent = exponent.lstrip("0") or "0"
    if len(digits) > _DIGITS or len(exponent) > 2 or len(digits) + int(exponent) > 2 * _DIGITS:
        raise _beyond(position)
    value: int = int(digits) * 10 ** int(exponent)
    if value > YEAR_LIMIT:
        raise _beyond(position)
    return value


def _kept_digits(significant: str, available: int, position: int) -> int:
    wanted = significant.lstrip("0")
    _require(wanted != "", "at least 1 digit must be significant", position)
    plural = "digit" if available == 1 else "digits"
    enough = len(wanted) <= len(str(available)) and int(wanted) <= available
    _require(enough, f"the year has only {available} {plural}, so no more can be significant", position)
    return int(wanted)


def _beyond(position: int) -> DateError:
    return DateError(f"a year beyond {YEAR_LIMIT:,} cannot be placed", position)


def _require(condition: bool, message: str, position: int) -> None:  # noqa: FBT001 (it is the question asked)
    if not condition:
        raise DateError(message, position)
