"""How crowded is each lane, at every scale? Counted once, so that lanes share the height without a search.

At a scale, time is cut into cells as wide as an event with its words. An event needs a row of its own beside
those of its cell and the periods that go on there. Cells of each level are pairs of cells of the level below,
so all levels together cost little more than the first.
"""

from dataclasses import dataclass
from math import ceil, log2

import numpy as np
import numpy.typing as npt

from viewer.timeline.columns import UNBOUNDED, Columns
from viewer.timeline.distinct import firsts
from viewer.timeline.rows.lane_index import LaneIndex

MOST = 48
"""Rows that are counted: no lane on any screen has more."""

LABELLED = 190.0
"""Pixels that an event with its words takes, about."""

BARE = 18.0
"""Pixels that its sign takes, about."""

Crowd = npt.NDArray[np.int64]
"""Of one lane: at index r, how many events more than r lie side by side, summed over the cells."""

Crowds = npt.NDArray[np.int64]
"""The crowds of all lanes, a row of MOST for each, 0 at the end."""


@dataclass(frozen=True, slots=True, eq=False)
class Crowding:
    """`levels[j]` has a row for each lane, MOST + 1 wide, for cells of 2**j days."""

    levels: tuple[npt.NDArray[np.int64], ...]

    def at(self, pixels_per_day: float, extent: float) -> list[Crowd]:
        """Return the crowd of each lane at a scale where an event takes `extent` pixels; empty for no event.

        The length of a crowd is how many rows would show everything.
        """
        return trimmed(self.counts(pixels_per_day, extent))

    def counts(self, pixels_per_day: float, extent: float) -> Crowds:
        """Return the crowds of all lanes at such a scale."""
        return self.levels[min(_level(pixels_per_day, extent), len(self.levels) - 1)]


def crowding_of(index: LaneIndex, *, most_important: bool = False) -> Crowding:
    """Return the crowding of all events, or of the urgent and the most important (rank 1) alone."""
    columns, lanes = index.columns, index.lanes
    rows = _by_lane(index, slice(None))
    if most_important:
        rows = rows[foremost_of(index, rows)]
    lane = columns.lane[rows].astype(np.int64)
    active = _active(columns, rows, lane)
    # An open beginning is as far away as anything can be; half of that leaves room for the difference.
    cell = np.maximum(columns.start[rows], -UNBOUNDED // 2)
    cell -= cell.min() if len(cell) else 0
    first = np.arange(len(rows))
    levels: list[npt.NDArray[np.int64]] = []
    while not levels or (len(cell) and cell.max() > 0):
        if levels:
            cell >>= 1
        kept = firsts_of_pairs(lane[first], cell)
        first, cell = first[kept], cell[kept]
        need = np.diff(first, append=len(rows)) + active[first] - 1
        levels.append(_crowds(lane[first], need, lanes))
    return Crowding(tuple(levels))


def crowds_between(
    index: LaneIndex,
    rows: npt.NDArray[np.int64],
    first: float,
    pixels_per_day: float,
    extent: float,
) -> Crowds:
    """Return the crowds of some rows at a scale, as `Crowding.counts`; what began earlier is at `first`."""
    rows = rows[_by_lane(index, rows)]
    lane = index.columns.lane[rows].astype(np.int64)
    active = _active(index.columns, rows, lane)
    cell = np.maximum(index.columns.start[rows] - ceil(first), 0) >> _level(pixels_per_day, extent)
    kept = firsts_of_pairs(lane, cell)
    need = np.diff(kept, append=len(rows)) + active[kept] - 1
    return _crowds(lane[kept], need, index.lanes)


def foremost_of(index: LaneIndex, rows: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
    """Return which of some rows are urgent or of rank 1."""
    return index.of_class[rows] <= 1


def trimmed(crowds: Crowds) -> list[Crowd]:
    """Return the crowd of each lane without the zeros at its end."""
    return [crowd[: int(np.count_nonzero(crowd))] for crowd in crowds]


def _level(pixels_per_day: float, extent: float) -> int:
    return round(log2(max(extent / pixels_per_day, 1.0)))


def _by_lane(index: LaneIndex, rows: slice | npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Return the places of those of some rows that stand in a lane, by lane."""
    lane = index.columns.lane[rows]
    at = np.flatnonzero((lane >= 0) & (lane < index.lanes))
    return at[np.argsort(lane[at].astype(np.uint16), kind="stable")]


def firsts_of_pairs(one: npt.NDArray[np.int64], other: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Return the index of the first of each run of equal pairs."""
    if not len(one):
        return np.zeros(0, dtype=np.int64)
    changes = np.flatnonzero((one[1:] != one[:-1]) | (other[1:] != other[:-1])) + 1
    return np.concatenate([np.zeros(1, dtype=np.int64), changes])


def _active(
    columns: Columns, rows: npt.NDArray[np.int64], lane: npt.NDArray[np.int64]
) -> npt.NDArray[np.int64]:
    """Return for each row how many events of its lane go on when it begins, itself included."""
    active = np.empty(len(rows), dtype=np.int64)
    begins = np.append(firsts(lane), len(rows))
    for first, last in zip(begins[:-1].tolist(), begins[1:].tolist(), strict=True):
        own = rows[first:last]
        over = np.searchsorted(np.sort(columns.end[own]), columns.start[own], side="right")
        active[first:last] = np.arange(1, last - first + 1) - over
    return active


def _crowds(lane: npt.NDArray[np.int64], need: npt.NDArray[np.int64], lanes: int) -> npt.NDArray[np.int64]:
    width = MOST + 1
    counted = np.bincount(lane * width + np.minimum(need, MOST), minlength=lanes * width)
    at_least = counted.reshape(lanes, width)[:, ::-1].cumsum(axis=1)[:, ::-1]
    beyond = at_least[:, 1:][:, ::-1].cumsum(axis=1)[:, ::-1]
    return beyond.astype(np.int64)
