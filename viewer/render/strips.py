"""The strip beneath a lane's rows: how densely folded events lie, their counts, and those never folded."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from PySide6.QtGui import QColor

from viewer.render.measure import room_for
from viewer.render.pen import Pen, Text
from viewer.render.raster import InkedRug, Notes, Stretch
from viewer.render.theme import Theme
from viewer.render.tints import faint
from viewer.timeline.scene import Fold, Pip, Rect, Rug, count_words

DENSITY: Final = 0.34
"""How much of the lane's colour the columns have: quiet, yet seen in grey."""

BEHIND: Final = 0.05
"""How much of it they have behind a count: they do not run through its figures."""

BESIDE: Final = 3.0
"""Pixels beside a count that belong to it."""

FOOT: Final = 0.2
"""How much of it the line has that they stand on."""


def inked_rug(rug: Rug, behind: Sequence[Stretch], colour: QColor) -> InkedRug:
    """Return how columns of density are drawn: fainter in the stretches `behind` the counts of their lane."""
    return InkedRug(rug, faint(colour, DENSITY), faint(colour, BEHIND), behind)


def draw_densities(pen: Pen, densities: Iterable[InkedRug], plot: Rect) -> None:
    """Draw columns of density, and the lines they stand on across the plot."""
    drawn = [density for density in densities if len(density.rug.xs)]
    if drawn:
        pen.columns(drawn)
    for rug, colour, *_ in drawn:
        pen.line(plot.x, rug.bottom, plot.right, rug.bottom, faint(colour, FOOT))


class Counts(NamedTuple):
    """What folds read, each in the middle of its box, and the stretches of each lane that this takes."""

    texts: list[Text]
    behind: dict[int, list[Stretch]]


def counts_of(folds: Iterable[Fold], colour: QColor) -> Counts:
    """Return what folds read, in `colour`."""
    texts: list[Text] = []
    behind: dict[int, list[Stretch]] = defaultdict(list)
    for box, lane, number, *_ in folds:
        words, width = _said(number)
        left = box[0] + (box[2] - width) / 2
        texts.append((left, box, words, "count", colour))
        behind[lane].append((left - BESIDE, left + width + BESIDE))
    return Counts(texts, behind)


@lru_cache(maxsize=4096)
def _said(number: int) -> tuple[str, float]:
    """Return how a count reads, and how wide that is in pixels."""
    words = count_words(number)
    return words, room_for(words, "count")


Alike = tuple[int, float, float, bool, bool, bool]
"""What pips share that are drawn in one go: lane, top, bottom; whether contested, several at once, lit."""


def alike(pips: Iterable[Pip], selected: int | None) -> dict[Alike, list[float]]:
    """Return the xs of pips by how they look; that of the event `selected` is lit."""
    groups: dict[Alike, list[float]] = defaultdict(list)
    for event, x, top, bottom, lane, contested, number, _, _, _ in pips:
        groups[lane, top, bottom, contested, number > 1, event == selected].append(x)
    return groups


def notes_of(look: Alike, xs: Sequence[float], colour: QColor, theme: Theme) -> Notes:
    """Return how pips are drawn: wider where several events stand there; a diamond tops a contested one.

    They are in red if contested or lit (selected), else in the lane's colour.
    """
    _, top, bottom, contested, several, lit = look
    hue = theme.color("accent") if contested or lit else colour
    return Notes(xs, top + 3 if contested else top, bottom, 1.0 + several + lit, hue, pointed=contested)
