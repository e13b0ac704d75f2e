"""The events that some tiles hold, as arrays that a frame only has to move and stretch."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from viewer.timeline.columnar import objects
from viewer.timeline.columns import UNBOUNDED, Columns
from viewer.timeline.drawn import look_of
from viewer.timeline.metrics import Metrics
from viewer.timeline.rows.forms import LONGEST_TITLE, dated_extra
from viewer.timeline.rows.fuller import more_of
from viewer.timeline.rows.layout import Layout
from viewer.timeline.rows.long_bars import Placed
from viewer.timeline.rows.packing import Packed
from viewer.timeline.rows.shares import Share
from viewer.timeline.rows.steps import coarsest
from viewer.timeline.rows.tiles import Tiles
from viewer.timeline.rows.title_widths import TitleWidths

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]


class Seat(NamedTuple):
    """An event in its row; `title` is the room of its title in pixels (0: none), `date` that of its date.

    `room` are the pixels for all words and the space about them, at the coarsest scale of the step.
    """

    event: int
    lane: int
    row: int
    title: float
    inside: bool
    date: float
    room: float = 0.0


class Stock(NamedTuple):
    """Arrays of one length, days as floats: what a picture needs of the events that have a row.

    `top` is the y of the row; `text` and `said` the title, cut to its room, and the date ("" for none);
    `width` is that of the title in pixels, `whole` with the date. `look` is the number of how a
    title looks (drawn.py).

    `room` is that for all words at the coarsest scale of the step. Where a larger scale leaves room for
    `full_need` pixels, there may be the whole title (`full`, `full_width`, `full_look`); where for
    `dated_need`, with its date (`dated`, `dated_whole`, `dated_look`): see fuller.py. These are infinite
    where it is so already, or never.
    """

    event: npt.NDArray[np.int64]
    lane: npt.NDArray[np.int64]
    row: npt.NDArray[np.int32]
    top: Floats
    start: Floats
    end: Floats
    middle: Floats
    core_start: Floats
    core_end: Floats
    open_start: Flags
    open_end: Flags
    contested: Flags
    echo: Flags
    rank: npt.NDArray[np.int64]
    kind: npt.NDArray[np.int64]
    text: npt.NDArray[np.object_]
    said: npt.NDArray[np.object_]
    width: Floats
    whole: Floats
    inside: Flags
    look: npt.NDArray[np.int64]
    room: Floats
    full: npt.NDArray[np.object_]
    dated: npt.NDArray[np.object_]
    full_width: Floats
    dated_whole: Floats
    full_need: Floats
    dated_need: Floats
    full_look: npt.NDArray[np.int64]
    dated_look: npt.NDArray[np.int64]


def seats_of(
    layout: Layout, blocks: Iterable[int], tiles: range, words: TitleWidths, metrics: Metrics
) -> list[Seat]:
    """Return everyone's place in the tiles of the given numbers, of the lanes of `blocks`."""
    bars = long_seats_of(layout, blocks, tiles, words, metrics)
    return [*short_seats_of(layout, blocks, tiles, words), *bars]


def short_seats_of(layout: Layout, blocks: Iterable[int], tiles: range, words: TitleWidths) -> list[Seat]:
    """Return the places of the events that begin in the tiles and are no long bars."""
    return [
        _seat(lane, one, words)
        for block in blocks
        for number in tiles
        for lane, packed in layout.blocks[block].tile(number).packed.items()
        for one in packed
    ]


def long_seats_of(
    layout: Layout, blocks: Iterable[int], tiles: range, words: TitleWidths, metrics: Metrics
) -> list[Seat]:
    """Return the places of the long bars that touch the tiles."""
    seats: list[Seat] = []
    for block in blocks:
        grid = layout.blocks[block]
        bars = grid.long_bars(tiles.start * grid.days, tiles.stop * grid.days)
        seats.extend(_long_seats(bars, grid, coarsest(layout.step), words, metrics))
    return seats


def stock_of(
    columns: Columns, seats: Sequence[Seat], shares: Sequence[Share], words: TitleWidths, metrics: Metrics
) -> Stock:
    """Return the arrays for `seats`."""
    event = np.array([seat.event for seat in seats], dtype=np.int64)
    lane = np.array([seat.lane for seat in seats], dtype=np.int64)
    row = np.array([seat.row for seat in seats], dtype=np.int32)
    inside = np.array([seat.inside for seat in seats], dtype=np.bool_)
    date = np.array([seat.date for seat in seats], dtype=np.float64)
    titles = [words.title_within(seat.event, seat.title) if seat.title else ("", 0.0) for seat in seats]
    width = np.array([width for _, width in titles], dtype=np.float64)
    texts = [text for text, _ in titles]
    said = [words.date(seat.event)[0] if seat.date else "" for seat in seats]
    start, end = columns.start[event], columns.end[event]
    more = more_of(seats, [*zip(texts, said, strict=True)], words, metrics)
    tops = np.array([share.rows_top for share in shares])
    return Stock(
        event=event,
        lane=lane,
        row=row,
        top=tops[lane] + row * metrics.row_height if len(event) else np.zeros(0),
        start=start.astype(np.float64),
        end=end.astype(np.float64),
        middle=start + (end - start.astype(np.float64)) / 2,
        core_start=columns.core_start[event].astype(np.float64),
        core_end=columns.core_end[event].astype(np.float64),
        open_start=start <= -UNBOUNDED,
        open_end=end >= UNBOUNDED,
        contested=columns.contested[event],
        echo=columns.echo[event],
        rank=columns.rank[event].astype(np.int64),
        kind=columns.kind[event].astype(np.int64),
        text=objects(texts),
        said=objects(said),
        width=width,
        whole=width + np.where(date > 0, metrics.title_date_gap + date, 0.0),
        inside=inside,
        look=_looks(texts, said, seats, columns),
        room=np.array([seat.room for seat in seats], dtype=np.float64),
        full=objects([one.full for one in more]),
        dated=objects([one.dated for one in more]),
        full_width=np.array([one.full_width for one in more], dtype=np.float64),
        dated_whole=np.array([one.dated_whole for one in more], dtype=np.float64),
        full_need=np.array([one.full_need for one in more], dtype=np.float64),
        dated_need=np.array([one.dated_need for one in more], dtype=np.float64),
        full_look=_looks([one.full for one in more], [""] * len(more), seats, columns),
        dated_look=_looks([one.full for one in more], [one.dated for one in more], seats, columns),
    )


def stocks_joined(stocks: Sequence[Stock]) -> Stock:
    """Return all stocks as one."""
    arrays: Iterator[Any] = (np.concatenate(arrays) for arrays in zip(*stocks, strict=True))
    return Stock(*arrays)


def stock_where(stock: Stock, kept: Flags) -> Stock:
    """Return those of a stock that are `kept`."""
    arrays: Iterator[Any] = (array[kept] for array in stock)
    return Stock(*arrays)


def _looks(
    texts: Sequence[str], dates: Sequence[str], seats: Sequence[Seat], columns: Columns
) -> npt.NDArray[np.int64]:
    event = np.array([seat.event for seat in seats], dtype=np.intp)
    rank, echo = columns.rank[event].tolist(), columns.echo[event].tolist()
    inside = (seat.inside for seat in seats)
    return np.array([*map(look_of, texts, dates, rank, inside, echo)], dtype=np.int64)


def _seat(lane: int, packed: Packed, words: TitleWidths) -> Seat:
    date = words.date_width(packed.event) if packed.dated else 0.0
    return Seat(packed.event, lane, packed.row, packed.title, packed.inside, date, packed.room)


def _long_seats(
    bars: Placed, grid: Tiles, pixels_per_day: float, words: TitleWidths, metrics: Metrics
) -> Iterable[Seat]:
    for event, lane, depth, start, end in zip(
        bars.rows.tolist(),
        bars.lane.tolist(),
        bars.depth.tolist(),
        bars.start.tolist(),
        bars.end.tolist(),
        strict=True,
    ):
        whole = words.title_width(event)
        title = min(whole, LONGEST_TITLE)
        date = words.date_width(event) if title == whole else 0.0
        within = (end - start) * pixels_per_day - 2 * metrics.bar_padding
        fits = date > 0 and title + dated_extra(date, metrics) <= within
        row = grid.row_of(lane, depth)
        yield Seat(event, lane, row, title, inside=True, date=date if fits else 0.0, room=within)
