"""What changes only at scale steps: the shares of lanes, and the tiles in which events have their rows."""

from collections.abc import Sequence
from dataclasses import dataclass

from viewer.timeline.metrics import Metrics
from viewer.timeline.rows.crowding import BARE, LABELLED
from viewer.timeline.rows.long_bars import LongBars
from viewer.timeline.rows.prepared import Prepared
from viewer.timeline.rows.shares import Share, shares_of
from viewer.timeline.rows.steps import coarsest
from viewer.timeline.rows.tiles import Tiles, long_rows
from viewer.timeline.rows.title_widths import TitleWidths

SHARE_STEPS = 4
"""Scale steps that have the heights of lanes in common: zooming does not shift lanes at every step."""

BLOCK = 16
"""Lanes laid out together: one look-up serves them all, and lanes out of sight cost nothing."""


Part = tuple[float, float]
"""A part of a picture's height: from the first y to the last, in pixels."""


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

    def layout(self, step: int, top: float, bottom: float) -> Layout:
        """Return the layout of a step with the lanes between `top` and `bottom` pixels."""
        # Lanes share the height by how crowded they are at the coarsest of the steps that have it in common.
        common = coarsest(step // SHARE_STEPS * SHARE_STEPS)
        urgent = [len(crowd) for crowd in self._foremost.at(common, BARE)]
        shares = shares_of(self._all.at(common, LABELLED), top, bottom, self._metrics, urgent)
        rows = [share.rows for share in shares]
        firsts = range(0, len(shares), BLOCK)
        return Layout(
            step, shares, tuple(self._tiles(step, first, rows[first : first + BLOCK]) for first in firsts)
        )

    def _tiles(self, step: int, first: int, rows: Sequence[int]) -> Tiles:
        lanes = range(first, first + len(rows))
        depths = max(map(long_rows, rows))
        long_bars = self._long_bars.setdefault((first, depths), LongBars(self._index, lanes, depths))
        return Tiles(
            self._index,
            long_bars,
            lanes,
            rows=rows,
            pixels_per_day=coarsest(step),
            words=self._words,
            metrics=self._metrics,
        )
