"""The marks, bars and labels of the events in view: what the stock holds, moved and stretched."""

from collections.abc import Iterator
from itertools import repeat
from typing import NamedTuple

import numpy as np

from viewer.model.records import KINDS
from viewer.timeline.metrics import Metrics
from viewer.timeline.rows.stock import Flags, Floats, Stock
from viewer.timeline.scale import Scale
from viewer.timeline.scene import Bar, Label, Mark, Rect

OVERSHOOT = 12.0
"""Pixels beyond the plot at which bars are clipped: enough to hide their ends, no strain on any toolkit."""


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
        marks, bars = near & is_mark, near & ~is_mark
        return Items(
            self._bars(stock.where(bars), left[bars], right[bars]),
            self._marks(stock.where(marks), middle[marks]),
            (*self._labels(stock, near & ~is_mark, left, right), *self._labels(stock, marks, left, right)),
        )

    def _pixels(self, days: Floats) -> Floats:
        viewport = self._scale.viewport
        return self._scale.left + (days - viewport.start - viewport.rest) * self._scale.pixels_per_day

    def _marks(self, stock: Stock, x: Floats) -> tuple[Mark, ...]:
        kinds = [KINDS[kind] for kind in stock.kind.tolist()]
        y = stock.top + self._metrics.row_height / 2
        columns = (stock.event, x, y, stock.lane, stock.contested)
        return tuple(map(Mark, *(column.tolist() for column in columns), kinds, stock.echo.tolist()))

    def _bars(self, stock: Stock, left: Floats, right: Floats) -> tuple[Bar, ...]:
        """Return the bars; of one that has left the view, so that only its title reaches in, nothing."""
        first, last = self._plot.x - OVERSHOOT, self._plot.right + OVERSHOOT
        empty = stock.core_start >= stock.core_end
        core = np.where(empty, left, np.clip(self._pixels(stock.core_start), left, right))
        core_right = np.where(empty, left, np.clip(self._pixels(stock.core_end), left, right))
        x, end = np.clip(left, first, last), np.clip(right, first, last)
        y = stock.top + (self._metrics.row_height - self._metrics.bar_height) / 2
        arrays = (
            stock.event,
            x,
            y,
            end - x,
            np.clip(core, first, last),
            np.clip(core_right, first, last),
            stock.lane,
            stock.contested,
            stock.kind,
            stock.open_start | (left < first),
            stock.open_end | (right > last),
            stock.echo,
        )
        height = self._metrics.bar_height
        return tuple(
            Bar(event, Rect(x, y, width, height), core, core_right, lane, contested, KINDS[kind], *rest)
            for event, x, y, width, core, core_right, lane, contested, kind, *rest in zip(
                *(array.tolist() for array in arrays), strict=True
            )
            if width > 0
        )

    def _labels(self, stock: Stock, chosen: Flags, left: Floats, right: Floats) -> Iterator[Label]:
        chosen = chosen & (stock.width > 0)
        stock, left, right = stock.where(chosen), left[chosen], right[chosen]
        plot, metrics, whole = self._plot, self._metrics, stock.whole
        # At the bar's beginning, else at the edge of the view, but never beyond the bar's end.
        within = np.maximum(left, plot.x) + metrics.bar_padding
        within = np.minimum(within, right - metrics.bar_padding - whole)
        x = np.where(stock.inside, within, right + metrics.label_gap)
        near = (x < plot.right) & (x + whole > plot.x)
        stock, x = stock.where(near), x[near]
        # A pixel short of the rows above and below, so that rounding never makes neighbours touch.
        height = repeat(metrics.row_height - 2.0, len(x))
        boxes = map(Rect, x.tolist(), (stock.top + 1.0).tolist(), stock.whole.tolist(), height)
        columns = (
            stock.text,
            stock.said,
            stock.rank,
            stock.lane,
            stock.inside,
            x + stock.width + metrics.title_date_gap,
            stock.echo,
        )
        return map(Label, stock.event.tolist(), boxes, *(column.tolist() for column in columns))
