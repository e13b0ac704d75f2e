"""The marks, bars and labels of the events in view: what the stock holds, moved and stretched."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from viewer.timeline.drawn import Bars, Labels, Marks
from viewer.timeline.metrics import Metrics
from viewer.timeline.rect import Rect
from viewer.timeline.rows.fuller import fuller
from viewer.timeline.rows.steps import coarsest, step_of
from viewer.timeline.rows.stock import Flags, Floats, Stock
from viewer.timeline.scale import Scale

OVERSHOOT = 12.0
"""Pixels beyond the plot at which bars are clipped: enough to hide their ends, no strain on any toolkit."""


Rows = npt.NDArray[np.intp]


class Items(NamedTuple):
    """What is drawn of events."""

    bars: Bars
    marks: Marks
    labels: Labels


class ItemPlacer:
    """Places the events of one picture."""

    def __init__(self, metrics: Metrics, scale: Scale, plot: Rect) -> None:
        self._metrics = metrics
        self._scale = scale
        self._plot = plot

    def items(self, stock: Stock) -> Items:
        """Return what is drawn of the stock: that of which something reaches into the plot."""
        per_day = self._scale.pixels_per_day
        stock = fuller(stock, per_day / coarsest(step_of(per_day)))
        half = self._metrics.mark / 2
        is_mark = (stock.end - stock.start) * per_day < self._metrics.mark
        middle = self._pixels(stock.middle)
        left = np.where(is_mark, middle - half, self._pixels(stock.start))
        right = np.where(is_mark, middle + half, self._pixels(stock.end))
        # A title goes with its sign: what is left of one would seem to be of a day that is in view.
        near = (right + self._metrics.label_gap > self._plot.x) & (left < self._plot.right)
        marks, bars = np.flatnonzero(near & is_mark), np.flatnonzero(near & ~is_mark)
        return Items(
            self._bars(stock, bars, left[bars], right[bars]),
            self._marks(stock, marks, middle[marks]),
            self._labels(stock, near, left, right),
        )

    def _pixels(self, days: Floats) -> Floats:
        viewport = self._scale.viewport
        return self._scale.left + (days - viewport.start - viewport.rest) * self._scale.pixels_per_day

    def _marks(self, stock: Stock, at: Rows, x: Floats) -> Marks:
        return Marks(
            event=stock.event[at],
            x=x,
            y=stock.top[at] + self._metrics.row_height / 2,
            lane=stock.lane[at],
            contested=stock.contested[at],
            kind=stock.kind[at],
            echo=stock.echo[at],
        )

    def _bars(self, stock: Stock, at: Rows, left: Floats, right: Floats) -> Bars:
        """Return the bars; of one that has left the view, nothing."""
        first, last = self._plot.x - OVERSHOOT, self._plot.right + OVERSHOOT
        x, end = np.clip(left, first, last), np.clip(right, first, last)
        seen = end > x
        at, x, end, left, right = at[seen], x[seen], end[seen], left[seen], right[seen]
        core_start, core_end = stock.core_start[at], stock.core_end[at]
        empty = core_start >= core_end
        core = np.where(empty, left, self._pixels(core_start))
        core_right = np.where(empty, left, self._pixels(core_end))
        return Bars(
            event=stock.event[at],
            x=x,
            y=stock.top[at] + (self._metrics.row_height - self._metrics.bar_height) / 2,
            width=end - x,
            height=np.full(len(at), self._metrics.bar_height),
            core_x=np.clip(core, x, end),
            core_right=np.clip(core_right, x, end),
            lane=stock.lane[at],
            contested=stock.contested[at],
            kind=stock.kind[at],
            open_left=stock.open_start[at] | (left < first),
            open_right=stock.open_end[at] | (right > last),
            echo=stock.echo[at],
        )

    def _labels(self, stock: Stock, near: Flags, left: Floats, right: Floats) -> Labels:
        plot, metrics, whole = self._plot, self._metrics, stock.whole
        # At the bar's beginning, else behind the sign at the view's edge, but never beyond the bar's end.
        within = np.maximum(left, plot.x + metrics.sign_room) + metrics.bar_padding
        within = np.minimum(within, right - metrics.bar_padding - whole)
        x = np.where(stock.inside, within, right + metrics.label_gap)
        at = np.flatnonzero(near & (stock.width > 0) & (x < plot.right) & (x + whole > plot.x))
        x = x[at]
        return Labels(
            event=stock.event[at],
            x=x,
            y=stock.top[at] + np.where(stock.inside[at], 1.0 - metrics.bar_words_rise, 1.0),
            width=whole[at],
            # A pixel short of the rows above and below, so that rounding never makes neighbours touch.
            height=np.full(len(at), metrics.row_height - 2.0),
            text=stock.text[at],
            date=stock.said[at],
            rank=stock.rank[at],
            lane=stock.lane[at],
            inside=stock.inside[at],
            date_x=x + stock.width[at] + metrics.title_date_gap,
            echo=stock.echo[at],
            look=stock.look[at],
        )
