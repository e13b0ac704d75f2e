"""What has no row of its own, in the strip beneath a lane's rows: counts with their density, and pips.

What is counted is how many events begin in a bin of time less those that are drawn. What began before the
view and goes on in it counts at its edge.
"""

from collections.abc import Sequence
from typing import NamedTuple

from viewer.timeline.crowds import Folds, Pips, Rugs
from viewer.timeline.metrics import Metrics
from viewer.timeline.rect import Rect
from viewer.timeline.rows.lane_index import LaneIndex
from viewer.timeline.rows.shares import Share
from viewer.timeline.rows.title_widths import TitleWidths
from viewer.timeline.scale import Scale
from viewer.timeline.strips.bins import Bins
from viewer.timeline.strips.folds import FoldPlacer
from viewer.timeline.strips.laid import Laid
from viewer.timeline.strips.pips import pips_of
from viewer.timeline.strips.room import room_of
from viewer.timeline.strips.rugs import rugs_of


class Strips(NamedTuple):
    """The strips of a picture."""

    folds: Folds
    pips: Pips
    rugs: Rugs


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
            return Strips(Folds.of(), Pips.of(), Rugs.none())
        plot, room = self._plot, room_of(lanes, shares)
        bins = Bins(self._index, self._scale, laid)
        folds = FoldPlacer(bins, plot.x, plot.right, self._metrics, self._words).folds(room)
        return Strips(folds, pips_of(bins, room, folds, plot.x + 1.0), rugs_of(bins, room, folds))
