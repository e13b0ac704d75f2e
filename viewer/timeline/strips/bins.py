"""The bins of one picture: what is in view of them, and how many events without a row begin in each."""

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

import numpy as np

from viewer.timeline.rows.lane_index import LaneIndex
from viewer.timeline.rows.stock import Stock
from viewer.timeline.scale import Scale
from viewer.timeline.strips.binned import PIP_BINS, Binned, Counts, groups_of_lanes, part_of


class Part(NamedTuple):
    """The calm or the urgent events of some lanes, a row for each lane.

    `begun` are indices into the rows of the part at the edges of the bins; `bins` how many events without a
    row begin in each bin, `before` how many began earlier and go on; `none` are indices of the first rows.
    """

    begun: Counts
    bins: Counts
    before: Counts
    none: Counts


class Bins:
    """The bins of one picture. They are fixed in time at each step, so nothing shifts while panning.

    `first` is the number of the first bin, `edges` are their ends in days, cut to the view, `xs` their left
    edges and `width` their width in pixels. `foremost` (a row for each lane) is the first urgent event
    without a row in PIP_BINS bins, -1 where there is none; `stretches` are the first bins of these. In the
    first of them, which the view cuts, it may lie before the view. `drawn` are the events in view that have
    a row.
    """

    def __init__(
        self, index: LaneIndex, lanes: Sequence[int], scale: Scale, fixed: Binned, stock: Stock
    ) -> None:
        self.index = index
        self.scale = scale
        view = scale.viewport
        # The last bin may have no width, where the view ends at its edge.
        begin, last = np.searchsorted(fixed.edges, (view.start, view.end), side="right").tolist()
        begin, end = begin - 1, min(last, len(fixed.edges) - 1)
        self.first = fixed.first + begin
        edges = fixed.edges[begin : end + 1].copy()
        # Of whole bins: what the view cuts off of them lies beyond its edge.
        self.xs = (scale.left + (edges - view.start - view.rest) * scale.pixels_per_day)[:-1]
        days = float(fixed.edges[-1] - fixed.edges[0]) / (len(fixed.edges) - 1)
        self.width = days * scale.pixels_per_day
        edges[0], edges[-1] = view.start, view.end
        self.edges = edges
        in_view = (stock.start < view.end) & (stock.end > view.start)
        self.drawn = stock.event[in_view]
        self._cut(fixed, (begin, end), lanes, stock.start[in_view], part_of(index, lanes, stock)[in_view])
        self.stretches = self.begins(PIP_BINS)
        self.foremost = fixed.foremost[:, begin // PIP_BINS : ceil(end / PIP_BINS)]

    def begins(self, size: int) -> Counts:
        """Return the first bins of stretches of `size` bins: fixed in time, the first cut off by the view."""
        begins = np.arange(-(self.first % size), len(self.xs), size)
        begins[0] = 0
        return begins

    def _cut(
        self,
        fixed: Binned,
        view: tuple[int, int],
        lanes: Sequence[int],
        starts: np.ndarray[tuple[int], np.dtype[np.float64]],
        part: Counts,
    ) -> None:
        """Count anew what the view cuts: the bins at its edges, and what began before it.

        What has a row and is in view begins on the days `starts` and counts in the rows `part`.
        """
        index, edges, groups = self.index, self.edges, groups_of_lanes(lanes)
        first, last = view
        begun, bins = fixed.begun[:, first : last + 1].copy(), fixed.bins[:, first:last].copy()
        places = np.array([0, *index.places(edges[[0, -1]]).tolist()])
        none, begun[:, 0], begun[:, -1] = index.parts.before(groups, places[:, None])
        ended = np.array([0, index.ended_by(self.scale.viewport.start)])
        gone = index.ended.before(groups, ended[:, None])

        def drawn(low: float, high: float) -> Counts:
            return np.bincount(part[(starts >= low) & (starts < high)], minlength=len(groups))

        bins[:, 0] = begun[:, 1] - begun[:, 0] - drawn(edges[0], edges[1])
        bins[:, -1] = begun[:, -1] - begun[:, -2] - drawn(edges[-2], edges[-1])
        before = begun[:, 0] - none - (gone[1] - gone[0]) - drawn(-np.inf, edges[0])
        self.calm = Part(begun[0::2], bins[0::2], before[0::2], none[0::2])
        self.urgent = Part(begun[1::2], bins[1::2], before[1::2], none[1::2])
