"""What stands for many events in a picture, as arrays: folds, pips, and columns of density.

There may be a thousand in a picture: a record of one is made when it is asked for.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple, Self

import numpy as np
import numpy.typing as npt

from viewer.timeline.columnar import Columnar, Flags, Floats, Numbers, columns_of
from viewer.timeline.drawn import pixels_of
from viewer.timeline.rect import Rect


class Pip(NamedTuple):
    """Where contested or found events that have no row of their own lie: never folded away.

    `number` of them stand at `x` and within a few pixels, from `top` down to `bottom`; `event` is the first
    of them. They begin on the days [first, last), or, where `before`, earlier, and go on at `first`.
    """

    event: int
    x: float
    top: float
    bottom: float
    lane: int
    contested: bool
    number: int
    first: float = 0.0
    last: float = 0.0
    before: bool = False


class Fold(NamedTuple):
    """`number` events of a lane that found no room, folded into a count that opens to a list.

    They begin on the days [first, last), or, where `before`, earlier, and go on at `first`: the first day in
    view. Which they are is asked of the Placer.
    """

    box: Rect
    lane: int
    number: int
    first: float
    last: float
    before: bool = False

    @property
    def text(self) -> str:
        """What the count reads."""
        return count_words(self.number)


def count_words(number: int) -> str:
    """Return how the count of a fold reads."""
    return f"+{number:,}"


@dataclass(frozen=True, slots=True, eq=False)
class Pips(Columnar[Pip]):
    """The pips of a picture: an array (n) for each field of a Pip."""

    event: Numbers
    x: Floats
    top: Floats
    bottom: Floats
    lane: Numbers
    contested: Flags
    number: Numbers
    first: Floats
    last: Floats
    before: Flags

    @classmethod
    def of(cls, pips: Iterable[Pip] = ()) -> Self:
        """Return some pips as arrays."""
        return cls(*columns_of(pips, (int, *3 * (float,), int, bool, int, float, float, bool)))

    def records(self, columns: Iterator[Sequence[Any]]) -> Iterator[Pip]:
        """Return the records of which these are the columns."""
        return map(Pip, *columns)

    def lowered(self, by: Mapping[int, float]) -> Self:
        """Return them lower by some pixels a lane."""
        pixels = pixels_of(self.lane, by)
        return replace(self, top=self.top + pixels, bottom=self.bottom + pixels)


@dataclass(frozen=True, slots=True, eq=False)
class Folds(Columnar[Fold]):
    """The folds of a picture, by lane and from left to right: arrays (n) of their fields and their boxes'."""

    x: Floats
    y: Floats
    width: Floats
    height: Floats
    lane: Numbers
    number: Numbers
    first: Floats
    last: Floats
    before: Flags

    @classmethod
    def of(cls, folds: Iterable[Fold] = ()) -> Self:
        """Return some folds as arrays."""
        rows = ((*fold.box, *fold[1:]) for fold in folds)
        return cls(*columns_of(rows, (*4 * (float,), int, int, float, float, bool)))

    def records(self, columns: Iterator[Sequence[Any]]) -> Iterator[Fold]:
        """Return the records of which these are the columns."""
        x, y, width, height, *rest = columns
        return map(Fold, map(Rect, x, y, width, height), *rest)

    def lowered(self, by: Mapping[int, float]) -> Self:
        """Return them lower by some pixels a lane."""
        return replace(self, y=self.y + pixels_of(self.lane, by))


@dataclass(frozen=True, slots=True, eq=False)
class Rugs:
    """How densely folded events lie along their lanes: columns in pixels that stand on the lanes' `bottoms`.

    Of m lanes: `lanes`, `bottoms`. Of n columns, by lane and from left to right: `of`, an index into `lanes`;
    `xs` (their left edges), `widths`, `heights`; `behind`, whether a count lies over them. Neighbours that
    look alike are one column.
    """

    lanes: Numbers
    bottoms: Floats
    of: Numbers
    xs: Floats
    widths: Floats
    heights: Floats
    behind: Flags

    @classmethod
    def none(cls) -> Self:
        """Return no columns at all."""
        ints, floats = np.zeros(0, dtype=np.int64), np.zeros(0)
        return cls(ints, floats, ints, floats, floats, floats, np.zeros(0, dtype=np.bool_))

    def __len__(self) -> int:
        return len(self.xs)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Rugs):
            return NotImplemented
        return all(map(np.array_equal, self._arrays(), other._arrays()))

    __hash__ = None  # type: ignore[assignment]

    def of_lanes(self, lanes: Iterable[int]) -> "Rugs":
        """Return the columns of some lanes."""
        kept = np.isin(self.lanes, list(lanes))
        own = kept[self.of]
        parts = (self.xs[own], self.widths[own], self.heights[own], self.behind[own])
        return Rugs(self.lanes[kept], self.bottoms[kept], (np.cumsum(kept) - 1)[self.of[own]], *parts)

    def lowered(self, by: Mapping[int, float]) -> "Rugs":
        """Return them lower by some pixels a lane."""
        return replace(self, bottoms=self.bottoms + pixels_of(self.lanes, by))

    def _arrays(self) -> tuple[npt.NDArray[Any], ...]:
        return self.lanes, self.bottoms, self.of, self.xs, self.widths, self.heights, self.behind
