"""What has no row of its own, in the strip beneath a lane's rows: counts with their density, and pips.

What is counted is how many events begin in a bin of time less those that are drawn. What began before the
view and goes on in it counts at its edge.
"""

from collections.abc import Sequence
from typing import NamedTuple

from viewer.timeline.metrics import Metrics
from viewer.timeline.rows.lane_index import LaneIndex
from viewer.timeline.rows.shares import Share
from viewer.timeline.rows.title_widths import TitleWidths
from viewer.timeline.scale import Scale
from viewer.timeline.scene import Fold, Pip, Rect, Rug
from viewer.timeline.strips.bins import Bins
from viewer.timeline.strips.folds import FoldPlacer
from viewer.timeline.strips.laid import Laid
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
        self, index: LaneIndex, scale: Scale, plot: Rect, *, metrics: Metrics, words: TitleWidths
    ) -> None:
        self._index = index
        self._scale = scale
        self._plot = plot
        self._metrics = metrics
        self._words = words

    def strips(self, laid: Laid, lanes: Sequence[int], shares: Sequence[Share]) -> Strips:
        """Return the strips of `lanes`, which ascend; of `laid`, the tiles that reach into the view."""
        if not len(lanes):
            return Strips((), (), ())
        plot = self._plot
        bins = Bins(self._index, lanes, self._scale, laid.binned, laid.stock)
        folds = FoldPlacer(bins, plot.x, plot.right, self._metrics, self._words).folds(lanes, shares)
        pips: tuple[Pip, ...] = ()
        if bins.urgent.before.any() or bins.urgent.bins.any():
            pips = PipPlacer(bins, folds).pips(lanes, shares, plot.x + 1.0)
        return Strips(tuple(folds), pips, rugs_of(bins, lanes, shares))
