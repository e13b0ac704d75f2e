"""What ties events to sources and to each other: passages by source, relations both ways."""

from array import array
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from viewer.model.records import RELATIONS, Collection, Event
from viewer.store.ids import id_hash
from viewer.store.sections import DamagedError, Sections, SectionWriter

Numbers = npt.NDArray[np.int32]


class Cited(NamedTuple):
    """The passages of one source that stand in it, by beginning, the longer first; the number of the event.

    `start` and `end` are characters of the source's text.
    """

    start: Numbers
    end: Numbers
    event: Numbers


class TiesBuilder:
    """Collects the ties of events as they come."""

    def __init__(self) -> None:
        self._sources: dict[str, int] = {}
        self._passages = array("i")
        self._related = array("i")
        self._targets = array("Q")
        self._count = 0

    def begin(self, collection: Collection) -> None:
        """Take the sources."""
        self._sources = {source.id: at for at, source in enumerate(collection.sources)}

    def take(self, event: Event) -> None:
        """Take the passages and relations of the next event."""
        number, sources = self._count, self._sources
        for passage in event.attestations:
            source = sources.setdefault(passage.source, len(sources))
            start = -1 if passage.start is None or passage.end is None else passage.start
            self._passages.extend((source, start, passage.end or 0, number))
        for relation in event.relations:
            self._related.extend((number, RELATIONS.index(relation.type)))
            self._targets.append(id_hash(relation.event))
        self._count += 1

    def write(
        self, writer: SectionWriter, hashes: npt.NDArray[np.uint64], numbers: npt.NDArray[np.int64]
    ) -> None:
        """Write the ties; `hashes` are those of all ids in order, `numbers` says whose each is.

        Relations to events that are not there are left out.
        """
        passages = np.array(self._passages, dtype=np.int32).reshape(-1, 4)
        order = np.lexsort((-passages[:, 2], passages[:, 1], passages[:, 0]))
        for column, name in enumerate(("source", "start", "end", "event")):
            writer.add(f"passage-{name}", passages[order, column])
        writer.add("passage-sources", "\n".join(self._sources).encode("utf-8", "surrogatepass"))
        related = np.array(self._related, dtype=np.int32).reshape(-1, 2)
        targets = np.array(self._targets, dtype=np.uint64)
        at = np.searchsorted(hashes, targets)
        known = np.zeros(len(targets), dtype=np.bool_)
        inside = at < len(hashes)
        known[inside] = hashes[at[inside]] == targets[inside]
        from_, kind = related[known, 0], related[known, 1].astype(np.int8)
        to = numbers[at[known]].astype(np.int32)
        for name, key in (("from", from_), ("to", to)):
            order = np.argsort(key, kind="stable")
            writer.add(f"relation-{name}", np.stack([key[order], (to if key is from_ else from_)[order]]))
            writer.add(f"relation-{name}-kind", kind[order])


class Ties:
    """The ties of `count` events, read. Raises DamagedError where they do not fit."""

    def __init__(self, sections: Sections, count: int) -> None:
        self._sections = sections
        self._passage_count = sections.span("passage-source")[1] // 4
        self._sources = sections.read("passage-sources").decode("utf-8", "surrogatepass").split("\n")
        self._count = count
        of = self._passages("source")
        if len(of) and (of[0] < 0 or of[-1] >= len(self._sources) or np.any(of[1:] < of[:-1])):
            raise DamagedError("passages are of no source")
        self._related = {name: self._relations(name) for name in ("from", "to")}

    def cited(self, source: str) -> Cited:
        """Return the passages of a source."""
        if source not in self._sources:
            none = np.zeros(0, dtype=np.int32)
            return Cited(none, none, none)
        of, start = self._passages("source"), self._passages("start")
        number = self._sources.index(source)
        first, last = (int(np.searchsorted(of, number, side)) for side in ("left", "right"))
        first += int(np.searchsorted(start[first:last], 0))
        event = self._passages("event")[first:last].copy()
        if len(event) and (np.min(event) < 0 or np.max(event) >= self._count):
            raise DamagedError("a passage is of no event")
        return Cited(start[first:last].copy(), self._passages("end")[first:last].copy(), event)

    def counts(self) -> dict[str, int]:
        """Return the number of passages of each source, found or not."""
        counted = np.bincount(self._passages("source"), minlength=len(self._sources))
        return {source: int(n) for source, n in zip(self._sources, counted, strict=False) if source}

    def related(self, number: int, way: str) -> list[tuple[str, int]]:
        """Return the relations "from" an event or "to" it: pairs (type, number of the other event)."""
        own, others, kinds = self._related[way]
        first, last = (int(np.searchsorted(own, number, side)) for side in ("left", "right"))
        pairs = zip(kinds[first:last].tolist(), others[first:last].tolist(), strict=True)
        return [(RELATIONS[kind], other) for kind, other in pairs]

    def _passages(self, name: str) -> Numbers:
        return self._sections.array(f"passage-{name}", np.int32, self._passage_count)

    def _relations(self, name: str) -> tuple[Numbers, Numbers, npt.NDArray[np.int8]]:
        kinds = self._sections.array(f"relation-{name}-kind", np.int8)
        own, others = self._sections.array(f"relation-{name}", np.int32, 2 * len(kinds)).reshape(2, -1)
        if np.any(own[1:] < own[:-1]) or (len(own) and (others.min() < 0 or others.max() >= self._count)):
            raise DamagedError("relations do not fit")
        if len(kinds) and (kinds.min() < 0 or kinds.max() >= len(RELATIONS)):
            raise DamagedError("a relation is of no type")
        return own, others, kinds
