"""Counts of what found no room, one for some bins together."""

from typing import NamedTuple

import numpy as np

from viewer.timeline.columnar import Flags, Floats, Numbers
from viewer.timeline.crowds import Folds
from viewer.timeline.metrics import Metrics
from viewer.timeline.rows.title_widths import TitleWidths
from viewer.timeline.strips.bins import Bins
from viewer.timeline.strips.room import StripRoom

FOLD_BINS = 24
"""Bins that have one count: a stretch."""


class _Placed(NamedTuple):
    """n counts by lane and from left to right, as arrays (n): `number` events of the stretches [first, last).

    Those `before` the view have no stretch. `of` is an index into the lanes, `x` and `width` are pixels.
    """

    of: Numbers
    first: Numbers
    last: Numbers
    number: Numbers
    before: Flags
    x: Floats
    width: Floats


_Entry = tuple[int, int, int, int, bool, float, float]
"""One of them."""


class FoldPlacer:
    """Places the counts of one picture between the pixels `left` and `right`."""

    def __init__(self, bins: Bins, left: float, right: float, metrics: Metrics, words: TitleWidths) -> None:
        self._bins = bins
        self._left = left
        self._right = right
        self._padding = 2 * metrics.fold_padding
        self._count_width = words.count_width
        self._stretch = FOLD_BINS * bins.width
        # Of whole stretches, the first of which the view cuts.
        self._begin = float(bins.xs[0]) - bins.first % FOLD_BINS * bins.width

    def folds(self, room: StripRoom) -> Folds:
        """Return the counts of lanes, those of each lane from left to right."""
        bins, begins = self._bins, self._bins.begins(FOLD_BINS)
        placed = self._placed(bins.stretched(bins.calm, begins))
        tight = (placed.of[1:] == placed.of[:-1]) & (placed.x[1:] < placed.x[:-1] + placed.width[:-1])
        if tight.any():
            placed = self._parted(placed)
        of, first, last, number, before, x, width = placed
        edges = bins.edges[np.append(begins, len(bins.xs))]
        return Folds(
            x=x,
            y=room.tops[of],
            width=width,
            height=room.heights[of],
            lane=room.lanes[of],
            number=number,
            first=edges[first],
            last=edges[last],
            before=before,
        )

    def _placed(self, counts: Numbers) -> _Placed:
        """Return each stretch's count, in its middle, and at the left edge those from before the view."""
        of, at = np.nonzero(counts)
        number, before = counts[of, at], at == 0
        width = np.array([*map(self._width, number.tolist())], dtype=np.float64)
        middle = self._begin + (at - 0.5) * self._stretch
        x = np.maximum(np.minimum(middle - width / 2, self._right - width), self._left)
        x[before] = self._left
        return _Placed(of, np.maximum(at - 1, 0), at, number, before, x, width)

    def _parted(self, placed: _Placed) -> _Placed:
        """Return counts that lie apart: those that do not fit beside their left neighbour join it."""
        entries: list[_Entry] = []
        for entry in zip(*(column.tolist() for column in placed), strict=True):
            self._add(entries, entry)
        return _Placed(*map(np.array, zip(*entries, strict=True)))

    def _add(self, entries: list[_Entry], entry: _Entry) -> None:
        """Add a count; where it does not fit beside its left neighbour they become one."""
        while entries and entries[-1][0] == entry[0] and entries[-1][5] + entries[-1][6] > entry[5]:
            entry = self._joined(entries.pop(), entry)
        entries.append(entry)

    def _joined(self, one: _Entry, other: _Entry) -> _Entry:
        """Put a count into the middle of its stretches; at the left edge if some is from before the view."""
        of, first, _, number, before, *_ = one
        _, _, last, more, *_ = other
        width, x = self._width(number + more), self._left
        if not before:
            middle = self._begin + (first + last) / 2 * self._stretch
            x = max(min(middle - width / 2, self._right - width), x)
        return of, first, last, number + more, before, x, width

    def _width(self, count: int) -> float:
        return min(self._count_width(count) + self._padding, self._right - self._left)
