"""One row of a lane: disjoint stretches of pixels, kept in order."""

from bisect import bisect_right
from math import inf


class Row:
    """Stretches [left, right) that are taken, in pixels from day 0 at the coarsest scale of a step."""

    __slots__ = ("_lefts", "_rights")

    def __init__(self) -> None:
        self._lefts: list[float] = []
        self._rights: list[float] = []

    def room(self, left: float, right: float) -> float:
        """Return how many pixels behind `right` are free; negative where [left, right) is not free itself."""
        after = bisect_right(self._rights, left)
        return self._lefts[after] - right if after < len(self._lefts) else inf

    def take(self, left: float, right: float) -> None:
        """Take a stretch that `room` has shown to be free."""
        after = bisect_right(self._rights, left)
        self._lefts.insert(after, left)
        self._rights.insert(after, right)

    def append(self, left: float, right: float) -> None:
        """Take a stretch behind all others."""
        self._lefts.append(left)
        self._rights.append(right)

    def room_after(self, left: float) -> float:
        """Return how many pixels are free behind the stretch that begins at `left`."""
        at = bisect_right(self._lefts, left) - 1
        return self._lefts[at + 1] - self._rights[at] if at + 1 < len(self._lefts) else inf

    def widen(self, left: float, pixels: float) -> None:
        """Let the stretch that begins at `left` reach `pixels` further."""
        self._rights[bisect_right(self._lefts, left) - 1] += pixels

    def end_of(self, left: float) -> float:
        """Return where the stretch that begins at `left` ends."""
        return self._rights[bisect_right(self._lefts, left) - 1]
