"""Time cut into bins of a few pixels, and how many events without a row begin in each: two look-ups a bin."""

from math import floor
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from viewer.timeline.rows.lane_index import LaneIndex
from viewer.timeline.rows.steps import coarsest
from viewer.timeline.rows.stock import Stock
from viewer.timeline.scale import Scale

BIN = 8.0
"""Pixels at the coarsest scale of a step: the width of a column of density."""

Counts = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]


class Part(NamedTuple):
    """The calm or the urgent events of some lanes, a row for each lane.

    `begun` are indices into the rows of the part at the edges of the bins; `bins` how many events without a
    row begin in each bin, `before` how many began earlier and go on.
    """

    begun: Counts
    bins: Counts
    before: Counts


class Drawn(NamedTuple):
    """The events in view that have a row of their own, as arrays; `start` in days."""

    event: Counts
    lane: npt.NDArray[np.int32]
    start: Floats


class Bins:
    """The bins of one picture. They are fixed in time at each step, so nothing shifts while panning.

    `first` is the number of the first bin, `edges` are their ends in days, cut to the view, `xs` their left
    edges and `width` their width in pixels.
    """

    def __init__(self, index: LaneIndex, step: int, scale: Scale) -> None:
        self.index = index
        self.scale = scale
        view = scale.viewport
        days = BIN / coarsest(step)
        self.first = floor(view.start / days)
        numbers = np.arange(self.first, floor(view.end / days) + 2, dtype=np.float64)
        self.edges = np.clip(numbers * days, view.start, view.end)
        self.places = index.places(self.edges)
        self.width = days * scale.pixels_per_day
        # Not by way of the days at the edges: far from day 0 they are rounded.
        self.xs = (scale.left + (numbers * days - view.start - view.rest) * scale.pixels_per_day)[:-1]

    def drawn(self, stock: Stock) -> Drawn:
        """Return what of the stock is in view."""
        view = self.scale.viewport
        seen = (stock.start < view.end) & (stock.end > view.start)
        return Drawn(stock.event[seen], stock.lane[seen], stock.start[seen])

    def part(self, lanes: Counts, drawn: Drawn, part: int) -> Part:
        """Count the calm (0) or the urgent (1) events of `lanes`, which ascend."""
        group, index = lanes * 2 + part, self.index
        begun = index.parts.before(group[:, None], self.places[None, :])
        none, ended = np.zeros(1, np.int64), np.array([index.ended_by(self.scale.viewport.start)])
        gone = index.ended.before(group, ended) - index.ended.before(group, none)
        bins = begun[:, 1:] - begun[:, :-1]
        before = begun[:, 0] - index.parts.before(group, none) - gone
        at = np.minimum(np.searchsorted(lanes, drawn.lane), len(lanes) - 1)
        own = (index.urgent[drawn.event] == bool(part)) & (lanes[at] == drawn.lane)
        at, starts = at[own], drawn.start[own]
        earlier = starts < self.edges[0]
        np.subtract.at(before, at[earlier], 1)
        bin_of = np.searchsorted(self.edges, starts[~earlier], side="right") - 1
        np.subtract.at(bins, (at[~earlier], np.minimum(bin_of, bins.shape[1] - 1)), 1)
        return Part(begun, bins, before)

    def begins(self, size: int) -> Counts:
        """Return the first bins of stretches of `size` bins: fixed in time, the first cut off by the view."""
        begins = np.arange(-(self.first % size), len(self.xs), size)
        begins[0] = 0
        return begins
