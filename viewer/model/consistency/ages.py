"""Does an age that a passage states fit the person's birth?"""

from collections.abc import Iterator

from viewer.model.comparison import Age, age
from viewer.model.consistency.finding import Finding, named
from viewer.model.records import Collection


def unfitting_age(collection: Collection) -> Iterator[Finding]:
    """Reckon completed years on the passage's own date, on the event's where it gives none."""
    born = {person.id: person.born for person in collection.people}
    for event in collection.events:
        for passage in event.attestations:
            at = passage.says or event.date
            stated = passage.age
            if stated is None or at is None:
                continue
            birth = born.get(stated.person)
            if birth is None:
                continue
            reckoned = age(birth, at)
            if not _fits(stated.years, reckoned):
                yield Finding(
                    event,
                    f'"{passage.source}" gives "{stated.person}" the age of {stated.years} '
                    f"in {named(event)}; born {birth.text}, it was {reckoned.words}",
                    "Correct the age, the birth or the date",
                )


def _fits(years: int, reckoned: Age) -> bool:
    return (reckoned.minimum is None or years >= reckoned.minimum) and (
        reckoned.maximum is None or years <= reckoned.maximum
    )
