"""Where the events of each lane lie among all rows of the columns, answered in the time of a look-up.

Rows stand in the order of their start, so a row's number is its place in time. Groups of rows are kept as one
sorted array of keys, group * n + row: how many rows of a group lie before a place is one binary search,
whatever the number of events, and many such questions are one call.
"""

from dataclasses import dataclass
from math import ceil, floor

import numpy as np
import numpy.typing as npt

from viewer.timeline.columns import UNBOUNDED, Columns, Days

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
    """Rows in groups: `rows` by group, then in order of time; `keys` are group * n + row, ascending."""

    rows: npt.NDArray[np.int32]
    keys: Rows
    n: int

    def before(self, group: Rows, place: Rows) -> Rows:
        """Return the index into `rows` of the first row of each group at or after each place (a row number).

        `group` and `place` broadcast against each other.
        """
        return np.searchsorted(self.keys, group * self.n + place)


def groups_of(group: Rows, n: int) -> Groups:
    """Return the groups where `group` names that of each of the `n` rows; -1 for none."""
    kept = np.flatnonzero(group >= 0)
    small = group[kept].astype(np.uint16) if len(kept) and np.max(group) < 2**16 else group[kept]
    order = kept[np.argsort(small, kind="stable")]
    return Groups(order.astype(np.int32), group[order] * max(n, 1) + order, max(n, 1))


@dataclass(frozen=True, slots=True, eq=False)
class LaneIndex:
    """The rows of `columns` by lane.

    `classes`: groups lane * CLASSES + class. `parts`: groups lane * 2 + (1 for urgent), for counting.
    `ends` are the ends in ascending order; in `ended` a row number is a place among them, groups as in
    `parts`. `levels`: groups lane * LEVELS + level of length; `present` are the levels that occur, longest
    first. `echoes` count the echoes among the first rows by start and among those that end first;
    None where there are none.
    """

    columns: Columns
    lanes: int
    urgent: npt.NDArray[np.bool_]
    of_class: npt.NDArray[np.int8]
    level: npt.NDArray[np.int8]
    classes: Groups
    parts: Groups
    ends: Days
    ended: Groups
    levels: Groups
    present: tuple[int, ...]
    echoes: tuple[Rows, Rows] | None

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
        return int(np.searchsorted(self.ends, floor(day), side="right"))

    def in_view(self, first: float, last: float) -> int:
        """Return how many events, echoes not counted, touch the days [first, last)."""
        begun = int(np.searchsorted(self.columns.start, ceil(last)))
        ended = self.ended_by(first)
        echoes = int(self.echoes[0][begun] - self.echoes[1][ended]) if self.echoes is not None else 0
        return begun - ended - echoes


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
    by_end = np.argsort(columns.end, kind="stable")
    return LaneIndex(
        columns=columns,
        lanes=lanes,
        urgent=urgent,
        of_class=of_class,
        level=level,
        classes=groups_of(np.where(known, lane * CLASSES + of_class, -1), n),
        parts=groups_of(part, n),
        ends=columns.end[by_end],
        ended=groups_of(part[by_end], n),
        levels=groups_of(np.where(known, lane * LEVELS + level, -1), n),
        present=tuple(np.flatnonzero(np.bincount(level, minlength=1))[::-1].tolist()),
        echoes=(_before(columns.echo), _before(columns.echo[by_end])) if columns.echo.any() else None,
    )


def _before(flags: npt.NDArray[np.bool_]) -> Rows:
    """Return how many of the first rows are flagged: none, one, two ... of them."""
    counts = np.zeros(len(flags) + 1, dtype=np.int64)
    np.cumsum(flags, out=counts[1:])
    return counts
