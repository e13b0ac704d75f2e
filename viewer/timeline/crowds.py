"""What stands for many events in a picture, as arrays: pips, and columns of density.

There may be a thousand in a picture: a record of one is made when it is asked for.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple, Self, overload

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


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


@dataclass(frozen=True, slots=True, eq=False)
class Pips(Sequence[Pip]):
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
        columns = list(zip(*pips, strict=True)) or [()] * len(Pip._fields)
        return cls(*(np.array(column, dtype=kind) for column, kind in zip(columns, _KINDS, strict=True)))

    def __len__(self) -> int:
        return len(self.x)

    def __iter__(self) -> Iterator[Pip]:
        return map(Pip, *(column.tolist() for column in self._columns()))

    @overload
    def __getitem__(self, at: int) -> Pip: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Pip]: ...

    def __getitem__(self, at: int | slice) -> Pip | Sequence[Pip]:
        return tuple(self)[at]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Pips):
            return NotImplemented
        return all(map(np.array_equal, self._columns(), other._columns()))

    __hash__ = None  # type: ignore[assignment]

    def where(self, kept: Flags) -> "Pips":
        """Return those that are `kept` (n)."""
        return Pips(*(column[kept] for column in self._columns()))

    def of_lanes(self, lanes: Iterable[int]) -> "Pips":
        """Return those of some lanes."""
        return self.where(np.isin(self.lane, list(lanes)))

    def lowered(self, by: Mapping[int, float]) -> "Pips":
        """Return them lower by some pixels a lane."""
        pixels = np.array([by.get(lane, 0.0) for lane in self.lane.tolist()])
        return replace(self, top=self.top + pixels, bottom=self.bottom + pixels)

    def _columns(self) -> tuple[npt.NDArray[Any], ...]:
        return (
            self.event,
            self.x,
            self.top,
            self.bottom,
            self.lane,
            self.contested,
            self.number,
            self.first,
            self.last,
            self.before,
        )


_KINDS = (np.int64, *3 * (np.float64,), np.int64, np.bool_, np.int64, *2 * (np.float64,), np.bool_)


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
        pixels = [by.get(lane, 0.0) for lane in self.lanes.tolist()]
        return replace(self, bottoms=self.bottoms + pixels)

    def _arrays(self) -> tuple[npt.NDArray[Any], ...]:
        return self.lanes, self.bottoms, self.of, self.xs, self.widths, self.heights, self.behind
