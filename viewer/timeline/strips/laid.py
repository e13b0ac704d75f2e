"""What some tiles hold, kept ready for pictures: the events that have a row, and the bins of all others."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from viewer.timeline.last_used import LastUsed
from viewer.timeline.metrics import Metrics
from viewer.timeline.rows.lane_index import LaneIndex
from viewer.timeline.rows.layout import BLOCK, Layout
from viewer.timeline.rows.pinning import Pinning, around
from viewer.timeline.rows.stock import (
    Seat,
    Stock,
    long_seats_of,
    seats_of,
    short_seats_of,
    stock_of,
    stock_where,
    stocks_joined,
)
from viewer.timeline.rows.title_widths import TitleWidths
from viewer.timeline.strips.binned import NOTHING, Binned, Counts, binned, groups_of_lanes, joined, part_of

KEPT_TILES = 128
"""Tiles kept ready."""

REACH = 2
"""Tiles beside an event within which what is drawn of it ends, with its words."""

KEPT = 64
"""Stretches of tiles kept ready."""


class Laid(NamedTuple):
    """The events of some tiles that have a row, and the bins of those without.

    `groups` are the rows of the bins as groups of LaneIndex.parts; `part` is the row in which each event of
    the stock counts.
    """

    stock: Stock
    binned: Binned
    groups: Counts
    part: Counts


Blocks = tuple[int, ...]

_Key = tuple[Layout, Blocks, range, frozenset[int]]
_TileKey = tuple[Layout, Blocks, int]


class LaidTiles:
    """Makes and keeps what tiles hold; movements seldom change the stretch of tiles that pictures ask for."""

    def __init__(self, index: LaneIndex, words: TitleWidths, metrics: Metrics) -> None:
        self._index = index
        self._words = words
        self._metrics = metrics
        self._kept: LastUsed[_Key, Laid] = LastUsed(KEPT)
        self._tiles: LastUsed[_TileKey, Laid] = LastUsed(KEPT_TILES)

    def has(self, layout: Layout, blocks: Blocks, tiles: range, pinned: frozenset[int]) -> bool:
        """Whether that is kept ready."""
        return (layout, blocks, tiles, pinned) in self._kept

    def has_tile(self, layout: Layout, blocks: Blocks, number: int) -> bool:
        """Whether what one tile holds is kept ready."""
        return (layout, blocks, number) in self._tiles

    def forgotten(self) -> Iterator[None]:
        """Forget everything, a little for each step of the iterator."""
        yield from self._kept.forgotten()
        yield from self._tiles.forgotten()

    def laid(self, layout: Layout, blocks: Blocks, tiles: range, pinned: frozenset[int]) -> Laid:
        """Return what the tiles of some blocks of lanes hold; those of `pinned` have a row."""
        if not blocks:
            return self._of(layout, blocks, self._stock(layout, ()), NOTHING)
        return self._kept.get((layout, blocks, tiles, pinned), self._pinned if pinned else self._unpinned)

    def pinned_in(
        self, layout: Layout, blocks: Blocks, tiles: range, pinned: frozenset[int]
    ) -> frozenset[int]:
        """Return the events of `pinned` with a lane in `blocks` that may meet what the tiles hold."""
        lane = self._index.columns.lane
        here = {event: int(lane[event]) for event in pinned if 0 <= event < len(lane)}
        here = {event: lane for event, lane in here.items() if lane // BLOCK in blocks}
        # Of a lane all or none: they make room for each other.
        met = {lane for event, lane in here.items() if self._meets(layout, tiles, event)}
        return frozenset(event for event, lane in here.items() if lane in met)

    def _meets(self, layout: Layout, tiles: range, event: int) -> bool:
        columns = self._index.columns
        lane = int(columns.lane[event])
        grid = layout.blocks[lane // BLOCK]
        reach = REACH * grid.days
        start, end = int(columns.start[event]) - reach, int(columns.end[event]) + reach
        first, last = tiles.start * grid.days, tiles.stop * grid.days
        if start < last and end >= first:
            return True
        bars = grid.long_bars(first, last)  # they may reach as far as it lies
        return bool(((bars.lane == lane) & (bars.start < end) & (bars.end > start)).any())

    def around(self, layout: Layout, event: int) -> tuple[Layout, Blocks, range]:
        """Return the tiles on which it depends where an event lies while it is pinned."""
        return around(self._index, layout, event)

    def tile(self, layout: Layout, blocks: Blocks, number: int) -> Laid:
        """Return what one tile holds: the events that begin in it, long bars only in its bins."""
        return self._tiles.get((layout, blocks, number), self._alone)

    def _alone(self, key: _TileKey) -> Laid:
        layout, blocks, number = key
        alone = range(number, number + 1)
        stock = self._stock(layout, short_seats_of(layout, blocks, alone, self._words))
        bars = self._stock(layout, long_seats_of(layout, blocks, alone, self._words, self._metrics))
        both = self._binned(layout, blocks, alone, stocks_joined([stock, bars]))
        return self._of(layout, blocks, stock, both)

    def _pinned(self, key: _Key) -> Laid:
        """Return what is laid without them, and what changes: in their lanes only, and the bins of a tile."""
        layout, blocks, tiles, pinned = key
        plain = self.laid(layout, blocks, tiles, frozenset())
        own = self.pinned_in(layout, blocks, tiles, pinned)
        if not own:
            return plain
        lanes = {int(self._index.columns.lane[event]) for event in own}
        own_blocks = sorted({lane // BLOCK for lane in lanes})
        seats = seats_of(layout, own_blocks, tiles, self._words, self._metrics)
        before = {seat for seat in seats if seat.lane in lanes}
        after = set(Pinning(self._index, layout, self._words, self._metrics).seated([*before], own))
        changed = [seat.event for seat in before ^ after]
        new = self._stock(layout, sorted(after - before))
        stock = stocks_joined([stock_where(plain.stock, ~np.isin(plain.stock.event, changed)), new])
        return self._of(layout, blocks, stock, self._rebinned(layout, blocks, tiles, stock, changed))

    def _rebinned(
        self, layout: Layout, blocks: Blocks, tiles: range, stock: Stock, changed: Sequence[int]
    ) -> Binned:
        """Return the bins of tiles, anew of those in which a changed event begins."""
        edges = np.arange(tiles.start, tiles.stop + 1) * layout.blocks[blocks[0]].days
        begun = (
            np.searchsorted(edges, self._index.columns.start[np.array(changed, dtype=np.intp)], side="right")
            - 1
            + tiles.start
        )
        anew = frozenset(begun.tolist())
        parts = (
            self._binned(layout, blocks, range(number, number + 1), stock)
            if number in anew
            else self.tile(layout, blocks, number).binned
            for number in tiles
        )
        return joined([*parts])

    def _unpinned(self, key: _Key) -> Laid:
        layout, blocks, tiles, _ = key
        parts = [self.tile(layout, blocks, number) for number in tiles]
        bars = self._stock(layout, long_seats_of(layout, blocks, tiles, self._words, self._metrics))
        stock = stocks_joined([*(part.stock for part in parts), bars])
        return self._of(layout, blocks, stock, joined([part.binned for part in parts]))

    def _of(self, layout: Layout, blocks: Blocks, stock: Stock, counted: Binned) -> Laid:
        lanes = layout.lanes_of(blocks)
        return Laid(stock, counted, groups_of_lanes(lanes), part_of(self._index, lanes, stock))

    def _stock(self, layout: Layout, seats: Sequence[Seat]) -> Stock:
        return stock_of(self._index.columns, seats, layout.shares, self._words, self._metrics)

    def _binned(self, layout: Layout, blocks: Blocks, tiles: range, stock: Stock) -> Binned:
        days = layout.blocks[blocks[0]].days
        return binned(self._index, layout.lanes_of(blocks), tiles, days, stock)
