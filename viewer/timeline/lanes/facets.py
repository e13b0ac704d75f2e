"""Which values of a facet has each event? Sparse rows of numbers, so that a million events can be asked."""

from array import array
from collections.abc import Collection as Several
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from viewer.model.filters import FACETS, values_of
from viewer.model.records import DIFFERENCES, KINDS, Collection, Event

LANGUAGE = "language"
"""The facet that no event has of itself: the languages of the sources that attest it."""

ALL_FACETS = (*FACETS, LANGUAGE)


@dataclass(frozen=True, slots=True, eq=False)
class Membership:
    """The values of one facet that each of n events has, each value once.

    `values` are all values in the order of the collection, also those that no event has. The values of the
    event in row i are `values[v]` for v in `of[offsets[i] : offsets[i + 1]]`, in the order of its record;
    `offsets` has n + 1 entries, the first 0 and the last len(of).
    """

    values: tuple[str, ...]
    offsets: npt.NDArray[np.int64]
    of: npt.NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.offsets) - 1

    def of_row(self, row: int) -> tuple[str, ...]:
        """Return the values of the event in `row`."""
        return tuple(self.values[at] for at in self.of[self.offsets[row] : self.offsets[row + 1]])

    def counts(self) -> npt.NDArray[np.int64]:
        """Return how many events have each value, in the order of `values`."""
        return np.bincount(self.of, minlength=len(self.values))

    def having(self, wanted: Several[str]) -> npt.NDArray[np.bool_]:
        """Return a mask of n: the events that have any of the values `wanted`."""
        asked = np.array([value in wanted for value in self.values], dtype=np.bool_)
        before = np.zeros(len(self.of) + 1, dtype=np.int32)
        np.cumsum(asked[self.of], out=before[1:])
        return before[self.offsets[1:]] > before[self.offsets[:-1]]

    def taken(self, rows: npt.NDArray[np.integer]) -> "Membership":
        """Return the membership of the events at `rows`, in their order."""
        first = self.offsets[rows]
        lengths = self.offsets[rows + 1] - first
        offsets = np.zeros(len(rows) + 1, dtype=np.int64)
        np.cumsum(lengths, out=offsets[1:])
        at = np.repeat(first - offsets[:-1], lengths) + np.arange(offsets[-1])
        return Membership(self.values, offsets, self.of[at])


class MembershipBuilder:
    """A membership that grows event by event; values beyond those given are added as they are met."""

    def __init__(self, values: Iterable[str]) -> None:
        self._known = {value: at for at, value in enumerate(dict.fromkeys(values))}
        self._of = array("i")
        self._ends = array("I", [0])

    def add(self, values: Iterable[str]) -> None:
        """Add the next event with its values; a value given twice counts once."""
        known = self._known
        self._of.extend([known.setdefault(value, len(known)) for value in dict.fromkeys(values)])
        self._ends.append(len(self._of))

    def membership(self) -> Membership:
        """Return what has been added."""
        offsets = np.array(self._ends, dtype=np.int64)
        return Membership(tuple(self._known), offsets, np.array(self._of, dtype=np.int32))


class FacetBuilders:
    """The memberships of every facet, growing together. Of `collection` no event is read."""

    def __init__(self, collection: Collection) -> None:
        self._languages = {source.id: source.language for source in collection.sources}
        vocabulary: Mapping[str, Iterable[str]] = {
            "source": self._languages,
            "person": (person.id for person in collection.people),
            "place": (place.id for place in collection.places),
            "lane": (lane.id for lane in collection.lanes),
            "kind": KINDS,
            "difference": DIFFERENCES,
            LANGUAGE: (language for language in self._languages.values() if language),
        }
        self._builders = {facet: MembershipBuilder(vocabulary[facet]) for facet in ALL_FACETS}

    def add(self, event: Event) -> None:
        """Add the next event."""
        for facet, builder in self._builders.items():
            builder.add(values_of(event, facet) if facet != LANGUAGE else self._languages_of(event))

    def drained(self) -> Iterator[tuple[str, Membership]]:
        """Yield each of ALL_FACETS with its membership, and forget it: of a million events they are large."""
        for facet in tuple(self._builders):
            yield facet, self._builders.pop(facet).membership()

    def _languages_of(self, event: Event) -> list[str]:
        languages = (self._languages.get(passage.source, "") for passage in event.attestations)
        return [language for language in languages if language]
