"""Coverage as ink: a firm line where a source speaks, a dotted one where it is silent."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPen

from viewer.render.pen import Pen, hairline
from viewer.render.theme import Theme
from viewer.timeline.rect import Rect
from viewer.timeline.scene import Coverage

THICK = 3.0
"""Pixels: how thick the line is where the source speaks."""

WORD_HEIGHT = 14.0

PLATE = 5.0
"""Pixels of ground left and right of words."""


def draw_coverage(pen: Pen, coverage: Coverage, colour: QColor, theme: Theme) -> None:
    """Draw what one source covers and where it is silent."""
    line = QColor(colour)
    line.setAlphaF(0.75)
    for left, right in coverage.spoken:
        pen.fill(Rect(left, coverage.y - THICK / 2, right - left, THICK), line)
    quiet = theme.color("secondary")
    for silence in coverage.silent:
        dots = hairline(quiet)
        dots.setStyle(Qt.PenStyle.CustomDashLine)
        dots.setDashPattern([1.0, 3.0])
        dots.setCapStyle(Qt.PenCapStyle.FlatCap)
        box = Rect(silence.text_x, coverage.y - WORD_HEIGHT / 2, silence.text_width, WORD_HEIGHT)
        before = silence.text_x - PLATE if silence.text else silence.right
        _dotted(pen, silence.left, before, coverage.y, dots)
        if silence.text:
            _dotted(pen, box.right + PLATE, silence.right, coverage.y, dots)
            pen.text(box.x, box, silence.text, "count", quiet)


def _dotted(pen: Pen, left: float, right: float, y: float, dots: QPen) -> None:
    if right > left:
        pen.painter.setPen(dots)
        pen.painter.drawLine(QPointF(left, y), QPointF(right, y))
