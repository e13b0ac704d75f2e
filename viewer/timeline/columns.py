"""Events as numpy columns, sorted by their earliest start: what layout reads instead of records."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from viewer.model.dates import HistoricalDate
from viewer.model.records import Collection, Event
from viewer.model.visible import visible_text
from viewer.model.wording import short

Days = npt.NDArray[np.int64]
UNBOUNDED = 2**62
"""The day number that stands for "open": minus this for an open start, plus this for an open end."""


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """The dated events that pass the filter, a row each, all arrays of the same length n.

    `start`, `core_start`, `core_end`, `end` are day numbers, half-open: the event surely lies within
    [start, end); [core_start, core_end) is certain, empty where core_start >= core_end. What goes on without
    an end ("1985/..") has a core that goes on too; an end that is merely unknown ("1985/") has none there.
    Rows stand in the order of `start`, then of the collection. `lane` is an index into the lanes, `rank` runs
    from 1 to 5, `ids` names the event of a row. `titles` and `dates` are the words of labels.
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
    placed = [(event, event.date) for event in events if event.date is not None and event.lane in lanes]
    spans = np.array([span_of(date) for _, date in placed], dtype=np.int64).reshape(-1, 4)
    order = np.argsort(spans[:, 0], kind="stable")
    spans = spans[order]
    placed = [placed[row] for row in order]
    ids = tuple(event.id for event, _ in placed)
    return Columns(
        start=spans[:, 0].copy(),
        core_start=spans[:, 1].copy(),
        core_end=spans[:, 2].copy(),
        end=spans[:, 3].copy(),
        lane=np.array([lanes[event.lane] for event, _ in placed], dtype=np.int32),
        rank=np.array([event.rank for event, _ in placed], dtype=np.int8),
        contested=np.array([event.contested for event, _ in placed], dtype=np.bool_),
        found=np.array([event.id in found for event, _ in placed], dtype=np.bool_),
        ids=ids,
        titles=tuple(visible_text(event.title.best(language)) for event, _ in placed),
        dates=tuple(short(date) for _, date in placed),
        kinds=tuple(event.kind for event, _ in placed),
        rows={event: row for row, event in enumerate(ids)},
    )


def span_of(date: HistoricalDate) -> tuple[int, int, int, int]:
    """Return (start, core start, core end, end) of a date in day numbers, half-open, open sides UNBOUNDED."""
    first, last = date.span
    start = -UNBOUNDED if first is None else max(first, -UNBOUNDED)
    end = UNBOUNDED if last is None else min(last, UNBOUNDED)
    if date.core is None:
        return start, start, start, end
    core_first, core_last = date.core
    core_start = start if core_first is None else min(max(core_first, start), end)
    core_end = end if core_last is None else min(max(core_last, start), end)
    return start, core_start, core_end, end
