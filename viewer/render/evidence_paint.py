"""What the sources say of the selected event's date, in ink: ghosts, guides down to it, the bracket."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPen

from viewer.render.pen import Pen, hairline, qrect
from viewer.render.theme import Theme
from viewer.render.tints import faint
from viewer.timeline.highlight import Ghost
from viewer.timeline.rect import Rect


def draw_ghost(pen: Pen, ghost: Ghost, theme: Theme) -> None:
    """Draw what one source says, as an outline in its colour, with its words."""
    colour = theme.color(ghost.colour)
    y = ghost.box.y + ghost.box.height / 2
    if ghost.box.width < 7:
        painter = pen.painter
        painter.setPen(QPen(colour, 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(ghost.box.x + ghost.box.width / 2, y), 3.5, 3.5)
    else:
        box = Rect(ghost.box.x, y - 3.5, ghost.box.width, 7)
        pen.fill(box, faint(colour, 0.18))
        painter = pen.painter
        painter.setPen(QPen(colour, 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(qrect(box))
    if ghost.text:
        pen.text(ghost.label_x, ghost.box, f"{ghost.source}  {ghost.text}", "date", colour)


def draw_guide(pen: Pen, ghost: Ghost, top: float, bottom: float, theme: Theme) -> None:
    """Draw a dotted line from a ghost's middle down to the event."""
    line = hairline(theme.color(ghost.colour))
    line.setStyle(Qt.PenStyle.DotLine)
    x = ghost.box.x + ghost.box.width / 2
    painter = pen.painter
    painter.setPen(line)
    painter.drawLine(QPointF(x, top), QPointF(x, bottom))


def draw_bracket(pen: Pen, bracket: Rect, theme: Theme) -> None:
    """Draw the bracket over what lies between the sources."""
    painter = pen.painter
    painter.setPen(QPen(theme.color("accent"), 1.4))
    painter.drawPolyline(
        [
            QPointF(bracket.x, bracket.y),
            QPointF(bracket.x, bracket.bottom),
            QPointF(bracket.right, bracket.bottom),
            QPointF(bracket.right, bracket.y),
        ]
    )
