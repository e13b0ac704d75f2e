"""Contested and found events that have no row of their own: never folded, each seen where it is."""

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from viewer.timeline.rows.shares import Share
from viewer.timeline.scene import Fold, Pip
from viewer.timeline.strips.binned import Counts, Floats, first_without_row
from viewer.timeline.strips.bins import Bins

SHORT_PIP = 4.0
"""Pixels: the height of a pip beneath the words of a count."""

SEARCHED = 32
"""Events looked at together for one that began before the view, at first; then four times as many."""


class PipPlacer:
    """Places the pips of one picture; `folds` are the counts beside."""

    def __init__(self, bins: Bins, folds: Sequence[Fold]) -> None:
        self._bins = bins
        self._own = set(bins.drawn.tolist())
        self._folds = folds

    def pips(self, lanes: Sequence[int], shares: Sequence[Share], left: float) -> tuple[Pip, ...]:
        """Return the pips of `lanes`; what began before the view and goes on has one at the pixel `left`."""
        urgent = self._bins.urgent
        rows = (urgent.before, urgent.none, urgent.begun[:, 0])
        earlier = [
            self._before(lane, shares[lane], number, (low, high), left)
            for lane, number, low, high in zip(lanes, *(each.tolist() for each in rows), strict=True)
            if number
        ]
        return (*earlier, *self._begun(lanes, shares))

    def _begun(self, lanes: Sequence[int], shares: Sequence[Share]) -> Iterable[Pip]:
        bins, index = self._bins, self._bins.index
        begins, urgent = bins.stretches, bins.urgent
        ends = np.append(begins[1:], urgent.bins.shape[1])
        counts = np.add.reduceat(urgent.bins, begins, axis=1)
        of, at = np.nonzero(counts > 0)
        first = bins.foremost[of, at]
        scale, columns = bins.scale, index.columns
        view = scale.viewport
        # The first of a stretch that the view cuts may lie before it.
        for cut in np.flatnonzero((at == 0) & (columns.start[first] < view.start)).tolist():
            begun, stretch = urgent.begun[of[cut]], at[cut]
            low, high = int(begun[begins[stretch]]), int(begun[ends[stretch]])
            first[cut] = first_without_row(index, low, high, self._own)
        days = columns.start[first].astype(np.float64)
        x = scale.left + (days - view.start - view.rest) * scale.pixels_per_day
        top = np.array([shares[lane].fold_top for lane in lanes])
        bottom = top + np.array([shares[lane].fold_height for lane in lanes])
        numbers = np.array(lanes, dtype=np.int64)[of]
        tops = np.where(self._beneath(numbers, x), np.maximum(bottom - SHORT_PIP, top)[of], top[of])
        return map(
            Pip,
            first.tolist(),
            x.tolist(),
            tops.tolist(),
            bottom[of].tolist(),
            numbers.tolist(),
            columns.contested[first].tolist(),
            counts[of, at].tolist(),
            bins.edges[begins[at]].tolist(),
            bins.edges[ends[at]].tolist(),
        )

    def _beneath(self, lane: Counts, x: Floats) -> npt.NDArray[np.bool_]:
        """Return which places lie at the words of a count: pips there are short, beneath them."""
        if not self._folds or not len(x):
            return np.zeros(len(x), dtype=np.bool_)
        own = np.array([(fold.lane, fold.box.x, fold.box.right) for fold in self._folds])
        # Folds stand in the order of lanes, then from left to right.
        reach = max(float(np.max(own[:, 2])), float(np.max(x))) + 1.0
        at = np.searchsorted(own[:, 0] * reach + own[:, 1], lane * reach + x, side="right") - 1
        at = np.maximum(at, 0)
        beneath: npt.NDArray[np.bool_] = (own[at, 0] == lane) & (own[at, 1] <= x) & (x <= own[at, 2])
        return beneath

    def _before(self, lane: int, share: Share, number: int, rows: tuple[int, int], x: float) -> Pip:
        """Return the pip at the left edge: it names the last to begin of the `rows` that go on in view."""
        bins, parts, columns = self._bins, self._bins.index.parts, self._bins.index.columns
        day = bins.scale.viewport.start
        (low, high), event, searched = rows, -1, SEARCHED
        while event < 0 and low < high:
            latest = parts.rows[max(low, high - searched) : high]
            going = latest[columns.end[latest] > day].tolist()
            event = next((row for row in reversed(going) if row not in self._own), -1)
            high, searched = high - searched, 4 * searched
        contested = bool(columns.contested[event])
        top, bottom = share.fold_top, share.fold_top + share.fold_height
        return Pip(event, x, top, bottom, lane, contested, number, day, day, before=True)
