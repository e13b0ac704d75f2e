"""Finding an event by its id without a dict of a million texts: its hash among all hashes, sorted."""

import hashlib
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from viewer.store.texts import encoded
from viewer.timeline.taken import RowFinder


def id_hash(identity: str) -> int:
    """Return 64 bits of an id, the same in every run."""
    return int.from_bytes(hashlib.blake2b(encoded(identity), digest_size=8).digest(), "little")


class IdFinder:
    """Finds the number of an event by its id; `hashes` are in order, `numbers` says whose each is."""

    def __init__(
        self, hashes: npt.NDArray[np.uint64], numbers: npt.NDArray[np.int32], ids: Sequence[str]
    ) -> None:
        self._hashes = hashes
        self._numbers = numbers
        self._ids = ids

    def get(self, identity: str, /) -> int | None:
        """Return the number of an event, None where there is none with this id."""
        wanted = np.uint64(id_hash(identity))
        at = int(np.searchsorted(self._hashes, wanted))
        while at < len(self._hashes) and self._hashes[at] == wanted:
            number = int(self._numbers[at])
            if self._ids[number] == identity:
                return number
            at += 1
        return None


class RowOfId(RowFinder):
    """Finds the row of an event in the columns; `rows` has the row of each event, -1 for none."""

    def __init__(self, finder: IdFinder, rows: npt.NDArray[np.int32]) -> None:
        self._finder = finder
        self._rows = rows

    def get(self, key: str, /) -> int | None:
        """Return the row, None where the columns do not have the event."""
        number = self._finder.get(key)
        row = -1 if number is None else int(self._rows[number])
        return row if row >= 0 else None
