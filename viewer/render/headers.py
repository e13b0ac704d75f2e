"""A lane's header as ink: its words, how many events it has, a triangle for a group, a pin."""

from functools import lru_cache

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

LINE = 15.0
"""Pixels from one line of a name to the next."""

GAP = 8.0
"""Pixels between a lane's words and what stands right of them."""

PIN = 9.0
"""Pixels that a pin takes."""


def draw_header(pen: Pen, header: Header, right: float, theme: Theme, metrics: Metrics) -> list[Text]:
    """Draw the signs of a header left of `right` pixels, the edge of the plot; return its words."""
    left, (top, height) = title_left(header), title_line(header, metrics.row_height)
    quiet, end = theme.color("secondary"), right - RIGHT
    if header.is_pinned and not header.depth:
        _pin(pen, end - PIN / 2, top + height / 2, quiet)
        end -= PIN + 2
    # A lane of one row has room for two lines of words: a long name, or the number beneath it.
    lines = [
        Rect(left, top + number * LINE, right - left, height)
        for number in range(2 if header.box.bottom - top >= height + LINE else 1)
    ]
    number = f"{header.count:,}" if header.count is not None else ""
    x = end - text_width(number, "count") if number else end
    words = in_lines(header.title, end - left, len(lines), (x - GAP if number else end) - left)
    colour = theme.color(header.colour)
    texts: list[Text] = [(left, line, said, "lane", colour) for line, said in zip(lines, words, strict=False)]
    if number:
        free = (at for at, line in enumerate(lines) if at >= len(words) - 1 and _end(left, words, at) <= x)
        texts.extend((x, lines[at], number, "count", quiet) for at in [*free][:1])
    if header.is_group:
        _triangle(pen, left - 8.0, top + height / 2, quiet, is_open=header.is_open)
    return texts


@lru_cache(maxsize=1024)
def in_lines(title: str, width: float, most: int, second: float) -> tuple[str, ...]:
    """Return a name in at most so many lines of `width` pixels, broken between words, the second narrower.

    The last is cut where need be.
    """
    lines: list[str] = []
    rest = title
    while len(lines) < most - 1 and text_width(rest, "lane") > width:
        ends = [at for at, letter in enumerate(rest) if letter == " "]
        fitting = [at for at in ends if at and text_width(rest[:at], "lane") <= width]
        if not fitting:
            break
        lines.append(rest[: fitting[-1]])
        rest = rest[fitting[-1] + 1 :]
    return (*lines, cut(rest, second if lines else width, "lane", text_width))


def _end(left: float, words: tuple[str, ...], line: int) -> float:
    """Return from where on a line is free for a number."""
    return left + text_width(words[line], "lane") + GAP if line < len(words) else left


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
