"""What is to be done before a picture can be placed: its tiles are filled and made ready one by one."""

from collections.abc import Iterator
from typing import NamedTuple

from viewer.timeline.rows.layout import Layout
from viewer.timeline.strips.laid import Blocks, LaidTiles

FILLING = 2.0, 0.1
"""Milliseconds, about, that it takes to give the events of a crowded tile rows, and that each row takes."""

LAYING = 0.5, 0.03
"""Milliseconds, about, that it takes to make it ready for pictures, and that each of its rows takes."""


class Wanted(NamedTuple):
    """What a picture is made of: the tiles of some blocks of lanes."""

    layout: Layout
    blocks: Blocks
    tiles: range


def cost_of(laid: LaidTiles, wanted: Wanted, pinned: frozenset[int]) -> float:
    """Return the milliseconds, about, that `laid_out` takes where events are crowded."""
    layout, blocks, tiles = wanted
    if laid.has(layout, blocks, tiles, pinned):
        return 0.0
    unlaid = sum(not laid.has_tile(layout, blocks, number) for number in tiles)
    each, row = LAYING
    rows = sum(layout.rows_of(block) for block in blocks)
    beside = sum(
        filling_cost(Wanted(*laid.around(layout, event))) for event in laid.pinned_in(*wanted, pinned)
    )
    return filling_cost(wanted) + beside + unlaid * (each * len(blocks) + row * rows)


def filling_cost(wanted: Wanted) -> float:
    """Return the milliseconds, about, that `filled` takes where events are crowded."""
    layout, blocks, tiles = wanted
    each, row = FILLING
    return sum(
        sum(not layout.blocks[block].has(number) for number in tiles) * (each + row * layout.rows_of(block))
        for block in blocks
    )


def laid_out(laid: LaidTiles, wanted: Wanted, pinned: frozenset[int]) -> Iterator[None]:
    """Make a picture's tiles ready, a little for each step of the iterator."""
    layout, blocks, tiles = wanted
    yield from filled(wanted)
    for number in tiles:
        if not laid.has_tile(layout, blocks, number):
            laid.tile(layout, blocks, number)
            yield
    for event in laid.pinned_in(*wanted, pinned):
        yield from filled(Wanted(*laid.around(layout, event)))
    if not laid.has(layout, blocks, tiles, pinned):
        laid.laid(layout, blocks, tiles, pinned)
        yield


def filled(wanted: Wanted) -> Iterator[None]:
    """Give the events of tiles their rows, a little for each step of the iterator."""
    layout, blocks, tiles = wanted
    # Even tiles first: odd ones need both their neighbours.
    beside = {number for odd in tiles if odd % 2 for number in (odd - 1, odd + 1)}
    numbers = sorted(beside.union(tiles), key=lambda number: (number % 2, number))
    for block in blocks:
        for number in numbers:
            if not layout.blocks[block].has(number):
                yield from layout.blocks[block].filling(number)
