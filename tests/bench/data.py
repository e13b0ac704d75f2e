"""The events that a measurement is made with, and the garbage collector as the program leaves it."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from tests.bench.generator import LANES, columns_of_seeded, seeded, with_others
from tests.reference import columns_of
from viewer.app.opening import GARBAGE
from viewer.loading.load import load_collection
from viewer.model.records import Collection, Era, Lane
from viewer.resources import bundled_collection
from viewer.timeline.columns import Columns
from viewer.timeline.lanes.lane import ArrangedLane

Data = tuple[Columns, Sequence[Lane], Sequence[Era]]


def data(count: int, others: int = 0) -> Data:
    """Return the columns, lanes and eras of a seeded collection, of the bundled one where `count` is 0.

    `others` are as many events besides, out of sight.
    """
    if count:
        columns = columns_of_seeded(seeded(count))
        if others:
            columns = with_others(columns, columns_of_seeded(seeded(others, seed=2)))
        return columns, LANES, ()
    collection = bundled()
    return columns_of(collection, collection.events), collection.lanes, collection.eras


def bundled() -> Collection:
    """Return the collection that comes with the program."""
    loaded = load_collection(bundled_collection())
    if loaded.collection is None:
        raise SystemExit("\n".join(map(str, loaded.problems)))
    return loaded.collection


def arranged(lanes: Sequence[Lane]) -> tuple[ArrangedLane, ...]:
    """Return the lanes as the widgets take them, one below the other."""
    return tuple(ArrangedLane(lane.id, lane.title, lane.colour, at=at) for at, lane in enumerate(lanes))


@contextmanager
def settled() -> Iterator[None]:
    """Collect no garbage meanwhile, and never look at what is there at the end, as the program starts."""
    gc.disable()
    gc.set_threshold(*GARBAGE)
    yield
    gc.freeze()
    gc.enable()
