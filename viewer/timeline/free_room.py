"""Finding room for a few words among what a picture has already."""

from collections.abc import Sequence
from itertools import chain

import numpy as np
import numpy.typing as npt

from viewer.timeline.scene import Rect, Scene

Boxes = npt.NDArray[np.float64]
"""Rectangles, a row each: left, top, right, bottom in pixels."""


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
        half = mark / 2
        words = list(clear)
        words += [label.box for label in scene.labels if label.box.overlaps(within)]
        words += [fold.box for fold in scene.folds if fold.box.overlaps(within)]
        words += [
            Rect(mark.x - half, mark.y - half, 2 * half, 2 * half)
            for mark in scene.marks
            if within.x < mark.x + half
            and mark.x - half < within.right
            and within.y < mark.y + half
            and mark.y - half < within.bottom
        ]
        self._within = within
        self._words = edges(words)
        words += [Rect(pip.x - half, pip.top, 2 * half, pip.bottom - pip.top) for pip in scene.pips]
        lines = [bar.box for bar in scene.bars if bar.box.overlaps(within)]
        lines += [Rect(within.x, each.y - 5, within.width, 10) for each in scene.coverages]
        self._lines = edges(lines)
        self._taken: list[Rect] = []

    def take(self, xs: Sequence[float], ys: Sequence[float], width: float, height: float) -> Rect | None:
        """Take the first free rectangle of this size with its middle at one of the points (xs[i], ys[i]).

        Where none is free of everything, bars and what a source covers may lie under it; returns None where
        words, marks or pips would.
        """
        middles = np.column_stack([xs, ys])
        half = np.array([width / 2, height / 2])
        wanted = np.hstack([middles - half, middles + half])
        room = self._within
        fits = (wanted[:, 0] >= room.x) & (wanted[:, 2] <= room.right)
        fits &= (wanted[:, 1] >= room.y) & (wanted[:, 3] <= room.bottom)
        fits &= ~_overlap(wanted, self._words) & ~_overlap(wanted, edges(self._taken))
        best = fits & ~_overlap(wanted, self._lines)
        found = np.flatnonzero(best if best.any() else fits)
        if not len(found):
            return None
        left, top = wanted[found[0], :2].tolist()
        box = Rect(left, top, width, height)
        self._taken.append(box)
        return box


def _overlap(wanted: Boxes, others: Boxes) -> npt.NDArray[np.bool_]:
    """Return for each wanted rectangle whether it overlaps any of the others."""
    if not len(others):
        return np.zeros(len(wanted), dtype=np.bool_)
    near = others[
        (others[:, 0] < wanted[:, 2].max())
        & (others[:, 2] > wanted[:, 0].min())
        & (others[:, 1] < wanted[:, 3].max())
        & (others[:, 3] > wanted[:, 1].min())
    ]
    across = (wanted[:, None, 0] < near[None, :, 2]) & (near[None, :, 0] < wanted[:, None, 2])
    down = (wanted[:, None, 1] < near[None, :, 3]) & (near[None, :, 1] < wanted[:, None, 3])
    found: npt.NDArray[np.bool_] = (across & down).any(axis=1)
    return found
