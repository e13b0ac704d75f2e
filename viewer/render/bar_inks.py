"""What bars of one colour are drawn with on a screen: colours, and patterns of device pixels."""

from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen

from viewer.render.bar_look import CORE, FAR, HATCH, NEAR, WASH
from viewer.render.tints import faint

STEPS: Final = 6
"""Patterns from beside the core to the far end of a flank: the strokes fade."""

ACROSS, DOWN = 16, 4
"""Strokes on one tile of a pattern: a tile of a single one costs Qt ten times as much."""


class BarInks(NamedTuple):
    """`core` and the patterns bring their wash along; `fading` goes from beside the core to the far end."""

    full: QColor
    core: QColor
    fading: tuple[QBrush, ...]
    even: QBrush


def bar_inks(colour: QColor, ratio: float) -> BarInks:
    """Return what bars of a colour are drawn with at `ratio` device pixels a pixel."""
    tones = [NEAR + (FAR - NEAR) * (step + 0.5) / STEPS for step in range(STEPS)]
    return BarInks(
        full=colour,
        core=faint(colour, 1 - (1 - WASH) * (1 - CORE)),
        fading=tuple(_strokes(colour, tone, ratio) for tone in tones),
        even=_strokes(colour, (NEAR + FAR) / 2, ratio),
    )


def _strokes(colour: QColor, tone: float, ratio: float) -> QBrush:
    """Return slanted strokes HATCH apart on their wash."""
    period = max(round(HATCH * ratio), 2)
    width, height = period * ACROSS, period * DOWN
    tile = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    tile.fill(Qt.GlobalColor.transparent)
    with QPainter(tile) as painter:
        painter.fillRect(0, 0, width, height, faint(colour, WASH))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(faint(colour, tone), ratio))
        for start in range(-height, width + period, period):
            painter.drawLine(QPointF(start - 1, height + 1), QPointF(start + height + 1, -1))
    return QBrush(tile)
