"""A folder becomes a collection, or the problems that keep it from being one."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from viewer.loading.aspects import read_aspect, read_tour
from viewer.loading.attestations import Reading
from viewer.loading.events import read_events
from viewer.loading.fields import Fields, label_of, shape_of
from viewer.loading.folder import CollectionFolder, Progress
from viewer.loading.header import read_header
from viewer.loading.ids import Ids
from viewer.loading.names import read_locality, read_person
from viewer.loading.problems import Problem
from viewer.loading.report import Report, in_order
from viewer.loading.sources import SourceReader
from viewer.loading.tree import Listing, Mapping, Tree
from viewer.model.records import Collection, Event

__all__ = ["Counts", "LoadCancelled", "Loaded", "load_collection"]

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
    fewer events than they count: what they have is shown.
    """

    collection: Collection | None
    problems: tuple[Problem, ...]
    counts: Counts = Counts()
    incomplete: tuple[str, ...] = ()


def load_collection(
    folder: Path, progress: Progress | None = None, cancelled: Callable[[], bool] | None = None
) -> Loaded:
    """Read the collection in `folder`.

    `progress` is told (steps done, steps in all, what is being read); `cancelled` is asked often and, when it
    says so, ends the loading with LoadCancelled; nothing else is raised. No file outside `folder` is opened.
    """

    def pause() -> None:
        if cancelled is not None and cancelled():
            raise LoadCancelled

    with _no_garbage_collection():
        return _load(CollectionFolder(folder, pause, progress), pause)


def _load(files: CollectionFolder, pause: Callable[[], None]) -> Loaded:
    """Read and assemble; the trees are gone when this returns, before the garbage collector sees them."""
    trees = files.read()
    if trees is None:
        return Loaded(None, tuple(in_order(files.problems)))
    report = Report()
    report.problems.extend(files.problems)
    header = trees["collection.yaml"]
    root = header.root
    if not isinstance(root, Mapping):
        report.error(header, root.at, f"the file is {shape_of(root)}, not a mapping", "Write key: value")
        return Loaded(None, report.all_problems())
    reading = Reading(report, Ids(report), pause=pause)
    collection = _assemble(files, trees, Fields(root, header, report, "the collection"), reading)
    reading.ids.check()
    cut = tuple(name for name, tree in trees.items() if tree.cut or name in reading.cut)
    return Loaded(collection, report.all_problems(), count(collection), cut)


def _assemble(
    files: CollectionFolder, trees: dict[str, Tree], header_fields: Fields, reading: Reading
) -> Collection:
    """Read the records, each kind after those that it refers to; only events refer to later ones."""

    def records(name: str, kind: str, read: Callable[[Fields, Reading, int], Record]) -> tuple[Record, ...]:
        return _records(trees.get(name), reading.report, kind, lambda fields, n: read(fields, reading, n))

    header = read_header(header_fields, reading)
    source_reader = SourceReader(files.folder, reading)
    sources = _records(trees.get("sources.yaml"), reading.report, "source", source_reader.read)
    people = records("people.yaml", "person", read_person)
    places = records("places.yaml", "place", read_locality)
    lanes = tuple(lane.id for lane in header.lanes)
    events: list[Event] = []
    for name in files.event_files:
        files.step(f"checking {name}")
        events += read_events(trees[name], reading, lanes)
    files.step("checking references")
    return Collection(
        header.id,
        header.title,
        header.version,
        header.statement,
        str(files.folder),
        header.lanes,
        header.eras,
        sources,
        people,
        places,
        _with_known_relations(events),
        records("aspects.yaml", "aspect", read_aspect),
        records("tours.yaml", "tour", read_tour),
    )


def count(collection: Collection) -> Counts:
    """Count a collection; a source that nothing cites is counted as 0."""
    by_source = dict.fromkeys((source.id for source in collection.sources), 0)
    for passage in collection.attestations():
        by_source[passage.source] = by_source.get(passage.source, 0) + 1
    return Counts(
        len(collection.events),
        sum(by_source.values()),
        tuple(by_source.items()),
        sum(event.contested for event in collection.events),
    )


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
