"""The pixels of a screen, whole ones only: rectangles, hairlines, and pictures of words and signs."""

from collections.abc import Sequence
from functools import lru_cache
from math import ceil
from typing import Final

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QTransform

from viewer.render.bar_inks import BarInks
from viewer.render.signs import NOTE, REACH, SIGNS
from viewer.render.theme import Theme
from viewer.render.titles import TitleRuns
from viewer.render.word_pictures import WordPictures
from viewer.timeline.scene import Rug

MOST_SIGNS: Final = 512
"""Pictures of signs kept: kinds times colours times ratios."""


NO_PEN: Final = QPen(Qt.PenStyle.NoPen)


PREMULTIPLIED: Final = QImage.Format.Format_ARGB32_Premultiplied

Stretch = tuple[float, float]
"""From the first x to the last, in pixels."""


class Kept:
    """What is drawn once and used again while a theme lasts."""

    def __init__(self) -> None:
        self.words = WordPictures()
        self.titles = TitleRuns()
        self.signs: dict[tuple[str, int, int, float], tuple[int, QImage]] = {}
        self.bars: dict[tuple[int, float], BarInks] = {}


@lru_cache(maxsize=1)
def kept_for(_theme: Theme) -> Kept:
    """Return what is kept for a theme; what was kept for another one is dropped."""
    return Kept()


class Raster:
    """Device pixels under a painter that stands in them, without a pen and without antialiasing.

    There are `ratio` of them a pixel, from `left` and `top` on.

    Everything is cut off to whole pixels in the same way, so that what belongs together moves together.
    """

    def __init__(self, painter: QPainter, kept: Kept | None = None) -> None:
        kept = Kept() if kept is None else kept
        to_device = painter.deviceTransform()
        self.painter = painter
        self.ratio = to_device.m11()
        self.left, self.top = to_device.dx(), to_device.dy()
        self.from_picture = QTransform(painter.worldTransform())
        self.from_device = to_device.inverted()[0] * self.from_picture
        self.words, self.titles, self._bars, self._signs = kept.words, kept.titles, kept.bars, kept.signs

    def pixels(self, x: float, y: float, width: float, height: float) -> tuple[int, int, int, int]:
        """Return a rectangle of the picture in device pixels, one wide and high if it has any area."""
        ratio = self.ratio
        left, top = int(x * ratio + self.left), int(y * ratio + self.top)
        right, bottom = int((x + width) * ratio + self.left), int((y + height) * ratio + self.top)
        return left, top, right - left or int(width > 0), bottom - top or int(height > 0)

    def columns(self, rug: Rug, colour: QColor, behind: Sequence[Stretch], faint: QColor) -> None:
        """Fill the columns of a rug as one picture, each at least one device pixel wide and high.

        They are `faint` where they stand in the stretches `behind`.
        """
        lefts = (rug.xs * self.ratio + self.left).astype(np.int64)
        rights = lefts + np.maximum((rug.widths * self.ratio).astype(np.int64), 1)
        high = np.maximum((rug.heights * self.ratio + 0.5).astype(np.int64), 1)
        first, tallest = int(lefts[0]), int(high.max())
        # The height of the column over each device pixel: what rises at left edges falls at right ones.
        rises = np.zeros(int(rights.max()) - first + 1, dtype=np.int16)
        rises[lefts - first] = high
        rises[rights - first] -= high.astype(np.int16)
        heights = np.cumsum(rises[:-1], dtype=np.int16)
        inks = np.full(len(heights), _premultiplied(colour), dtype=np.uint32)
        ink, start = _premultiplied(faint), self.left - first
        for left, right in behind:
            inks[max(int(left * self.ratio + start), 0) : max(int(right * self.ratio + start), 0)] = ink
        levels = np.arange(tallest, 0, -1, dtype=np.int16)
        pixels = (heights >= levels[:, None]) * inks
        picture = QImage(pixels.data, len(heights), tallest, 4 * len(heights), PREMULTIPLIED)
        self.painter.drawImage(first, int(rug.bottom * self.ratio + self.top) - tallest, picture)

    def bar_inks(self, colour: QColor) -> BarInks:
        """Return what bars of a colour are drawn with."""
        key = (colour.rgba(), self.ratio)
        found = self._bars.get(key)
        if found is None:
            found = self._bars[key] = BarInks(colour, self.ratio)
        return found

    def sign(self, name: str, x: float, y: float, colour: QColor, ground: QColor) -> None:
        """Draw a sign with its middle on the device pixel of a point."""
        ratio = self.ratio
        key = (name, colour.rgba(), ground.rgba(), ratio)
        found = self._signs.get(key)
        if found is None:
            self._make_room()
            found = self._signs[key] = _sign_picture(name, colour, ground, ratio)
        half, image = found
        self.painter.drawImage(int(x * ratio + self.left) - half, int(y * ratio + self.top) - half, image)

    def notes(self, xs: Sequence[float], top: float, bottom: float, width: float, colour: QColor) -> None:
        """Draw upright ticks with a diamond at their top, each as one picture: there may be hundreds."""
        ratio = self.ratio
        above, foot = int(top * ratio + self.top), int(bottom * ratio + self.top)
        key = (NOTE, colour.rgba(), (foot - above) * 1000 + round(width * 10), ratio)
        found = self._signs.get(key)
        if found is None:
            self._make_room()
            found = self._signs[key] = _note_picture(foot - above, width, colour, ratio)
        half, image = found
        left, level, draw = self.left, above - half, self.painter.drawImage
        for x in xs:
            draw(int(x * ratio + left) - half, level, image)

    def _make_room(self) -> None:
        if len(self._signs) >= MOST_SIGNS:
            self._signs.clear()


def _premultiplied(colour: QColor) -> int:
    """Return a colour as a pixel of PREMULTIPLIED."""
    alpha = colour.alpha()
    red, green, blue = (round(part * alpha / 255) for part in (colour.red(), colour.green(), colour.blue()))
    return alpha << 24 | red << 16 | green << 8 | blue


def _note_picture(height: int, width: float, colour: QColor, ratio: float) -> tuple[int, QImage]:
    """Return a tick `height` device pixels high with its diamond, and the corner's distance from its top."""
    half, sign = _sign_picture(NOTE, colour, colour, ratio)
    image = QImage(sign.width(), half + max(height, half + 1), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as painter:
        wide = max(int(width * ratio), 1)
        painter.fillRect(half - int((width - 1) / 2 * ratio), half, wide, height, colour)
        painter.drawImage(0, 0, sign)
    return half, image


def _sign_picture(name: str, colour: QColor, ground: QColor, ratio: float) -> tuple[int, QImage]:
    """Return a sign as a picture, and how far its middle lies from the corner in device pixels."""
    half = ceil(REACH * ratio)
    image = QImage(2 * half + 1, 2 * half + 1, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    # Signs are nine pixels wide: at odd ratios their edges are sharp about the middle of a pixel.
    middle = half + (0.5 if round(ratio) % 2 else 0.0)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(ratio, ratio)
        SIGNS[name](painter, middle / ratio, middle / ratio, colour, ground)
    return half, image
