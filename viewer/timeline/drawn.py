"""What is drawn of events in a picture, as records and as arrays of them: marks, bars and labels.

`event` is a row of the columns; everything else is in pixels.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import count
from typing import Any, Final, NamedTuple, Self

import numpy as np

from viewer.model.records import KINDS
from viewer.timeline.columnar import Columnar, Flags, Floats, Numbers, Objects, columns_of
from viewer.timeline.rect import Rect

LOOKS: Final = 2**15
"""Titles whose looks are remembered."""


class Mark(NamedTuple):
    """An event drawn as a sign at a point: its date is narrower than the sign. `x`, `y` is its middle.

    An `echo` of an event that stands in another lane too is drawn as an outline.
    """

    event: int
    x: float
    y: float
    lane: int
    contested: bool
    kind: str
    echo: bool = False


class Bar(NamedTuple):
    """An event drawn to scale: `box` from the earliest start to the latest end, clipped to the picture.

    `core_x` to `core_right` is what is certain (equal where nothing is): left and right of it lie the
    flanks that fade. Bars of one row may touch: leave a hairline of ground between them. `open_left`,
    `open_right`: the bar goes on beyond every date (or beyond the picture).
    """

    event: int
    box: Rect
    core_x: float
    core_right: float
    lane: int
    contested: bool
    kind: str
    open_left: bool = False
    open_right: bool = False
    echo: bool = False


class Label(NamedTuple):
    """An event's title: `text` is cut to fit `box`; `inside` says that it stands in its bar.

    `date` is empty where there is no room for it; else it begins at `date_x` and ends with the box. The box
    is as high as its row: centre the text in it. Parts of it may lie outside the plot: clip.
    """

    event: int
    box: Rect
    text: str
    date: str
    rank: int
    lane: int
    inside: bool
    date_x: float = 0.0
    echo: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Marks(Columnar[Mark]):
    """The marks of a picture: an array (n) for each field of a Mark; `kind` is an index into KINDS."""

    event: Numbers
    x: Floats
    y: Floats
    lane: Numbers
    contested: Flags
    kind: Numbers
    echo: Flags

    @classmethod
    def of(cls, marks: Iterable[Mark] = ()) -> Self:
        """Return some marks as arrays."""
        rows = ((*mark[:5], KINDS.index(mark.kind), mark.echo) for mark in marks)
        return cls(*columns_of(rows, (int, float, float, int, bool, int, bool)))

    def records(self, columns: Iterator[Sequence[Any]]) -> Iterator[Mark]:
        """Return the records of which these are the columns."""
        event, x, y, lane, contested, kind, echo = columns
        return map(Mark, event, x, y, lane, contested, _names(kind), echo)

    def lowered(self, by: Mapping[int, float]) -> Self:
        """Return them lower by some pixels an event."""
        return replace(self, y=self.y + pixels_of(self.event, by))


@dataclass(frozen=True, slots=True, eq=False)
class Bars(Columnar[Bar]):
    """The bars of a picture: an array (n) for each field of a Bar and of its box; `kind` as in Marks."""

    event: Numbers
    x: Floats
    y: Floats
    width: Floats
    height: Floats
    core_x: Floats
    core_right: Floats
    lane: Numbers
    contested: Flags
    kind: Numbers
    open_left: Flags
    open_right: Flags
    echo: Flags

    @classmethod
    def of(cls, bars: Iterable[Bar] = ()) -> Self:
        """Return some bars as arrays."""
        rows = ((bar.event, *bar.box, *bar[2:6], KINDS.index(bar.kind), *bar[7:]) for bar in bars)
        return cls(*columns_of(rows, (int, *6 * (float,), int, bool, int, *3 * (bool,))))

    def records(self, columns: Iterator[Sequence[Any]]) -> Iterator[Bar]:
        """Return the records of which these are the columns."""
        event, x, y, width, height, core, core_right, lane, contested, kind, *open_or_echo = columns
        boxes = map(Rect, x, y, width, height)
        return map(Bar, event, boxes, core, core_right, lane, contested, _names(kind), *open_or_echo)

    def lowered(self, by: Mapping[int, float]) -> Self:
        """Return them lower by some pixels an event."""
        return replace(self, y=self.y + pixels_of(self.event, by))


@dataclass(frozen=True, slots=True, eq=False)
class Labels(Columnar[Label]):
    """The labels of a picture: an array (n) for each field of a Label and of its box.

    `look` is the number of how it looks, see `look_of`.
    """

    event: Numbers
    x: Floats
    y: Floats
    width: Floats
    height: Floats
    text: Objects
    date: Objects
    rank: Numbers
    lane: Numbers
    inside: Flags
    date_x: Floats
    echo: Flags
    look: Numbers

    @classmethod
    def of(cls, labels: Iterable[Label] = ()) -> Self:
        """Return some labels as arrays."""
        rows = (
            (one.event, *one.box, *one[2:], look_of(one.text, one.date, one.rank, one.inside, one.echo))
            for one in labels
        )
        kinds = (int, *4 * (float,), object, object, int, int, bool, float, bool, int)
        return cls(*columns_of(rows, kinds))

    def records(self, columns: Iterator[Sequence[Any]]) -> Iterator[Label]:
        """Return the records of which these are the columns."""
        event, x, y, width, height, *rest, _ = columns
        return map(Label, event, map(Rect, x, y, width, height), *rest)

    def lowered(self, by: Mapping[int, float]) -> Self:
        """Return them lower by some pixels an event."""
        return replace(self, y=self.y + pixels_of(self.event, by))


@lru_cache(maxsize=LOOKS)
def look_of(text: str, date: str, rank: int, inside: bool, echo: bool) -> int:  # noqa: FBT001 as in a Label
    """Return the number of how a title looks: that of another look is another one."""
    return next(_LOOKS)


_LOOKS = count()


def _names(kinds: Sequence[int]) -> Iterator[str]:
    return map(KINDS.__getitem__, kinds)


def pixels_of(keys: Numbers, by: Mapping[int, float]) -> Floats:
    """Return the pixels for each key, 0 where there are none."""
    return np.array([by.get(key, 0.0) for key in keys.tolist()], dtype=np.float64)
