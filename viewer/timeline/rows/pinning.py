"""Making room for events that must be seen now (the selected one), while nobody else moves.

Where a pinned event goes depends on the tiles around its beginning, not on what is in view: so it stays there
while panning. It has its title too, as far as that costs no urgent event its row; whoever else stands there
loses it.
"""

from collections.abc import Collection, Sequence
from math import floor
from typing import NamedTuple

from viewer.timeline.metrics import Metrics
from viewer.timeline.rows.forms import BARE, Form, reach_of, whole_form
from viewer.timeline.rows.lane_index import LaneIndex
from viewer.timeline.rows.layout import BLOCK, Layout
from viewer.timeline.rows.steps import coarsest
from viewer.timeline.rows.stock import Seat, long_seats_of, seats_of
from viewer.timeline.rows.tiles import LONG
from viewer.timeline.rows.title_widths import TitleWidths


def around(index: LaneIndex, layout: Layout, event: int) -> tuple[Layout, tuple[int], range]:
    """Return the tiles around the beginning of an event, of the block of its lane."""
    block = int(index.columns.lane[event]) // BLOCK
    number = floor(int(index.columns.start[event]) / layout.blocks[block].days)
    return layout, (block,), range(number - 1, number + 2)


class _Stretch(NamedTuple):
    """What an event takes of its row in pixels from day 0, without its words and with them."""

    left: float
    right: float
    end: float


class Pinning:
    """Gives seats to pinned events of one layout."""

    def __init__(self, index: LaneIndex, layout: Layout, words: TitleWidths, metrics: Metrics) -> None:
        self._index = index
        self._layout = layout
        self._words = words
        self._metrics = metrics
        self._per_day = coarsest(layout.step)

    def seated(self, seats: Sequence[Seat], pinned: Collection[int]) -> list[Seat]:
        """Return the seats with one for every pinned event, as far as its lane has rows."""
        present = {seat.event: seat for seat in seats if seat.event in pinned}
        changed = list(seats)
        for event in sorted(pinned):
            old = present.get(event)
            if self._has_rows(event) and (old is None or not old.title):
                given = [other for other in changed if other.event in pinned and other.event != event]
                seat = self._seat(event, pinned, old, given)
                mine = self._stretch(seat)
                changed = [
                    self._before(mine, seat, other) for other in changed if not self._meets(mine, seat, other)
                ]
                changed.append(seat)
        return changed

    def row_of(self, event: int, tiles: range) -> int | None:
        """Return the row of its lane in which an event is while it alone is pinned, None without rows.

        It need not reach into the tiles; of one that does, its beginning may be too far for numbers to tell.
        """
        if not self._has_rows(event):
            return None
        layout, blocks, _ = around(self._index, self._layout, event)
        bars = long_seats_of(layout, blocks, tiles, self._words, self._metrics)
        mine = [seat for seat in (*bars, *self._near(event)) if seat.event == event][:1]
        return next(seat.row for seat in self.seated(mine, {event}) if seat.event == event)

    def _has_rows(self, event: int) -> bool:
        columns = self._index.columns
        lane = int(columns.lane[event]) if 0 <= event < len(columns) else -1
        return 0 <= lane < len(self._layout.shares) and self._layout.shares[lane].rows > 0

    def _seat(self, event: int, pinned: Collection[int], old: Seat | None, given: Sequence[Seat]) -> Seat:
        """Return the best seat of an event beside those `given` to others; one that has a row stays in it."""
        columns = self._index.columns
        lane = int(columns.lane[event])
        rows = self._layout.shares[lane].rows
        width = self._width(event)
        if width >= LONG and old is None:
            # Among long bars, in the lowest row that no pinned event has: it cannot be in all tiles that it
            # crosses that this is decided.
            seats = [self._formed(event, lane, row, self._form(event, width)) for row in range(rows)[::-1]]
            return min(seats, key=lambda seat: self._cost(seat, given, pinned))
        moved = {seat.event for seat in given}
        others = [seat for seat in self._near(event) if seat.event != event and seat.event not in moved]
        others = [seat for seat in (*others, *given) if seat.lane == lane]
        forms = dict.fromkeys((self._form(event, width), BARE))
        options = [
            (dear, at, lost, row, seat)
            for at, form in enumerate(forms)
            for row in (range(rows) if old is None else (old.row,))
            for seat in (self._formed(event, lane, row, form),)
            for dear, lost in (self._cost(seat, others, pinned),)
        ]
        return min(options)[4]

    def _near(self, event: int) -> list[Seat]:
        """Return the seats of the tiles around the beginning of an event."""
        layout, blocks, tiles = around(self._index, self._layout, event)
        return seats_of(layout, blocks, tiles, self._words, self._metrics)

    def _form(self, event: int, width: float) -> Form:
        title = self._words.title_width(event)
        return whole_form(width, float("inf"), title, self._metrics) or BARE

    def _formed(self, event: int, lane: int, row: int, form: Form) -> Seat:
        return Seat(event, lane, row, form.title, form.inside, 0.0)

    def _cost(self, seat: Seat, others: Sequence[Seat], pinned: Collection[int]) -> tuple[int, int]:
        """Return what a place costs: pinned and urgent events lost, then all that are lost."""
        mine = self._stretch(seat)
        lost = [other for other in others if self._meets(mine, seat, other)]
        dear = sum(other.event in pinned or bool(self._index.urgent[other.event]) for other in lost)
        return dear, len(lost)

    def _meets(self, mine: _Stretch, seat: Seat, other: Seat) -> bool:
        if other.lane != seat.lane or other.row != seat.row:
            return False
        theirs = self._stretch(other)
        return mine.left < theirs.end and theirs.left < mine.end

    def _before(self, mine: _Stretch, seat: Seat, other: Seat) -> Seat:
        """Return another seat with no more room for its words than there is before a new one in its row."""
        if other.lane != seat.lane or other.row != seat.row or other.inside:
            return other
        room = mine.left - self._stretch(other).right
        return other._replace(room=room) if 0 <= room < other.room else other

    def _stretch(self, seat: Seat) -> _Stretch:
        columns, metrics = self._index.columns, self._metrics
        start, end = (
            int(columns.start[seat.event]) * self._per_day,
            int(columns.end[seat.event]) * self._per_day,
        )
        if end - start < metrics.mark:
            half = metrics.mark / 2 + metrics.mark_gap
            start, end = (start + end) / 2 - half, (start + end) / 2 + half
        words = 0.0
        if seat.title and not seat.inside:
            words = reach_of(seat.title, metrics) + (metrics.title_date_gap + seat.date if seat.date else 0.0)
        return _Stretch(start, end, end + words)

    def _width(self, event: int) -> float:
        columns = self._index.columns
        width = (int(columns.end[event]) - int(columns.start[event])) * self._per_day
        return width if width >= self._metrics.mark else 0.0
