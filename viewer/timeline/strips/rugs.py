"""How densely folded events lie along their lanes: a silhouette, as high as the logarithm of their counts."""

from math import ceil

import numpy as np

from viewer.timeline.columnar import Flags, Floats, Numbers
from viewer.timeline.crowds import Folds, Rugs
from viewer.timeline.strips.bins import Bins
from viewer.timeline.strips.room import StripRoom

TALLEST = 9.0
"""Pixels: the height of the densest column."""

LEAST = 1.5
"""Pixels: the height of a single event."""

DOUBLED = 0.6
"""Pixels by which a column grows where the events double."""

GAP = 1.0
"""Pixels between columns that differ."""


def rugs_of(bins: Bins, room: StripRoom, folds: Folds) -> Rugs:
    """Return the silhouettes of lanes that fold something; bins as high, to half a pixel, are one column."""
    counts = bins.calm.bins
    halves = np.minimum(_RISING[np.minimum(counts, len(_RISING) - 1)], np.ceil(2 * room.heights)[:, None])
    # In one number how high a column is and whether a count lies over it: what looks alike is equal.
    look = (halves.astype(np.int64) * 2 + _behind(bins, folds, room.lanes)).reshape(-1)
    changes = np.ones(len(look) + 1, dtype=np.bool_)
    np.not_equal(look[1:], look[:-1], out=changes[1:-1])
    changes[:: counts.shape[1]] = True
    begins = np.flatnonzero(changes)
    full = np.flatnonzero(look[begins[:-1]] > 1)
    first = begins[full]
    of, within = np.divmod(first, counts.shape[1])
    looks = look[first]
    widths = (begins[full + 1] - first).astype(np.float64) * bins.width - GAP
    heights = (looks >> 1).astype(np.float64) / 2
    return Rugs(
        room.lanes,
        room.bottoms,
        of,
        bins.xs[within],
        widths,
        heights,
        (looks & 1).astype(np.bool_),
    )


def _behind(bins: Bins, folds: Folds, lanes: Numbers) -> Flags:
    """Return in which bins of each lane a count lies."""
    size, behind = len(bins.xs), np.zeros((len(lanes), len(bins.xs)), dtype=np.bool_)
    first = np.floor((folds.x - bins.xs[0]) / bins.width).astype(np.int64)
    last = np.ceil((folds.x + folds.width - bins.xs[0]) / bins.width).astype(np.int64)
    of = np.searchsorted(lanes, folds.lane)
    columns = of.tolist(), np.maximum(first, 0).tolist(), np.minimum(last, size).tolist()
    for lane, begin, end in zip(*columns, strict=True):
        behind[lane, begin:end] = True
    return behind


def _rising() -> Floats:
    """Return how high columns are in halves of pixels, by how many events there are."""
    most = ceil(2 ** ((TALLEST - LEAST) / DOUBLED))
    heights = LEAST + DOUBLED * np.log2(np.maximum(np.arange(most + 1), 1))
    halves: Floats = np.ceil(2 * np.minimum(heights, TALLEST))
    halves[0] = 0
    return halves


_RISING = _rising()
