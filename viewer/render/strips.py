"""The strip beneath a lane's rows: how densely folded events lie, their counts, and those never folded."""

from typing import Final

from PySide6.QtGui import QColor

from viewer.render.measure import room_for
from viewer.render.pen import Pen
from viewer.render.theme import Theme
from viewer.render.tints import faint
from viewer.timeline.scene import Fold, Pip, Rect, Rug

DENSITY: Final = 0.34
"""How much of the lane's colour the columns have: quiet, yet seen in grey."""

FOOT: Final = 0.2
"""How much of it the line has that they stand on."""


def draw_rug(pen: Pen, rug: Rug, plot: Rect, colour: QColor) -> None:
    """Draw columns of density, and the line they stand on across the plot."""
    if rug.xs:
        pen.columns(rug.xs, rug.widths, rug.heights, rug.bottom, faint(colour, DENSITY))
        pen.line(plot.x, rug.bottom, plot.right, rug.bottom, faint(colour, FOOT))


def draw_plate(pen: Pen, fold: Fold, plate: QColor) -> None:
    """Lay a plate behind a count, so that columns do not run through its figures."""
    x, y, width, height = fold.box
    words = room_for(fold.text, "count")
    pen.fill(Rect(x + (width - words) / 2 - 3, y + 1, words + 6, height - 2), plate)


def draw_fold(pen: Pen, fold: Fold, colour: QColor) -> None:
    """Write a count."""
    text, box = fold.text, fold.box
    pen.text(box.x + (box.width - room_for(text, "count")) / 2, box, text, "count", colour)


def draw_pip(pen: Pen, pip: Pip, colour: QColor, theme: Theme, *, lit: bool) -> None:
    """Draw an upright tick, wider where several events stand there; a diamond tops a contested one.

    It is in red if contested or `lit` (selected), else in the lane's colour.
    """
    hue = theme.color("accent") if pip.contested or lit else colour
    width = 1.0 + min(pip.number - 1, 1) + (1.0 if lit else 0.0)
    left = pip.x - (width - 1) / 2
    if pip.contested:
        pen.note(pip.x, pip.top + 3, pip.bottom, width, hue)
    else:
        pen.fill(Rect(left, pip.top, width, pip.bottom - pip.top), hue)
