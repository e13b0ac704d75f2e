"""Counts of what found no room, one for some bins together."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from viewer.timeline.columnar import Floats, Numbers
from viewer.timeline.metrics import Metrics
from viewer.timeline.rect import Rect
from viewer.timeline.rows.shares import Share
from viewer.timeline.rows.title_widths import TitleWidths
from viewer.timeline.scene import Fold
from viewer.timeline.strips.bins import Bins

FOLD_BINS = 24
"""Bins that have one count."""


class Counted(NamedTuple):
    """Where n counts lie, by lane and from left to right: `of`, an index into the lanes; edges in pixels."""

    of: Numbers
    lefts: Floats
    rights: Floats


def counted_of(folds: Sequence[Fold], lanes: Numbers) -> Counted:
    """Return where the counts of `lanes`, which ascend, lie."""
    places = np.array([(box[0], box[0] + box[2], lane) for box, lane, *_ in folds]).reshape(-1, 3)
    return Counted(np.searchsorted(lanes, places[:, 2]), places[:, 0], places[:, 1])


_Group = tuple[int, int, int, bool, float, float]
"""Some bins with one count: from which to which, how many, whether before the view, x and width in pixels."""


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
        calm, begins = self._bins.calm, self._bins.begins(FOLD_BINS)
        counts = np.add.reduceat(calm.bins, begins, axis=1).tolist()
        starts = begins.tolist()
        stretches = list(zip(starts, [*starts[1:], calm.bins.shape[1]], strict=True))
        singles = [(begin, end, self._middle(begin, end)) for begin, end in stretches]
        edges = self._bins.edges.tolist()
        folds = []
        for lane, own, before in zip(lanes, counts, calm.before.tolist(), strict=True):
            if before or any(own):
                top, height = shares[lane].fold_top, shares[lane].fold_height
                folds += [
                    Fold(Rect(x, top, width, height), lane, number, edges[begin], edges[end], is_before)
                    for begin, end, number, is_before, x, width in self._groups(singles, own, before)
                ]
        return folds

    def _groups(
        self, singles: Sequence[tuple[int, int, float]], counts: Sequence[int], before: int
    ) -> list[_Group]:
        """Return the counts of a lane; what does not fit beside its left neighbour joins it."""
        groups: list[_Group] = []
        reached = self._left
        if before:
            width = self._width(before)
            groups.append((0, 0, before, True, self._left, width))
            reached += width
        for (begin, end, middle), count in zip(singles, counts, strict=True):
            if not count:
                continue
            width = self._width(count)
            x = max(min(middle - width / 2, self._right - width), self._left)
            group = (begin, end, count, False, x, width)
            while groups and reached > group[4]:
                group = self._joined(groups.pop(), group)
                reached = groups[-1][4] + groups[-1][5] if groups else self._left
            groups.append(group)
            reached = group[4] + group[5]
        return groups

    def _joined(self, one: _Group, other: _Group) -> _Group:
        """Put a count into the middle of its bins; at the left edge if some of it is from before the view."""
        begin, _, number, before, *_ = one
        _, end, more, *_ = other
        width, x = self._width(number + more), self._left
        if not before:
            x = max(min(self._middle(begin, end) - width / 2, self._right - width), x)
        return begin, end, number + more, before, x, width

    def _width(self, count: int) -> float:
        width = self._words.count_width(count) + 2 * self._metrics.fold_padding
        return min(width, self._right - self._left)

    def _middle(self, begin: int, end: int) -> float:
        """Return the x in the middle of the stretches that some bins are of, whole ones."""
        bins = self._bins
        first = (bins.first + begin) // FOLD_BINS * FOLD_BINS
        last = -(-(bins.first + end) // FOLD_BINS) * FOLD_BINS
        middle: float = float(bins.xs[0]) + ((first + last) / 2 - bins.first) * bins.width
        return middle
