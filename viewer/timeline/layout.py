"""What changes only at scale steps: the shares of lanes, the rows of events, the cells of counts."""

from dataclasses import dataclass, replace

from viewer.timeline.bodies import Bodies
from viewer.timeline.folds import Cells, cells_of
from viewer.timeline.metrics import Measure, Metrics
from viewer.timeline.pinning import pinned_rows
from viewer.timeline.rows import FOLDED, Rows, rows_of
from viewer.timeline.shares import Share, crowds_of, shares_of, urgent_rows_of
from viewer.timeline.steps import coarsest

SHARE_STEPS = 4
"""Scale steps that have the heights of lanes in common: zooming does not shift lanes at every step."""


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """The layout of one scale step at one height. It does not know what is in view."""

    step: int
    shares: tuple[Share, ...]
    rows: Rows
    cells: Cells


def layout_of(
    bodies: Bodies, step: int, top: float, bottom: float, lanes: int, *, measure: Measure
) -> Layout:
    """Lay out all events at a scale step, the `lanes` between `top` and `bottom` pixels."""
    metrics, scale = bodies.metrics, coarsest(step)
    # Lanes share the height by how crowded they are at the coarsest of the steps that have it in common.
    common = coarsest(step // SHARE_STEPS * SHARE_STEPS)
    urgent = urgent_rows_of(bodies, common, lanes)
    shares = shares_of(crowds_of(bodies, common, lanes), top, bottom, metrics, urgent)
    rows = rows_of(bodies, scale, [share.rows for share in shares])
    folding = set(bodies.columns.lane[rows.row == FOLDED].tolist())
    lacking = {lane for lane in folding if shares[lane].rows > 1 and shares[lane].fold_height == 0}
    if lacking:
        shares = tuple(
            _with_fold_row(share, metrics) if lane in lacking else share for lane, share in enumerate(shares)
        )
        rows = rows_of(bodies, scale, [share.rows for share in shares])
    return Layout(step, shares, rows, cells_of(bodies, rows, scale, measure))


def pinned_layout(layout: Layout, bodies: Bodies, pinned: frozenset[int], measure: Measure) -> Layout:
    """Return the layout with every pinned event seen, as far as its lane has rows; the same if all are."""
    scale = coarsest(layout.step)
    rows = pinned_rows(bodies, layout.rows, pinned, scale, [share.rows for share in layout.shares])
    if rows is layout.rows:
        return layout
    return replace(layout, rows=rows, cells=cells_of(bodies, rows, scale, measure))


def _with_fold_row(share: Share, metrics: Metrics) -> Share:
    """Give up the last row of a lane for its counts."""
    rows = share.rows - 1
    return replace(
        share,
        rows=rows,
        fold_top=share.rows_top + rows * metrics.row_height,
        fold_height=metrics.fold_height,
    )
