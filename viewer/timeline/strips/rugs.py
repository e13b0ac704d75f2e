"""How densely folded events lie along their lanes: a silhouette, as high as the logarithm of their counts."""

from collections.abc import Sequence

import numpy as np

from viewer.timeline.rows.shares import Share
from viewer.timeline.scene import Rug
from viewer.timeline.strips.bins import Bins

TALLEST = 9.0
"""Pixels: the height of the densest column."""

LEAST = 1.5
"""Pixels: the height of a single event."""

DOUBLED = 0.6
"""Pixels by which a column grows where the events double."""

GAP = 1.0
"""Pixels between columns of different height."""


def rugs_of(bins: Bins, lanes: Sequence[int], shares: Sequence[Share]) -> tuple[Rug, ...]:
    """Return the silhouettes of lanes that fold something; bins as high, to half a pixel, are one column."""
    calm = bins.calm
    highest = np.array([min(TALLEST, shares[lane].fold_height) for lane in lanes])
    rising = LEAST + DOUBLED * np.log2(np.maximum(calm.bins, 1))
    heights = np.where(calm.bins > 0, np.ceil(2 * np.minimum(rising, highest[:, None])) / 2, 0.0)
    changes = np.ones(heights.shape, dtype=np.bool_)
    changes[:, 1:] = heights[:, 1:] != heights[:, :-1]
    begins = np.flatnonzero(changes)
    lengths = np.diff(begins, append=heights.size)
    high = heights.reshape(-1)[begins]
    full = high > 0
    begins, lengths, high = begins[full], lengths[full], high[full]
    of, within = np.divmod(begins, heights.shape[1])
    xs, widths = bins.xs[within], lengths * bins.width - GAP
    ends = np.searchsorted(of, np.arange(len(lanes) + 1)).tolist()
    return tuple(
        Rug(
            lane,
            shares[lane].fold_top + shares[lane].fold_height,
            xs[first:last],
            widths[first:last],
            high[first:last],
        )
        for lane, first, last, before in zip(lanes, ends[:-1], ends[1:], calm.before.tolist(), strict=True)
        if shares[lane].fold_height > 0 and (last > first or before)
    )
