"""How crowded is each lane, at every scale? Counted once, so that lanes share the height without a search.

At a scale, time is cut into cells as wide as an event with its words. An event needs a row of its own beside
those of its cell and the periods that go on there. Cells of each level are pairs of cells of the level below,
so all levels together cost little more than the first.
"""

from dataclasses import dataclass
from math import log2

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


@dataclass(frozen=True, slots=True, eq=False)
class Crowding:
    """`levels[j]` has a row for each lane, MOST + 1 wide, for cells of 2**j days."""

    levels: tuple[npt.NDArray[np.int64], ...]

    def at(self, pixels_per_day: float, extent: float) -> list[Crowd]:
        """Return the crowd of each lane at a scale where an event takes `extent` pixels; empty for no event.

        The length of a crowd is how many rows would show everything.
        """
        level = round(log2(max(extent / pixels_per_day, 1.0)))
        crowds = self.levels[min(level, len(self.levels) - 1)]
        return [crowd[: int(np.count_nonzero(crowd))] for crowd in crowds]


def crowding_of(index: LaneIndex, *, most_important: bool = False) -> Crowding:
    """Return the crowding of all events, or of the urgent and the most important (rank 1) alone."""
    columns, lanes = index.columns, index.lanes
    wanted = (columns.lane >= 0) & (columns.lane < lanes)
    if most_important:
        wanted &= index.of_class <= 1
    rows = np.flatnonzero(wanted)
    order = np.argsort(columns.lane[rows].astype(np.uint16), kind="stable")
    rows = rows[order]
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
