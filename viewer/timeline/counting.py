"""How many events are these rows? An event is counted where it stands as itself, not its echoes."""

from collections.abc import Collection

import numpy as np

from viewer.timeline.columns import Columns


def events_among(columns: Columns, rows: Collection[int]) -> int:
    """Return how many of `rows` are events themselves."""
    if not columns.echo.any():
        return len(rows)
    at = np.fromiter(rows, dtype=np.int64, count=len(rows))
    return int(np.count_nonzero(~columns.echo[at]))


def events_of(columns: Columns) -> int:
    """Return how many events the columns have."""
    return len(columns) - int(np.count_nonzero(columns.echo))
