"""The events of one view alone: nobody pans a printed page, so its rows need not hold elsewhere."""

from viewer.timeline.columns import Columns, taken
from viewer.timeline.viewport import Viewport


def columns_within(columns: Columns, viewport: Viewport) -> Columns:
    """Return the events whose span touches the view, in their order; `columns` itself where all do."""
    touches = (columns.start < viewport.end) & (columns.end > viewport.start)
    return columns if touches.all() else taken(columns, touches.nonzero()[0])
