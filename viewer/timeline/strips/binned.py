"""How many events without a row begin in each bin of some whole tiles: fixed in time at each step.

Reckoned once for a tile; a picture cuts out what is in view (bins.py).
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from viewer.timeline.rows.lane_index import LaneIndex
from viewer.timeline.rows.stock import Stock
from viewer.timeline.rows.tiles import TILE

BIN = 8.0
"""Pixels at the coarsest scale of a step: the width of a column of density."""

PER_TILE = int(TILE / BIN)
"""Bins in a tile."""

PIP_BINS = 4
"""Bins in which events that are never folded stand for each other: a whole part of a tile."""

Counts = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]


class Binned(NamedTuple):
    """The bins of some tiles in a row, for n lanes and m bins.

    `first` is the number of the first bin; `edges` (m + 1) their ends in days. Arrays have two rows for each
    lane, its calm and its urgent events: `begun` (2n, m + 1) are indices into the rows of the part at the
    edges; `bins` (2n, m) count the events without a row of their own that begin in each bin. `foremost`
    (n, m / PIP_BINS) is the first urgent one of them in PIP_BINS bins, -1 where there is none.
    """

    first: int
    edges: Floats
    begun: Counts
    bins: Counts
    foremost: Counts


NOTHING = Binned(
    0, np.zeros(1), np.zeros((0, 1), np.int64), np.zeros((0, 0), np.int64), np.zeros((0, 0), np.int64)
)


def groups_of_lanes(lanes: Sequence[int]) -> Counts:
    """Return the groups of LaneIndex.parts for some lanes: calm and urgent, calm and urgent ..."""
    return (np.array(lanes, dtype=np.int64)[:, None] * 2 + np.arange(2)).reshape(-1)


def part_of(index: LaneIndex, lanes: Sequence[int], stock: Stock) -> Counts:
    """Return in which of the rows of `groups_of_lanes` each event of the stock counts; `lanes` ascend."""
    return np.searchsorted(lanes, stock.lane) * 2 + index.urgent[stock.event]


def binned(index: LaneIndex, lanes: Sequence[int], tiles: range, days: float, stock: Stock) -> Binned:
    """Bin the events of `lanes` in tiles of `days` days each; `stock` has a row, in these lanes."""
    within = np.arange(PER_TILE) * (days / PER_TILE)
    starts = np.arange(tiles.start, tiles.stop, dtype=np.float64)[:, None] * days + within
    edges = np.append(starts, tiles.stop * days)
    groups = groups_of_lanes(lanes)
    begun = index.parts.before(groups[:, None], index.places(edges)[None, :])
    bins = begun[:, 1:] - begun[:, :-1]
    at = np.searchsorted(edges, stock.start, side="right") - 1
    own = (at >= 0) & (at < bins.shape[1])
    np.subtract.at(bins, (part_of(index, lanes, stock)[own], at[own]), 1)
    return Binned(tiles.start * PER_TILE, edges, begun, bins, _foremost(index, begun, bins, stock))


def joined(parts: Sequence[Binned]) -> Binned:
    """Return the bins of tiles that follow each other as one."""
    if len(parts) == 1:
        return parts[0]
    last = parts[-1]
    return Binned(
        parts[0].first,
        np.concatenate([*(part.edges[:-1] for part in parts[:-1]), last.edges]),
        np.concatenate([*(part.begun[:, :-1] for part in parts[:-1]), last.begun], axis=1),
        np.concatenate([part.bins for part in parts], axis=1),
        np.concatenate([part.foremost for part in parts], axis=1),
    )


def first_without_row(index: LaneIndex, low: int, high: int, own: set[int]) -> int:
    """Return the first event of the rows of parts [low, high) that is not in `own`; there is one."""
    rows: list[int] = index.parts.rows(slice(low, high)).tolist()
    return next(row for row in rows if row not in own)


def _foremost(index: LaneIndex, begun: Counts, bins: Counts, stock: Stock) -> Counts:
    counts = bins[1::2].reshape(len(bins) // 2, -1, PIP_BINS).sum(axis=2)
    foremost = np.full(counts.shape, -1, dtype=np.int64)
    lane, at = np.nonzero(counts > 0)
    if len(lane):
        low, high = begun[1::2, :-1:PIP_BINS][lane, at], begun[1::2, PIP_BINS::PIP_BINS][lane, at]
        first, own = index.parts.rows(low).tolist(), set(stock.event.tolist())
        for number, event in enumerate(first):
            if event in own:
                first[number] = first_without_row(index, int(low[number]), int(high[number]), own)
        foremost[lane, at] = first
    return foremost
