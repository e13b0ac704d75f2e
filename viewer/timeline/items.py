"""The marks, bars and labels of the events in view."""

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from viewer.timeline.bodies import Bodies, role_of
from viewer.timeline.columns import UNBOUNDED, Columns
from viewer.timeline.ellipsis import cut
from viewer.timeline.metrics import Measure
from viewer.timeline.rows import Rows
from viewer.timeline.scale import Scale
from viewer.timeline.scene import Bar, Label, Mark, Rect
from viewer.timeline.shares import Share

OVERSHOOT = 12.0
"""Pixels beyond the plot at which bars are clipped: enough to hide their ends, little enough for any toolkit."""


class ItemPlacer:
    """Collects marks, bars and labels, event by event. Remembers cut titles, so that a frame cuts none twice."""

    def __init__(self, bodies: Bodies, measure: Measure) -> None:
        self._columns = bodies.columns
        self._bodies = bodies
        self._metrics = bodies.metrics
        self._measure = measure
        self._cut: dict[tuple[int, float], tuple[str, float]] = {}

    def items(
        self,
        events: Iterable[int],
        rows: Rows,
        shares: tuple[Share, ...],
        scale: Scale,
        plot: Rect,
    ) -> tuple[tuple[Bar, ...], tuple[Mark, ...], tuple[Label, ...]]:
        """Return what is drawn for `events` (rows of the columns that have a row in their lane)."""
        bars, marks, labels = [], [], []
        for event in events:
            lane = int(self._columns.lane[event])
            top = shares[lane].row_top(int(rows.row[event]), self._metrics.row_height)
            item = self._item(event, lane, top, scale, plot)
            if isinstance(item, Bar):
                bars.append(item)
            else:
                marks.append(item)
            if rows.title[event] > 0:
                label = self._label(event, lane, top, rows, scale, plot)
                if label is not None:
                    labels.append(label)
        return tuple(bars), tuple(marks), tuple(labels)

    def _item(self, event: int, lane: int, top: float, scale: Scale, plot: Rect) -> Bar | Mark:
        columns, metrics = self._columns, self._metrics
        contested, kind = bool(columns.contested[event]), columns.kinds[event]
        if self._bodies.span[event] * scale.pixels_per_day < metrics.mark:
            x = scale.pixel(float(self._bodies.middle[event]))
            return Mark(event, x, top + metrics.row_height / 2, lane, contested, kind)
        start, end = int(columns.start[event]), int(columns.end[event])
        left, right = plot.x - OVERSHOOT, plot.right + OVERSHOOT
        x, box_right = _clipped(scale.pixel(start), left, right), _clipped(scale.pixel(end), left, right)
        core_x, core_right = x, x
        if columns.core_start[event] < columns.core_end[event]:
            core_x = _clipped(scale.pixel(int(columns.core_start[event])), x, box_right)
            core_right = _clipped(scale.pixel(int(columns.core_end[event])), x, box_right)
        box = Rect(x, top + (metrics.row_height - metrics.bar_height) / 2, box_right - x, metrics.bar_height)
        return Bar(
            event,
            box,
            core_x,
            core_right,
            lane,
            contested,
            kind,
            open_left=start <= -UNBOUNDED or scale.pixel(start) < left,
            open_right=end >= UNBOUNDED or scale.pixel(end) > right,
        )

    def _label(self, event: int, lane: int, top: float, rows: Rows, scale: Scale, plot: Rect) -> Label | None:
        metrics, rank = self._metrics, int(self._columns.rank[event])
        text, title = self._title(event, float(rows.title[event]), rank)
        dated, inside = bool(rows.dated[event]), bool(rows.inside[event])
        date = self._columns.dates[event] if dated else ""
        width = title + (metrics.title_date_gap + float(self._bodies.date[event]) if dated else 0.0)
        if inside:
            x = self._inside(event, width, scale, plot)
        else:
            x = self._body_right(event, scale) + metrics.label_gap
            if x >= plot.right or x + width <= plot.x:
                return None
        # A pixel short of the row above and below, so that rounding never makes neighbours touch.
        box = Rect(x, top + 1.0, width, metrics.row_height - 2.0)
        return Label(event, box, text, date, rank, lane, inside, x + title + metrics.title_date_gap)

    def _inside(self, event: int, width: float, scale: Scale, plot: Rect) -> float:
        """Return the x of a title within its bar: at the bar's beginning, else at the edge of the view."""
        padding = self._metrics.bar_padding
        start = max(scale.pixel(float(self._bodies.start[event])), plot.x)
        end = scale.pixel(float(self._bodies.end[event]))
        return min(start + padding, end - padding - width)

    def _body_right(self, event: int, scale: Scale) -> float:
        if self._bodies.span[event] * scale.pixels_per_day < self._metrics.mark:
            return scale.pixel(float(self._bodies.middle[event])) + self._metrics.mark / 2
        return scale.pixel(float(self._bodies.end[event]))

    def _title(self, event: int, width: float, rank: int) -> tuple[str, float]:
        """Return the title cut to a width, and the width it then has."""
        whole = float(self._bodies.title[event])
        if width >= whole:
            return self._bodies.titles[event], whole
        key = (event, round(width, 1))
        if key not in self._cut:
            text = cut(self._bodies.titles[event], width, role_of(rank), self._measure)
            self._cut[key] = (text, self._measure(text, role_of(rank)))
        return self._cut[key]


def events_in_view(
    columns: Columns, ends_so_far: npt.NDArray[np.int64], scale: Scale
) -> npt.NDArray[np.int64]:
    """Return the rows whose span touches the viewport; `ends_so_far` is the running maximum of the ends."""
    first, last = _candidates(columns, ends_so_far, scale.viewport.start, scale.viewport.end)
    touching = columns.end[first:last] > scale.viewport.start
    return first + np.flatnonzero(touching)


def _candidates(
    columns: Columns, ends_so_far: npt.NDArray[np.int64], start: float, end: float
) -> tuple[int, int]:
    """Return the slice of rows outside which nothing touches [start, end)."""
    last = int(np.searchsorted(columns.start, end, side="left"))
    return min(int(np.searchsorted(ends_so_far, start, side="right")), last), last


def _clipped(x: float, left: float, right: float) -> float:
    return min(max(x, left), right)
