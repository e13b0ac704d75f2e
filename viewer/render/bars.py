"""Bars to scale: a solid core for what is certain, hatched flanks that fade for what is not."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from viewer.render.theme import Theme
from viewer.timeline.scene import Bar, Rect

POINT = 5.0
"""Pixels: how far the pointed ends of a contested bar reach."""

HATCH = 4.0
"""Pixels between the strokes of a flank."""

CORE = 0.45
"""How much of the lane's colour a core has: ink stays legible on it."""

WASH = 0.10
"""How much of it lies under a flank."""

NEAR, FAR = 0.60, 0.22
"""How strong the strokes of a flank are beside the core and at its far end."""

EDGE = 2.0
"""Pixels: the full-coloured edges of a core."""


def draw_bar(painter: QPainter, bar: Bar, colour: QColor, theme: Theme) -> None:
    """Draw one bar: its flanks, its core, and an edge in red with pointed ends where it is contested."""
    outline = _outline(bar)
    painter.save()
    painter.setClipPath(outline, Qt.ClipOperation.IntersectClip)
    painter.fillRect(_rect(bar.box), _faint(colour, WASH))
    for flank in _flanks(bar):
        _hatch(painter, flank, bar, colour)
    _draw_core(painter, bar, colour)
    painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("accent"), 1.6) if bar.contested else QPen(colour, 1.0))
    painter.drawPath(outline)


def _draw_core(painter: QPainter, bar: Bar, colour: QColor) -> None:
    core = bar.core_right - bar.core_x
    if core <= 0:
        return
    y, height = bar.box.y, bar.box.height
    painter.fillRect(QRectF(bar.core_x, y, core, height), _faint(colour, CORE))
    edge = min(EDGE, core / 2)
    painter.fillRect(QRectF(bar.core_x, y, edge, height), colour)
    painter.fillRect(QRectF(bar.core_right - edge, y, edge, height), colour)


def _flanks(bar: Bar) -> list[Rect]:
    box = bar.box
    if bar.core_right <= bar.core_x:
        return [box]
    left = Rect(box.x, box.y, bar.core_x - box.x, box.height)
    right = Rect(bar.core_right, box.y, box.right - bar.core_right, box.height)
    return [flank for flank in (left, right) if flank.width > 0]


def _hatch(painter: QPainter, flank: Rect, bar: Bar, colour: QColor) -> None:
    painter.save()
    painter.setClipRect(_rect(flank), Qt.ClipOperation.IntersectClip)
    # The strokes hang on the picture's own raster, so that neighbouring flanks do not clash.
    first = int((flank.x - flank.height) // HATCH)
    count = min(int((flank.width + 2 * flank.height) / HATCH) + 2, 2000)
    for index in range(first, first + count):
        x = index * HATCH
        painter.setPen(QPen(_faint(colour, _strength(x, flank, bar)), 1.0))
        painter.drawLine(QPointF(x, flank.bottom), QPointF(x + flank.height, flank.y))
    painter.restore()


def _strength(x: float, flank: Rect, bar: Bar) -> float:
    """Return how strong the stroke at `x` is: strokes fade away from the core."""
    if bar.core_right <= bar.core_x or flank.width <= 0:
        return (NEAR + FAR) / 2
    away = (x - flank.x) / flank.width
    if flank.x < bar.core_x:
        away = 1 - away
    return NEAR + (FAR - NEAR) * min(max(away, 0.0), 1.0)


def _outline(bar: Bar) -> QPainterPath:
    box = bar.box
    path = QPainterPath()
    if not bar.contested:
        path.addRect(_rect(box))
        return path
    point = min(POINT, box.width / 2)
    middle = box.y + box.height / 2
    path.addPolygon(
        QPolygonF(
            [
                QPointF(box.x, middle),
                QPointF(box.x + point, box.y),
                QPointF(box.right - point, box.y),
                QPointF(box.right, middle),
                QPointF(box.right - point, box.bottom),
                QPointF(box.x + point, box.bottom),
            ]
        )
    )
    path.closeSubpath()
    return path


def _faint(colour: QColor, alpha: float) -> QColor:
    faint = QColor(colour)
    faint.setAlphaF(alpha)
    return faint


def _rect(box: Rect) -> QRectF:
    return QRectF(box.x, box.y, box.width, box.height)
