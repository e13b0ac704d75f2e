"""From one date to another."""

from viewer.model.calendar import Calendar
from viewer.model.dates.errors import DateError
from viewer.model.dates.record import UNQUALIFIED, Ending, HistoricalDate, Kind
from viewer.model.dates.sets import bounded_end, coarsest
from viewer.model.dates.single import single_date

_ABSENT = {"": Ending.UNKNOWN, "..": Ending.OPEN}
_GIVEN = Ending.GIVEN


def interval(text: str, calendar: Calendar) -> HistoricalDate:
    """Read "1904/1905", "1985/..", "/1985" and the like: each end has the bounds of its own date.

    Raises DateError for an interval without any date, or one that certainly ends before it begins.
    """
    first_text, _, last_text = text.partition("/")
    if "/" in last_text:
        raise DateError(
            'an interval has one "/" between two dates', len(first_text) + 1 + last_text.index("/")
        )
    last_at = len(first_text) + 1
    if first_text in _ABSENT and last_text in _ABSENT:
        raise DateError("an interval needs a date at one end at least", 0)
    if first_text in _ABSENT:
        return _since_or_until(text, _end(last_text, calendar, last_at), start=_ABSENT[first_text])
    if last_text in _ABSENT:
        return _since_or_until(text, _end(first_text, calendar, 0), end=_ABSENT[last_text])
    first, last = _end(first_text, calendar, 0), _end(last_text, calendar, last_at)
    begin, finish = first.earliest_start, last.latest_end
    if begin is not None and finish is not None and begin > finish:
        message = f"the interval ends before it begins: {last_text} is before {first_text}"
        raise DateError(message, last_at)
    return HistoricalDate(
        text, calendar, Kind.INTERVAL, coarsest((first, last)),
        begin, first.latest_start, last.earliest_end, finish,
        None, None, None, None, UNQUALIFIED, _GIVEN, _GIVEN, (first, last),
    )  # fmt: skip


def _end(text: str, calendar: Calendar, offset: int) -> HistoricalDate:
    if text.startswith("..") or text.endswith(".."):
        return bounded_end(text, calendar, offset)
    return single_date(text, calendar, offset)


def _since_or_until(
    text: str, given: HistoricalDate, *, start: Ending = _GIVEN, end: Ending = _GIVEN
) -> HistoricalDate:
    began = (given.earliest_start, given.latest_start) if start is _GIVEN else (None, None)
    ended = (given.earliest_end, given.latest_end) if end is _GIVEN else (None, None)
    return HistoricalDate(
        text,
        given.calendar,
        Kind.INTERVAL,
        given.precision,
        *began,
        *ended,
        start=start,
        end=end,
        parts=(given,),
    )
