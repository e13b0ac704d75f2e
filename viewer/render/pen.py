"""Words and lines as every painter here draws them."""

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QStaticText

from viewer.render.fonts import font
from viewer.timeline.scene import Rect

PREPARED: Final = 4000
"""Texts kept laid out: preparing one costs more than drawing it."""


class Pen:
    """A painter with the habits of this house; `vector` keeps text as text, on the screen it is prepared.

    Lines are hairlines: one device pixel at any scale.
    """

    def __init__(self, painter: QPainter, *, vector: bool = False) -> None:
        self.painter = painter
        self.vector = vector

    def text(self, x: float, box: Rect, words: str, role: str, colour: QColor) -> None:
        """Write `words` from `x` on, in the vertical middle of `box`."""
        if not words:
            return
        metrics = _metrics(role)
        baseline = box.y + (box.height + metrics.ascent() - metrics.descent()) / 2
        self.painter.setFont(font(role))
        self.painter.setPen(colour)
        if self.vector:
            self.painter.drawText(QPointF(x, baseline), words)
        else:
            self.painter.drawStaticText(
                QPointF(x, round(baseline - metrics.ascent())), _prepared(words, role)
            )

    def line(self, x1: float, y1: float, x2: float, y2: float, colour: QColor) -> None:
        """Draw a hairline; upright and level ones fall on whole device pixels."""
        self.painter.setPen(hairline(colour))
        self.painter.drawLine(self._sharp(x1, y1), self._sharp(x2, y2))

    def fill(self, box: Rect, colour: QColor) -> None:
        """Fill a rectangle."""
        self.painter.fillRect(qrect(box), colour)

    def _sharp(self, x: float, y: float) -> QPointF:
        if self.vector:
            return QPointF(x, y)
        ratio = self.painter.device().devicePixelRatioF()
        return QPointF((int(x * ratio) + 0.5) / ratio, (int(y * ratio) + 0.5) / ratio)


def hairline(colour: QColor) -> QPen:
    """Return a pen one device pixel wide."""
    pen = QPen(colour, 1.0)
    pen.setCosmetic(True)
    return pen


def qrect(box: Rect) -> QRectF:
    """Return the rectangle as Qt has it."""
    return QRectF(box.x, box.y, box.width, box.height)


@lru_cache(maxsize=32)
def _metrics(role: str) -> QFontMetricsF:
    return QFontMetricsF(font(role))


@lru_cache(maxsize=PREPARED)
def _prepared(words: str, role: str) -> QStaticText:
    text = QStaticText(words)
    text.setTextFormat(Qt.TextFormat.PlainText)
    text.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
    text.prepare(font=font(role))
    return text
