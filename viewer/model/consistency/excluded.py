"""Does the date of an event leave out what every one of its sources says?"""

from collections.abc import Iterator

from viewer.model.comparison import overlap
from viewer.model.consistency.finding import Finding, named
from viewer.model.records import Collection


def excluded_dates(collection: Collection) -> Iterator[Finding]:
    """Report an event whose date has no day in common with any date that its passages say."""
    for event in collection.events:
        date = event.date
        said = [passage.says for passage in event.attestations if passage.says is not None]
        if date is None or not said:
            continue
        if all(overlap(date, says).maximum == 0 for says in said):
            yield Finding(
                event,
                f"{named(event)} is dated to no day that its sources say: "
                + ", ".join(dict.fromkeys(says.text for says in said)),
                "Correct the date",
            )
