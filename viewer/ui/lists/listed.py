"""The rows of a list of events: by time, then the groups without a date."""

import numpy as np
import numpy.typing as npt

from viewer.store.compiling import UNDATED, UNREADABLE
from viewer.store.events import StoredEvents

HEADINGS = {UNDATED: "Undated", UNREADABLE: "Not placed"}


class Listed:
    """The numbers of `events` as they are listed, and their headings."""

    def __init__(self, events: StoredEvents) -> None:
        store = events.store
        numbers = store.listed
        if len(events) < store.count:
            among = np.zeros(store.count, dtype=np.bool_)
            among[events.numbers] = True
            numbers = numbers[among[numbers]]
        self._numbers: npt.NDArray[np.int32] = numbers
        self._headings: dict[int, str] = {}
        self._rows: npt.NDArray[np.int32] | None = None
        self._count = store.count
        status = store.status[numbers]
        for group, words in HEADINGS.items():
            first, end = (int(np.searchsorted(status, group, side)) for side in ("left", "right"))
            if end > first:
                self._headings[first + len(self._headings)] = f"{words} ({end - first})"

    def __len__(self) -> int:
        return len(self._numbers) + len(self._headings)

    def number(self, row: int) -> int | None:
        """Return the number of the event in a row, None for a heading."""
        if row in self._headings or not 0 <= row < len(self):
            return None
        return int(self._numbers[row - self._headings_before(row)])

    def heading(self, row: int) -> str:
        """Return the words of a heading, "" for a row that is none."""
        return self._headings.get(row, "")

    def row(self, number: int) -> int | None:
        """Return the row of an event, None where it is not listed."""
        if self._rows is None:
            self._rows = np.full(self._count, -1, dtype=np.int32)
            self._rows[self._numbers] = np.arange(len(self._numbers), dtype=np.int32)
        row = int(self._rows[number])
        if row < 0:
            return None
        for heading in self._headings:  # in order
            row += heading <= row
        return row

    def _headings_before(self, row: int) -> int:
        return sum(heading < row for heading in self._headings)
