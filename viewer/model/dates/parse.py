"""Reading a date written in EDTF (ISO 8601-2:2019, annex A, levels 0, 1 and 2)."""

from itertools import islice

from viewer.model.calendar import Calendar
from viewer.model.dates.errors import DateError
from viewer.model.dates.intervals import interval
from viewer.model.dates.proposals import proposals
from viewer.model.dates.record import HistoricalDate
from viewer.model.dates.sets import date_set
from viewer.model.dates.single import single_date
from viewer.model.dates.years import refuse_endless_year

LENGTH_LIMIT = 2000
"""The longest text that is read as a date, in characters."""

_PROPOSAL_LIMIT = 60  # characters
_CANDIDATES = 200  # so that hostile texts cost no more than others


def parse_edtf(text: str, calendar: Calendar = Calendar.GREGORIAN) -> HistoricalDate:
    """Read one EDTF text, its components being those of `calendar`.

    Raises DateError with the reason, the character and, where there is one, a proposal that can be read.
    Nothing but EDTF is accepted: "circa 1905" is refused and "1905~" proposed.
    """
    try:
        return _read(text, calendar)
    except DateError as refused:
        error = refused
    raise DateError(error.message, error.position, _proposal(text, calendar))


def _read(text: str, calendar: Calendar) -> HistoricalDate:
    if len(text) > LENGTH_LIMIT:
        refuse_endless_year(text, 0)
        raise DateError(
            f"a date of {len(text):,} characters is too long; the limit is {LENGTH_LIMIT:,}", LENGTH_LIMIT
        )
    if text[:1] in ("[", "{"):
        return date_set(text, calendar)
    if "/" in text:
        return interval(text, calendar)
    return single_date(text, calendar, clock=True)


def _proposal(text: str, calendar: Calendar) -> str | None:
    if len(text) > _PROPOSAL_LIMIT:
        return None
    for candidate in islice(proposals(text), _CANDIDATES):
        try:
            _read(candidate, calendar)
        except DateError:
            continue
        return candidate
    return None
