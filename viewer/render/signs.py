"""The vocabulary of signs: what an event at a point looks like. Shape carries the meaning, hue repeats it."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from viewer.render.theme import Theme
from viewer.timeline.drawn import Mark

RADIUS = 4.5
"""Pixels from the middle of a sign to its edge, about."""

REACH: Final = 8.0
"""Pixels from the middle of a sign beyond which none of it lies, pens included."""

ECHO = " echo"
"""Ends the names of signs that repeat an event of another lane: their outline only, and a thinner one."""

ARROW = 5.0
"""Pixels: how long and half how wide the head is that says that a bar goes on."""

THIN = 1.0
"""Pixels: the outline of an echo."""

Sign = Callable[[QPainter, float, float, QColor, QColor], None]


def sign_name(kind: str, *, contested: bool, echo: bool = False) -> str:
    """Return which of SIGNS an event is: a contested one is a diamond, whatever its kind."""
    name = "contested" if contested else kind if kind in SIGNS else "event"
    return name + ECHO if echo else name


def draw_mark(painter: QPainter, mark: Mark, colour: QColor, theme: Theme) -> None:
    """Draw the sign of an event; one that is contested is a red diamond, whatever its kind."""
    hue = theme.color("accent") if mark.contested else colour
    name = sign_name(mark.kind, contested=mark.contested, echo=mark.echo)
    SIGNS[name](painter, mark.x, mark.y, hue, theme.color("ground"))


def _diamond(painter: QPainter, x: float, y: float, colour: QColor, _ground: QColor) -> None:
    painter.setPen(QPen(colour, 1.6))
    painter.setBrush(QBrush(colour))
    _pointed(painter, x, y, RADIUS + 0.6)


def _diamond_echo(painter: QPainter, x: float, y: float, colour: QColor, ground: QColor) -> None:
    painter.setPen(QPen(colour, THIN))
    painter.setBrush(QBrush(ground))
    _pointed(painter, x, y, RADIUS + 0.6)


def _note(painter: QPainter, x: float, y: float, colour: QColor, _ground: QColor) -> None:
    painter.setPen(QPen(colour, 1.6))
    painter.setBrush(QBrush(colour))
    _pointed(painter, x, y, 2.2)


def _pointed(painter: QPainter, x: float, y: float, radius: float) -> None:
    points = [QPointF(x, y - radius), QPointF(x + radius, y), QPointF(x, y + radius), QPointF(x - radius, y)]
    painter.drawPolygon(QPolygonF(points))


def _disc(painter: QPainter, x: float, y: float, colour: QColor, _ground: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(colour))
    painter.drawEllipse(QPointF(x, y), RADIUS, RADIUS)


def _disc_echo(painter: QPainter, x: float, y: float, colour: QColor, ground: QColor) -> None:
    painter.setPen(QPen(colour, THIN))
    painter.setBrush(QBrush(ground))
    painter.drawEllipse(QPointF(x, y), RADIUS - 0.5, RADIUS - 0.5)


def _ring(painter: QPainter, x: float, y: float, colour: QColor, ground: QColor) -> None:
    painter.setPen(QPen(colour, 1.6))
    painter.setBrush(QBrush(ground))
    painter.drawEllipse(QPointF(x, y), RADIUS - 0.6, RADIUS - 0.6)


def _ring_echo(painter: QPainter, x: float, y: float, colour: QColor, ground: QColor) -> None:
    _disc_echo(painter, x, y, colour, ground)
    painter.drawEllipse(QPointF(x, y), RADIUS - 2.5, RADIUS - 2.5)


def _page(painter: QPainter, x: float, y: float, colour: QColor, _ground: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(colour))
    painter.drawRect(_PAGE.translated(x, y))


def _page_echo(painter: QPainter, x: float, y: float, colour: QColor, ground: QColor) -> None:
    _framed(painter, _PAGE.translated(x, y), colour, ground)


def _dash(painter: QPainter, x: float, y: float, colour: QColor, _ground: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(colour))
    painter.drawRect(_DASH.translated(x, y))


def _dash_echo(painter: QPainter, x: float, y: float, colour: QColor, ground: QColor) -> None:
    _framed(painter, _DASH.translated(x, y), colour, ground)


def _onward_left(painter: QPainter, x: float, y: float, colour: QColor, _ground: QColor) -> None:
    _arrowhead(painter, x, y, colour, -1.0)


def _onward_right(painter: QPainter, x: float, y: float, colour: QColor, _ground: QColor) -> None:
    _arrowhead(painter, x, y, colour, 1.0)


def _arrowhead(painter: QPainter, x: float, y: float, colour: QColor, way: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(colour))
    wings = x - way * ARROW
    painter.drawPolygon(
        QPolygonF([QPointF(wings, y - ARROW), QPointF(x + way, y), QPointF(wings, y + ARROW)])
    )


def _framed(painter: QPainter, box: QRectF, colour: QColor, ground: QColor) -> None:
    painter.setPen(QPen(colour, THIN))
    painter.setBrush(QBrush(ground))
    painter.drawRect(box.adjusted(THIN / 2, THIN / 2, -THIN / 2, -THIN / 2))


_PAGE = QRectF(1 - RADIUS, -RADIUS, 2 * RADIUS - 2, 2 * RADIUS)
_DASH = QRectF(-RADIUS, -2.5, 2 * RADIUS, 5)

NOTE: Final = "contested note"
"""The small diamond on top of a pip."""

SIGNS: dict[str, Sign] = {
    "event": _disc,
    "period": _dash,
    "state": _dash,
    "work": _page,
    "claim": _ring,
    "contested": _diamond,
    NOTE: _note,
    "onward left": _onward_left,
    "onward right": _onward_right,
    "event" + ECHO: _disc_echo,
    "period" + ECHO: _dash_echo,
    "state" + ECHO: _dash_echo,
    "work" + ECHO: _page_echo,
    "claim" + ECHO: _ring_echo,
    "contested" + ECHO: _diamond_echo,
}
"""An event is a disc, a period or state a short bar, a publication an upright page, a claim a ring."""
