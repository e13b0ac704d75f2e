"""The overview strip in ink."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPen

from viewer.render.pen import ScreenPen, qrect
from viewer.render.theme import Theme
from viewer.timeline.overview import OverviewScene
from viewer.timeline.scene import Rect


def paint_overview(painter: QPainter, scene: OverviewScene, theme: Theme) -> None:
    """Paint the density of events, the contested ones as red ticks, and the window on the span."""
    pen = ScreenPen(painter)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    outside = QColor(theme.color("era"))
    pen.fill(Rect(0, 0, scene.width, scene.height), outside)
    pen.fill(scene.window, theme.color("ground"))
    for x in scene.years:
        pen.line(x, scene.tick_bottom, x, scene.height, theme.color("hairline"))
    for density in scene.densities:
        pen.fill(density.box, theme.color(density.colour))
    painter.setPen(QPen(theme.color("accent"), 1.6))
    for x in scene.contested:
        painter.drawLine(QPointF(x, 2.0), QPointF(x, scene.tick_bottom))
    for label in scene.labels:
        box = Rect(label.x, label.y, label.width, label.height)
        pen.text(label.x, box, label.text, "date", theme.color("secondary"))
    _frame(painter, scene, theme)
    pen.line(0, 0, scene.width, 0, theme.color("hairline"))
    painter.restore()


def _frame(painter: QPainter, scene: OverviewScene, theme: Theme) -> None:
    window = scene.window
    ink = theme.color("ink")
    painter.setPen(QPen(ink, 1.0))
    painter.drawRect(qrect(Rect(window.x + 0.5, window.y + 0.5, window.width - 1, window.height - 1)))
    for x in (window.x, window.right - 3):
        painter.fillRect(qrect(Rect(x, window.y + window.height / 2 - 9, 3, 18)), ink)
