"""Folded events grouped into counts, in fixed cells along each lane: so counts neither move nor overlap."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from viewer.timeline.bodies import Bodies
from viewer.timeline.distinct import firsts
from viewer.timeline.metrics import Measure
from viewer.timeline.rows import FOLDED, Rows
from viewer.timeline.scale import Scale
from viewer.timeline.scene import Fold, Rect
from viewer.timeline.shares import Share

LEAST_CELL = 44.0
"""Pixels at the coarsest scale of a step: the shortest stretch of a lane with a count of its own."""

CELL_GAP = 6.0


@dataclass(frozen=True, slots=True)
class Cells:
    """The grid of counts at one step: cells of `days` each, wide enough for the longest count of the lane.

    `cell` is the cell of each event of the columns; `centre` the day on which the count of its cell stands.
    """

    days: float
    cell: npt.NDArray[np.float64]
    centre: npt.NDArray[np.float64]


def cells_of(bodies: Bodies, rows: Rows, pixels_per_day: float, measure: Measure) -> Cells:
    """Group the folded events of each lane by where they are."""
    columns, metrics = bodies.columns, bodies.metrics
    longest = f"+{max(len(columns), 1)}"
    width = max(measure(longest, "count") + 2 * metrics.fold_padding + CELL_GAP, LEAST_CELL)
    days = width / pixels_per_day
    cell = np.floor(bodies.middle / days)
    centre = np.zeros(len(columns))
    folded = np.flatnonzero(rows.row == FOLDED)
    if len(folded):
        order = folded[np.lexsort((bodies.middle[folded], cell[folded], columns.lane[folded]))]
        lane, of = columns.lane[order], cell[order]
        begins = np.flatnonzero(np.r_[True, (lane[1:] != lane[:-1]) | (of[1:] != of[:-1])])
        ends = np.r_[begins[1:], len(order)]
        middles = bodies.middle[order]
        centres = middles[begins] + (middles[ends - 1] - middles[begins]) / 2
        centre[order] = np.repeat(centres, ends - begins)
    return Cells(days, cell, centre)


class FoldPlacer:
    """Turns the folded events in view of one lane into counts that lie in the plot."""

    def __init__(self, bodies: Bodies, cells: Cells, scale: Scale, plot: Rect, measure: Measure):
        self._columns = bodies.columns
        self._cells = cells
        self._scale = scale
        self._plot = plot
        self._measure = measure
        self._metrics = bodies.metrics

    def folds(self, events: npt.NDArray[np.int64], share: Share, lane: int) -> list[Fold]:
        """Return the counts for `events` (folded, in view, of this lane), from left to right.

        Counts whose place lies beyond an edge of the plot are gathered into one at that edge.
        """
        groups: list[tuple[list[int], float, float]] = []
        for of, members in self._by_cell(events):
            centre = float(self._cells.centre[members[0]])
            groups.append((members, of * self._cells.days, centre))
        return [self._fold(members, box, share, lane) for members, box in self._spread(groups)]

    def _by_cell(self, events: npt.NDArray[np.int64]) -> list[tuple[float, list[int]]]:
        """Return the members of each cell; those whose count lies beyond an edge come as one cell."""
        x = (
            self._scale.left
            + (self._cells.centre[events] - self._scale.viewport.start) * self._scale.pixels_per_day
        )
        cell = self._cells.cell[events].copy()
        cell[x < self._plot.x] = -np.inf
        cell[x > self._plot.right] = np.inf
        order = np.lexsort((events, cell))
        begins = firsts(cell[order])
        values = cell[order][begins]
        parts = np.split(events[order], begins[1:])
        return [(float(value), part.tolist()) for value, part in zip(values, parts, strict=True) if len(part)]

    def _spread(
        self, groups: list[tuple[list[int], float, float]]
    ) -> list[tuple[list[int], tuple[float, float]]]:
        """Give each group its stretch of pixels; what does not fit beside its left neighbour joins it."""
        placed: list[tuple[list[int], tuple[float, float]]] = []
        for members, cell_start, centre in groups:
            stretch = self._stretch(len(members), cell_start, centre)
            while placed and stretch[0] < placed[-1][1][1]:
                others, neighbour = placed.pop()
                members = others + members  # noqa: PLW2901 the group grows by the neighbours it meets
                width = self._width(len(members))
                stretch = self._inside(min(neighbour[0], stretch[0]), width)
            placed.append((members, stretch))
        return placed

    def _stretch(self, count: int, cell_start: float, centre: float) -> tuple[float, float]:
        width = self._width(count)
        if not np.isfinite(cell_start):
            return self._inside(self._plot.x if cell_start < 0 else self._plot.right, width)
        x = self._scale.pixel(centre) - width / 2
        first = self._scale.pixel(cell_start)
        last = self._scale.pixel(cell_start + self._cells.days) - CELL_GAP - width
        return self._inside(min(max(x, first), max(first, last)), width)

    def _inside(self, x: float, width: float) -> tuple[float, float]:
        width = min(width, self._plot.width)
        x = max(min(x, self._plot.right - width), self._plot.x)
        return x, x + width

    def _width(self, count: int) -> float:
        return self._measure(f"+{count}", "count") + 2 * self._metrics.fold_padding

    def _fold(self, members: list[int], stretch: tuple[float, float], share: Share, lane: int) -> Fold:
        box = Rect(stretch[0], share.fold_top, stretch[1] - stretch[0], share.fold_height)
        contested = bool(self._columns.contested[members].any())
        return Fold(box, tuple(sorted(members)), lane, contested)
