"""The pixels of a screen, whole ones only: rectangles, hairlines, and pictures of words and signs."""

from collections.abc import Sequence
from functools import lru_cache
from math import ceil
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QTransform

from viewer.render.bar_inks import BarInks
from viewer.render.signs import NOTE, REACH, SIGNS
from viewer.render.theme import Theme
from viewer.render.word_pictures import WordPictures

MOST_SIGNS: Final = 512
"""Pictures of signs kept: kinds times colours times ratios."""


NO_PEN: Final = QPen(Qt.PenStyle.NoPen)


class Kept:
    """What is drawn once and used again while a theme lasts."""

    def __init__(self) -> None:
        self.words = WordPictures()
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
        self.words, self._bars, self._signs = kept.words, kept.bars, kept.signs

    def pixels(self, x: float, y: float, width: float, height: float) -> tuple[int, int, int, int]:
        """Return a rectangle of the picture in device pixels, one wide and high if it has any area."""
        ratio = self.ratio
        left, top = int(x * ratio + self.left), int(y * ratio + self.top)
        right, bottom = int((x + width) * ratio + self.left), int((y + height) * ratio + self.top)
        return left, top, right - left or int(width > 0), bottom - top or int(height > 0)

    def columns(
        self,
        xs: Sequence[float],
        widths: Sequence[float],
        heights: Sequence[float],
        bottom: float,
        colour: QColor,
    ) -> None:
        """Fill columns that stand on `bottom`, each at least one device pixel wide and high."""
        ratio, left = self.ratio, self.left
        foot = int(bottom * ratio + self.top)
        self.painter.setBrush(colour)
        lefts = [int(x * ratio + left) for x in xs]
        wide = [int(width * ratio) or 1 for width in widths]
        high = [int(height * ratio + 0.5) or 1 for height in heights]
        rect = self.painter.drawRect
        for x, width, height in zip(lefts, wide, high, strict=True):
            rect(x, foot - height, width, height)

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
