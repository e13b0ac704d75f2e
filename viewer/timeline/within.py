"""The events of one view alone: nobody pans a printed page, so its rows need not hold elsewhere."""

from viewer.timeline.columns import Columns
from viewer.timeline.viewport import Viewport


def columns_within(columns: Columns, viewport: Viewport) -> Columns:
    """Return the events whose span touches the view, in their order; `columns` itself where all do."""
    touches = (columns.start < viewport.end) & (columns.end > viewport.start)
    if touches.all():
        return columns
    rows = touches.nonzero()[0].tolist()
    ids = tuple(columns.ids[row] for row in rows)
    return Columns(
        start=columns.start[touches],
        core_start=columns.core_start[touches],
        core_end=columns.core_end[touches],
        end=columns.end[touches],
        lane=columns.lane[touches],
        rank=columns.rank[touches],
        contested=columns.contested[touches],
        found=columns.found[touches],
        ids=ids,
        titles=tuple(columns.titles[row] for row in rows),
        dates=tuple(columns.dates[row] for row in rows),
        kinds=tuple(columns.kinds[row] for row in rows),
        rows={event: row for row, event in enumerate(ids)},
    )
