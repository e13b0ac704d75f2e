"""When it happened, in the lines that stand under a title."""

from viewer.model.calendar import Calendar, day_number
from viewer.model.comparison import spread
from viewer.model.dates import HistoricalDate, Kind, Precision
from viewer.model.records import Attestation, Event
from viewer.model.wording import day_words, words

_TWO_CALENDARS = range(
    day_number(Calendar.GREGORIAN, 1582, 10, 15), day_number(Calendar.GREGORIAN, 1918, 2, 14)
)
"""From the Gregorian reform to the day from which Russia used it too."""

CALENDAR_NAMES = {
    Calendar.GREGORIAN: "Gregorian calendar",
    Calendar.JULIAN: "Julian calendar",
}


def date_line(event: Event) -> str:
    """Say when: "late January 1928; the sources differ by 23 days"."""
    if event.date is None:
        if event.unreadable:
            return f"Not placed: “{event.date_text}” cannot be read as a date"
        return "Undated"
    apart = spread_words(event)
    return f"{words(event.date)}; {apart}" if apart else words(event.date)


def spread_words(event: Event) -> str:
    """Say how far the sources lie apart where the date is in dispute; "" where they do not."""
    claims = [attestation.says for attestation in event.attestations if attestation.says]
    if len(claims) < 2 or not {"date", "precision"} & set(event.differs):
        return ""
    apart = spread(claims)
    if apart.maximum == 0:
        return ""
    return f"the sources {'differ' if apart.minimum else 'may differ'} by {apart.words}"


def other_style(date: HistoricalDate | None) -> str:
    """Say a New Style day before 14 February 1918 in Old Style; "" where that is not needed or not known."""
    if date is None or date.calendar is Calendar.JULIAN or not date.certain:
        return ""
    first, last = date.earliest_start, date.latest_end
    if first is None or last is None or not (first in _TWO_CALENDARS or last in _TWO_CALENDARS):
        return ""
    parts = date.parts if date.kind is Kind.INTERVAL else (date,)
    if any(part.precision not in (Precision.DAY, Precision.TIME) for part in parts):
        return ""
    days = [day_words(day, Calendar.JULIAN) for day in sorted({first, last})]
    return f"Old Style: {' to '.join(days)}"


def says_words(attestation: Attestation) -> str:
    """Say what this source says of the date."""
    if attestation.says is not None:
        return words(attestation.says)
    if attestation.says_text:
        return f"“{attestation.says_text}”, which cannot be read as a date"
    return "none given"
