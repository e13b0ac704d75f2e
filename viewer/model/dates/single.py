"""One date: year, month or season, day, with qualifiers, unspecified digits and time of day."""

import re
from dataclasses import replace

from viewer.model.calendar import Calendar, day_number, days_in_month
from viewer.model.dates.clock import check_time
from viewer.model.dates.errors import DateError
from viewer.model.dates.record import UNQUALIFIED, HistoricalDate, Kind, Precision, Qualifier, Qualifiers
from viewer.model.dates.refusals import misshapen, no_day, no_month
from viewer.model.dates.seasons import GROUPINGS, grouping_bounds
from viewer.model.dates.unspecified import unspecified_date
from viewer.model.dates.years import QUALIFIER, long_year, refuse_endless_year

_PLAIN = re.compile(r"(-?[0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([?~%]?)")
_FULL = re.compile(
    r"([?~%]?)(-?[0-9X]{4})([?~%]?)(?:-([?~%]?)([0-9X]{2})([?~%]?)(?:-([?~%]?)([0-9X]{2})([?~%]?))?)?"
)
_WHOLE = {
    (mark, count): Qualifiers(*[QUALIFIER[mark]] * count) if mark else UNQUALIFIED
    for mark in ("", "?", "~", "%")
    for count in (1, 2, 3)
}
_DATE, _YEAR, _MONTH, _DAY = Kind.DATE, Precision.YEAR, Precision.MONTH, Precision.DAY


def single_date(text: str, calendar: Calendar, offset: int = 0, *, clock: bool = False) -> HistoricalDate:
    """Read one date, without sets and intervals; a time of day only where `clock` allows it.

    Raises DateError with positions counted from `offset`.
    """
    match = _PLAIN.fullmatch(text)
    if match is not None and text[:5] != "-0000":
        year_text, month_text, day_text, mark = match.groups()
        year = int(year_text)
        if month_text is None:
            start, end = day_number(calendar, year, 1, 1), day_number(calendar, year, 12, 31)
            return HistoricalDate(
                text, calendar, _DATE, _YEAR, start, end, start, end, year, None, None, None, _WHOLE[mark, 1]
            )
        month = int(month_text)
        if day_text is None:
            return _month(text, calendar, year, month, _WHOLE[mark, 2], offset + match.start(2))
        day = int(day_text)
        if not (1 <= month <= 12 and 1 <= day <= 28):
            _check_day(calendar, year, month, day, offset + match.start(2))
        number = day_number(calendar, year, month, day)
        return HistoricalDate(
            text,
            calendar,
            _DATE,
            _DAY,
            number,
            number,
            number,
            number,
            year,
            month,
            day,
            None,
            _WHOLE[mark, 3],
        )
    return _elaborate(text, calendar, offset, clock=clock)


def _month(  # noqa: PLR0917 (as the caller has them; keywords cost a tenth of the parse)
    text: str, calendar: Calendar, year: int, month: int, qualifiers: Qualifiers, position: int
) -> HistoricalDate:
    if 1 <= month <= 12:
        start = day_number(calendar, year, month, 1)
        end = start + days_in_month(calendar, year, month) - 1
        return HistoricalDate(
            text, calendar, _DATE, _MONTH, start, end, start, end, year, month, None, None, qualifiers
        )
    if month not in GROUPINGS:
        raise no_month(f"{month:02}", position)
    start, end = grouping_bounds(calendar, year, month)
    return HistoricalDate(
        text,
        calendar,
        _DATE,
        GROUPINGS[month].precision,
        start,
        end,
        start,
        end,
        year,
        None,
        None,
        month,
        qualifiers,
    )


def _elaborate(text: str, calendar: Calendar, offset: int, *, clock: bool) -> HistoricalDate:
    refuse_endless_year(text, offset)
    long = long_year(text, calendar, offset)
    if long is not None:
        return long
    if "T" in text:
        return _with_time(text, calendar, offset, clock=clock)
    match = _FULL.fullmatch(text)
    if match is None:
        raise misshapen(text, offset)
    if match[2] == "-0000":
        raise DateError("there is no year -0000; 1 BC is written 0000", offset + match.start(2))
    left_year, year, right_year, left_month, month, right_month, left_day, day, right_day = match.groups("")
    marks = ((left_year, right_year), (left_month, right_month), (left_day, right_day))
    components = (year, month, day)
    qualifiers = _qualifiers(marks, components)
    positions = (offset + match.start(2), offset + match.start(5), offset + match.start(8))
    if "X" in year + month + day:
        return unspecified_date(text, calendar, components, qualifiers, positions)
    if day:
        _check_day(calendar, int(year), int(month), int(day), positions[1])
    elif month and int(month) not in range(1, 13) and int(month) not in GROUPINGS:
        raise no_month(month, positions[1])
    plain = single_date("-".join(filter(None, components)), calendar, offset)
    return replace(plain, text=text, qualifiers=qualifiers)


def _qualifiers(marks: tuple[tuple[str, str], ...], components: tuple[str, ...]) -> Qualifiers:
    """Combine (left, right) marks: a right one holds for all before it too, a left one for its own."""
    joined = []
    for index, (component, (left, _)) in enumerate(zip(components, marks, strict=True)):
        qualifier = QUALIFIER[left]
        for _, right in marks[index:]:
            qualifier |= QUALIFIER[right]
        joined.append(qualifier if component else Qualifier.NONE)
    return Qualifiers(*joined)


def _with_time(text: str, calendar: Calendar, offset: int, *, clock: bool) -> HistoricalDate:
    date_text, _, time = text.partition("T")
    position = offset + len(date_text)
    if not clock:
        raise DateError("a time of day is not used in intervals and sets", position)
    date = single_date(date_text, calendar, offset)
    if date.precision is not Precision.DAY or date.unspecified or date.approximate or date.uncertain:
        raise DateError("a time of day needs a plain day before it, such as 1985-04-12T23:20:30", position)
    check_time(time, position + 1)
    return replace(date, text=text, precision=Precision.TIME, time=time)


def _check_day(calendar: Calendar, year: int, month: int, day: int, position: int) -> None:
    if not 1 <= month <= 12:
        if month in GROUPINGS:
            raise DateError(
                f"{month} is a season or part of the year, which has no day after it", position + 3
            )
        raise no_month(f"{month:02}", position)
    if not 1 <= day <= days_in_month(calendar, year, month):
        raise no_day(calendar, year, month, day, position + 3)
