"""Finding room for a few words among what a picture has already."""

from collections.abc import Sequence
from itertools import chain

import numpy as np
import numpy.typing as npt

from viewer.timeline.crowds import Folds
from viewer.timeline.drawn import Bars, Labels
from viewer.timeline.rect import Rect
from viewer.timeline.scene import Scene

Boxes = npt.NDArray[np.float64]
"""Rectangles, a row each: left, top, right, bottom in pixels."""


Points = npt.NDArray[np.float64]
"""Points, a row each: x and y in pixels."""


def edges(boxes: Sequence[Rect]) -> Boxes:
    """Return the edges of rectangles."""
    flat = np.fromiter(chain.from_iterable(boxes), np.float64, 4 * len(boxes)).reshape(-1, 4)
    flat[:, 2:] += flat[:, :2]
    return flat


class FreeRoom:
    """The room that `scene` leaves within its plot; what is placed takes room from what comes after."""

    def __init__(self, scene: Scene, within: Rect, mark: float, clear: Sequence[Rect] = ()) -> None:
        """Look at the room within a rectangle only; `mark` is the size of a mark in pixels.

        Nothing may be laid over what is `clear`.
        """
        half, marks, pips = mark / 2, scene.marks, scene.pips
        words = (
            edges(clear),
            _edges_of(scene.labels),
            _edges_of(scene.folds),
            np.column_stack([marks.x - half, marks.y - half, marks.x + half, marks.y + half]),
            np.column_stack([pips.x - half, pips.top, pips.x + half, pips.bottom]),
        )
        covered = edges([Rect(within.x, each.y - 5, within.width, 10) for each in scene.coverages])
        self._within = within
        self._words = np.vstack(words)
        self._lines = np.vstack([_edges_of(scene.bars), covered])

    def take(self, middles: Points, widths: Sequence[float], height: float) -> tuple[Rect, int] | None:
        """Take the first free rectangle with its middle at one of the points, for which `widths` are tried.

        `middles` are points for every width, or an array of them for each. Returns it with the index of its
        width. Where none is free of everything, bars and what a source covers may lie under it; returns None
        where words, marks or pips would.
        """
        number = middles.shape[-2]
        middle = np.broadcast_to(middles, (len(widths), number, 2)).reshape(-1, 2)
        half = np.column_stack([np.repeat(np.array(widths) / 2, number), np.full(len(middle), height / 2)])
        wanted = np.hstack([middle - half, middle + half])
        room = self._within
        inside = (wanted[:, 0] >= room.x) & (wanted[:, 2] <= room.right)
        inside &= (wanted[:, 1] >= room.y) & (wanted[:, 3] <= room.bottom)
        at = np.flatnonzero(inside)
        at = at[~_overlap(wanted[at], self._words)]
        if not len(at):
            return None
        free = at[~_overlap(wanted[at], self._lines)]
        best = int(free[0] if len(free) else at[0])
        corners = wanted[best]
        self._words = np.vstack([self._words, corners])
        which = best // number
        return Rect(float(corners[0]), float(corners[1]), widths[which], height), which


def _edges_of(boxes: Labels | Folds | Bars) -> Boxes:
    return np.column_stack([boxes.x, boxes.y, boxes.x + boxes.width, boxes.y + boxes.height])


def _overlap(wanted: Boxes, others: Boxes) -> npt.NDArray[np.bool_]:
    """Return for each wanted rectangle whether it overlaps any of the others."""
    if not len(others) or not len(wanted):
        return np.zeros(len(wanted), dtype=np.bool_)
    left, top = wanted[:, :2].min(axis=0)
    right, bottom = wanted[:, 2:].max(axis=0)
    near = others[
        (others[:, 0] < right) & (others[:, 2] > left) & (others[:, 1] < bottom) & (others[:, 3] > top)
    ]
    across = (wanted[:, None, 0] < near[None, :, 2]) & (near[None, :, 0] < wanted[:, None, 2])
    down = (wanted[:, None, 1] < near[None, :, 3]) & (near[None, :, 1] < wanted[:, None, 3])
    found: npt.NDArray[np.bool_] = (across & down).any(axis=1)
    return found
