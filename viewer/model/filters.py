"""Which events are looked at: a value that can be compared, kept, shown in words and written into exports."""

from dataclasses import dataclass, replace
from typing import Self

from viewer.model.records import Collection, Event

FACETS = ("source", "person", "place", "lane", "kind", "difference")


@dataclass(frozen=True, slots=True)
class Filter:
    """Conditions that all must hold: each chosen facet value, contest if asked for, and every word of `text`.

    `facets` are pairs (facet, id) in the order in which they were chosen; two values of the same facet
    widen the choice (either will do), different facets narrow it.
    """

    facets: tuple[tuple[str, str], ...] = ()
    contested: bool = False
    text: str = ""

    def __bool__(self) -> bool:
        return bool(self.facets or self.contested or self.text.strip())

    def with_facet(self, facet: str, value: str) -> Self:
        """Return the filter with one more facet value; itself where it is there already."""
        pair = (facet, value)
        return self if pair in self.facets else replace(self, facets=(*self.facets, pair))

    def without_facet(self, facet: str, value: str) -> Self:
        """Return the filter without a facet value; itself where it was not there."""
        kept = tuple(pair for pair in self.facets if pair != (facet, value))
        return self if kept == self.facets else replace(self, facets=kept)


def values_of(event: Event, facet: str) -> tuple[str, ...]:
    """Return the event's values of a facet, e.g. the ids of its sources."""
    match facet:
        case "source":
            return tuple(attestation.source for attestation in event.attestations)
        case "person":
            return event.people
        case "place":
            return event.places
        case "lane":
            return (event.lane,)
        case "kind":
            return (event.kind,)
        case "difference":
            return event.differs
    return ()


def facet_name(collection: Collection, facet: str, value: str) -> str:
    """Return the words for a facet value, its id where the collection has no words for it."""
    named = {
        "source": {source.id: source.short_title for source in collection.sources},
        "person": {person.id: person.names.best() for person in collection.people},
        "place": {place.id: place.names.best() for place in collection.places},
        "lane": {lane.id: lane.title.best() for lane in collection.lanes},
    }
    return named.get(facet, {}).get(value, value)


def filter_words(collection: Collection, chosen: Filter) -> str:
    """Return the filter in one line for people, "all events" where nothing is filtered."""
    parts = [f"{facet}: {facet_name(collection, facet, value)}" for facet, value in chosen.facets]
    if chosen.contested:
        parts.append("contested only")
    if chosen.text.strip():
        parts.append(f"text: {chosen.text.strip()}")
    return "; ".join(parts) or "all events"
