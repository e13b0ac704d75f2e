"""The pixels of a screen, whole ones only: rectangles, hairlines, and pictures of words and signs."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import ceil
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QTransform

from viewer.render.bar_inks import BarInks
from viewer.render.signs import NOTE, REACH, SIGNS
from viewer.render.theme import Theme
from viewer.render.titles import TitleLines
from viewer.render.word_pictures import WordPictures
from viewer.timeline.scene import Rug

MOST_SIGNS: Final = 512
"""Pictures of signs kept: kinds times colours times ratios."""


NO_PEN: Final = QPen(Qt.PenStyle.NoPen)


PREMULTIPLIED: Final = QImage.Format.Format_ARGB32_Premultiplied

Stretch = tuple[float, float]
"""From the first x to the last, in pixels."""


class InkedRug(NamedTuple):
    """The columns of a rug in their colour, `faint` in the stretches `behind`, which ascend."""

    rug: Rug
    colour: QColor
    faint: QColor
    behind: Sequence[Stretch]


class Kept:
    """What is drawn once and used again while a theme lasts."""

    def __init__(self) -> None:
        self.words = WordPictures()
        self.titles = TitleLines()
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

    def columns(self, densities: Sequence[InkedRug]) -> None:
        """Fill the columns of some rugs, each at least one device pixel wide and high."""
        ratio, left = self.ratio, self.left
        lefts = (np.concatenate([each.rug.xs for each in densities]) * ratio + left).astype(np.int64)
        widths = (np.concatenate([each.rug.widths for each in densities]) * ratio).astype(np.int64)
        rights = lefts + np.maximum(widths, 1)
        high = (np.concatenate([each.rug.heights for each in densities]) * ratio + 0.5).astype(np.int16)
        high = np.maximum(high, 1)
        first, tallest = int(np.min(lefts)), int(np.max(high))
        wide = int(np.max(rights)) - first + 1
        of = np.repeat(np.arange(len(densities)) * wide - first, [len(each.rug.xs) for each in densities])
        # The height of the column over each device pixel: what rises at left edges falls at right ones.
        rises = np.zeros(len(densities) * wide, dtype=np.int16)
        rises[of + lefts] = high
        rises[of + rights] -= high
        heights = np.cumsum(rises, dtype=np.int16).reshape(len(densities), wide)
        levels = np.arange(tallest, 0, -1, dtype=np.int16)[:, None]
        pixels = np.empty((tallest, wide), dtype=np.uint32)
        for density, columns in zip(densities, heights, strict=True):
            np.multiply(columns >= levels, self._inks(density, first, wide), out=pixels)
            picture = QImage(pixels.data, wide, tallest, 4 * wide, PREMULTIPLIED)
            self.painter.drawImage(first, int(density.rug.bottom * ratio + self.top) - tallest, picture)

    def _inks(self, density: InkedRug, first: int, wide: int) -> npt.NDArray[np.uint32]:
        """Return the ink of each device pixel from `first` on."""
        inks = np.full(wide, _premultiplied(density.colour.rgba()), dtype=np.uint32)
        faint, start, ratio = _premultiplied(density.faint.rgba()), self.left - first, self.ratio
        for left, right in density.behind:
            inks[max(int(left * ratio + start), 0) : max(int(right * ratio + start), 0)] = faint
        return inks

    def bar_inks(self, colour: QColor) -> BarInks:
        """Return what bars of a colour are drawn with."""
        key = (colour.rgba(), self.ratio)
        found = self._bars.get(key)
        if found is None:
            found = self._bars[key] = BarInks(colour, self.ratio)
        return found

    def signs(self, name: str, points: Iterable[tuple[float, float]], colour: QColor, ground: QColor) -> None:
        """Draw the same sign with its middle on the device pixels of some points."""
        ratio = self.ratio
        key = (name, colour.rgba(), ground.rgba(), ratio)
        found = self._signs.get(key)
        if found is None:
            self._make_room()
            found = self._signs[key] = _sign_picture(name, colour, ground, ratio)
        half, image = found
        left, top, draw = self.left, self.top, self.painter.drawImage
        for x, y in points:
            draw(int(x * ratio + left) - half, int(y * ratio + top) - half, image)

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


@lru_cache(maxsize=256)
def _premultiplied(rgba: int) -> int:
    """Return a colour as a pixel of PREMULTIPLIED."""
    alpha = rgba >> 24
    red, green, blue = (round((rgba >> shift & 255) * alpha / 255) for shift in (16, 8, 0))
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
