"""Is someone in an event that certainly began before their birth?"""

from collections.abc import Iterator

from viewer.model.consistency.finding import Finding, named
from viewer.model.records import Collection


def before_birth(collection: Collection) -> Iterator[Finding]:
    """Compare the last day on which an event can have begun with the first of the person's possible birth."""
    born = {person.id: person.born for person in collection.people}
    for event in collection.events:
        began = None if event.date is None else event.date.latest_start
        for person in event.people:
            birth = born.get(person)
            if birth is None or birth.earliest_start is None or began is None:
                continue
            if began < birth.earliest_start:
                yield Finding(
                    event,
                    f'"{person}" is in {named(event)} before being born ({birth.text})',
                    "Correct the date or the people",
                )
