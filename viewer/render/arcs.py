"""Relations of the selected event: quiet arcs with an arrowhead and their type in words."""

from math import hypot

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from viewer.render.pen import Pen, hairline
from viewer.render.theme import Theme
from viewer.timeline.highlight import Arc, Highlight, Point
from viewer.timeline.rect import Rect
from viewer.timeline.relations.arcs import WORD_PADDING

WIDTH = 1.1
"""Pixels: the width of an arc; that of the event under the pointer is half as wide again."""

QUIET = 0.75
"""How much ink an arc has that the pointer is not on."""

HEAD = (7.0, 2.9)
"""Pixels: the length of an arrowhead, and half its width."""

APART = 9.0
"""Pixels: words that are farther from their arc are led to it by a thin line."""

PLATE = 0.9
"""How much of the ground lies behind a word, so that the arc does not run through it."""


def draw_arcs(pen: Pen, highlight: Highlight, theme: Theme) -> None:
    """Draw the arcs of `highlight`, then their words over all of them."""
    for arc in highlight.arcs:
        if arc.event is not None:
            strong = arc.event == highlight.hovered
            colour = QColor(_colour(arc, theme))
            colour.setAlphaF(1.0 if strong else QUIET)
            _draw_leader(pen.painter, arc, colour)
            _draw_curve(pen.painter, arc, colour, WIDTH * (1.5 if strong else 1.0))
    for arc in highlight.arcs:
        _draw_words(pen, arc, theme, strong=arc.event is not None and arc.event == highlight.hovered)


def _draw_curve(painter: QPainter, arc: Arc, colour: QColor, width: float) -> None:
    start, first, second, end = (QPointF(point.x, point.y) for point in arc.curve)
    path = QPainterPath(start)
    path.cubicTo(first, second, end)
    painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    if arc.to_other is None:
        return
    tip, before = (arc.curve[3], arc.curve[2]) if arc.to_other else (arc.curve[0], arc.curve[1])
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(_head(tip, before))


def _draw_leader(painter: QPainter, arc: Arc, colour: QColor) -> None:
    """Lead from words that found no room on their arc to the nearest part of it."""
    box = arc.box
    nearest = min((_led(box, _on(arc.curve, share / 10)) for share in range(1, 10)), key=lambda led: led[0])
    if nearest[0] > APART:
        thin = QColor(colour)
        thin.setAlphaF(colour.alphaF() * 0.7)
        pen = hairline(thin)
        pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawLine(QPointF(*nearest[1]), QPointF(*nearest[2]))


def _led(box: Rect, to: Point) -> tuple[float, Point, Point]:
    """Return how far a point is from a rectangle, the nearest point of the rectangle, and the point."""
    edge = Point(min(max(to.x, box.x), box.right), min(max(to.y, box.y), box.bottom))
    return hypot(edge.x - to.x, edge.y - to.y), edge, to


def _on(curve: tuple[Point, Point, Point, Point], share: float) -> Point:
    """Return the point of a curve at a share of its parameter."""
    rest = 1 - share
    weights = (rest**3, 3 * rest**2 * share, 3 * rest * share**2, share**3)
    return Point(
        sum(weight * point.x for weight, point in zip(weights, curve, strict=True)),
        sum(weight * point.y for weight, point in zip(weights, curve, strict=True)),
    )


def _head(tip: Point, before: Point) -> QPolygonF:
    along_x, along_y = tip.x - before.x, tip.y - before.y
    length = hypot(along_x, along_y)
    if length == 0:
        return QPolygonF()
    along_x, along_y = along_x / length, along_y / length
    back_x, back_y = tip.x - along_x * HEAD[0], tip.y - along_y * HEAD[0]
    return QPolygonF(
        [
            QPointF(tip.x, tip.y),
            QPointF(back_x - along_y * HEAD[1], back_y + along_x * HEAD[1]),
            QPointF(back_x + along_y * HEAD[1], back_y - along_x * HEAD[1]),
        ]
    )


def _draw_words(pen: Pen, arc: Arc, theme: Theme, *, strong: bool) -> None:
    box = arc.box
    plate = QColor(theme.color("ground"))
    plate.setAlphaF(PLATE)
    pen.fill(Rect(box.x, box.y + 1, box.width, box.height - 2), plate)
    colour = theme.color("ink") if strong and arc.kind != "contradicts" else _colour(arc, theme)
    pen.text(box.x + WORD_PADDING, box, arc.text, "date", colour)


def _colour(arc: Arc, theme: Theme) -> QColor:
    return theme.color("accent" if arc.kind == "contradicts" else "secondary")
