"""What changes only at scale steps: the shares of lanes, and the tiles in which events have their rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from viewer.timeline.last_used import LastUsed
from viewer.timeline.metrics import Metrics
from viewer.timeline.rows.crowding import BARE, LABELLED, Crowd, crowds_between, foremost_of, trimmed
from viewer.timeline.rows.long_bars import LongBars
from viewer.timeline.rows.nearby import Stretch
from viewer.timeline.rows.prepared import Prepared
from viewer.timeline.rows.shares import Share, shares_of
from viewer.timeline.rows.steps import SHARE_STEPS, coarsest, share_group
from viewer.timeline.rows.tiles import LONG, Tiles
from viewer.timeline.rows.title_widths import TitleWidths

KEPT_NEEDS = 16
"""Scales, and stretches of time, for which is kept what lanes need: other steps and heights ask again."""

MOST_NEAR = 5000
"""Events of a stretch up to which lanes share the height for it alone. Of more there are some in every lane,
and counting them would hold a frame up."""

OVERRIDING = 2**32
"""What is near counts so many times as much as all the rest, which has the rows that nobody near needs."""

BLOCK = 16
"""Lanes laid out together: one look-up serves them all, and lanes out of sight cost nothing."""


Part = tuple[float, float]
"""A part of a picture's height: from the first y to the last, in pixels."""


class Needs(NamedTuple):
    """How crowded each lane is, and how many rows its foremost events need."""

    crowds: list[Crowd]
    urgent: list[int]


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """The layout of one scale step at one height; `blocks` are the tiles of BLOCK lanes each."""

    step: int
    shares: tuple[Share, ...]
    blocks: tuple[Tiles, ...]

    def tiles_touching(self, first: float, last: float) -> range:
        """Return the numbers of the tiles that reach into the days [first, last), which all blocks share."""
        return self.blocks[0].touching(first, last) if self.blocks else range(0)

    def lanes_of(self, blocks: Sequence[int]) -> list[int]:
        """Return the lanes of some blocks."""
        ends = ((block * BLOCK, min((block + 1) * BLOCK, len(self.shares))) for block in blocks)
        return [lane for first, last in ends for lane in range(first, last)]

    def rows_of(self, block: int) -> int:
        """Return how many rows the lanes of a block have together."""
        return sum(share.rows for share in self.shares[block * BLOCK : (block + 1) * BLOCK])

    def seen(self, parts: Sequence[Part] | None) -> tuple[int, ...]:
        """Return the blocks whose lanes reach into one of the parts of the picture; all, if it is None."""
        blocks = range(len(self.blocks))
        if parts is None:
            return tuple(blocks)
        tops = [self.shares[block * BLOCK].top for block in blocks]
        bottoms = [*tops[1:], self.shares[-1].bottom] if tops else []
        return tuple(
            block
            for block in blocks
            if any(tops[block] < last and bottoms[block] > first for first, last in parts)
        )


class Layouts:
    """Makes the layouts of one set of events."""

    def __init__(self, ready: Prepared, words: TitleWidths, metrics: Metrics) -> None:
        self._index = ready.index
        self._all = ready.all_events
        self._foremost = ready.foremost
        self._words = words
        self._metrics = metrics
        self._long_bars: dict[tuple[int, int], LongBars] = {}
        self._needs: LastUsed[tuple[int, Stretch | None], Needs] = LastUsed(KEPT_NEEDS)

    def few(self, near: Stretch | None) -> Stretch | None:
        """Return the stretch of time if lanes can share the height for it alone, None for all time."""
        if near is None:
            return None
        index = self._index
        return near if index.place(near[1]) - index.ended_by(near[0]) <= MOST_NEAR else None

    def layout(self, step: int, top: float, bottom: float, near: Stretch | None) -> Layout:
        """Return the layout of a step with the lanes between `top` and `bottom` pixels.

        They share the height for what touches the days `near`, and for all time where it is None.
        """
        needs = self._needs.get((share_group(step), near), self._needed)
        shares = shares_of(needs.crowds, top, bottom, self._metrics, needs.urgent)
        rows = [share.rows for share in shares]
        long = self._long(rows, coarsest(step), near)
        blocks = (slice(first, first + BLOCK) for first in range(0, len(shares), BLOCK))
        return Layout(
            step, shares, tuple(self._tiles(step, block.start, rows[block], long[block]) for block in blocks)
        )

    def _needed(self, key: tuple[int, Stretch | None]) -> Needs:
        """Return what lanes need at the coarsest of the steps that have the heights in common."""
        group, near = key
        scale = coarsest(group * SHARE_STEPS)
        if near is None:
            return Needs(
                self._all.at(scale, LABELLED), [len(crowd) for crowd in self._foremost.at(scale, BARE)]
            )
        index, rows, first = self._index, self._rows_near(near), near[0]
        crowds = crowds_between(index, rows, first, scale, LABELLED)
        urgent = crowds_between(index, rows[foremost_of(index, rows)], first, scale, BARE)
        everything = self._all.counts(scale, LABELLED)
        return Needs(trimmed(crowds * OVERRIDING + everything), [len(crowd) for crowd in trimmed(urgent)])

    def _long(self, rows: Sequence[int], pixels_per_day: float, near: Stretch | None) -> Sequence[int]:
        """Return how many of the rows of each lane long bars may take at a scale."""
        if near is None:
            return [count // 2 for count in rows]
        index, found = self._index, self._rows_near(near)
        is_short = index.columns.end[found].astype(np.float64) - index.columns.start[found] < (
            LONG / pixels_per_day
        )
        short, long = (
            trimmed(crowds_between(index, those, near[0], pixels_per_day, LABELLED))
            for those in (found[is_short], found[~is_short])
        )
        return [*map(most_long, rows, short, long)]

    def _rows_near(self, near: Stretch) -> npt.NDArray[np.int64]:
        """Return the rows that touch a stretch, in order of time."""
        index, (first, last) = self._index, near
        begun = index.place(first)
        going = np.flatnonzero(index.columns.end[:begun] > first)
        return np.concatenate((going, np.arange(begun, index.place(last))))

    def _tiles(self, step: int, first: int, rows: Sequence[int], long: Sequence[int]) -> Tiles:
        lanes = range(first, first + len(rows))
        depths = max(long)
        long_bars = self._long_bars.setdefault((first, depths), LongBars(self._index, lanes, depths))
        return Tiles(
            self._index,
            long_bars,
            lanes,
            rows=rows,
            long=long,
            pixels_per_day=coarsest(step),
            words=self._words,
            metrics=self._metrics,
        )


def most_long(rows: int, short: Crowd, long: Crowd) -> int:
    """Return how many of a lane's rows long bars may take, so that most events are seen; half at least.

    Shorter events find room in the rest, and beside the bars.
    """

    def unseen(bars: int) -> int:
        left = rows - bars
        return sum(int(crowd[least]) for crowd, least in ((short, left), (long, bars)) if least < len(crowd))

    return min(range(rows // 2, rows + 1), key=unseen)
