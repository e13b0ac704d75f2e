"""Folded stretches of time: torn paper through the lanes, two slanted strokes on the axis."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from viewer.render.measure import text_width
from viewer.render.pen import Pen, hairline
from viewer.render.theme import Theme
from viewer.render.tints import faint
from viewer.timeline.folding.breaks import STROKES
from viewer.timeline.metrics import Metrics
from viewer.timeline.rect import Rect
from viewer.timeline.scene import Break, Scene

TOOTH = 7.0
"""Pixels from one tooth of a torn edge to the next."""

DEPTH = 2.5
"""Pixels that a tooth goes in."""

SHADE = 0.3
"""Opacity of the ground within a fold."""

EDGE = 0.6
"""Opacity of its torn edges."""

STROKE = 5.5
"""Pixels that a stroke reaches above and below its middle."""


def draw_breaks(pen: Pen, scene: Scene, theme: Theme, metrics: Metrics) -> None:
    """Draw the folds of a scene."""
    for found in scene.breaks:
        _draw_sign(pen, found, theme, metrics)
    pen.clip(scene.plot)
    for found in scene.breaks:
        _draw_band(pen, found, theme)


def draw_strokes(pen: Pen, x: float, middle: float, colour: QColor) -> None:
    """Draw the sign of a fold, two slanted strokes STROKES pixels wide from `x` on."""
    painter = pen.painter
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.2))
    for left in (x + 2.0, x + 7.0):
        painter.drawLine(QPointF(left, middle + STROKE), QPointF(left + 4.0, middle - STROKE))
    painter.restore()


def _draw_band(pen: Pen, found: Break, theme: Theme) -> None:
    pen.fill(found.plot, faint(theme.color("hairline"), SHADE))
    painter = pen.painter
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(hairline(faint(theme.color("secondary"), EDGE)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for torn, x in ((found.torn_left, found.plot.x), (found.torn_right, found.plot.right - DEPTH)):
        if torn:
            painter.drawPolyline(_torn(x, found.plot))
    painter.restore()


def _draw_sign(pen: Pen, found: Break, theme: Theme, metrics: Metrics) -> None:
    """Draw the strokes on the axis, and how long the fold is where there is room."""
    box = Rect(found.axis.x, found.axis.y + metrics.axis_row, found.axis.width, metrics.axis_row)
    width = text_width(found.text, "tick") + metrics.tick_gap if found.text else 0.0
    x = box.x + (box.width - STROKES - width) / 2
    draw_strokes(pen, x, box.y + box.height / 2, theme.color("ink"))
    if found.text:
        pen.text(x + STROKES + metrics.tick_gap, box, found.text, "tick", theme.color("secondary"))


def _torn(x: float, box: Rect) -> QPolygonF:
    points = [QPointF(x + DEPTH * (at % 2), box.y + at * TOOTH) for at in range(int(box.height / TOOTH) + 1)]
    return QPolygonF([*points, QPointF(x, box.bottom)])
