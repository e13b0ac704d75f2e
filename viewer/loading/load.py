"""A folder becomes a collection, or the problems that keep it from being one."""

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol, TypeVar

from viewer.loading.aspects import read_aspect, read_tour
from viewer.loading.attestations import Reading
from viewer.loading.events import read_events
from viewer.loading.fields import Fields, label_of, shape_of
from viewer.loading.folder import HEADER, CollectionFolder, Progress
from viewer.loading.header import read_header
from viewer.loading.ids import Ids
from viewer.loading.names import read_locality, read_person
from viewer.loading.problems import Problem
from viewer.loading.report import Report, in_order
from viewer.loading.sources import SourceReader
from viewer.loading.tree import Listing, Mapping, Tree
from viewer.model.records import Attestation, Collection, Event

__all__ = ["Counts", "EventTaker", "LoadCancelled", "Loaded", "load_collection", "read_collection"]

Record = TypeVar("Record")


class LoadCancelled(Exception):  # noqa: N818 a wish that was granted, not an error
    """The loading was cancelled by the one who asked for it."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many events, attestations (of events and aspects) and contested events; attestations by source."""

    events: int = 0
    attestations: int = 0
    attestations_by_source: tuple[tuple[str, int], ...] = ()
    contested: int = 0


@dataclass(frozen=True, slots=True)
class Loaded:
    """What loading has come to.

    `collection` is None where a file could not be read at all; the view of before should then stay.
    `problems` are sorted by place. `incomplete` names the files that end too early, or hold
    fewer events than they count: what they have is shown. `digests` are the SHA-256 of the files read, by
    path, "" for a source that could not be read.
    """

    collection: Collection | None
    problems: tuple[Problem, ...]
    counts: Counts = Counts()
    incomplete: tuple[str, ...] = ()
    digests: dict[str, str] = field(default_factory=dict)


class EventTaker(Protocol):
    """Takes the events of a collection one by one."""

    def begin(self, collection: Collection) -> None:
        """Take the lanes, sources, people and places; there are no aspects and tours yet, and no events."""

    def take(self, event: Event) -> None:
        """Take the next event. Its relations may lead to events that there are not."""


def load_collection(
    folder: Path, progress: Progress | None = None, cancelled: Callable[[], bool] | None = None
) -> Loaded:
    """Read the collection in `folder` with all its records.

    `progress` is told (steps done, steps in all, what is being read); `cancelled` is asked often and, when it
    says so, ends the loading with LoadCancelled; nothing else is raised. No file outside `folder` is opened.
    """
    kept = _Kept()
    loaded = read_collection(folder, kept, progress, cancelled)
    if loaded.collection is None:
        return loaded
    return replace(loaded, collection=replace(loaded.collection, events=_with_known_relations(kept.events)))


def read_collection(
    folder: Path,
    taker: EventTaker,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Loaded:
    """Read the collection in `folder`; its events are given to `taker`, the collection returned has none.

    Where it turns out that the collection is None, what was taken counts for nothing. What `taker` raises is
    raised, else as `load_collection`.
    """

    def pause() -> None:
        if cancelled is not None and cancelled():
            raise LoadCancelled

    with _no_garbage_collection():
        return _load(CollectionFolder(folder, pause, progress), taker, pause)


class _Kept:
    def __init__(self) -> None:
        self.events: list[Event] = []

    def begin(self, collection: Collection) -> None:
        pass

    def take(self, event: Event) -> None:
        self.events.append(event)


def _load(files: CollectionFolder, taker: EventTaker, pause: Callable[[], None]) -> Loaded:
    """Read and assemble; one tree of events at a time is there."""
    names = files.names()
    trees = {
        name: tree
        for name in names
        if name not in files.event_files and (tree := files.tree(name)) is not None
    }
    report = Report()
    header = trees.get(HEADER)
    if header is not None and not isinstance(header.root, Mapping) and not files.is_refused():
        words = f"the file is {shape_of(header.root)}, not a mapping"
        report.error(header, header.root.at, words, "Write key: value")
        _look_through(files)
        return Loaded(None, tuple(in_order([*files.problems, *report.problems])))
    if header is None or not isinstance(header.root, Mapping) or files.is_refused():
        _look_through(files)
        return Loaded(None, tuple(in_order(files.problems)))
    reading = Reading(report, Ids(report), pause=pause)
    counting = _Counting(taker)
    fields = Fields(header.root, header, report, "the collection")
    cut = [name for name, tree in trees.items() if tree.cut]
    collection = _assemble(files, trees, fields, reading, counting, cut=cut)
    if files.is_refused():
        return Loaded(None, tuple(in_order(files.problems)))
    reading.ids.check()
    report.problems.extend(files.problems)
    incomplete = tuple(name for name in names if name in cut or name in reading.cut)
    counts = counting.counts(collection)
    return Loaded(collection, report.all_problems(), counts, incomplete, files.digests | reading.digests)


def _look_through(files: CollectionFolder) -> None:
    """Find out what else is no YAML: all reasons are told at once."""
    for name in files.event_files:
        files.tree(name)


def _assemble(
    files: CollectionFolder,
    trees: dict[str, Tree],
    header_fields: Fields,
    reading: Reading,
    taker: EventTaker,
    *,
    cut: list[str],
) -> Collection:
    """Read the records, each kind after those that it refers to; only events refer to later ones."""

    def records(name: str, kind: str, read: Callable[[Fields, Reading, int], Record]) -> tuple[Record, ...]:
        return _records(trees.get(name), reading.report, kind, lambda fields, n: read(fields, reading, n))

    header = read_header(header_fields, reading)
    source_reader = SourceReader(files.folder, reading)
    collection = Collection(
        header.id,
        header.title,
        header.version,
        header.statement,
        str(files.folder),
        header.lanes,
        header.eras,
        _records(trees.get("sources.yaml"), reading.report, "source", source_reader.read),
        records("people.yaml", "person", read_person),
        records("places.yaml", "place", read_locality),
        (),
        (),
        (),
    )
    taker.begin(collection)
    lanes = tuple(lane.id for lane in header.lanes)
    for name in files.event_files:
        tree = files.tree(name)
        files.step(f"checking {name}")
        if tree is None or files.is_refused():
            continue
        if tree.cut:
            cut.append(name)
        for event in read_events(tree, reading, lanes):
            taker.take(event)
        del tree
    files.step("checking references")
    return replace(
        collection,
        aspects=records("aspects.yaml", "aspect", read_aspect),
        tours=records("tours.yaml", "tour", read_tour),
    )


class _Counting:
    """Counts the events on their way to `taker`; a source that nothing cites is counted as 0."""

    def __init__(self, taker: EventTaker) -> None:
        self._taker = taker
        self._events = self._contested = 0
        self._by_source: dict[str, int] = {}

    def begin(self, collection: Collection) -> None:
        self._by_source = dict.fromkeys((source.id for source in collection.sources), 0)
        self._taker.begin(collection)

    def take(self, event: Event) -> None:
        self._events += 1
        self._contested += event.contested
        self._count(event.attestations)
        self._taker.take(event)

    def counts(self, collection: Collection) -> Counts:
        """Return the counts, with the passages of the collection's aspects."""
        for aspect in collection.aspects:
            self._count(aspect.attestations)
        by_source = tuple(self._by_source.items())
        return Counts(self._events, sum(self._by_source.values()), by_source, self._contested)

    def _count(self, passages: Iterable[Attestation]) -> None:
        for passage in passages:
            self._by_source[passage.source] = self._by_source.get(passage.source, 0) + 1


def _records(
    tree: Tree | None, report: Report, kind: str, read: Callable[[Fields, int], Record]
) -> tuple[Record, ...]:
    """Return the records of a file that is a list of mappings; no file, no records."""
    if tree is None:
        return ()
    root = tree.root
    if not isinstance(root, Listing):
        report.error(
            tree, root.at, f"the file is {shape_of(root)}, not a list", 'Begin every entry with "- id:"'
        )
        return ()
    records = []
    for number, node in enumerate(root.items):
        if isinstance(node, Mapping):
            records.append(read(Fields(node, tree, report, label_of(kind, node)), number))
        else:
            report.error(
                tree,
                node.at,
                f"{kind} {number + 1} of the file is {shape_of(node)}, not a mapping",
                "Write it as key: value",
            )
    return tuple(records)


def _with_known_relations(events: list[Event]) -> tuple[Event, ...]:
    """Leave out relations to unknown events, which have been reported."""
    known = {event.id for event in events}
    return tuple(
        event
        if all(relation.event in known for relation in event.relations)
        else replace(event, relations=tuple(r for r in event.relations if r.event in known))
        for event in events
    )


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    """Half a million new records would each time be searched for cycles, which they do not have."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
