"""A lane's header as ink: its words, how many events it has, a triangle for a group, a pin."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPolygonF

from viewer.render.measure import text_width
from viewer.render.pen import Pen, Text
from viewer.render.theme import Theme
from viewer.timeline.ellipsis import cut
from viewer.timeline.lanes.headers import title_left, title_line
from viewer.timeline.metrics import Metrics
from viewer.timeline.rect import Rect
from viewer.timeline.scene import Header

RIGHT = 10.0
"""Pixels kept free before the plot."""

GAP = 8.0
"""Pixels between a lane's words and what stands right of them."""

PIN = 9.0
"""Pixels that a pin takes."""


def draw_header(pen: Pen, header: Header, right: float, theme: Theme, metrics: Metrics) -> list[Text]:
    """Draw the signs of a header left of `right` pixels, the edge of the plot; return its words."""
    left, (top, height) = title_left(header), title_line(header, metrics.row_height)
    line, quiet, end = Rect(left, top, right - left, height), theme.color("secondary"), right - RIGHT
    if header.is_pinned and not header.depth:
        _pin(pen, end - PIN / 2, top + height / 2, quiet)
        end -= PIN + 2
    title = cut(header.title, end - left, "lane", text_width)
    texts: list[Text] = [(left, line, title, "lane", theme.color(header.colour))]
    if header.count is not None:
        number = f"{header.count:,}"
        x = end - text_width(number, "count")
        if title == header.title and left + text_width(title, "lane") + GAP <= x:
            texts.append((x, line, number, "count", quiet))
    if header.is_group:
        _triangle(pen, left - 8.0, top + height / 2, quiet, is_open=header.is_open)
    return texts


def _triangle(pen: Pen, x: float, y: float, colour: QColor, *, is_open: bool) -> None:
    """Draw a triangle about (x, y) that points down where the group is open, else to the right."""
    tips = ((-3.5, -2.0), (3.5, -2.0), (0.0, 3.0)) if is_open else ((-2.0, -3.5), (3.0, 0.0), (-2.0, 3.5))
    pen.painter.setPen(Qt.PenStyle.NoPen)
    pen.painter.setBrush(colour)
    pen.painter.drawPolygon(QPolygonF([QPointF(x + dx, y + dy) for dx, dy in tips]))


def _pin(pen: Pen, x: float, y: float, colour: QColor) -> None:
    """Draw a pin about (x, y): a head and a needle."""
    pen.painter.setPen(Qt.PenStyle.NoPen)
    pen.painter.setBrush(colour)
    pen.painter.drawEllipse(QPointF(x, y - 2.5), 2.5, 2.5)
    pen.line(x, y - 2.5, x, y + 5.0, colour)
