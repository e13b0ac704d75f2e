"""The strip beneath a lane's rows: how densely folded events lie, their counts, and those never folded."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from PySide6.QtGui import QColor

from viewer.render.measure import room_for
from viewer.render.pen import Pen
from viewer.render.raster import InkedRug
from viewer.render.theme import Theme
from viewer.render.tints import faint
from viewer.timeline.scene import Fold, Pip, Rect, Rug

DENSITY: Final = 0.34
"""How much of the lane's colour the columns have: quiet, yet seen in grey."""

BEHIND: Final = 0.05
"""How much of it they have behind a count: they do not run through its figures."""

BESIDE: Final = 3.0
"""Pixels beside a count that belong to it."""

FOOT: Final = 0.2
"""How much of it the line has that they stand on."""


def inked_rug(rug: Rug, counts: Iterable["Count"], colour: QColor) -> InkedRug:
    """Return how columns of density are drawn: fainter behind the `counts` of their lane."""
    behind = [(count.x - BESIDE, count.x + count.width + BESIDE) for count in counts]
    return InkedRug(rug, faint(colour, DENSITY), faint(colour, BEHIND), behind)


def draw_densities(pen: Pen, densities: Iterable[InkedRug], plot: Rect) -> None:
    """Draw columns of density, and the lines they stand on across the plot."""
    drawn = [density for density in densities if len(density.rug.xs)]
    if drawn:
        pen.columns(drawn)
    for rug, colour, *_ in drawn:
        pen.line(plot.x, rug.bottom, plot.right, rug.bottom, faint(colour, FOOT))


class Count(NamedTuple):
    """A fold's count as it is written: the x it begins at, its box, its words, and their width in pixels."""

    x: float
    box: Rect
    words: str
    width: float


def counts_of(folds: Iterable[Fold]) -> dict[int, list[Count]]:
    """Return what the folds of each lane read, each in the middle of its box."""
    said: dict[int, list[Count]] = {}
    for fold in folds:
        words, box = fold.text, fold.box
        width = room_for(words, "count")
        said.setdefault(fold.lane, []).append(Count(box.x + (box.width - width) / 2, box, words, width))
    return said


Alike = tuple[int, float, float, bool, int, bool]
"""What pips share that are drawn in one go: lane, top, bottom, whether contested, how many (up to 2), lit."""


def alike(pips: Iterable[Pip], selected: int | None) -> dict[Alike, list[float]]:
    """Return the xs of pips by how they look; that of the event `selected` is lit."""
    groups: dict[Alike, list[float]] = {}
    for event, x, top, bottom, lane, contested, number, *_ in pips:
        key = (lane, top, bottom, contested, min(number, 2), event == selected)
        groups.setdefault(key, []).append(x)
    return groups


def draw_pips(pen: Pen, look: Alike, xs: Sequence[float], colour: QColor, theme: Theme) -> None:
    """Draw upright ticks, wider where several events stand there; a diamond tops a contested one.

    They are in red if contested or lit (selected), else in the lane's colour.
    """
    _, top, bottom, contested, number, lit = look
    hue = theme.color("accent") if contested or lit else colour
    width = float(number) + (1.0 if lit else 0.0)
    if contested:
        pen.notes(xs, top + 3, bottom, width, hue)
        return
    for x in xs:
        pen.fill(Rect(x - (width - 1) / 2, top, width, bottom - top), hue)
