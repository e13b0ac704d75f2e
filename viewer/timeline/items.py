"""The marks, bars and labels of the events in view: what the stock holds, moved and stretched."""

from collections.abc import Iterator
from itertools import repeat
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from viewer.model.records import KINDS
from viewer.timeline.metrics import Metrics
from viewer.timeline.rows.stock import Flags, Floats, Stock
from viewer.timeline.scale import Scale
from viewer.timeline.scene import Bar, Label, Mark, Rect

OVERSHOOT = 12.0
"""Pixels beyond the plot at which bars are clipped: enough to hide their ends, no strain on any toolkit."""


Rows = npt.NDArray[np.intp]

_KINDS = np.array(KINDS, dtype=np.object_)


class Items(NamedTuple):
    """What is drawn of events."""

    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...]
    labels: tuple[Label, ...]


class ItemPlacer:
    """Places the events of one picture."""

    def __init__(self, metrics: Metrics, scale: Scale, plot: Rect) -> None:
        self._metrics = metrics
        self._scale = scale
        self._plot = plot

    def items(self, stock: Stock) -> Items:
        """Return what is drawn of the stock: that of which something reaches into the plot."""
        half = self._metrics.mark / 2
        is_mark = (stock.end - stock.start) * self._scale.pixels_per_day < self._metrics.mark
        middle = self._pixels(stock.middle)
        left = np.where(is_mark, middle - half, self._pixels(stock.start))
        right = np.where(is_mark, middle + half, self._pixels(stock.end))
        near = (right + stock.reach > self._plot.x) & (left < self._plot.right)
        marks, bars = np.flatnonzero(near & is_mark), np.flatnonzero(near & ~is_mark)
        return Items(
            self._bars(stock, bars, left[bars], right[bars]),
            self._marks(stock, marks, middle[marks]),
            tuple(self._labels(stock, near, left, right)),
        )

    def _pixels(self, days: Floats) -> Floats:
        viewport = self._scale.viewport
        return self._scale.left + (days - viewport.start - viewport.rest) * self._scale.pixels_per_day

    def _marks(self, stock: Stock, at: Rows, x: Floats) -> tuple[Mark, ...]:
        columns = (
            stock.event[at],
            x,
            stock.top[at] + self._metrics.row_height / 2,
            stock.lane[at],
            stock.contested[at],
            _KINDS[stock.kind[at]],
            stock.echo[at],
        )
        return tuple(map(Mark, *(column.tolist() for column in columns)))

    def _bars(self, stock: Stock, at: Rows, left: Floats, right: Floats) -> tuple[Bar, ...]:
        """Return the bars; of one that has left the view, so that only its title reaches in, nothing."""
        first, last = self._plot.x - OVERSHOOT, self._plot.right + OVERSHOOT
        core_start, core_end = stock.core_start[at], stock.core_end[at]
        empty = core_start >= core_end
        core = np.where(empty, left, np.clip(self._pixels(core_start), left, right))
        core_right = np.where(empty, left, np.clip(self._pixels(core_end), left, right))
        x, end = np.clip(left, first, last), np.clip(right, first, last)
        y = stock.top[at] + (self._metrics.row_height - self._metrics.bar_height) / 2
        arrays = (
            stock.event[at],
            x,
            y,
            end - x,
            np.clip(core, first, last),
            np.clip(core_right, first, last),
            stock.lane[at],
            stock.contested[at],
            _KINDS[stock.kind[at]],
            stock.open_start[at] | (left < first),
            stock.open_end[at] | (right > last),
            stock.echo[at],
        )
        height = self._metrics.bar_height
        return tuple(
            Bar(event, Rect(x, y, width, height), *rest)
            for event, x, y, width, *rest in zip(*(array.tolist() for array in arrays), strict=True)
            if width > 0
        )

    def _labels(self, stock: Stock, near: Flags, left: Floats, right: Floats) -> Iterator[Label]:
        plot, metrics, whole = self._plot, self._metrics, stock.whole
        # At the bar's beginning, else at the edge of the view, but never beyond the bar's end.
        within = np.maximum(left, plot.x) + metrics.bar_padding
        within = np.minimum(within, right - metrics.bar_padding - whole)
        x = np.where(stock.inside, within, right + metrics.label_gap)
        at = np.flatnonzero(near & (stock.width > 0) & (x < plot.right) & (x + whole > plot.x))
        x = x[at]
        # A pixel short of the rows above and below, so that rounding never makes neighbours touch.
        height = repeat(metrics.row_height - 2.0, len(at))
        boxes = map(Rect, x.tolist(), (stock.top[at] + 1.0).tolist(), whole[at].tolist(), height)
        columns = (
            stock.text[at],
            stock.said[at],
            stock.rank[at],
            stock.lane[at],
            stock.inside[at],
            x + stock.width[at] + metrics.title_date_gap,
            stock.echo[at],
        )
        return map(Label, stock.event[at].tolist(), boxes, *(column.tolist() for column in columns))
