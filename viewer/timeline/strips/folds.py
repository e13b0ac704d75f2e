"""Counts of what found no room, one for some bins together."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from viewer.timeline.metrics import Metrics
from viewer.timeline.rows.shares import Share
from viewer.timeline.rows.title_widths import TitleWidths
from viewer.timeline.scene import Fold, Rect
from viewer.timeline.strips.bins import Bins

FOLD_BINS = 24
"""Bins that have one count."""


class _Group(NamedTuple):
    """Some bins with one count: from bin `begin` up to `end`, at `x` pixels, `width` wide."""

    begin: int
    end: int
    number: int
    before: bool
    x: float
    width: float


class FoldPlacer:
    """Places the counts of one picture between the pixels `left` and `right`."""

    def __init__(self, bins: Bins, left: float, right: float, metrics: Metrics, words: TitleWidths) -> None:
        self._bins = bins
        self._left = left
        self._right = right
        self._metrics = metrics
        self._words = words

    def folds(self, lanes: Sequence[int], shares: Sequence[Share]) -> list[Fold]:
        """Return the counts of `lanes`, those of each lane from left to right."""
        calm = self._bins.calm
        begins = self._bins.begins(FOLD_BINS)
        counts = np.add.reduceat(calm.bins, begins, axis=1).tolist()
        starts = begins.tolist()
        stretches = list(zip(starts, [*starts[1:], calm.bins.shape[1]], strict=True))
        edges = self._bins.edges.tolist()
        return [
            Fold(
                Rect(group.x, shares[lane].fold_top, group.width, shares[lane].fold_height),
                lane,
                group.number,
                edges[group.begin],
                edges[group.end],
                group.before,
            )
            for lane, own, before in zip(lanes, counts, calm.before.tolist(), strict=True)
            for group in self._groups(stretches, own, before)
        ]

    def _groups(
        self, stretches: Sequence[tuple[int, int]], counts: Sequence[int], before: int
    ) -> list[_Group]:
        """Return the counts of a lane; what does not fit beside its left neighbour joins it."""
        groups = [self._group(0, 0, before, before=True)] if before else []
        for (begin, end), count in zip(stretches, counts, strict=True):
            if count:
                group = self._group(begin, end, count, before=False)
                while groups and groups[-1].x + groups[-1].width > group.x:
                    last = groups.pop()
                    group = self._group(last.begin, end, last.number + group.number, before=last.before)
                groups.append(group)
        return groups

    def _group(self, begin: int, end: int, count: int, *, before: bool) -> _Group:
        """Put a count into the middle of its bins; at the left edge if it is from before the view."""
        width = self._words.count_width(count) + 2 * self._metrics.fold_padding
        width = min(width, self._right - self._left)
        x = self._left
        if not before:
            bins = self._bins
            first = (bins.first + begin) // FOLD_BINS * FOLD_BINS
            last = -(-(bins.first + end) // FOLD_BINS) * FOLD_BINS
            middle = float(bins.xs[0]) + ((first + last) / 2 - bins.first) * bins.width
            x = max(min(middle - width / 2, self._right - width), x)
        return _Group(begin, end, count, before, x, width)
