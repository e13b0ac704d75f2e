"""Events as numpy columns, sorted by their earliest start: what layout reads instead of records."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from viewer.model.records import Collection, Event
from viewer.model.wording import short

Days = npt.NDArray[np.int64]
UNBOUNDED = 2**62
"""The day number that stands for "open": minus this for an open start, plus this for an open end."""


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """The dated events that pass the filter, a row each, all arrays of the same length n.

    `start`, `core_start`, `core_end`, `end` are day numbers, half-open: the event surely lies within
    [start, end); [core_start, core_end) is certain, empty where core_start >= core_end.
    `lane` is an index into the lanes, `rank` runs from 1 to 5, `ids` names the event of a row, `order` is the
    row's place in the collection. `titles` and `dates` are the words of labels.
    """

    start: Days
    core_start: Days
    core_end: Days
    end: Days
    lane: npt.NDArray[np.int32]
    rank: npt.NDArray[np.int8]
    contested: npt.NDArray[np.bool_]
    found: npt.NDArray[np.bool_]
    ids: tuple[str, ...]
    titles: tuple[str, ...]
    dates: tuple[str, ...]
    kinds: tuple[str, ...]
    rows: dict[str, int]

    def __len__(self) -> int:
        return len(self.ids)


def columns_of(
    collection: Collection,
    events: Sequence[Event],
    found: frozenset[str] = frozenset(),
    language: str = "en",
) -> Columns:
    """Return the columns of the dated among `events`; `found` are the ids of search hits."""
    lanes = {lane.id: index for index, lane in enumerate(collection.lanes)}
    placed = [(event, _span(event)) for event in events if event.date is not None and event.lane in lanes]
    placed.sort(key=lambda pair: (pair[1], pair[0].rank))
    bounds = np.array([span for _, span in placed], dtype=np.int64).reshape(-1, 4)
    sorted_events = [event for event, _ in placed]
    ids = tuple(event.id for event in sorted_events)
    return Columns(
        start=bounds[:, 0].copy(),
        core_start=bounds[:, 1].copy(),
        core_end=bounds[:, 2].copy(),
        end=bounds[:, 3].copy(),
        lane=np.array([lanes[event.lane] for event in sorted_events], dtype=np.int32),
        rank=np.array([event.rank for event in sorted_events], dtype=np.int8),
        contested=np.array([event.contested for event in sorted_events], dtype=np.bool_),
        found=np.array([event.id in found for event in sorted_events], dtype=np.bool_),
        ids=ids,
        titles=tuple(event.title.best(language) for event in sorted_events),
        dates=tuple(short(event.date) if event.date else "" for event in sorted_events),
        kinds=tuple(event.kind for event in sorted_events),
        rows={event: row for row, event in enumerate(ids)},
    )


def _span(event: Event) -> tuple[int, int, int, int]:
    date = event.date
    if date is None:
        raise ValueError(f"{event.id} has no date")
    start = -UNBOUNDED if date.earliest_start is None else date.earliest_start
    end = UNBOUNDED if date.latest_end is None else date.latest_end + 1
    core_start = end if date.latest_start is None else date.latest_start
    core_end = start if date.earliest_end is None else date.earliest_end + 1
    return start, core_start, core_end, end
