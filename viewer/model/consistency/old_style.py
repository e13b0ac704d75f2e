"""Is a day given in a calendar that did not have it?

Soviet Russia went from 31 January 1918 Old Style straight to 14 February New Style: so the decree of
24 January 1918.
"""

from collections.abc import Iterator

from viewer.model.calendar import Calendar, day_number, iso_day
from viewer.model.consistency.finding import Finding, named
from viewer.model.dates import HistoricalDate, Kind
from viewer.model.records import Collection, Event

_LAST_OLD = day_number(Calendar.JULIAN, 1918, 1, 31)
_FIRST_NEW = day_number(Calendar.GREGORIAN, 1918, 2, 14)
_SKIPPED = range(day_number(Calendar.GREGORIAN, 1918, 2, 1), _FIRST_NEW)


def impossible_days(collection: Collection) -> Iterator[Finding]:
    """Report days without a counterpart in the other calendar.

    - An Old Style day after 31 January 1918: the style was no longer in use.
    - 1 to 13 February 1918 New Style, in a collection that has Old Style dates: Soviet Russia left them out.
    - An Old Style day of a passage that is within a fortnight of its event's day, yet not that day: the event
      does not have its counterpart. Events whose sources differ in the date are left alone.
    """
    russian = any(date.calendar is Calendar.JULIAN for event in collection.events for date in _dates(event))
    for event in collection.events:
        found = dict.fromkeys(
            message
            for date in _dates(event)
            for day in _days(date)
            for message in _faults(day, russian=russian)
        )
        for message in [*found, *_not_counterparts(event)]:
            yield Finding(event, f"{named(event)} has {message}", "Correct the day or its calendar")


def _dates(event: Event) -> Iterator[HistoricalDate]:
    if event.date is not None:
        yield event.date
    for passage in event.attestations:
        if passage.says is not None:
            yield passage.says


def _days(date: HistoricalDate) -> Iterator[HistoricalDate]:
    """Yield the date, or the members of an interval or set, where it is written to the day."""
    for part in date.parts:
        yield from _days(part)
    if date.kind is Kind.DATE and date.day is not None:
        yield date


def _faults(date: HistoricalDate, *, russian: bool) -> Iterator[str]:
    day = date.earliest_start
    if day is None or date.earliest_start != date.latest_end:
        return
    if date.calendar is Calendar.JULIAN and day > _LAST_OLD:
        yield f"the Old Style day {date.text}, but Old Style ended with 31 January 1918"
    if russian and date.calendar is Calendar.GREGORIAN and day in _SKIPPED:
        yield f"the day {date.text}, which Soviet Russia left out when it changed its calendar"


def _not_counterparts(event: Event) -> Iterator[str]:
    chosen = event.date
    if chosen is None or chosen.kind is not Kind.DATE or not chosen.certain or "date" in event.differs:
        return
    for passage in event.attestations:
        says = passage.says
        if says is None or says.kind is not Kind.DATE or not says.certain:
            continue
        day, other = says.earliest_start, chosen.earliest_start
        if day is None or other is None or says.calendar is chosen.calendar:
            continue
        if 0 < abs(day - other) <= 14:
            old = day if says.calendar is Calendar.JULIAN else other
            yield (
                f'the day {chosen.text} where "{passage.source}" says {says.text} in the other calendar; '
                f"the Old Style one is {iso_day(old)} New Style"
            )
