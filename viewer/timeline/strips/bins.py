"""The bins of one picture: what is in view of them, and how many events without a row begin in each."""

from math import ceil
from typing import NamedTuple

import numpy as np

from viewer.timeline.columnar import Flags
from viewer.timeline.rows.lane_index import LaneIndex
from viewer.timeline.scale import Scale
from viewer.timeline.strips.binned import PIP_BINS, Counts
from viewer.timeline.strips.laid import Laid


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

    def __init__(self, index: LaneIndex, scale: Scale, laid: Laid) -> None:
        fixed, stock = laid.binned, laid.stock
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
        self._cut(laid, (begin, end), in_view)
        self.stretches = self.begins(PIP_BINS)
        self.foremost = fixed.foremost[:, begin // PIP_BINS : ceil(end / PIP_BINS)]

    def begins(self, size: int) -> Counts:
        """Return the first bins of stretches of `size` bins: fixed in time, the first cut off by the view."""
        begins = np.arange(-(self.first % size), len(self.xs), size)
        begins[0] = 0
        return begins

    def stretched(self, part: Part, begins: Counts) -> Counts:
        """Return the counts of a part before the view and in each stretch from some bins on.

        What began before the view comes first in its lane, as a stretch without a width.
        """
        counts = np.empty((len(part.bins), len(begins) + 1), dtype=np.int64)
        counts[:, 0] = part.before
        np.add.reduceat(part.bins, begins, axis=1, out=counts[:, 1:])
        return counts

    def _cut(self, laid: Laid, view: tuple[int, int], in_view: Flags) -> None:
        """Count anew what the view cuts: the bins at its edges, and what began before it."""
        index, edges, groups, (first, last) = self.index, self.edges, laid.groups, view
        begun = laid.binned.begun[:, first : last + 1].copy()
        bins = laid.binned.bins[:, first:last].copy()
        places = np.array([0, *(index.place(edges[end]) for end in (0, -1))])
        none, begun[:, 0], begun[:, -1] = index.parts.before(groups, places[:, None])
        ended = np.array([0, index.ended_by(self.scale.viewport.start)])
        gone = index.ended.before(groups, ended[:, None])
        earlier, at_first, at_last = self._drawn(laid, in_view)
        bins[:, 0] = begun[:, 1] - begun[:, 0] - at_first
        bins[:, -1] = begun[:, -1] - begun[:, -2] - at_last
        before = begun[:, 0] - none - (gone[1] - gone[0]) - earlier
        self.calm = Part(begun[0::2], bins[0::2], before[0::2], none[0::2])
        self.urgent = Part(begun[1::2], bins[1::2], before[1::2], none[1::2])

    def _drawn(self, laid: Laid, in_view: Flags) -> tuple[Counts, Counts, Counts]:
        """Return how many events in view that have a row begin before it, in its first bin and in its last.

        They are counted for each of the groups of `laid`.
        """
        edges, size = self.edges, len(laid.groups)
        # One bin is the first and the last.
        bounds = np.array([edges[0], edges[1], edges[-2], edges[-1]]) if len(self.xs) > 1 else edges
        zones = len(bounds) + 1
        zone = np.searchsorted(bounds, laid.stock.start[in_view], side="right")
        counts = np.bincount(laid.part[in_view] * zones + zone, minlength=size * zones).reshape(size, zones)
        return counts[:, 0], counts[:, 1], counts[:, -2]
