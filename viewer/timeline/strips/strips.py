"""What has no row of its own, in the strip beneath a lane's rows: counts with their density, and pips.

What is counted is how many events begin in a bin of time less those that are drawn. What began before the
view and goes on in it counts at its edge.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from viewer.timeline.metrics import Metrics
from viewer.timeline.rows.lane_index import LaneIndex
from viewer.timeline.rows.shares import Share
from viewer.timeline.rows.stock import Stock
from viewer.timeline.rows.title_widths import TitleWidths
from viewer.timeline.scale import Scale
from viewer.timeline.scene import Fold, Pip, Rect, Rug
from viewer.timeline.strips.bins import Bins
from viewer.timeline.strips.folds import FoldPlacer
from viewer.timeline.strips.pips import PipPlacer
from viewer.timeline.strips.rugs import rugs_of


class Strips(NamedTuple):
    """The strips of a picture."""

    folds: tuple[Fold, ...]
    pips: tuple[Pip, ...]
    rugs: tuple[Rug, ...]


class StripPlacer:
    """Places the strips of one picture."""

    def __init__(
        self, index: LaneIndex, step: int, scale: Scale, plot: Rect, *, metrics: Metrics, words: TitleWidths
    ) -> None:
        self._bins = Bins(index, step, scale)
        self._plot = plot
        self._metrics = metrics
        self._words = words

    def strips(self, stock: Stock, lanes: Sequence[int], shares: Sequence[Share]) -> Strips:
        """Return the strips of `lanes`, which ascend; `stock` is what has a row of its own."""
        if not len(lanes):
            return Strips((), (), ())
        bins, plot = self._bins, self._plot
        drawn, numbers = bins.drawn(stock), np.array(lanes, dtype=np.int64)
        calm, urgent = bins.part(numbers, drawn, 0), bins.part(numbers, drawn, 1)
        folds = FoldPlacer(bins, plot.x, plot.right, self._metrics, self._words).folds(calm, lanes, shares)
        pips: tuple[Pip, ...] = ()
        if urgent.before.any() or urgent.bins.any():
            pips = PipPlacer(bins, drawn, folds).pips(urgent, lanes, shares, plot.x + 1.0)
        return Strips(tuple(folds), pips, rugs_of(bins, calm, lanes, shares))
