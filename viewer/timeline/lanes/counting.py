"""How many events are seen? An event is counted where it stands as itself, not its echoes."""

from collections.abc import Collection

import numpy as np

from viewer.timeline.columns import Columns
from viewer.timeline.scene import Scene


def events_among(columns: Columns, rows: Collection[int]) -> int:
    """Return how many of `rows` are events themselves."""
    if not columns.echo.any():
        return len(rows)
    at = np.fromiter(rows, dtype=np.int64, count=len(rows))
    return int(np.count_nonzero(~columns.echo[at]))


def events_seen(columns: Columns, scene: Scene) -> tuple[int, int]:
    """Return how many events a scene shows, with a row or a pip, and how many are in view."""
    shown = events_among(columns, scene.shown) + int(scene.pips.number.sum())
    return min(shown, scene.in_view), scene.in_view


def events_of(columns: Columns) -> int:
    """Return how many events the columns have."""
    return len(columns) - int(np.count_nonzero(columns.echo))
