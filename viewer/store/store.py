"""A compiled collection, opened: arrays for the many, records and texts for the few that are looked at."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from weakref import ref

import numpy as np
import numpy.typing as npt

from viewer.model.records import Collection, Event
from viewer.model.relations import Tie
from viewer.store.chunks import Chunks
from viewer.store.coding import event_of
from viewer.store.columns import stored_columns
from viewer.store.compiling import compiled
from viewer.store.events import StoredEvents
from viewer.store.head_coding import head_of
from viewer.store.ids import IdFinder, RowOfId
from viewer.store.records import Records
from viewer.store.sections import Bytes, DamagedError, Held, Sections
from viewer.store.texts import StoredTexts, decoded
from viewer.store.ties import Cited, Ties
from viewer.timeline.lanes.facets import ALL_FACETS, Membership
from viewer.timeline.rows.prepared import Prepared, prepared

WRONG = (ValueError, TypeError, LookupError, AttributeError, OverflowError, RecursionError)
"""What a content of other types than expected raises."""

Numbers = npt.NDArray[np.int64]


class Store:
    """A collection whose n events have numbers, 0 to n - 1 in its order; nothing in it changes.

    `collection.events` and `columns` read from it what is asked of them. `rows` are the numbers of the events
    in the columns, `listed` all numbers in the order of lists: by date, then the undated, then those whose
    date cannot be read, as `status` says. `more` is what was kept beside the collection.
    Raises DamagedError for what a Compiler has not written.
    """

    def __init__(self, content: Bytes, pause: Callable[[], None] | None = None) -> None:
        sections = Sections(content)
        if pause is not None:
            sections.check_seal(pause)
        self.sections = sections
        self._ready: Prepared | None = None
        self._given: ref[Prepared] | None = None
        try:
            self._open(sections)
        except DamagedError:
            raise
        except WRONG as error:
            raise DamagedError("it does not hold a collection") from error

    def _open(self, sections: Sections) -> None:
        head = sections.json("head")
        self.count = count = int(head["events"])
        self.more: dict[str, Any] = dict(head["more"])
        self.ids = StoredTexts(sections, "ids", count)
        self.titles = StoredTexts(sections, "titles", count)
        dates = StoredTexts(sections, "dates", count)
        hashed = self._numbers("hashed", np.int32)
        self._finder = IdFinder(sections.array("hashes", np.uint64, count), hashed, self.ids)
        self._records = Records(sections, count)
        self.folded = Chunks(sections, "folded", count)
        self.ties = Ties(sections, count)
        self.contested = sections.array("all-contested", np.int8, count).astype(np.bool_)
        self.status: npt.NDArray[np.int8] = sections.array("status", np.int8, count)
        self.listed: npt.NDArray[np.int32] = self._numbers("listed", np.int32)
        self.rows: npt.NDArray[np.int32] = self._numbers("rows", np.int32, None)
        at = np.full(count, -1, dtype=np.int32)
        at[self.rows] = np.arange(len(self.rows), dtype=np.int32)
        self._head = self._without_events(head["head"])
        lanes = len(self._head.lanes)
        texts = (self.ids, self.titles, dates)
        self.columns = stored_columns(sections, self.rows, texts, RowOfId(self._finder, at), lanes)

    @property
    def collection(self) -> Collection:
        """The collection, whose events read from the store.

        It is not kept: the store would have itself, and whoever forgot it would not have its memory back.
        """
        return replace(self._head, events=StoredEvents(self, self.count))

    def prepare(self) -> None:
        """Reckon what `prepared` will return, in a thread that has the time."""
        self._ready = self.prepared()

    def prepared(self) -> Prepared:
        """Return what pictures of all its events in the collection's own lanes have in common.

        It is one for all who have it; when nobody has it any more, it is not kept: of a million events it
        takes 40 MiB.
        """
        found = self._ready or (self._given and self._given())
        found = found or prepared(self.columns, len(self.collection.lanes))
        self._ready, self._given = None, ref(found)
        return found

    def event(self, number: int) -> Event:
        """Return the record of an event. Raises DamagedError where what was stored is no record."""
        try:
            relations = [(kind, self.ids[other]) for kind, other in self.ties.related(number, "from")]
            return event_of(self._records.row(number), relations)
        except DamagedError:
            raise
        except WRONG as error:
            raise DamagedError("a record does not have the fields of an event") from error

    def number_of(self, identity: str | None) -> int | None:
        """Return the number of an event, None where there is none with this id."""
        return self._finder.get(identity) if identity else None

    def events_at(self, numbers: Numbers) -> StoredEvents:
        """Return some events; the numbers must ascend."""
        return StoredEvents(self, self.count, numbers)

    def facet(self, name: str) -> Membership:
        """Return the membership of one of ALL_FACETS; its rows are the numbers of the events."""
        if name not in ALL_FACETS:
            raise KeyError(name)
        values = tuple(str(value) for value in self.sections.json(f"{name}-values"))
        offsets = self.sections.array(f"{name}-offsets", np.uint32, self.count + 1).astype(np.int64)
        of: npt.NDArray[np.int32] = self.sections.array(f"{name}-of", np.int32)
        if offsets[0] or offsets[-1] != len(of) or np.any(offsets[1:] < offsets[:-1]):
            raise DamagedError(f"{name} does not fit")
        if len(of) and (np.min(of) < 0 or np.max(of) >= len(values)):
            raise DamagedError(f"{name} has values that are not there")
        return Membership(values, offsets, of)

    def cited(self, source: str) -> Cited:
        """Return the passages of events that stand in a source."""
        return self.ties.cited(source)

    def ties_of(self, event: Event) -> tuple[Tie, ...]:
        """Return what an event says of others, then what others say of it, in the order of the collection."""
        number = self.number_of(event.id)
        outward = [Tie(relation.type, relation.event, True) for relation in event.relations]
        inward = self.ties.related(number, "to") if number is not None else ()
        return (*outward, *(Tie(kind, self.ids[other], False) for kind, other in inward))

    def passages_by_source(self) -> dict[str, int]:
        """Return how many passages of each source are cited, by events and by aspects."""
        counts = self.ties.counts()
        for aspect in self._head.aspects:
            for passage in aspect.attestations:
                counts[passage.source] = counts.get(passage.source, 0) + 1
        return counts

    def _without_events(self, head: list[Any]) -> Collection:
        sources = range(len(head[7]))
        texts = [decoded(self.sections.read(f"source-{number}")) for number in sources]
        return head_of(head, texts, ())

    def _numbers(self, name: str, kind: type[np.int32], length: int | None = -1) -> npt.NDArray[np.int32]:
        numbers: npt.NDArray[np.int32] = self.sections.array(name, kind, self.count if length == -1 else None)
        if len(numbers) and (np.min(numbers) < 0 or np.max(numbers) >= self.count):
            raise DamagedError(f"{name} names events that are not there")
        return numbers


def store_of(collection: Collection) -> Store:
    """Return the store of a collection; one whose records are at hand is compiled for it."""
    if isinstance(collection.events, StoredEvents):
        return collection.events.store
    return Store(Held(compiled(collection)))
