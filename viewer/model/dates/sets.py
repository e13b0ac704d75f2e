"""Several dates: [one of them] or {all of them}."""

from collections.abc import Iterable

from viewer.model.calendar import Calendar
from viewer.model.dates.errors import DateError
from viewer.model.dates.record import Ending, HistoricalDate, Kind, Precision
from viewer.model.dates.single import single_date

_KINDS = {"[": (Kind.ONE_OF, "]"), "{": (Kind.ALL_OF, "}")}
_COARSENESS = {precision: rank for rank, precision in enumerate(Precision)}
_MEMBER_LIMIT = 500


def date_set(text: str, calendar: Calendar) -> HistoricalDate:
    """Read "[1667,1668,1670..1672]" or "{1960,1961-12}"; one space after a comma is allowed.

    One of: it began and ended within the bounds of some member. All of: it began with the first and
    ended with the last. Raises DateError.
    """
    kind, closing = _KINDS[text[0]]
    if not text.endswith(closing) or len(text) < 2:
        raise DateError(f'a set that begins with "{text[0]}" ends with "{closing}"', len(text))
    if text[1:-1].count(",") >= _MEMBER_LIMIT:
        raise DateError(f"a set has at most {_MEMBER_LIMIT} members", 0)
    members = []
    position = 1
    for number, written in enumerate(text[1:-1].split(",")):
        spaced = number > 0 and written.startswith(" ")
        members.append(_member(written[spaced:], calendar, position + spaced))
        position += len(written) + 1
    open_start = [m for m in members if m.start is Ending.OPEN]
    open_end = [m for m in members if m.end is Ending.OPEN]
    if open_start and (len(open_start) > 1 or members[0] is not open_start[0]):
        raise DateError('".." before a date stands only at the beginning of a set', 1)
    if open_end and (len(open_end) > 1 or members[-1] is not open_end[0]):
        raise DateError('".." after a date stands only at the end of a set', len(text) - 1)
    return _joined(text, calendar, kind, tuple(members))


def bounded_end(text: str, calendar: Calendar, offset: int) -> HistoricalDate:
    """Read the end of an interval that is "on or before", "..2004-06-01", or "on or after", "2004-06-20..".

    (ISO 8601-2, 10.6.) It is one of the days of that open range. Raises DateError.
    """
    return _joined(text, calendar, Kind.ONE_OF, (_member(text, calendar, offset),))


def coarsest(dates: tuple[HistoricalDate, ...]) -> Precision:
    """Return the coarsest precision among dates."""
    return max((date.precision for date in dates), key=_COARSENESS.__getitem__)


def _member(text: str, calendar: Calendar, offset: int) -> HistoricalDate:
    if ".." not in text:
        return single_date(text, calendar, offset)
    first_text, _, last_text = text.partition("..")
    if not first_text and not last_text:
        raise DateError('".." needs a date before or after it', offset)
    first = single_date(first_text, calendar, offset) if first_text else None
    last = single_date(last_text, calendar, offset + len(first_text) + 2) if last_text else None
    if first is not None and last is not None and not _ascending(first, last):
        raise DateError("the range ends before it begins", offset + len(first_text) + 2)
    given = tuple(date for date in (first, last) if date is not None)
    return HistoricalDate(
        text,
        calendar,
        Kind.RANGE,
        coarsest(given),
        None if first is None else first.earliest_start,
        None if first is None else first.latest_start,
        None if last is None else last.earliest_end,
        None if last is None else last.latest_end,
        start=Ending.OPEN if first is None else Ending.GIVEN,
        end=Ending.OPEN if last is None else Ending.GIVEN,
        parts=given,
    )


def _ascending(first: HistoricalDate, last: HistoricalDate) -> bool:
    return first.earliest_start is None or last.latest_end is None or first.earliest_start <= last.latest_end


def _joined(text: str, calendar: Calendar, kind: Kind, members: tuple[HistoricalDate, ...]) -> HistoricalDate:
    starts = [_begin(member) for member in members]
    ends = [_finish(member) for member in members]
    if kind is Kind.ONE_OF:
        latest_start = _last(None if date is None else date.latest_start for date in ends)
        earliest_end = _first(None if date is None else date.earliest_end for date in starts)
    else:
        latest_start = _first(None if date is None else date.latest_start for date in starts)
        earliest_end = _last(None if date is None else date.earliest_end for date in ends)
    return HistoricalDate(
        text, calendar, kind, coarsest(members),
        _first(None if date is None else date.earliest_start for date in starts), latest_start, earliest_end,
        _last(None if date is None else date.latest_end for date in ends),
        parts=members, start=members[0].start, end=members[-1].end,
    )  # fmt: skip


def _begin(member: HistoricalDate) -> HistoricalDate | None:
    if member.kind is not Kind.RANGE:
        return member
    return member.parts[0] if member.start is Ending.GIVEN else None


def _finish(member: HistoricalDate) -> HistoricalDate | None:
    if member.kind is not Kind.RANGE:
        return member
    return member.parts[-1] if member.end is Ending.GIVEN else None


def _first(days: Iterable[int | None]) -> int | None:
    known = list(days)
    return None if None in known else min(day for day in known if day is not None)


def _last(days: Iterable[int | None]) -> int | None:
    known = list(days)
    return None if None in known else max(day for day in known if day is not None)
