"""A page of words, in strips: what is written where, and how long it has not been used."""

from math import ceil
from typing import Final

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap

from viewer.render.lines import Line, write_line
from viewer.render.stamps import Copier, Numbers, Rows, cut_out

WIDEST: Final = 1600
"""Device pixels: how wide a page is; wider words are not kept."""

HIGHEST: Final = 48
"""Pixels: larger type is not kept."""

STEP: Final = 4
"""Pixels by which strips differ in height: pictures of about one height share a strip."""


class _Strip:
    """A part of the page, `height` device pixels high from `top` on, `used` up to there from its left."""

    def __init__(self, top: int, height: int) -> None:
        self.top = top
        self.height = height
        self.used = 0
        self.lines: list[Line] = []


class WordPage:
    """Pictures of lines at `ratio` device pixels a pixel, numbered: at most `kept` bytes of them at 1x.

    There is one page, that many of them are copied by one call. Memory is taken strip by strip.
    """

    def __init__(self, kept: int, ratio: float) -> None:
        self._ratio = ratio
        self._height = int(kept * ratio**2) // (4 * WIDEST)
        self._page = QPixmap()
        self._filled = 0
        self._strips: list[_Strip] = []
        self._open: dict[int, int] = {}
        self._used_in = np.zeros(0, dtype=np.int64)
        self._rows: Rows = np.zeros((0, 10))
        self._strip_of = np.zeros(0, dtype=np.int64)
        self._free: list[int] = []
        self._painter = QPainter()

    def __len__(self) -> int:
        return sum(len(strip.lines) for strip in self._strips)

    def bytes(self) -> int:
        """Return how much memory the strips take."""
        return 4 * WIDEST * self._filled

    def copy(self, painter: QPainter, copier: Copier, numbers: Numbers, at: tuple[Numbers, Numbers]) -> None:
        """Copy pictures to device pixels: where their lines begin, and where their baselines lie."""
        self.rest()
        rows = self._rows[numbers]
        rows[:, 0] += at[0]
        rows[:, 1] += at[1]
        copier.copy(painter, self._page, rows)

    def note_use(self, numbers: Numbers, frame: int) -> None:
        """Note that pictures were used in a frame."""
        self._used_in[self._strip_of[numbers]] = frame

    def write(self, line: Line, size: tuple[int, int], begin: tuple[int, int], frame: int) -> None:
        """Make the picture of a line, `size` device pixels wide and high, which begins at `begin` in it."""
        (width, height), (left, baseline) = size, begin
        number, home = self._number(), self._home(width, height)
        strip = self._strips[home]
        box = (strip.used, strip.top, width, height)
        brush, ratio = self._brush(), self._ratio
        # Whatever a letter does: no picture holds a piece of another.
        brush.setClipRect(QRectF(*(side / ratio for side in box)))
        write_line(brush, line, strip.used + left, strip.top + baseline)
        strip.used += width
        strip.lines.append(line)
        self._used_in[home] = frame
        self._rows[number] = cut_out(box, -left, -baseline)
        self._strip_of[number] = home
        line.picture = number

    def rest(self) -> None:
        """Lay the brush down."""
        if self._painter.isActive():
            self._painter.end()

    def wipe(self) -> None:
        """Forget all pictures."""
        for strip in self._strips:
            self._forget(strip)
        self._strips.clear()
        self._open.clear()
        self._filled = 0

    def _number(self) -> int:
        if not self._free:
            before, added = len(self._rows), max(len(self._rows), 256)
            self._rows = np.concatenate([self._rows, np.zeros((added, 10))])
            self._strip_of = np.concatenate([self._strip_of, np.zeros(added, dtype=np.int64)])
            self._free.extend(range(before + added - 1, before - 1, -1))
        return self._free.pop()

    def _brush(self) -> QPainter:
        if self._page.isNull():
            self._page = _blank_page(WIDEST, self._height)
        if not self._painter.isActive():
            self._painter.begin(self._page)
            self._painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
            self._painter.scale(self._ratio, self._ratio)
        return self._painter

    def _home(self, width: int, height: int) -> int:
        """Return the number of a strip with room for a picture."""
        step = ceil(STEP * self._ratio)
        high = -(-height // step) * step
        home = self._open.get(high)
        if home is None or self._strips[home].used + width > WIDEST:
            home = self._open[high] = self._blank_strip(high)
        return home

    def _blank_strip(self, high: int) -> int:
        """Return the number of a blank strip: where there is no room, that of one not used for long."""
        number = len(self._strips)
        if self._filled + high > self._height:
            oldest = self._oldest(high)
            if oldest is None:
                self.wipe()
                return self._blank_strip(high)
            number = oldest
            self._forget(self._strips[number])
        else:
            self._strips.append(_Strip(self._filled, high))
            self._used_in = np.append(self._used_in[:number], 0)
            self._filled += high
        self._clear(self._strips[number])
        return number

    def _oldest(self, high: int) -> int | None:
        """Return the strip of that height or more that was used least lately, None where there is none."""
        taken = set(self._open.values())
        numbers = [
            number
            for number, strip in enumerate(self._strips)
            if strip.height >= high and number not in taken
        ]
        return min(numbers, key=lambda number: (int(self._used_in[number]), number), default=None)

    def _clear(self, strip: _Strip) -> None:
        painter = self._brush()
        painter.save()
        painter.resetTransform()
        painter.setClipping(False)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
        painter.fillRect(0, strip.top, WIDEST, strip.height, Qt.GlobalColor.transparent)
        painter.restore()

    def _forget(self, strip: _Strip) -> None:
        for line in strip.lines:
            if line.picture is not None:
                self._free.append(line.picture)
                line.picture = None
        strip.lines.clear()
        strip.used = 0


def _blank_page(width: int, height: int) -> QPixmap:
    """Return a page that is not cleared: what is not touched takes no memory."""
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    return QPixmap.fromImage(image, Qt.ImageConversionFlag.NoOpaqueDetection)
