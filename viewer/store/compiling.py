"""A collection becomes its compiled form, event by event; what is written of an event can be dropped."""

import io
import json
import zlib
from array import array
from collections.abc import Iterable
from typing import Any, BinaryIO, NamedTuple

import numpy as np

from viewer.model.dates import HistoricalDate
from viewer.model.records import KINDS, Collection, Event
from viewer.model.visible import visible_text
from viewer.model.wording import short
from viewer.search.words import own_words
from viewer.store.chunks import ChunksBuilder
from viewer.store.coding import event_row
from viewer.store.head_coding import head_row
from viewer.store.ids import id_hash
from viewer.store.sections import SectionWriter
from viewer.store.texts import TextsBuilder, encoded
from viewer.store.ties import TiesBuilder
from viewer.timeline.columns import UNBOUNDED, span_of
from viewer.timeline.lanes.facets import FacetBuilders

RECORDS = (48, 65_536)
"""Events, or bytes before they are compressed, of one chunk of records: what is read to look at one event."""

SEARCH = (1_000_000, 1 << 20)
"""Events or bytes of one chunk of folded text."""

DATED, UNDATED, UNREADABLE = range(3)
"""What is known of when: a date, none given, or one that cannot be read."""

_REMEMBERED = 20_000  # dates
_COMPACT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


class Compiler:
    """Writes the compiled form of a collection to `file`: `begin`, then `take` for each event, then `finish`.

    Raises OSError where the file cannot be written.
    """

    def __init__(self, file: BinaryIO | io.BytesIO) -> None:
        self._writer = SectionWriter(file)
        self._texts = {name: TextsBuilder() for name in ("ids", "titles", "dates")}
        self._records = ChunksBuilder(self._writer, *RECORDS, _packed)
        self._folded = ChunksBuilder(self._writer, *SEARCH, b"\n".join)
        self._folded_lengths = array("I")
        self._hashes = array("Q")
        self._days = array("q")
        self._order = array("q")
        self._small = {name: array("b") for name in ("rank", "kind", "contested", "status")}
        self._lanes = array("i")
        self._ties = TiesBuilder()
        self._facets: FacetBuilders | None = None
        self._datings: dict[tuple[str, str], _Dating] = {}
        self._lane_of: dict[str, int] = {}

    def begin(self, collection: Collection) -> None:
        """Take what events refer to; of `collection` neither events nor aspects nor tours are read."""
        self._facets = FacetBuilders(collection)
        self._lane_of = {lane.id: at for at, lane in enumerate(collection.lanes)}
        self._ties.begin(collection)

    def take(self, event: Event) -> None:
        """Take the next event. Raises ValueError before `begin`."""
        if self._facets is None:
            raise ValueError("events before the collection that they belong to")
        self._facets.add(event)
        self._ties.take(event)
        self._take_columns(event)
        self._texts["ids"].add(event.id)
        self._texts["titles"].add(visible_text(event.title.best()))
        self._hashes.append(id_hash(event.id))
        self._records.add(encoded(_COMPACT.encode(event_row(event))))
        folded = encoded(own_words(event))
        self._folded.add(folded)
        self._folded_lengths.append(len(folded))

    def finish(self, collection: Collection, more: dict[str, Any], key: dict[str, Any]) -> None:
        """Write the rest; the events of `collection` are not read.

        `more` is kept beside the collection, `key` where it can be read without the rest; both as JSON.
        """
        writer = self._writer
        for name, texts in self._texts.items():
            texts.write(writer, name)
        self._records.write("records")
        self._folded.write("folded")
        writer.add("folded-sizes", np.array(self._folded_lengths, dtype=np.uint32))
        hashes = np.array(self._hashes, dtype=np.uint64)
        in_order = np.argsort(hashes, kind="stable")
        writer.add("hashes", hashes[in_order])
        writer.add("hashed", in_order.astype(np.int32))
        self._ties.write(writer, hashes[in_order], in_order)
        self._write_columns()
        self._write_facets()
        for number, source in enumerate(collection.sources):
            writer.add(f"source-{number}", encoded(source.text))
        head = {"events": len(hashes), "head": head_row(collection), "more": more}
        writer.add("head", encoded(_COMPACT.encode(head)))
        writer.add("key", encoded(_COMPACT.encode(key)))
        writer.finish()

    def _take_columns(self, event: Event) -> None:
        date = event.date
        if date is None:
            dating, status = _NO_DATE, UNREADABLE if event.date_text else UNDATED
        else:
            dating, status = self._dating(date), DATED
        self._days.extend(dating.span)
        self._order.extend(dating.order)
        self._texts["dates"].add(dating.words)
        small = self._small
        small["rank"].append(event.rank)
        small["kind"].append(KINDS.index(event.kind))
        small["contested"].append(event.contested)
        small["status"].append(status)
        self._lanes.append(self._lane_of.get(event.lane, -1))

    def _dating(self, date: HistoricalDate) -> "_Dating":
        key = date.text, date.calendar
        dating = self._datings.get(key)
        if dating is None:
            if len(self._datings) >= _REMEMBERED:
                self._datings.clear()
            dating = self._datings[key] = _Dating(span_of(date), _list_order(date), short(date))
        return dating

    def _write_columns(self) -> None:
        writer = self._writer
        days = np.array(self._days, dtype=np.int64).reshape(-1, 4)
        lanes = np.array(self._lanes, dtype=np.int32)
        small = {name: np.array(values, dtype=np.int8) for name, values in self._small.items()}
        placed = np.flatnonzero((small["status"] == DATED) & (lanes >= 0))
        rows = placed[np.argsort(days[placed, 0], kind="stable")]
        writer.add("rows", rows.astype(np.int32))
        for column, name in enumerate(("start", "core-start", "core-end", "end")):
            writer.add(name, days[rows, column])
        writer.add("lane", lanes[rows])
        for name in ("rank", "kind", "contested"):
            writer.add(name, small[name][rows])
        writer.add("all-contested", small["contested"])
        writer.add("status", small["status"])
        order = np.array(self._order, dtype=np.int64).reshape(-1, 2)
        listed = np.lexsort(
            (small["rank"] * (small["status"] == DATED), order[:, 1], order[:, 0], small["status"])
        )
        writer.add("listed", listed.astype(np.int32))

    def _write_facets(self) -> None:
        for name, membership in () if self._facets is None else self._facets.drained():
            self._writer.add(
                f"{name}-values", _COMPACT.encode(membership.values).encode("utf-8", "surrogatepass")
            )
            self._writer.add(f"{name}-offsets", membership.offsets.astype(np.uint32))
            self._writer.add(f"{name}-of", membership.of)


def compiled(collection: Collection) -> bytes:
    """Return the compiled form of a collection whose records are at hand."""
    file = io.BytesIO()
    compiler = Compiler(file)
    compiler.begin(collection)
    for event in collection.events:
        compiler.take(event)
    compiler.finish(collection, {}, {})
    return file.getvalue()


class _Dating(NamedTuple):
    """Span in day numbers, the two keys by which lists are ordered, and the words of labels."""

    span: tuple[int, int, int, int]
    order: tuple[int, int]
    words: str


_NO_DATE = _Dating((0, 0, 0, 0), (0, 0), "")


def _list_order(date: HistoricalDate) -> tuple[int, int]:
    """Return by what a list is ordered. Known only by its other end, a date stands where that end is."""
    bounds = (date.earliest_start, date.latest_start, date.earliest_end, date.latest_end)
    first = next((bound for bound in bounds if bound is not None), None)
    if first is None:
        return -UNBOUNDED, 0
    last = UNBOUNDED if date.latest_end is None else date.latest_end
    return max(min(first, UNBOUNDED), -UNBOUNDED), max(min(last, UNBOUNDED), -UNBOUNDED)


def _packed(pieces: Iterable[bytes]) -> bytes:
    return zlib.compress(b"\n".join(pieces), 1)
