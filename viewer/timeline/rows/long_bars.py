"""On which depth does each long bar lie? Answered for all scales at once, a stretch of time at a time.

A bar longer than a tile crosses many tiles and must have one row in all of them. So long bars are laid out
first, from the longest down, in tiles of their own as long as eight of them; what lies on a depth depends on
nothing shorter. An important bar counts as longer than it is (lane_index.LIFT). Tiles with an even number are
filled before their odd neighbours, which take what is left: so every tile can be reckoned on its own, and
panning moves nothing.
"""

from bisect import bisect_right
from math import floor, inf, log2
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from viewer.timeline.last_used import LastUsed
from viewer.timeline.rows.lane_index import LaneIndex

TILE = 8
"""A tile of a level is so many times as long as the level's shortest bars."""

CANDIDATES = 6
"""Bars of a lane that compete for each depth of a tile at most; of more, one in two, in four ... is taken."""

KEPT = 1024
"""Tiles kept."""


class Placed(NamedTuple):
    """Bars with their depth; `start` and `end` are days as floats, all arrays of one length."""

    rows: npt.NDArray[np.int64]
    lane: npt.NDArray[np.int32]
    depth: npt.NDArray[np.int8]
    start: npt.NDArray[np.float64]
    end: npt.NDArray[np.float64]

    def where(self, chosen: npt.NDArray[np.bool_]) -> "Placed":
        """Return the chosen ones."""
        return Placed(
            self.rows[chosen], self.lane[chosen], self.depth[chosen], self.start[chosen], self.end[chosen]
        )


def joined(parts: list[Placed]) -> Placed:
    """Return all parts as one."""
    if not parts:
        return _NOTHING
    return (
        parts[0]
        if len(parts) == 1
        else Placed(*(np.concatenate(arrays) for arrays in zip(*parts, strict=True)))
    )


_NOTHING = Placed(
    np.zeros(0, np.int64), np.zeros(0, np.int32), np.zeros(0, np.int8), np.zeros(0), np.zeros(0)
)


class LongBars:
    """The depths of the bars of `lanes` (a stretch of lane numbers), reckoned where they are asked for.

    At most `depths` bars lie over each other in a lane. More depths leave the first ones as they are, but for
    what thinning lets in.
    """

    def __init__(self, index: LaneIndex, lanes: range, depths: int) -> None:
        self._depths = depths
        self._index = index
        self._lanes = lanes
        self._tiles: LastUsed[tuple[int, int], Placed] = LastUsed(KEPT)

    def over(self, first: float, last: float, least: float) -> Placed:
        """Return the bars `least` days long or longer that have a depth and touch the days [first, last)."""
        level = floor(log2(least)) if least >= 1 else 0
        placed = joined(self._touching(first, last, level))
        long = placed.end - placed.start >= least
        return placed if long.all() else placed.where(long)

    def _touching(self, first: float, last: float, least_level: int) -> list[Placed]:
        parts: list[Placed] = []
        if not self._depths:
            return parts
        for level in self._index.levels:
            if level < least_level:
                break
            days = tile_days(level)
            # A bar of a level is shorter than a quarter of its tile.
            for tile in range(floor((first - days / 4) / days), floor(last / days) + 1):
                placed = self._tile(level, tile)
                if len(placed.rows):
                    touches = (placed.start < last) & (placed.end > first)
                    if touches.all():
                        parts.append(placed)
                    elif touches.any():
                        parts.append(placed.where(touches))
        return parts

    def _tile(self, level: int, number: int) -> Placed:
        return self._tiles.get((level, number), self._fill)

    def _fill(self, key: tuple[int, int]) -> Placed:
        level, tile = key
        days = tile_days(level)
        first, last = tile * days, (tile + 1) * days
        rows, lane = self._candidates(level, first, last)
        if not len(rows):
            return _NOTHING
        columns = self._index.columns
        start, end = columns.start[rows].astype(np.float64), columns.end[rows].astype(np.float64)
        others = self._touching(first, last + days / 4, level + 1)
        if tile % 2:
            others += [self._tile(level, tile - 1), self._tile(level, tile + 1)]
        depth = _depths(lane, start, end, joined(others), self._depths)
        found = depth >= 0
        return Placed(rows[found], lane[found], depth[found], start[found], end[found])

    def _candidates(
        self, level: int, first: float, last: float
    ) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int32]]:
        """Return the rows of a level that begin in [first, last) days, by class and time, and their lanes."""
        groups, lanes = self._index.levels[level], np.arange(self._lanes.start, self._lanes.stop)
        bounds = groups.before(lanes[:, None], self._index.places(np.array([first, last]))[None, :])
        parts, of = [], []
        for lane, (begin, end) in zip(self._lanes, bounds.tolist(), strict=True):
            if end > begin:
                stride = stride_of(end - begin, CANDIDATES * self._depths)
                rows = groups.rows(slice(-(-begin // stride) * stride, end, stride))
                parts.append(rows[np.argsort(self._index.of_class[rows], kind="stable")])
                of.append(np.full(len(rows), lane, dtype=np.int32))
        if not parts:
            return _NOTHING.rows, _NOTHING.lane
        return np.concatenate(parts), np.concatenate(of)


def tile_days(level: int) -> float:
    """Return how long the tiles of a level are, in days: bars of the level are below a quarter of it."""
    return TILE * 2.0**level


def stride_of(count: int, most: int) -> int:
    """Return the power of two by which `count` must be thinned to be `most` or fewer, about."""
    return 1 if count <= most else 1 << (max((count - 1) // max(most, 1), 1)).bit_length()


def _depths(
    lane: npt.NDArray[np.int32],
    start: npt.NDArray[np.float64],
    end: npt.NDArray[np.float64],
    others: Placed,
    depths: int,
) -> npt.NDArray[np.int8]:
    """Return the first depth of each bar's lane that is free, in the order given; -1 where none is."""
    taken: dict[tuple[int, int], tuple[list[float], list[float]]] = {}
    order = np.argsort(others.start, kind="stable")
    for at, deep, left, right in zip(
        others.lane[order].tolist(),
        others.depth[order].tolist(),
        others.start[order].tolist(),
        others.end[order].tolist(),
        strict=True,
    ):
        lefts, rights = taken.setdefault((at, deep), ([], []))
        lefts.append(left)
        rights.append(right)
    found_at = []
    for at, left, right in zip(lane.tolist(), start.tolist(), end.tolist(), strict=True):
        found = -1
        for deep in range(depths):
            lefts, rights = taken.setdefault((at, deep), ([], []))
            after = bisect_right(rights, left)
            if (lefts[after] if after < len(lefts) else inf) >= right:
                lefts.insert(after, left)
                rights.insert(after, right)
                found = deep
                break
        found_at.append(found)
    return np.array(found_at, dtype=np.int8)
