"""The events of one view alone: nobody pans a printed page, so its rows need not hold elsewhere."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from viewer.model.records import Lane
from viewer.timeline.columns import Columns, taken
from viewer.timeline.lanes.lane import ArrangedLane
from viewer.timeline.viewport import Viewport


def columns_within(columns: Columns, viewport: Viewport) -> Columns:
    """Return the events whose span touches the view, in their order; `columns` itself where all do."""
    touches = (columns.start < viewport.end) & (columns.end > viewport.start)
    return columns if touches.all() else taken(columns, touches.nonzero()[0])


def lanes_within(columns: Columns, lanes: Sequence[Lane], most: int) -> tuple[Columns, Sequence[Lane]]:
    """Return columns and lanes without lanes that are empty, where there are more than `most`.

    A group goes with the last of its lanes; a source's lane stays, it shows a silence.
    """
    if len(lanes) <= most:
        return columns, lanes
    used = (np.bincount(columns.lane, minlength=len(lanes)) > 0).tolist()
    arranged = [lane if isinstance(lane, ArrangedLane) else None for lane in lanes]
    groups = {lane.path[:1] for lane, has in zip(arranged, used, strict=True) if lane is not None and has}
    kept = [
        at
        for at, lane in enumerate(arranged)
        if used[at] or lane is None or lane.voice is not None or (lane.is_open and lane.path in groups)
    ]
    places = np.full(len(lanes), -1, dtype=np.int32)
    places[kept] = np.arange(len(kept), dtype=np.int32)
    return replace(columns, lane=places[columns.lane]), [lanes[at] for at in kept]
