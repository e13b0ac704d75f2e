"""Where the events of each lane lie among all rows of the columns, answered in the time of a look-up.

Rows stand in the order of their start, so a row's number is its place in time. Groups of rows are kept as one
sorted array of keys, group * n + row: how many rows of a group lie before a place is one binary search,
whatever the number of events, and many such questions are one call. What a million events take of memory is
mostly such arrays, so each has the narrowest numbers that hold it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil

import numpy as np
import numpy.typing as npt

from viewer.timeline.columns import UNBOUNDED, Columns

Rows = npt.NDArray[np.int64]

URGENT = 0
"""The class of events that are never folded away; the others have their rank for a class."""

CLASSES = 6

LEVELS = 80
"""Levels of length at most: a length is below 2**64 days, and importance lifts it by four."""

LIFT = np.array([4, 3, 2, 1, 0, 0], dtype=np.int64)
"""By class: as how many times longer (in powers of two) an event counts where long bars compete for rows."""


@dataclass(frozen=True, slots=True, eq=False)
class Groups:
    """Rows by group, then in order of time: `keys` are group * n + row, ascending."""

    keys: npt.NDArray[np.uint32] | Rows
    n: int

    def before(self, group: Rows, place: Rows) -> Rows:
        """Return the index of the first row of each group at or after each place (a row number, n at most).

        `group` and `place` broadcast against each other.
        """
        # Of one type with the keys, or these would all be widened for each question.
        return np.searchsorted(self.keys, (group * self.n + place).astype(self.keys.dtype))

    def rows(self, at: slice | Rows) -> Rows:
        """Return the rows with the given indices."""
        return (self.keys[at] % self.n).astype(np.int64)


def groups_of(group: Rows, groups: int, n: int) -> Groups:
    """Return the groups where `group` names that of each of the `n` rows, below `groups`; -1 for none."""
    order = _in_order(group, groups)
    return _keyed(group[order], order, groups, n)


def levels_of(level: npt.NDArray[np.int8], lane: Rows, lanes: int, n: int) -> dict[int, Groups]:
    """Return the groups by lane of each level that occurs, the highest first; `lane` is -1 for none."""
    order = _in_order(np.where(lane >= 0, level.astype(np.int64) * lanes + lane, -1), LEVELS * lanes)
    keyed = _keyed(lane[order], order, lanes, n)
    counts = np.bincount(level[order], minlength=LEVELS)
    ends = np.cumsum(counts)
    present = np.flatnonzero(counts)[::-1]
    bounds = zip(present.tolist(), (ends - counts)[present].tolist(), ends[present].tolist(), strict=True)
    return {number: Groups(keyed.keys[begin:end], keyed.n) for number, begin, end in bounds}


def _in_order(group: Rows, groups: int) -> Rows:
    """Return the rows that have a group, by group, then in order of time."""
    kept = np.flatnonzero(group >= 0)
    small = group[kept].astype(np.uint16) if groups <= 2**16 else group[kept]
    return kept[np.argsort(small, kind="stable")]


def _keyed(group: Rows, order: Rows, groups: int, n: int) -> Groups:
    n = max(n, 1)
    keys = group * n + order
    return Groups(keys.astype(np.uint32) if groups * n < 2**32 else keys, n)


@dataclass(frozen=True, slots=True, eq=False)
class LaneIndex:
    """The rows of `columns` by lane.

    `classes`: groups lane * CLASSES + class. `parts`: groups lane * 2 + (1 for urgent), for counting.
    `by_end` are the rows in the order of their ends; in `ended` a row number is a place among them, groups as
    in `parts`. `levels`: for each level of length that occurs, the longest first, its groups by lane.
    `echoes` are the places of the echoes among the rows by start and by end, ascending.
    """

    columns: Columns
    lanes: int
    urgent: npt.NDArray[np.bool_]
    of_class: npt.NDArray[np.int8]
    classes: Groups
    parts: Groups
    by_end: npt.NDArray[np.int32]
    ended: Groups
    levels: Mapping[int, Groups]
    echoes: tuple[npt.NDArray[np.int32], npt.NDArray[np.int32]]

    def places(self, days: npt.NDArray[np.float64]) -> Rows:
        """Return how many rows begin before each day."""
        # Whole numbers, so that the column need not be turned into floats for each question.
        whole = np.ceil(np.clip(days, -UNBOUNDED, UNBOUNDED)).astype(np.int64)
        return np.searchsorted(self.columns.start, whole)

    def place(self, day: float) -> int:
        """Return how many rows begin before a day."""
        whole = ceil(min(max(day, -float(UNBOUNDED)), float(UNBOUNDED)))
        return int(np.searchsorted(self.columns.start, whole))

    def ended_by(self, day: float) -> int:
        """Return how many rows have ended at a day, that is, lie wholly before it."""
        end = self.columns.end
        return bisect_right(self.by_end, day, key=lambda row: int(end[row]))

    def in_view(self, first: float, last: float) -> int:
        """Return how many events, echoes not counted, touch the days [first, last)."""
        begun = int(np.searchsorted(self.columns.start, ceil(last)))
        ended = self.ended_by(first)
        by_start, by_end = self.echoes
        return begun - ended - (bisect_left(by_start, begun) - bisect_left(by_end, ended))


def lane_index(columns: Columns, lanes: int) -> LaneIndex:
    """Index `columns`, whose lanes are numbered below `lanes`; rows of other lanes are left out.

    Found events are urgent where only some are; where all are, as in a search, they are as ever.
    """
    n = len(columns)
    some_found = bool(columns.found.any()) and not bool(columns.found.all())
    urgent = columns.contested | columns.found if some_found else columns.contested
    of_class = np.where(urgent, URGENT, columns.rank).astype(np.int8)
    known = (columns.lane >= 0) & (columns.lane < lanes)
    lane = np.where(known, columns.lane, -1).astype(np.int64)
    # Lengths up to 2**63 days overflow no float; frexp gives the power of two above the length.
    length = np.maximum(columns.end.astype(np.float64) - columns.start.astype(np.float64), 1.0)
    level = (np.frexp(length)[1] - 1 + LIFT[of_class]).astype(np.int8)
    part = np.where(known, lane * 2 + urgent, -1)
    by_end = np.argsort(columns.end, kind="stable").astype(np.int32)
    return LaneIndex(
        columns=columns,
        lanes=lanes,
        urgent=urgent,
        of_class=of_class,
        classes=groups_of(np.where(known, lane * CLASSES + of_class, -1), lanes * CLASSES, n),
        parts=groups_of(part, lanes * 2, n),
        by_end=by_end,
        ended=groups_of(part[by_end], lanes * 2, n),
        levels=levels_of(level, lane, lanes, n),
        echoes=(_places(columns.echo), _places(columns.echo[by_end])),
    )


def _places(flags: npt.NDArray[np.bool_]) -> npt.NDArray[np.int32]:
    return np.flatnonzero(flags).astype(np.int32)
