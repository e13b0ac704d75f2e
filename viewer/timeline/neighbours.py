"""The next and the previous event, in the order of the columns: by start, then as in the collection."""

import numpy as np
import numpy.typing as npt

from viewer.timeline.columns import Columns
from viewer.timeline.distinct import distinct
from viewer.timeline.echoes import rows_of_event
from viewer.timeline.fit import middle, middles


def neighbour(
    columns: Columns, row: int | None, direction: int, centre: float, *, in_lane: bool
) -> int | None:
    """Return the row after `row` (direction 1) or before it (-1), of its lane or of all; None at the end.

    In a lane echoes count, among all lanes each event once. Where no row is given, the first event that
    begins after the day `centre`, or the last before it.
    """
    if row is None:
        after = int(np.searchsorted(columns.start, centre, side="left"))
        return _next_itself(columns, after if direction > 0 else after - 1, direction)
    if not in_lane:
        return _next_itself(columns, rows_of_event(columns, row).start + direction, direction)
    peers = lane_rows(columns, int(columns.lane[row]))
    at = int(np.searchsorted(peers, row)) + direction
    return int(peers[at]) if 0 <= at < len(peers) else None


def across(columns: Columns, row: int | None, direction: int, centre: float) -> int | None:
    """Return the event nearest in time in the next lane below (direction 1) or above (-1) that has any.

    Where no row is given, the event of all lanes nearest to the day `centre`.
    """
    if row is None:
        return _nearest(columns, np.arange(len(columns)), centre)
    lanes = distinct(columns.lane)
    at = int(np.searchsorted(lanes, columns.lane[row])) + direction
    if not 0 <= at < len(lanes):
        return None
    return _nearest(columns, lane_rows(columns, int(lanes[at])), middle(columns, row))


def first(columns: Columns) -> int | None:
    """Return the first row, None where there is none."""
    return 0 if len(columns) else None


def last(columns: Columns) -> int | None:
    """Return the last event's row, None where there is none."""
    return _next_itself(columns, len(columns) - 1, -1)


def lane_rows(columns: Columns, lane: int) -> npt.NDArray[np.int64]:
    """Return the rows of a lane in order."""
    return np.flatnonzero(columns.lane == lane)


def _nearest(columns: Columns, rows: npt.NDArray[np.int64], day: float) -> int | None:
    if not len(rows):
        return None
    return int(rows[int(np.argmin(np.abs(middles(columns)[rows] - day)))])


def _next_itself(columns: Columns, row: int, direction: int) -> int | None:
    """Return the first row from `row` on that is no echo, None where there is none."""
    while 0 <= row < len(columns) and columns.echo[row]:
        row += direction
    return row if 0 <= row < len(columns) else None
