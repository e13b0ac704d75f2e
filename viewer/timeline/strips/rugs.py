"""How densely folded events lie along their lanes: a silhouette, as high as the logarithm of their counts."""

import numpy as np

from viewer.timeline.columnar import Flags
from viewer.timeline.crowds import Rugs
from viewer.timeline.strips.bins import Bins
from viewer.timeline.strips.folds import Counted
from viewer.timeline.strips.room import StripRoom

TALLEST = 9.0
"""Pixels: the height of the densest column."""

LEAST = 1.5
"""Pixels: the height of a single event."""

DOUBLED = 0.6
"""Pixels by which a column grows where the events double."""

GAP = 1.0
"""Pixels between columns that differ."""


def rugs_of(bins: Bins, room: StripRoom, counted: Counted) -> Rugs:
    """Return the silhouettes of lanes that fold something; bins as high, to half a pixel, are one column."""
    counts = bins.calm.bins
    rising = 2 * np.minimum(LEAST + DOUBLED * np.log2(np.maximum(counts, 1)), room.heights[:, None])
    behind = _behind(bins, counted, len(room.lanes))
    # Halves of pixels, and below them whether a count lies over the column: what looks alike is equal.
    look = np.ceil(np.minimum(rising, 2 * TALLEST)).astype(np.int64) * 2 + behind
    look[(counts == 0) | (look == 1)] = 0
    changes = np.ones(look.shape, dtype=np.bool_)
    np.not_equal(look[:, 1:], look[:, :-1], out=changes[:, 1:])
    begins = np.flatnonzero(changes)
    lengths = np.diff(begins, append=look.size)
    looks = look.reshape(-1)[begins]
    full = looks > 0
    begins, looks = begins[full], looks[full]
    of, within = np.divmod(begins, look.shape[1])
    return Rugs(
        room.lanes,
        room.bottoms,
        of,
        bins.xs[within],
        lengths[full] * bins.width - GAP,
        (looks >> 1) / 2,
        (looks & 1).astype(np.bool_),
    )


def _behind(bins: Bins, counted: Counted, lanes: int) -> Flags:
    """Return in which bins of each lane a count lies."""
    size = len(bins.xs)
    edges = np.zeros((lanes, size + 1), dtype=np.int64)
    places = (counted.lefts - bins.xs[0]) / bins.width, (counted.rights - bins.xs[0]) / bins.width
    first, last = np.floor(places[0]).astype(np.int64), np.ceil(places[1]).astype(np.int64)
    # Counts of a lane lie apart, yet two may touch the same bin.
    np.add.at(edges, (counted.of, np.clip(first, 0, size)), 1)
    np.add.at(edges, (counted.of, np.clip(last, 0, size)), -1)
    return np.cumsum(edges[:, :-1], axis=1) > 0
