"""A page of words, in strips: what is written where, and how long it has not been used."""

from math import ceil
from typing import Final

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap

from viewer.render.lines import Line, write_line
from viewer.render.stamps import Copier, Numbers, Rows, cut_out

WIDEST: Final = 1600
"""Device pixels: how wide a page is; wider words are not kept."""

HIGHEST: Final = 48
"""Pixels: larger type is not kept."""

STEP: Final = 4
"""Pixels by which strips differ in height: pictures of about one height share a strip."""

LEAST: Final = 256
"""Pixels: how high a page is at first; it doubles when it is full."""


class _Strip:
    """A part of the page, `height` device pixels high from `top` on, `used` up to there from its left."""

    def __init__(self, top: int, height: int) -> None:
        self.top = top
        self.height = height
        self.used = 0
        self.lines: list[Line] = []


class WordPage:
    """Pictures of lines at `ratio` device pixels a pixel, numbered: at most `kept` bytes of them at 1x.

    There is one page, that many of them are copied by one call.
    """

    def __init__(self, kept: int, ratio: float) -> None:
        self._ratio = ratio
        self._highest = int(kept * ratio**2) // (4 * WIDEST)
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
        """Return how much memory the page takes."""
        return 4 * self._page.width() * self._page.height()

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
        write_line(self._brush(), line, strip.used + left, strip.top + baseline)
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
        self.rest()
        for strip in self._strips:
            self._forget(strip)

    def _number(self) -> int:
        if not self._free:
            before, added = len(self._rows), max(len(self._rows), 256)
            self._rows = np.concatenate([self._rows, np.zeros((added, 10))])
            self._strip_of = np.concatenate([self._strip_of, np.zeros(added, dtype=np.int64)])
            self._free.extend(range(before + added - 1, before - 1, -1))
        return self._free.pop()

    def _brush(self) -> QPainter:
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
        if self._filled + high > self._highest:
            oldest = self._oldest(high)
            if oldest is not None:
                return self._wiped(oldest)
        while self._filled + high > self._page.height():
            self._grow()
        self._strips.append(_Strip(self._filled, high))
        self._filled += high
        self._used_in = np.append(self._used_in, 0)
        return len(self._strips) - 1

    def _oldest(self, high: int) -> int | None:
        """Return the strip of that height or more that was used least lately, None where there is none."""
        taken = set(self._open.values())
        numbers = [
            number
            for number, strip in enumerate(self._strips)
            if strip.height >= high and number not in taken
        ]
        return min(numbers, key=lambda number: (int(self._used_in[number]), number), default=None)

    def _wiped(self, number: int) -> int:
        strip = self._strips[number]
        self._forget(strip)
        painter = self._brush()
        painter.save()
        painter.resetTransform()
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
        painter.fillRect(0, strip.top, WIDEST, strip.height, Qt.GlobalColor.transparent)
        painter.restore()
        return number

    def _forget(self, strip: _Strip) -> None:
        for line in strip.lines:
            if line.picture is not None:
                self._free.append(line.picture)
                line.picture = None
        strip.lines.clear()
        strip.used = 0

    def _grow(self) -> None:
        """Double the page, up to the most there may be; beyond that only where it has no strip so high."""
        self.rest()
        height = max(2 * self._page.height(), ceil(LEAST * self._ratio))
        page = QPixmap(WIDEST, height if self._page.height() >= self._highest else min(height, self._highest))
        page.fill(Qt.GlobalColor.transparent)
        if not self._page.isNull():
            with QPainter(page) as painter:
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
                painter.drawPixmap(0, 0, self._page)
        self._page = page
