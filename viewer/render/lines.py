"""What stands in one line of a picture, in whole device pixels, and how it is written."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from viewer.render.fonts import font
from viewer.render.measure import middle_rise

Run = tuple[tuple[int, str, str, int], ...]
"""Parts of one line: device pixels from the first one's beginning, words, role, colour (RGBA)."""


class Plate(NamedTuple):
    """A rectangle behind a line, in device pixels from its beginning and the middle of its height."""

    left: int
    top: int
    width: int
    height: int
    colour: int


class Line:
    """What stands in one line, at `ratio` device pixels a pixel, on its `plate`.

    `rise` is how far its baseline lies below the middle of its height, in pixels; `picture` the number of its
    picture, if there is one (word_pictures.py).
    """

    __slots__ = ("picture", "plate", "ratio", "rise", "run")

    def __init__(self, run: Run, ratio: float, plate: Plate | None = None) -> None:
        self.run = run
        self.ratio = ratio
        self.plate = plate
        self.rise = middle_rise(run[0][2])
        self.picture: int | None = None


Part = tuple[float, str, str, QColor]
"""Words of one type: the x they begin at in pixels, the words, their role, their colour."""

TRACE: Final = 1e-6
"""A part of a pixel that no one sees."""


def run_of(parts: Sequence[Part], ratio: float) -> Run:
    """Return parts of one line as a run; they keep their distance while it moves by less than a pixel."""
    first, words, role, colour = parts[0]
    if len(parts) == 1:
        return ((0, words, role, colour.rgba()),)
    # Where parts lie is reckoned anew every frame: a trace more than a whole pixel is one.
    return (
        (0, words, role, colour.rgba()),
        *((int((x - first) * ratio + TRACE), said, kind, hue.rgba()) for x, said, kind, hue in parts[1:]),
    )


def write_line(painter: QPainter, line: Line, x: float, baseline: float) -> None:
    """Write a line from `x` on, on `baseline`: device pixels under a painter in those of the picture."""
    ratio, plate, first = line.ratio, line.plate, line.run[0][2]
    if plate is not None:
        top = baseline + middle(first, ratio) + plate.top
        box = QRectF((x + plate.left) / ratio, top / ratio, plate.width / ratio, plate.height / ratio)
        painter.fillRect(box, QColor.fromRgba(plate.colour))
    for right, words, role, colour in line.run:
        painter.setFont(font(role))
        painter.setPen(QColor.fromRgba(colour))
        painter.drawText(QPointF((x + right) / ratio, (baseline + drop(first, role, ratio)) / ratio), words)


@lru_cache(maxsize=256)
def drop(first: str, role: str, ratio: float) -> int:
    """Return how many device pixels lower a role stands than the role a line begins with."""
    return round((middle_rise(role) - middle_rise(first)) * ratio)


@lru_cache(maxsize=64)
def middle(role: str, ratio: float) -> int:
    """Return how many device pixels below the baseline the middle of a line's height lies."""
    return round(-middle_rise(role) * ratio)
