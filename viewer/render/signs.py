"""The vocabulary of signs: what an event at a point looks like. Shape carries the meaning, hue repeats it."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from viewer.render.theme import Theme
from viewer.timeline.scene import Mark

RADIUS = 4.5
"""Pixels from the middle of a sign to its edge, about."""

Sign = Callable[[QPainter, float, float, QColor, QColor], None]


def draw_mark(painter: QPainter, mark: Mark, colour: QColor, theme: Theme) -> None:
    """Draw the sign of an event; one that is contested is a red diamond, whatever its kind."""
    if mark.contested:
        _diamond(painter, mark.x, mark.y, theme.color("accent"), theme.color("ground"))
    else:
        SIGNS.get(mark.kind, _disc)(painter, mark.x, mark.y, colour, theme.color("ground"))


def draw_diamond(painter: QPainter, x: float, y: float, colour: QColor, radius: float) -> None:
    """Draw a diamond: the sign of contest."""
    painter.setPen(QPen(colour, 1.6))
    painter.setBrush(QBrush(colour))
    points = [QPointF(x, y - radius), QPointF(x + radius, y), QPointF(x, y + radius), QPointF(x - radius, y)]
    painter.drawPolygon(QPolygonF(points))


def _diamond(painter: QPainter, x: float, y: float, colour: QColor, _ground: QColor) -> None:
    draw_diamond(painter, x, y, colour, RADIUS + 0.6)


def _disc(painter: QPainter, x: float, y: float, colour: QColor, _ground: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(colour))
    painter.drawEllipse(QPointF(x, y), RADIUS, RADIUS)


def _ring(painter: QPainter, x: float, y: float, colour: QColor, ground: QColor) -> None:
    painter.setPen(QPen(colour, 1.6))
    painter.setBrush(QBrush(ground))
    painter.drawEllipse(QPointF(x, y), RADIUS - 0.6, RADIUS - 0.6)


def _page(painter: QPainter, x: float, y: float, colour: QColor, _ground: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(colour))
    painter.drawRect(QRectF(x - RADIUS + 1, y - RADIUS, 2 * RADIUS - 2, 2 * RADIUS))


def _dash(painter: QPainter, x: float, y: float, colour: QColor, _ground: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(colour))
    painter.drawRect(QRectF(x - RADIUS, y - 2.5, 2 * RADIUS, 5))


SIGNS: dict[str, Sign] = {"event": _disc, "period": _dash, "state": _dash, "work": _page, "claim": _ring}
"""An event is a disc, a period or state a short bar, a publication an upright page, a claim a ring."""
