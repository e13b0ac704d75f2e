"""Is one happening recorded as two events?"""

from collections import defaultdict
from collections.abc import Iterator

from viewer.model.consistency.finding import Finding, named
from viewer.model.records import Attestation, Collection, Event


def duplicates(collection: Collection) -> Iterator[Finding]:
    """Report events of the same date, people and lane.

    Two things may happen to one man in one year. So where the date is not known to the day, two events are
    suspect only with the same title, when a passage of both is the same in part, or when they share no
    source: then no document tells them as two. The finding stands at the later event of the files, against
    the first that is like it.
    """
    alike: dict[object, list[Event]] = defaultdict(list)
    for event in collection.events:
        if event.date is not None:
            date = event.date
            bounds = (date.earliest_start, date.latest_start, date.earliest_end, date.latest_end)
            alike[bounds, frozenset(event.people), event.lane].append(event)
    for events in alike.values():
        for number, event in enumerate(events):
            first = next((other for other in events[:number] if _suspect(other, event)), None)
            if first is not None:
                yield Finding(
                    event,
                    f'{named(event)} has the date, the people and the lane of event "{first.id}"',
                    "Join the two, or tell them apart",
                )


def _suspect(first: Event, second: Event) -> bool:
    if first.date is not None and first.date.certain:
        return True
    if first.title.best().casefold() == second.title.best().casefold():
        return True
    sources = {passage.source for passage in first.attestations}
    if sources.isdisjoint(passage.source for passage in second.attestations):
        return True
    return any(_overlap(a, b) for a in first.attestations for b in second.attestations)


def _overlap(a: Attestation, b: Attestation) -> bool:
    if a.source != b.source or a.start is None or a.end is None or b.start is None or b.end is None:
        return False
    return a.start < b.end and b.start < a.end
