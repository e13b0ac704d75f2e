"""The events that a view touches, and those that it draws."""

import numpy as np
import numpy.typing as npt

from viewer.timeline.bodies import Bodies
from viewer.timeline.columns import Columns, Days
from viewer.timeline.pinning import label_reach
from viewer.timeline.rows import FOLDED, Rows
from viewer.timeline.scale import Scale
from viewer.timeline.viewport import Viewport


def ends_so_far(columns: Columns) -> Days:
    """Return the running maximum of the ends: where it lies before a view, so does every row up to there."""
    return np.maximum.accumulate(columns.end) if len(columns) else columns.end


def events_in_view(columns: Columns, ends: Days, viewport: Viewport) -> npt.NDArray[np.int64]:
    """Return the rows whose span touches the viewport; `ends` as from `ends_so_far`."""
    last = int(np.searchsorted(columns.start, viewport.end, side="left"))
    first = min(int(np.searchsorted(ends, viewport.start, side="right")), last)
    return first + np.flatnonzero(columns.end[first:last] > viewport.start)


def events_drawn(bodies: Bodies, rows: Rows, scale: Scale) -> npt.NDArray[np.int64]:
    """Return the rows of which something reaches into the plot: a mark, a bar or the end of a label."""
    placed = np.flatnonzero(rows.row != FOLDED)
    per_day, start = scale.pixels_per_day, scale.viewport.start
    half = bodies.metrics.mark / 2
    middle = bodies.middle[placed]
    left = (np.minimum(bodies.start[placed], middle) - start) * per_day - half
    right = (np.maximum(bodies.end[placed], middle) - start) * per_day + half
    return placed[(right + label_reach(bodies, rows, placed) > 0) & (left < scale.width)]
