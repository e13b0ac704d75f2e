"""Is someone in an event that certainly lasted beyond their death?"""

from collections.abc import Iterator

from viewer.model.consistency.finding import Finding, named
from viewer.model.dates import Ending, HistoricalDate, Kind
from viewer.model.records import Collection


def after_death(collection: Collection) -> Iterator[Finding]:
    """Compare the first day on which an event can have ended with the last on which the person can have died.

    A state without end ("1985/..") lasts beyond every death.
    """
    died = {person.id: person.died for person in collection.people}
    for event in collection.events:
        for person in event.people:
            death = died.get(person)
            if death is None or event.date is None:
                continue
            if _outlasts(event.date, death):
                yield Finding(
                    event,
                    f'"{person}" is in {named(event)} after dying ({death.text})',
                    "Correct the date or the people",
                )


def _outlasts(date: HistoricalDate, death: HistoricalDate) -> bool:
    if death.latest_end is None:
        return False
    if date.kind is Kind.INTERVAL and date.end is Ending.OPEN:
        return True
    ended = date.earliest_start if date.earliest_end is None else date.earliest_end
    return ended is not None and ended > death.latest_end
