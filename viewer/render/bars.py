"""Bars to scale: a solid core for what is certain, hatched flanks that fade for what is not."""

from functools import lru_cache

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from viewer.render.pen import Pen, qrect
from viewer.render.theme import Theme
from viewer.timeline.scene import Bar, Rect

POINT = 5.0
"""Pixels: how far the pointed ends of a contested bar reach."""

HATCH = 4.0
"""Pixels between the strokes of a flank."""

CORE = 0.45
"""How much of the lane's colour a core has: ink stays legible on it."""

MOST_STROKES = 2000
"""Strokes of one flank: more than any screen is wide."""

WASH = 0.10
"""How much of it lies under a flank."""

NEAR, FAR = 0.60, 0.22
"""How strong the strokes of a flank are beside the core and at its far end."""

SLICES = 6
"""Steps in which the strokes of a flank fade on the screen."""

TONES = 20
"""Steps from nothing to full strength: strokes of one tone are drawn at once."""

EDGE = 2.0
"""Pixels: the full-coloured edges of a core."""


def draw_bar(pen: Pen, bar: Bar, colour: QColor, theme: Theme) -> None:
    """Draw one bar: its flanks, its core, and an edge in red with pointed ends where it is contested."""
    painter = pen.painter
    outline = _outline(bar)
    painter.fillPath(outline, _faint(colour, WASH))
    for flank in _flanks(bar):
        _hatch(pen, flank, bar, colour)
    _draw_core(painter, bar, outline, colour)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("accent"), 1.6) if bar.contested else QPen(colour, 1.0))
    painter.drawPath(outline)


def draw_ends(pen: Pen, bar: Bar, plot: Rect, colour: QColor) -> None:
    """Draw an arrowhead at each edge of the plot beyond which the bar goes on."""
    middle, half = bar.box.y + bar.box.height / 2, bar.box.height / 2 - 2
    for goes_on, x, way in ((bar.open_left, plot.x + 3, -1.0), (bar.open_right, plot.right - 3, 1.0)):
        if goes_on and bar.box.x <= x <= bar.box.right:
            tip, wings = QPointF(x + way, middle), x - way * half
            pen.painter.setPen(Qt.PenStyle.NoPen)
            pen.painter.setBrush(colour)
            pen.painter.drawPolygon(
                QPolygonF([QPointF(wings, middle - half), tip, QPointF(wings, middle + half)])
            )


def _draw_core(painter: QPainter, bar: Bar, outline: QPainterPath, colour: QColor) -> None:
    core = bar.core_right - bar.core_x
    if core <= 0:
        return
    y, height = bar.box.y, bar.box.height
    edge = min(EDGE, core / 2)
    parts = (
        (bar.core_x, core, _faint(colour, CORE)),
        (bar.core_x, edge, colour),
        (bar.core_right - edge, edge, colour),
    )
    for x, width, fill in parts:
        path = QPainterPath()
        path.addRect(QRectF(x, y, width, height))
        painter.fillPath(path.intersected(outline) if bar.contested else path, fill)


def _flanks(bar: Bar) -> list[Rect]:
    box = bar.box
    if bar.core_right <= bar.core_x:
        return [box]
    left = Rect(box.x, box.y, bar.core_x - box.x, box.height)
    right = Rect(bar.core_right, box.y, box.right - bar.core_right, box.height)
    return [flank for flank in (left, right) if flank.width > 0]


def _hatch(pen: Pen, flank: Rect, bar: Bar, colour: QColor) -> None:
    """Stroke a flank; strokes are cut to it by reckoning, since SVG has no clipping here."""
    spare = POINT / 2 if bar.contested else 0.0
    left = max(flank.x, bar.box.x + spare)
    right = min(flank.right, bar.box.right - spare)
    if pen.tiled:
        _tile(pen, Rect(left, flank.y, max(right - left, 0.0), flank.height), flank, bar, colour)
        return
    height = flank.height
    # The strokes hang on the picture's own raster, so that neighbouring flanks do not clash.
    first = int((left - height) // HATCH)
    count = min(int((right - left + height) / HATCH) + 2, MOST_STROKES)
    tones: dict[int, list[QLineF]] = {}
    for index in range(first, first + count):
        x = index * HATCH
        start, end = max(x, left), min(x + height, right)
        if end > start:
            stroke = QLineF(start, flank.bottom - (start - x), end, flank.bottom - (end - x))
            tones.setdefault(round(_strength(x, flank, bar) * TONES), []).append(stroke)
    for tone, strokes in tones.items():
        pen.strokes(strokes, _faint(colour, tone / TONES))


def _tile(pen: Pen, part: Rect, flank: Rect, bar: Bar, colour: QColor) -> None:
    """Fill a flank with the same strokes as a tile, in slices of one strength each: ten times quicker."""
    count = 1 if bar.core_right <= bar.core_x else SLICES
    tile = _stroke_tile(colour.rgba(), pen.painter.device().devicePixelRatioF())
    width = part.width / count
    for index in range(count):
        x = part.x + index * width
        box = QRectF(x, part.y, width, part.height)
        pen.painter.setOpacity(_strength(x + width / 2, flank, bar))
        pen.painter.drawTiledPixmap(box, tile, QPointF(x % HATCH, part.y % HATCH))
    pen.painter.setOpacity(1.0)


@lru_cache(maxsize=64)
def _stroke_tile(colour: int, ratio: float) -> QPixmap:
    """Return one period of the strokes, HATCH pixels wide and high."""
    tile = QPixmap(round(HATCH * ratio), round(HATCH * ratio))
    tile.setDevicePixelRatio(ratio)
    tile.fill(Qt.GlobalColor.transparent)
    with QPainter(tile) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor.fromRgba(colour), 1.0))
        for shift in (-HATCH, 0.0, HATCH):
            painter.drawLine(QPointF(shift - 1, HATCH + 1), QPointF(shift + HATCH + 1, -1))
    return tile


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
        path.addRect(qrect(box))
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
