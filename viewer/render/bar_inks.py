"""What bars of one colour are drawn with on a screen: colours, and flanks as pictures to cut from."""

from bisect import bisect_left
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QLinearGradient, QPainter, QPen

from viewer.render.bar_look import CONTESTED_LINE, CORE, FAR, HATCH, NEAR, POINT, WASH, pointed
from viewer.render.tints import faint
from viewer.timeline.rect import Rect

LENGTHS: Final = (12, 17, 24, 34, 48, 68, 96, 136, 192, 272, 384, 543, 768, 1086, 1536, 2172)
"""Device pixels over which a flank fades: the first that is long enough is cut to length."""

KEPT: Final = 3 * 2**20
"""Bytes of such pictures in one colour: enough for one of every length at 2x."""

ACROSS, DOWN = 64, 4
"""Strokes on one tile of a pattern: a tile of a single one costs Qt ten times as much."""


class BarInks:
    """`full` is the colour, `core` that of a core with its wash, `even` the pattern where nothing is certain.

    Strokes hang on the pixels of the device, so that neighbouring flanks do not clash.
    """

    def __init__(self, colour: QColor, ratio: float) -> None:
        self.full = QBrush(colour)
        self.core = QBrush(faint(colour, 1 - (1 - WASH) * (1 - CORE)))
        self.period = max(round(HATCH * ratio), 2)
        self._ratio = ratio
        self._colour = colour
        self._caps: dict[tuple[int, int, bool, bool], QImage] = {}
        self._fades: dict[tuple[int, int, bool], QImage] = {}
        even = _strokes(self.period * ACROSS, self.period * DOWN, self.period, ratio).copy()
        self.even = QBrush(_inked(even, colour, ((0.0, (NEAR + FAR) / 2), (1.0, (NEAR + FAR) / 2))))

    def fade(self, width: int, height: int, *, outwards: bool) -> QImage | None:
        """Return a picture of a flank as wide and high at least, None for one wider than any.

        It fades to the right if `outwards`, else to the left; a period of strokes is to spare at the far end
        or at the near one, and at the bottom.
        """
        if width > LENGTHS[-1]:
            return None
        length = LENGTHS[bisect_left(LENGTHS, width)]
        key = (length, height, outwards)
        found = self._fades.get(key)
        if found is None:
            if self.bytes() > KEPT:
                self._fades.clear()
            longest = _strokes(LENGTHS[-1] + self.period, height + self.period, self.period, self._ratio)
            mask = longest.copy(0, 0, length + self.period, height + self.period)
            ends = ((0.0, NEAR), (1.0, FAR)) if outwards else ((0.0, FAR), (1.0, NEAR))
            found = self._fades[key] = _inked(mask, self._colour, ends)
        return found

    def bytes(self) -> int:
        """Return how much memory the pictures of flanks take."""
        return sum(picture.sizeInBytes() for picture in self._fades.values())

    def cap(self, height: int, accent: QColor, *, certain: bool, on_left: bool) -> QImage:
        """Return a pointed end of a contested bar, outlined in `accent`, dark where `certain`."""
        key = (height, accent.rgba(), certain, on_left)
        found = self._caps.get(key)
        if found is None:
            fill = self.core if certain else QBrush(faint(self._colour, WASH))
            found = self._caps[key] = _cap(height, fill, accent, self._ratio, on_left=on_left)
        return found


def _cap(height: int, fill: QBrush, accent: QColor, ratio: float, *, on_left: bool) -> QImage:
    width, line = round(POINT * ratio), max(round(CONTESTED_LINE * ratio), 1)
    cap = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    cap.fill(Qt.GlobalColor.transparent)
    whole = Rect(0 if on_left else -3 * width, 0, 4 * width, height)
    inset = Rect(whole.x + line / 2, line / 2, whole.width - line, height - line)
    with QPainter(cap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawPolygon(pointed(whole, width, whole.x, whole.right))
        painter.setPen(QPen(accent, line))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolygon(pointed(inset, width, inset.x, inset.right))
    return cap


@lru_cache(maxsize=16)
def _strokes(width: int, height: int, period: int, ratio: float) -> QImage:
    """Return slanted strokes `period` device pixels apart, in black on nothing. Shared: copy it."""
    strokes = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    strokes.fill(Qt.GlobalColor.transparent)
    rise = -(-height // period) * period
    with QPainter(strokes) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor("black"), ratio))
        for start in range(-rise, width + period, period):
            painter.drawLine(QPointF(start - 1, rise + 1), QPointF(start + rise + 1, -1))
    return strokes


def _inked(strokes: QImage, colour: QColor, ends: tuple[tuple[float, float], ...]) -> QImage:
    """Return strokes in a colour whose strength goes from one end to the other, on their wash."""
    fade = QLinearGradient(0, 0, strokes.width(), 0)
    for at, strength in ends:
        fade.setColorAt(at, faint(colour, strength))
    with QPainter(strokes) as painter:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        painter.fillRect(strokes.rect(), fade)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOver)
        painter.fillRect(strokes.rect(), faint(colour, WASH))
    return strokes
