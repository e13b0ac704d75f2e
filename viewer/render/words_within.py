"""Where do the words in bars lie? Nothing that a bar is made of is drawn through their letters."""

from typing import Final

import numpy as np
import numpy.typing as npt

from viewer.render.bar_look import EDGE
from viewer.timeline.drawn import Bars, Labels

AROUND: Final = 2.0
"""Pixels at both sides of words that are kept free."""

Flags = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float64]
Events = npt.NDArray[np.int64]


class WordsWithin:
    """The stretches of the bars in one picture over which their own titles and dates lie."""

    def __init__(self, labels: Labels) -> None:
        inside = np.flatnonzero(labels.inside)
        inside = inside[np.argsort(labels.event[inside])]
        self._event = labels.event[inside]
        self._left = labels.x[inside] - AROUND
        self._right = labels.x[inside] + labels.width[inside] + AROUND

    def cover(self, event: Events, left: Floats, right: Floats) -> Flags:
        """Return in which bars, those of the rows `event`, words lie between two x in pixels."""
        if not len(self._event):
            return np.zeros(len(event), dtype=np.bool_)
        at = np.minimum(np.searchsorted(self._event, event), len(self._event) - 1)
        found: Flags = (self._event[at] == event) & (self._left[at] < right) & (left < self._right[at])
        return found


def covered_edges(bars: Bars, words: WordsWithin) -> tuple[Flags, Flags]:
    """Return of each bar whether the left edge of its core lies behind words, and whether the right does."""
    left = words.cover(bars.event, bars.core_x, bars.core_x + EDGE)
    return left, words.cover(bars.event, bars.core_right - EDGE, bars.core_right)
