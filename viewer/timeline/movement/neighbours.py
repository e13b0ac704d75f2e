"""The next and the previous event, in the order of the columns: by start, then as in the collection."""

import numpy as np

from viewer.timeline.columns import Columns
from viewer.timeline.lanes.echoes import rows_of_event
from viewer.timeline.movement.fit import Rows, middle, middles
from viewer.timeline.rows.stock import Floats


class Neighbours:
    """Finds events beside events by look-up; what is looked up is made when a lane is first asked for."""

    def __init__(self, columns: Columns) -> None:
        self.columns = columns
        self._lanes = np.flatnonzero(np.bincount(columns.lane)) if len(columns) else np.zeros(0, np.int64)
        self._rows: dict[int, Rows] = {}
        self._by_middle: dict[int, tuple[Floats, Rows]] = {}

    def beside(self, row: int | None, direction: int, centre: float, *, in_lane: bool) -> int | None:
        """Return the row after `row` (direction 1) or before it (-1), of its lane or of all; None at the end.

        In a lane echoes count, among all lanes each event once. Where no row is given, the first event that
        begins at or after the day `centre`, or the last before it.
        """
        if row is None:
            after = int(np.searchsorted(self.columns.start, centre, side="left"))
            return self._next_itself(after if direction > 0 else after - 1, direction)
        if not in_lane:
            return self._next_itself(rows_of_event(self.columns, row).start + direction, direction)
        peers = self.lane_rows(int(self.columns.lane[row]))
        at = int(np.searchsorted(peers, row)) + direction
        return int(peers[at]) if 0 <= at < len(peers) else None

    def across(self, row: int | None, direction: int, centre: float) -> int | None:
        """Return the event nearest in time in the next lane below (direction 1) or above (-1) that has any.

        Where no row is given, the event of all lanes nearest to the day `centre`; of several, the first.
        """
        if row is None:
            nearest = [self._nearest(lane, centre) for lane in self._lanes.tolist()]
            return min(nearest)[1] if nearest else None
        at = int(np.searchsorted(self._lanes, self.columns.lane[row])) + direction
        if not 0 <= at < len(self._lanes):
            return None
        return self._nearest(int(self._lanes[at]), middle(self.columns, row))[1]

    def lane_rows(self, lane: int) -> Rows:
        """Return the rows of a lane in order."""
        if lane not in self._rows:
            self._rows[lane] = np.flatnonzero(self.columns.lane == lane)
        return self._rows[lane]

    def _nearest(self, lane: int, day: float) -> tuple[float, int]:
        """Return how many days away the nearest event of a lane lies, and its row; the lane must have one."""
        days, rows = self._middles(lane)
        after = int(np.searchsorted(days, day))
        found = [(abs(float(days[after]) - day), int(rows[after]))] if after < len(days) else []
        if after:
            # The first of all that have the same middle.
            before = int(np.searchsorted(days, days[after - 1]))
            found.append((abs(float(days[before]) - day), int(rows[before])))
        return min(found)

    def _middles(self, lane: int) -> tuple[Floats, Rows]:
        """Return the middles of a lane's events in ascending order, and their rows."""
        if lane not in self._by_middle:
            rows = self.lane_rows(lane)
            days = middles(self.columns, rows)
            order = np.argsort(days, kind="stable")
            self._by_middle[lane] = days[order], rows[order]
        return self._by_middle[lane]

    def _next_itself(self, row: int, direction: int) -> int | None:
        """Return the first row from `row` on that is no echo, None where there is none."""
        while 0 <= row < len(self.columns) and self.columns.echo[row]:
            row += direction
        return row if 0 <= row < len(self.columns) else None
