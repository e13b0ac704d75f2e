"""Words and lines as every painter here draws them."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QStaticText

from viewer.render.fonts import font
from viewer.timeline.scene import Rect

PREPARED: Final = 4000
"""Texts kept laid out: preparing one costs more than drawing it."""


class MissingTextError(ValueError):
    """A written line left no trace in the file."""


class Part(NamedTuple):
    """Words in one type, beginning at `x`."""

    x: float
    words: str
    role: str
    colour: QColor


class Pen:
    """A painter with the habits of this house: middled words, hairlines one device pixel wide."""

    sharp = True
    """Whether lines are moved to whole device pixels."""

    tiled = False
    """Whether what repeats is drawn as a tile of pixels."""

    def __init__(self, painter: QPainter) -> None:
        self.painter = painter

    def run(self, box: Rect, parts: Sequence[Part]) -> None:
        """Write several parts of one line, each from its own x on, in the vertical middle of `box`."""
        for part in parts:
            self.text(part.x, box, part.words, part.role, part.colour)

    def text(self, x: float, box: Rect, words: str, role: str, colour: QColor) -> None:
        """Write `words` from `x` on, in the vertical middle of `box`."""
        if words:
            metrics = text_metrics(role)
            baseline = box.y + (box.height + metrics.ascent() - metrics.descent()) / 2
            self.write(x, baseline, words, role, colour)

    def write(self, x: float, baseline: float, words: str, role: str, colour: QColor) -> None:
        """Write `words` from `x` on, standing on `baseline`."""
        self.painter.setFont(font(role))
        self.painter.setPen(colour)
        self.painter.drawText(QPointF(x, baseline), words)

    def line(self, x1: float, y1: float, x2: float, y2: float, colour: QColor) -> None:
        """Draw a hairline; upright and level ones fall on whole device pixels."""
        self.painter.setPen(hairline(colour))
        self.painter.drawLine(self._point(x1, y1), self._point(x2, y2))

    def fill(self, box: Rect, colour: QColor) -> None:
        """Fill a rectangle."""
        self.painter.fillRect(qrect(box), colour)

    def strokes(self, lines: Sequence[QLineF], colour: QColor) -> None:
        """Draw slanted strokes one pixel wide."""
        self.painter.setPen(QPen(colour, 1.0))
        self.painter.drawLines(lines)

    def _point(self, x: float, y: float) -> QPointF:
        if not self.sharp:
            return QPointF(x, y)
        ratio = self.painter.device().devicePixelRatioF()
        return QPointF((int(x * ratio) + 0.5) / ratio, (int(y * ratio) + 0.5) / ratio)


class ScreenPen(Pen):
    """Writes prepared text: what stays on the screen is laid out once."""

    tiled = True

    def write(self, x: float, baseline: float, words: str, role: str, colour: QColor) -> None:
        """Write `words` from `x` on, standing on `baseline`."""
        self.painter.setFont(font(role))
        self.painter.setPen(colour)
        top = round(baseline - text_metrics(role).ascent())
        self.painter.drawStaticText(QPointF(x, top), _prepared(words, role))

    def strokes(self, lines: Sequence[QLineF], colour: QColor) -> None:
        """Draw slanted strokes as hairlines, darker if thinner: at 2x wide ones cost Qt ten times as much."""
        thin = QColor(colour)
        thin.setAlphaF(min(colour.alphaF() * self.painter.device().devicePixelRatioF(), 1.0))
        self.painter.setPen(hairline(thin))
        self.painter.drawLines(lines)


def hairline(colour: QColor) -> QPen:
    """Return a pen one device pixel wide."""
    pen = QPen(colour, 1.0)
    pen.setCosmetic(True)
    return pen


def qrect(box: Rect) -> QRectF:
    """Return the rectangle as Qt has it."""
    return QRectF(box.x, box.y, box.width, box.height)


@lru_cache(maxsize=32)
def text_metrics(role: str) -> QFontMetricsF:
    """Return the metrics of a role's type."""
    return QFontMetricsF(font(role))


@lru_cache(maxsize=PREPARED)
def _prepared(words: str, role: str) -> QStaticText:
    text = QStaticText(words)
    text.setTextFormat(Qt.TextFormat.PlainText)
    text.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
    text.prepare(font=font(role))
    return text
