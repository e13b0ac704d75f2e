"""The pixels of a screen, whole ones only: rectangles, hairlines, and pictures of words and signs."""

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache, partial
from math import ceil
from typing import Final, NamedTuple

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QTransform

from viewer.model.records import KINDS
from viewer.render.bar_inks import BarInks
from viewer.render.figures import Figures
from viewer.render.signs import NOTE, REACH, SIGNS, sign_name
from viewer.render.stamps import Copier, Stamp, Stamps, told_apart, trimmed
from viewer.render.theme import Theme
from viewer.render.titles import TitleLines
from viewer.render.word_pictures import WordPictures
from viewer.timeline.columnar import Flags, Floats, Numbers
from viewer.timeline.crowds import Rugs
from viewer.timeline.drawn import Marks

NO_PEN: Final = QPen(Qt.PenStyle.NoPen)


PREMULTIPLIED: Final = QImage.Format.Format_ARGB32_Premultiplied

DensityInks = Sequence[tuple[QColor, QColor]]
"""The colours of columns of density for each lane of Rugs: free ones, those behind a count."""

Point = tuple[float, float]

Signs = tuple[str, QColor, Sequence[Point]]
"""A sign of signs.SIGNS, its colour, and the points where its middle lies."""

ACCENT: Final = -1
"""Stands for a lane where something is in red."""


class Notes(NamedTuple):
    """n upright ticks about `xs` from `tops` to `bottoms`, `widths` wide, in whole pixels; arrays (n).

    They are in the colour that `inks` has for their `lanes` (a lane, or ACCENT); a diamond is at the top of
    those that are `pointed`.
    """

    xs: Floats
    tops: Floats
    bottoms: Floats
    widths: Numbers
    lanes: Numbers
    pointed: Flags
    inks: Mapping[int, QColor]


class Counts(NamedTuple):
    """m counts: the xs of their middles, the ys of their baselines, in pixels (m); how they read."""

    middles: Floats
    baselines: Floats
    words: Sequence[str]


class Kept:
    """What is drawn once and used again while a theme lasts."""

    def __init__(self) -> None:
        self.titles = TitleLines()
        copier = Copier()
        self.words = WordPictures(copier)
        self.stamps = Stamps(copier)
        self.figures: dict[tuple[str, int, float], Figures] = {}
        self.bars: dict[tuple[int, float], BarInks] = {}


@lru_cache(maxsize=1)
def kept_for(_theme: Theme) -> Kept:
    """Return what is kept for a theme; what was kept for another one is dropped."""
    return Kept()


@cache
def kept_apart() -> Kept:
    """Return what is kept of what is drawn apart from a picture in a theme."""
    return Kept()


class Raster:
    """Device pixels under a painter that stands in them, without a pen and without antialiasing.

    There are `ratio` of them a pixel, from `left` and `top` on.

    Everything is cut off to whole pixels in the same way, so that what belongs together moves together.
    """

    def __init__(self, painter: QPainter, kept: Kept) -> None:
        to_device = painter.deviceTransform()
        self.painter = painter
        self.ratio = to_device.m11()
        self.left, self.top = to_device.dx(), to_device.dy()
        self.from_picture = QTransform(painter.worldTransform())
        self.from_device = to_device.inverted()[0] * self.from_picture
        self.words, self.titles, self.stamps, self._bars = kept.words, kept.titles, kept.stamps, kept.bars
        self._figures = kept.figures

    def pixels(self, x: float, y: float, width: float, height: float) -> tuple[int, int, int, int]:
        """Return a rectangle of the picture in device pixels, one wide and high if it has any area."""
        ratio = self.ratio
        left, top = int(x * ratio + self.left), int(y * ratio + self.top)
        right, bottom = int((x + width) * ratio + self.left), int((y + height) * ratio + self.top)
        return left, top, right - left or int(width > 0), bottom - top or int(height > 0)

    def columns(self, rugs: Rugs, inks: DensityInks) -> None:
        """Fill columns of density, each at least one device pixel wide and high."""
        ratio, number = self.ratio, self.stamps.solid
        lefts = (rugs.xs * ratio + self.left).astype(np.int64)
        widths = np.maximum((rugs.widths * ratio).astype(np.int64), 1)
        heights = np.maximum((rugs.heights * ratio + 0.5).astype(np.int64), 1)
        feet = (rugs.bottoms * ratio + self.top).astype(np.int64)[rugs.of]
        solids = np.array([(number(free.rgba()), number(behind.rgba())) for free, behind in inks])
        numbers = solids[rugs.of, rugs.behind.view(np.int8)]
        self.stamps.fill(self.painter, numbers, (lefts, feet - heights, widths, heights))

    def bar_inks(self, colour: QColor) -> BarInks:
        """Return what bars of a colour are drawn with."""
        key = (colour.rgba(), self.ratio)
        found = self._bars.get(key)
        if found is None:
            found = self._bars[key] = BarInks(colour, self.ratio)
        return found

    def signs(self, signs: Sequence[Signs], ground: QColor) -> None:
        """Draw signs with their middles on the device pixels of their points."""
        if not signs:
            return
        numbers = [self._sign(name, colour, ground) for name, colour, _ in signs]
        points = np.array([point for _, _, points in signs for point in points]).reshape(-1, 2)
        at = (points * self.ratio + (self.left, self.top)).astype(np.int64)
        repeated = np.repeat(numbers, [len(points) for _, _, points in signs])
        self.stamps.copy(self.painter, repeated, at[:, 0], at[:, 1])

    def marks(self, marks: Marks, inks: Mapping[int, QColor], ground: QColor) -> None:
        """Draw the signs of events at a point; `inks` has the colours of lanes, and ACCENT's."""
        ratio = self.ratio
        lanes = np.where(marks.contested, ACCENT, marks.lane) - ACCENT
        packed = lanes * (4 * len(KINDS)) + marks.kind * 4 + marks.contested * 2 + marks.echo
        looks, of = told_apart(packed)
        numbers = [self._mark(look, inks, ground) for look in looks]
        lefts = (marks.x * ratio + self.left).astype(np.int64)
        tops = (marks.y * ratio + self.top).astype(np.int64)
        self.stamps.copy(self.painter, np.array(numbers, dtype=np.int64)[of], lefts, tops)

    def figures(self, counts: Counts, role: str, colour: QColor) -> None:
        """Write counts, figure by figure."""
        ratio, key = self.ratio, (role, colour.rgba(), self.ratio)
        figures = self._figures.get(key)
        if figures is None:
            figures = self._figures[key] = Figures(self.stamps, role, colour, ratio)
        numbers, of, offsets, widths = figures.figured(counts.words)
        begins = ((counts.middles - widths / 2) * ratio + self.left).astype(np.int64)
        levels = (counts.baselines * ratio + (self.top + 0.5)).astype(np.int64)
        self.stamps.copy(self.painter, numbers, begins[of] + offsets, levels[of])

    def notes(self, notes: Notes) -> None:
        """Draw upright ticks, some with a diamond at their top: there may be hundreds."""
        ratio = self.ratio
        tops = (notes.tops * ratio + self.top).astype(np.int64)
        heights = np.maximum((notes.bottoms * ratio + self.top).astype(np.int64) - tops, 1)
        packed = ((notes.lanes - ACCENT) << 32) + (heights << 8) + (notes.widths << 1) + notes.pointed
        looks, of = told_apart(packed)
        numbers = [self._note(look, notes.inks) for look in looks]
        lefts = (notes.xs * ratio + self.left).astype(np.int64)
        self.stamps.copy(self.painter, np.array(numbers, dtype=np.int64)[of], lefts, tops)

    def _mark(self, look: int, inks: Mapping[int, QColor], ground: QColor) -> int:
        """Return the number of the stamp of a sign; `look` is as `marks` packs it."""
        (lane, kind), contested, echo = divmod(look >> 2, len(KINDS)), bool(look & 2), bool(look & 1)
        return self._sign(sign_name(KINDS[kind], contested=contested, echo=echo), inks[lane + ACCENT], ground)

    def _sign(self, name: str, colour: QColor, ground: QColor) -> int:
        shown = (name, colour.rgba(), ground.rgba(), self.ratio)
        return self.stamps.number(shown, partial(_sign_stamp, name, colour, ground, self.ratio))

    def _note(self, look: int, inks: Mapping[int, QColor]) -> int:
        """Return the number of the stamp of a tick; `look` is as `notes` packs it."""
        high, width, pointed = look >> 8 & 0xFFFFFF, look >> 1 & 0x7F, bool(look & 1)
        colour, ratio = inks[(look >> 32) + ACCENT], self.ratio
        shown = (high, width, colour.rgba(), pointed, ratio)
        return self.stamps.number(shown, partial(_note_stamp, high, width, colour, ratio, pointed=pointed))


def _note_stamp(height: int, width: float, colour: QColor, ratio: float, *, pointed: bool) -> Stamp:
    """Return a tick `height` device pixels high, with a diamond at its top where it is `pointed`."""
    sign = _sign_stamp(NOTE, colour, colour, ratio)
    left, above, wide = int((width - 1) / 2 * ratio), sign.y if pointed else 0, max(int(width * ratio), 1)
    middle = max(sign.x, left) if pointed else left
    size = max(middle - left + wide, sign.picture.width() if pointed else 0), above + height
    image = QImage(size[0], max(size[1], sign.picture.height() if pointed else 0), PREMULTIPLIED)
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as painter:
        painter.fillRect(middle - left, above, wide, height, colour)
        if pointed:
            painter.drawImage(middle - sign.x, 0, sign.picture)
    return Stamp(image, middle, above)


def _sign_stamp(name: str, colour: QColor, ground: QColor, ratio: float) -> Stamp:
    """Return a sign, cut to what of it is seen."""
    half = ceil(REACH * ratio)
    image = QImage(2 * half + 1, 2 * half + 1, PREMULTIPLIED)
    image.fill(Qt.GlobalColor.transparent)
    # Signs are nine pixels wide: at odd ratios their edges are sharp about the middle of a pixel.
    middle = half + (0.5 if round(ratio) % 2 else 0.0)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(ratio, ratio)
        SIGNS[name](painter, middle / ratio, middle / ratio, colour, ground)
    return trimmed(image, half, half)
