"""The marks, bars and labels of the events in view."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from viewer.model.records import KINDS
from viewer.timeline.bodies import Bodies, Floats
from viewer.timeline.columns import UNBOUNDED
from viewer.timeline.rows import Rows
from viewer.timeline.scale import Scale
from viewer.timeline.scene import Bar, Label, Mark, Rect
from viewer.timeline.shares import Share
from viewer.timeline.titles import Titles

OVERSHOOT = 12.0
"""Pixels beyond the plot at which bars are clipped: enough to hide their ends, no strain on any toolkit."""


class Items(NamedTuple):
    """What is drawn of events."""

    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...]
    labels: tuple[Label, ...]


class _Item(NamedTuple):
    """One event on its way into the picture; x in pixels, clipped to a little more than the plot."""

    event: int
    lane: int
    top: float
    left: float
    right: float
    core: float
    core_right: float
    open_left: bool
    open_right: bool
    is_mark: bool
    contested: bool
    rank: int
    title: float
    date: float
    inside: bool
    echo: bool


class ItemPlacer:
    """Places the events of one picture."""

    def __init__(self, bodies: Bodies, titles: Titles, scale: Scale, plot: Rect) -> None:
        self._bodies = bodies
        self._columns = bodies.columns
        self._metrics = bodies.metrics
        self._titles = titles
        self._scale = scale
        self._plot = plot

    def items(self, events: npt.NDArray[np.int64], rows: Rows, shares: Sequence[Share]) -> Items:
        """Return what is drawn for `events`, rows of the columns that have a row in their lane."""
        bars: list[Bar] = []
        marks: list[Mark] = []
        labels: list[Label] = []
        for item in self._measured(events, rows, shares):
            if item.is_mark:
                marks.append(self._mark(item))
            else:
                bars.extend(self._bar(item))
            if item.title > 0 and (label := self._label(item)) is not None:
                labels.append(label)
        return Items(tuple(bars), tuple(marks), tuple(labels))

    def _measured(self, events: npt.NDArray[np.int64], rows: Rows, shares: Sequence[Share]) -> list[_Item]:
        """Return all numbers of `events`, computed as columns."""
        if not len(events):
            return []
        columns, bodies, metrics = self._columns, self._bodies, self._metrics
        is_mark = ~bodies.is_bar(self._scale.pixels_per_day)[events]
        middle = self._pixels(bodies.middle[events])
        left = np.where(is_mark, middle - metrics.mark / 2, self._pixels(bodies.start[events]))
        right = np.where(is_mark, middle + metrics.mark / 2, self._pixels(bodies.end[events]))
        first, last = self._plot.x - OVERSHOOT, self._plot.right + OVERSHOOT
        core, core_right = self._cores(events, left, right)
        lane = columns.lane[events]
        top = np.array([share.rows_top for share in shares])[lane] + rows.row[events] * metrics.row_height
        date = np.where(rows.dated[events], metrics.title_date_gap + bodies.date[events], 0.0)
        arrays = (
            events,
            lane,
            top,
            left,
            right,
            core,
            core_right,
            (columns.start[events] <= -UNBOUNDED) | (left < first),
            (columns.end[events] >= UNBOUNDED) | (right > last),
            is_mark,
            columns.contested[events],
            columns.rank[events],
            rows.title[events],
            date,
            rows.inside[events],
            columns.echo[events],
        )
        return [_Item(*values) for values in zip(*(array.tolist() for array in arrays), strict=True)]

    def _cores(self, events: npt.NDArray[np.int64], left: Floats, right: Floats) -> tuple[Floats, Floats]:
        core_start, core_end = self._columns.core_start[events], self._columns.core_end[events]
        core = np.clip(self._pixels(core_start.astype(np.float64)), left, right)
        core_right = np.clip(self._pixels(core_end.astype(np.float64)), left, right)
        empty = core_start >= core_end
        return np.where(empty, left, core), np.where(empty, left, core_right)

    def _pixels(self, days: Floats) -> Floats:
        return self._scale.left + (days - self._scale.viewport.start) * self._scale.pixels_per_day

    def _mark(self, item: _Item) -> Mark:
        x = (item.left + item.right) / 2
        y = item.top + self._metrics.row_height / 2
        kind = KINDS[self._columns.kind[item.event]]
        return Mark(item.event, x, y, item.lane, item.contested, kind, item.echo)

    def _bar(self, item: _Item) -> list[Bar]:
        """Return the bar, or nothing where it has left the view and only its title still reaches in."""
        metrics = self._metrics
        left, right = self._clipped(item.left), self._clipped(item.right)
        if right <= left:
            return []
        y = item.top + (metrics.row_height - metrics.bar_height) / 2
        bar = Bar(
            item.event,
            Rect(left, y, right - left, metrics.bar_height),
            self._clipped(item.core),
            self._clipped(item.core_right),
            item.lane,
            item.contested,
            KINDS[self._columns.kind[item.event]],
            item.open_left,
            item.open_right,
            item.echo,
        )
        return [bar]

    def _label(self, item: _Item) -> Label | None:
        metrics, plot = self._metrics, self._plot
        text, title = self._titles.at(item.event, item.title)
        width = title + item.date
        if item.inside:
            # At the bar's beginning, else at the edge of the view, but never beyond the bar's end.
            x = min(max(item.left, plot.x) + metrics.bar_padding, item.right - metrics.bar_padding - width)
        else:
            x = item.right + metrics.label_gap
        if x >= plot.right or x + width <= plot.x:
            return None
        # A pixel short of the rows above and below, so that rounding never makes neighbours touch.
        box = Rect(x, item.top + 1.0, width, metrics.row_height - 2.0)
        date = self._columns.dates[item.event] if item.date else ""
        date_x = x + title + metrics.title_date_gap
        return Label(item.event, box, text, date, item.rank, item.lane, item.inside, date_x, item.echo)

    def _clipped(self, x: float) -> float:
        return min(max(x, self._plot.x - OVERSHOOT), self._plot.right + OVERSHOOT)
