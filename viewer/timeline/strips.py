"""What has no row of its own, in the strip beneath a lane's rows: counts with their density, and pips.

Time is cut into bins of a few pixels that are fixed at each scale step, so nothing shifts while panning.
What is counted is how many events begin in a bin less those that are drawn: two look-ups for each bin,
whatever the number of events. What began before the view and goes on in it counts at its edge.
"""

from collections.abc import Iterable, Sequence
from itertools import repeat
from math import floor
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from viewer.timeline.distinct import firsts
from viewer.timeline.metrics import Metrics
from viewer.timeline.rows.lane_index import LaneIndex
from viewer.timeline.rows.shares import Share
from viewer.timeline.rows.steps import coarsest
from viewer.timeline.rows.stock import Stock
from viewer.timeline.rows.title_widths import TitleWidths
from viewer.timeline.scale import Scale
from viewer.timeline.scene import Fold, Pip, Rect, Rug

BIN = 8.0
"""Pixels at the coarsest scale of a step: the width of a column of density."""

PIP_BINS = 3
"""Bins in which pips stand for each other."""

FOLD_BINS = 24
"""Bins that have one count."""

TALLEST = 9.0
"""Pixels: the height of the densest column."""

GAP = 1.0
"""Pixels between columns of different height."""

LEAST = 1.5
"""Pixels: the height of a single event."""

SHORT_PIP = 4.0
"""Pixels: the height of a pip beneath the words of a count."""

SEARCHED = 512
"""Events looked at together for one that began before the view."""

Counts = npt.NDArray[np.int64]


class Strips(NamedTuple):
    """The strips of a picture."""

    folds: tuple[Fold, ...]
    pips: tuple[Pip, ...]
    rugs: tuple[Rug, ...]


class _Part(NamedTuple):
    """The calm or the urgent events of the lanes asked for, a row for each lane.

    `begun` are indices into the rows of the part at the edges of the bins; `bins` how many events without a
    row begin in each bin, `before` how many began earlier and go on.
    """

    begun: Counts
    bins: Counts
    before: Counts


class _Drawn(NamedTuple):
    """The events in view that have a row of their own, as arrays; `start` in days."""

    event: Counts
    lane: npt.NDArray[np.int32]
    start: npt.NDArray[np.float64]


class _Group(NamedTuple):
    """Some bins with one count: from bin `begin` up to `end`, at `x` pixels, `width` wide."""

    begin: int
    end: int
    number: int
    before: bool
    x: float
    width: float


class StripPlacer:
    """Places the strips of one picture."""

    def __init__(
        self, index: LaneIndex, step: int, scale: Scale, plot: Rect, *, metrics: Metrics, words: TitleWidths
    ) -> None:
        self._index = index
        self._scale = scale
        self._plot = plot
        self._metrics = metrics
        self._words = words
        view = scale.viewport
        self._days = BIN / coarsest(step)
        self._first_bin = floor(view.start / self._days)
        bins = np.arange(self._first_bin, floor(view.end / self._days) + 2, dtype=np.float64)
        self._edges = np.clip(bins * self._days, view.start, view.end)
        self._places = index.places(self._edges)
        # Not by way of the days at the edges: far from day 0 they are rounded.
        self._width = self._days * scale.pixels_per_day
        self._left = scale.left - (view.start + view.rest) * scale.pixels_per_day
        self._xs = (scale.left + (bins * self._days - view.start - view.rest) * scale.pixels_per_day)[:-1]

    def strips(self, stock: Stock, lanes: Sequence[int], shares: Sequence[Share]) -> Strips:
        """Return the strips of `lanes`; `stock` is what has a row of its own."""
        if not len(lanes):
            return Strips((), (), ())
        view = self._scale.viewport
        seen = (stock.start < view.end) & (stock.end > view.start)
        drawn = _Drawn(stock.event[seen], stock.lane[seen], stock.start[seen])
        numbers = np.array(lanes, dtype=np.int64)
        calm, urgent = self._part(numbers, drawn, 0), self._part(numbers, drawn, 1)
        own = set(drawn.event.tolist()) if urgent.bins.any() or urgent.before.any() else set()
        folds: list[Fold] = []
        pips: list[Pip] = []
        rugs: list[Rug] = []
        for at, lane in enumerate(lanes):
            share, bins = shares[lane], calm.bins[at]
            own_folds: list[Fold] = []
            if bins.any() or calm.before[at]:
                groups = self._groups(bins, int(calm.before[at]))
                own_folds = [self._fold(lane, share, group) for group in groups]
                folds += own_folds
                if share.fold_height > 0:
                    rugs.append(self._rug(lane, share, bins))
            if urgent.before[at]:
                pips.append(self._pip_before(lane, share, int(urgent.before[at]), own))
            if urgent.bins[at].any():
                pips += self._pips(lane, share, (urgent.bins[at], urgent.begun[at]), own, own_folds)
        return Strips(tuple(folds), tuple(pips), tuple(rugs))

    def _part(self, lanes: Counts, drawn: _Drawn, part: int) -> _Part:
        """Count the calm (0) or the urgent (1) events of `lanes`."""
        group, index = lanes * 2 + part, self._index
        begun = index.parts.before(group[:, None], self._places[None, :])
        none, ended = np.zeros(1, np.int64), np.array([index.ended_by(self._scale.viewport.start)])
        gone = index.ended.before(group, ended) - index.ended.before(group, none)
        bins, before = np.diff(begun, axis=1), begun[:, 0] - index.parts.before(group, none) - gone
        at = np.minimum(np.searchsorted(lanes, drawn.lane), len(lanes) - 1)
        own = (index.urgent[drawn.event] == bool(part)) & (lanes[at] == drawn.lane)
        at, starts = at[own], drawn.start[own]
        earlier = starts < self._edges[0]
        np.subtract.at(before, at[earlier], 1)
        bin_of = np.searchsorted(self._edges, starts[~earlier], side="right") - 1
        np.subtract.at(bins, (at[~earlier], np.minimum(bin_of, bins.shape[1] - 1)), 1)
        return _Part(begun, bins, before)

    def _begins(self, size: int, count: int) -> Counts:
        """Return the first bins of stretches of `size` bins: fixed in time, the first cut off by the view."""
        begins = np.arange(-(self._first_bin % size), count, size)
        begins[0] = 0
        return begins

    def _groups(self, bins: Counts, before: int) -> list[_Group]:
        """Return the counts of a lane from left to right; what does not fit beside its neighbour joins it."""
        begins = self._begins(FOLD_BINS, len(bins))
        counts = np.add.reduceat(bins, begins).tolist()
        ends = [*begins[1:].tolist(), len(bins)]
        groups = [self._group(0, 0, before, before=True)] if before else []
        for begin, end, count in zip(begins.tolist(), ends, counts, strict=True):
            if count:
                group = self._group(begin, end, count, before=False)
                while groups and groups[-1].x + groups[-1].width > group.x:
                    last = groups.pop()
                    group = self._group(last.begin, end, last.number + group.number, before=last.before)
                groups.append(group)
        return groups

    def _group(self, begin: int, end: int, count: int, *, before: bool) -> _Group:
        """Put a count into the middle of its bins, within the plot; at its edge if it is from before."""
        width = self._words.count_width(f"+{count:,}") + 2 * self._metrics.fold_padding
        width = min(width, self._plot.width)
        x = self._plot.x
        if not before:
            first = (self._first_bin + begin) // FOLD_BINS * FOLD_BINS
            last = -(-(self._first_bin + end) // FOLD_BINS) * FOLD_BINS
            middle = self._left + (first + last) / 2 * self._width
            x = max(min(middle - width / 2, self._plot.right - width), x)
        return _Group(begin, end, count, before, x, width)

    def _fold(self, lane: int, share: Share, group: _Group) -> Fold:
        box = Rect(group.x, share.fold_top, group.width, share.fold_height)
        first, last = float(self._edges[group.begin]), float(self._edges[group.end])
        return Fold(box, lane, group.number, first, last, group.before)

    def _rug(self, lane: int, share: Share, bins: Counts) -> Rug:
        """Return the silhouette of the counts: bins that are as high, to half a pixel, are one column."""
        rising = LEAST + 1.2 * np.log2(np.maximum(bins, 1))
        heights = np.where(bins > 0, np.minimum(rising, min(TALLEST, share.fold_height)), 0.0)
        heights = np.ceil(2 * heights) / 2
        begins = firsts(heights)
        ends = np.append(begins[1:], len(heights))
        full = heights[begins] > 0
        begins, ends = begins[full], ends[full]
        xs, widths = self._xs[begins], (ends - begins) * self._width - GAP
        return Rug(
            lane,
            share.fold_top + share.fold_height,
            tuple(xs.tolist()),
            tuple(widths.tolist()),
            tuple(heights[begins].tolist()),
        )

    def _pips(
        self, lane: int, share: Share, part: tuple[Counts, Counts], own: set[int], folds: Sequence[Fold]
    ) -> Iterable[Pip]:
        """Return the pips of a lane; `part` are its urgent events by bin, and where each bin begins."""
        bins, begun = part
        rows, columns = self._index.parts.rows, self._index.columns
        begins = self._begins(PIP_BINS, len(bins))
        counts = np.add.reduceat(bins, begins)
        full = np.flatnonzero(counts > 0)
        begins, ends = begins[full], np.append(begins[1:], len(bins))[full]
        first = rows[begun[begins]].tolist()
        for at, event in enumerate(first):
            if event in own:
                low, high = begun[begins[at]], begun[ends[at]]
                first[at] = next(row for row in rows[low:high].tolist() if row not in own)
        view = self._scale.viewport
        x = self._scale.left + (columns.start[first] - view.start - view.rest) * self._scale.pixels_per_day
        bottom = share.fold_top + share.fold_height
        return map(
            Pip,
            first,
            x.tolist(),
            self._tops(x, share, folds).tolist(),
            repeat(bottom),
            repeat(lane),
            columns.contested[first].tolist(),
            counts[full].tolist(),
            self._edges[begins].tolist(),
            self._edges[ends].tolist(),
        )

    def _tops(
        self, x: npt.NDArray[np.float64], share: Share, folds: Sequence[Fold]
    ) -> npt.NDArray[np.float64]:
        """Return where the pips at `x` begin: those at the words of a count are short, beneath them."""
        top = np.full(len(x), share.fold_top)
        if folds and len(x):
            lefts = np.array([fold.box.x for fold in folds])
            rights = np.array([fold.box.right for fold in folds])
            at = np.maximum(np.searchsorted(lefts, x, side="right") - 1, 0)
            beneath = (x >= lefts[at]) & (x <= rights[at])
            top[beneath] = share.fold_top + max(share.fold_height - SHORT_PIP, 0.0)
        return top

    def _pip_before(self, lane: int, share: Share, number: int, own: set[int]) -> Pip:
        """Return the pip at the left edge: it names the last to begin of those that go on in view."""
        view, parts, columns = self._scale.viewport, self._index.parts, self._index.columns
        low, high = parts.before(np.array([lane * 2 + 1]), np.array([0, self._places[0]])).tolist()
        event = -1
        while event < 0 and low < high:
            rows = parts.rows[max(low, high - SEARCHED) : high]
            going = rows[columns.end[rows] > view.start].tolist()
            event = next((row for row in reversed(going) if row not in own), -1)
            high -= SEARCHED
        contested = bool(columns.contested[event])
        top, bottom = share.fold_top, share.fold_top + share.fold_height
        x, day = self._plot.x + 1.0, view.start
        return Pip(event, x, top, bottom, lane, contested, number, day, day, before=True)
