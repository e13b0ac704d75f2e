"""Words as pictures: shaping and drawing letters costs ten times as much as copying them."""

from collections import deque
from functools import lru_cache
from math import ceil
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from viewer.render.fonts import font
from viewer.render.measure import text_metrics, text_width

KEPT: Final = 32 * 2**20
"""Bytes of pictures: three screens full of titles at 2x, a dozen at 1x."""

WIDEST: Final = 1600
"""Device pixels: wider words are not kept."""

HIGHEST: Final = 25
"""Pixels: larger type is not kept."""

PAD: Final = 3
"""Pixels around the words for what leans out of them: slanted letters, marks upon marks."""

Key = tuple[str, str, int, float]


class WordPicture(NamedTuple):
    """Words as device pixels of `strip`, from `at` on: where their corner lies, seen from their beginning."""

    left: int
    above: int
    strip: QImage
    at: int
    width: int
    height: int


class WordPictures:
    """Pictures by words, role, colour (RGBA) and ratio, written one after the other onto strips.

    When there is no room left, the oldest strip is wiped and written on anew: memory that is taken once and
    kept costs less than memory that comes and goes.
    """

    def __init__(self, kept: int = KEPT) -> None:
        self._pictures: dict[Key, WordPicture] = {}
        self._strips: deque[_Strip] = deque()
        self._kept = kept
        self._painter = QPainter()
        self._ratio = 0.0

    def picture(self, words: str, role: str, colour: int, ratio: float) -> WordPicture | None:
        """Return `words` at `ratio` device pixels a pixel, None where they are too large.

        It may be wiped as soon as another one is asked for: draw it at once.
        """
        key = (words, role, colour, ratio)
        return self._pictures.get(key) or self._made(key)

    def rest(self) -> None:
        """Lay the brush down: call it after every frame."""
        if self._painter.isActive():
            self._painter.end()

    def bytes(self) -> int:
        """Return how much memory the pictures take."""
        return sum(strip.image.sizeInBytes() for strip in self._strips)

    def _made(self, key: Key) -> WordPicture | None:
        words, role, colour, ratio = key
        width = ceil((text_width(words, role) + 2 * PAD) * ratio)
        above, height = _reach(role, ratio)
        if width > WIDEST or height > HIGHEST * ratio:
            return None
        strip = self._strip(width, ratio)
        left, pad, painter = strip.used, ceil(PAD * ratio), self._painter
        painter.setFont(font(role))
        painter.setPen(QColor.fromRgba(colour))
        painter.drawText(QPointF((left + pad) / ratio, above / ratio), words)
        strip.used += width
        strip.keys.append(key)
        made = self._pictures[key] = WordPicture(-pad, -above, strip.image, left, width, height)
        return made

    def _strip(self, width: int, ratio: float) -> "_Strip":
        """Return a strip with room for a picture, with the brush on it."""
        if ratio != self._ratio:
            self.rest()
            self._pictures, self._strips, self._ratio = {}, deque(), ratio
        strip = self._strips[-1] if self._strips else None
        if strip is None or strip.used + width > WIDEST:
            self.rest()
            strip = self._next()
        if not self._painter.isActive():
            self._painter.begin(strip.image)
            self._painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
            self._painter.scale(ratio, ratio)
        return strip

    def _next(self) -> "_Strip":
        each = 4 * WIDEST * ceil(HIGHEST * self._ratio)
        if (len(self._strips) + 1) * each <= self._kept:
            strip = _Strip(ceil(HIGHEST * self._ratio))
        else:
            strip = self._strips.popleft()
            for key in strip.keys:
                self._pictures.pop(key, None)
        strip.wipe()
        self._strips.append(strip)
        return strip


class _Strip:
    def __init__(self, height: int) -> None:
        self.image = QImage(WIDEST, height, QImage.Format.Format_ARGB32_Premultiplied)
        self.keys: list[Key] = []
        self.used = 0

    def wipe(self) -> None:
        self.image.fill(Qt.GlobalColor.transparent)
        self.keys.clear()
        self.used = 0


@lru_cache(maxsize=64)
def _reach(role: str, ratio: float) -> tuple[int, int]:
    """Return how far words of a role reach above their baseline, and how high they are, in device pixels."""
    metrics = text_metrics(role)
    above = ceil((metrics.ascent + PAD - 1) * ratio)
    return above, above + ceil((metrics.descent + PAD - 2) * ratio)
