"""Time with its empty stretches folded: a map from days to the days of the picture and back."""

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple, Self, TypeVar

import numpy as np
import numpy.typing as npt

OPEN = 2**62
"""The day number at which time ends, and minus this where it begins: what is open goes on up to there."""

Day = TypeVar("Day", int, float)


class Gap(NamedTuple):
    """The days [first, last), in which nothing lies, drawn as if they were only `folded` days.

    Nothing lies in the `room` days before and after them either.
    """

    first: int
    last: int
    folded: int
    room: int = 0


class Stretch(NamedTuple):
    """Days of the picture [start, end) between two folds: each is a day of the past and `shift` days more.

    `landmark` is a day of the past on which something lies, next to one of the folds.
    """

    start: float
    end: float
    shift: int
    landmark: int


@dataclass(frozen=True, slots=True)
class Warp:
    """A strictly increasing map of days to *folded days*, those that a picture is drawn in.

    Within `gaps` (ascending, apart from each other) it is linear and shrinks; everywhere else each day moves
    by a whole number of days: events keep their length and their distances. After the last gap nothing
    moves. Without gaps it is the identity. OPEN stays open.
    """

    gaps: tuple[Gap, ...] = ()
    _shifts: tuple[int, ...] = (0,)
    _folded: tuple[tuple[int, int], ...] = ()

    @classmethod
    def of(cls, gaps: tuple[Gap, ...]) -> Self:
        """Return the warp that folds `gaps`."""
        saved = (gap.last - gap.first - gap.folded for gap in reversed(gaps))
        shifts = tuple(reversed([*accumulate(saved, initial=0)]))
        folded = tuple(
            (gap.first + shift, gap.last + after)
            for gap, shift, after in zip(gaps, shifts, shifts[1:], strict=False)
        )
        return cls(gaps, shifts, folded)

    def forward(self, day: Day) -> Day:
        """Return the folded day of a day; whole days outside the gaps stay whole."""
        if not self.gaps or abs(day) >= OPEN:
            return day
        at = bisect_right(self.gaps, day, key=lambda gap: gap.last)
        if at < len(self.gaps) and day > self.gaps[at].first:
            first, last, folded, _ = self.gaps[at]
            return type(day)(self._folded[at][0] + (day - first) * folded / (last - first))
        return day + self._shifts[at]

    def back(self, folded_day: Day) -> Day:
        """Return the day of a folded day: the inverse of `forward`."""
        if not self.gaps or abs(folded_day) >= OPEN:
            return folded_day
        at = bisect_right(self._folded, folded_day, key=lambda pair: pair[1])
        if at < len(self.gaps) and folded_day > self._folded[at][0]:
            first, last, folded, _ = self.gaps[at]
            return type(folded_day)(first + (folded_day - self._folded[at][0]) * (last - first) / folded)
        return folded_day - self._shifts[at]

    def forward_all(self, days: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        """Return the folded days of whole days, none of which may lie inside a gap."""
        if not self.gaps:
            return days
        shifts = np.array(self._shifts, dtype=np.int64)
        at = np.searchsorted(np.array([gap.last for gap in self.gaps]), days, side="right")
        return np.where(np.abs(days) >= OPEN, days, days + shifts[at])

    def folded_span(self, gap: Gap) -> tuple[int, int]:
        """Return the folded days [first, last) that one of the gaps is drawn in."""
        return self._folded[self.gaps.index(gap)]

    def stretches(self, start: float, end: float) -> list[Stretch]:
        """Return what is not folded of the folded days [start, end), in order."""
        edges = [-float("inf"), *(edge for pair in self._folded for edge in pair), float("inf")]
        before = [gap.first - gap.room - 1 for gap in self.gaps[:1]] or [0]
        landmarks = [*before, *(gap.last + gap.room for gap in self.gaps)]
        found = [
            Stretch(max(low, start), min(high, end), shift, landmark)
            for low, high, shift, landmark in zip(
                edges[::2], edges[1::2], self._shifts, landmarks, strict=True
            )
        ]
        return [stretch for stretch in found if stretch.end > stretch.start]


UNFOLDED = Warp()
"""Time as it is."""
