"""Which stretches of time are empty, and long enough for folding to make the rest easier to read."""

import numpy as np

from viewer.timeline.columns import UNBOUNDED, Columns, Days
from viewer.timeline.folding.warp import Gap

LEAST_SHARE = 0.12
"""An empty stretch is folded only where it is at least this share of the time that is not folded yet."""

LEAST_RATIO = 4.0
"""It is also at least so many times as long as the shorter empty stretches are on average."""

LEAST_DAYS = 60
"""Days: nothing shorter is folded."""

FOLDED_SHARE = 0.025
"""A folded stretch is drawn as long as this share of the time that is not empty."""

PART_SHARE = 0.08
"""What lies between two folds is drawn at least as long as this share, so that its year has room."""

LEAST_SHRINKING = 4
"""What is folded becomes at least so many times shorter."""

MOST_GAPS = 40


def gaps_of(columns: Columns) -> tuple[Gap, ...]:
    """Return the empty stretches to fold, in order; `columns` are unfolded, of the whole collection.

    Empty is what no event touches with its span, an open one with all that lies beyond its known side. Of
    each some days stay unfolded at both sides, so that no event stands at the edge of a fold.
    """
    firsts, lasts = _empty(columns)
    if not len(firsts):
        return ()
    ends = columns.end[columns.end < UNBOUNDED]
    starts = columns.start[columns.start > -UNBOUNDED]
    known = np.concatenate([starts, ends])
    chosen = _chosen(lasts - firsts, int(known.max() - known.min()))
    firsts, lasts = firsts[chosen], lasts[chosen]
    edges = np.concatenate([[known.min()], np.stack([firsts, lasts], axis=1).ravel(), [known.max()]])
    parts = np.diff(edges)[::2]
    filled = max(int(parts.sum()), LEAST_DAYS)
    folded = max(round(filled * FOLDED_SHARE), 1)
    wanted = np.maximum((filled * PART_SHARE - parts) / 2, folded / 2)
    found = []
    for at, (first, last) in enumerate(zip(firsts.tolist(), lasts.tolist(), strict=True)):
        spare = (last - first - LEAST_SHRINKING * folded) // 2
        room = min(round(max(wanted[at], wanted[at + 1])), spare)
        if room >= 0:
            found.append(Gap(first + room, last - room, folded, room))
    return tuple(found)


def _empty(columns: Columns) -> tuple[Days, Days]:
    """Return the first day of each empty stretch and the first day after it."""
    if len(columns) < 2:
        return columns.start[:0], columns.start[:0]
    so_far = np.maximum.accumulate(columns.end)[:-1]
    at = np.flatnonzero((columns.start[1:] > so_far) & (so_far > -UNBOUNDED))
    return so_far[at], columns.start[1:][at]


def _chosen(lengths: Days, whole: int) -> Days:
    """Return which of the empty stretches are folded, in order."""
    order = np.argsort(-lengths, kind="stable")
    sizes = lengths[order].astype(np.float64)
    unfolded = whole - np.concatenate([[0.0], np.cumsum(sizes)[:-1]])
    shorter = np.cumsum(sizes[::-1])[::-1] - sizes
    average = shorter / np.maximum(np.arange(len(sizes))[::-1], 1)
    long = (sizes >= LEAST_SHARE * unfolded) & (sizes >= LEAST_RATIO * average) & (sizes >= LEAST_DAYS)
    number = len(long) if long.all() else int(np.argmin(long))
    return np.sort(order[: min(number, MOST_GAPS)])
