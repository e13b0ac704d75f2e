"""Small pictures on one page, copied to where they are wanted many at a time.

One call of Qt that copies a hundred cut-outs costs a fifth of a hundred calls.
"""

from collections.abc import Callable, Hashable
from typing import Final, NamedTuple, cast

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from shiboken6 import Shiboken

Rows = npt.NDArray[np.float64]
"""(n, 10), as QPainter.PixmapFragment has them, in device pixels: the middle (x, y) of where a cut-out goes;
its left, top, width and height on the page; by how much it is stretched in x and y; rotation, opacity."""

Numbers = npt.NDArray[np.int64]

AT_ONCE: Final = 1024
"""Cut-outs copied by one call."""

SIDE, LEAST = 512, 128
"""Device pixels: how wide a page of stamps is, and how high at first."""

SOLID: Final = 64, 32
"""Device pixels: how wide and high a stamp of one colour is."""

MOST: Final = 512
"""Stamps kept from one frame to the next."""


class Copier:
    """Copies cut-outs of pages with painters that stand in device pixels."""

    def __init__(self) -> None:
        self._rows: Rows = np.zeros((AT_ONCE, 10))
        first = Shiboken.wrapInstance(self._rows.ctypes.data, QPainter.PixmapFragment)
        self._first = cast("QPainter.PixmapFragment", first)

    def copy(self, painter: QPainter, page: QPixmap, rows: Rows) -> None:
        """Copy the cut-outs `rows` of `page`, in order."""
        for begin in range(0, len(rows), AT_ONCE):
            part = rows[begin : begin + AT_ONCE]
            self._rows[: len(part)] = part
            painter.drawPixmapFragments(self._first, len(part), page)


def cut_out(box: tuple[int, int, int, int], x: int = 0, y: int = 0) -> tuple[float, ...]:
    """Return the row of a cut-out of a page that goes with its corner to (x, y); `box` is as in Rows."""
    _, _, width, height = box
    return x + width / 2, y + height / 2, *box, 1.0, 1.0, 0.0, 1.0


class Stamp(NamedTuple):
    """A small picture; (x, y) is the pixel of it that comes to lie where it is wanted."""

    picture: QImage
    x: int
    y: int


def trimmed(picture: QImage, x: int, y: int) -> Stamp:
    """Return what is inked of a picture of 32 bits a pixel, one pixel of it where nothing is."""
    width, height = picture.width(), picture.height()
    inked = np.frombuffer(picture.constBits(), dtype=np.uint32).reshape(height, width) != 0
    if not inked.any():
        return Stamp(picture.copy(x, y, 1, 1), 0, 0)
    (left, right), (top, bottom) = (np.flatnonzero(inked.any(axis=axis))[[0, -1]].tolist() for axis in (0, 1))
    return Stamp(picture.copy(left, top, right - left + 1, bottom - top + 1), x - left, y - top)


def told_apart(packed: Numbers) -> tuple[list[int], Numbers]:
    """Return the different ones of some numbers, one at least, and which of them each is.

    NumPy's `unique` takes three times as long for a few hundred.
    """
    order = packed.argsort()
    ordered = packed[order]
    is_new = np.ones(len(packed), dtype=np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=is_new[1:])
    of = np.empty(len(packed), dtype=np.int64)
    of[order] = is_new.cumsum() - 1
    return ordered[is_new].tolist(), of


class Stamps:
    """Stamps by what they show, on one page that grows."""

    def __init__(self, copier: Copier) -> None:
        self._copier = copier
        self._numbers: dict[Hashable, int] = {}
        self.page = 0
        """Counts the pages there have been: numbers are those of one page."""
        self._page = QPixmap()
        self._rows: Rows = np.zeros((MOST, 10))
        self._at = self._shelf = self._next = 0

    def __len__(self) -> int:
        return len(self._numbers)

    def rest(self) -> None:
        """Forget all where they are too many: call it between two frames."""
        if len(self._numbers) > MOST:
            self._numbers.clear()
            self.page += 1
            self._page = QPixmap()
            self._at = self._shelf = self._next = 0

    def number(self, shown: Hashable, make: Callable[[], Stamp]) -> int:
        """Return the number of the stamp that shows `shown`; it is made where there is none."""
        found = self._numbers.get(shown)
        if found is None:
            found = self._numbers[shown] = self._add(make())
        return found

    def solid(self, rgba: int) -> int:
        """Return the number of a colour, for `fill`."""
        return self.number(rgba, lambda: _solid(rgba))

    def copy(self, painter: QPainter, numbers: Numbers, xs: Numbers, ys: Numbers) -> None:
        """Put stamps at device pixels."""
        rows = self._rows[numbers]
        rows[:, 0] += xs
        rows[:, 1] += ys
        self._copier.copy(painter, self._page, rows)

    def fill(self, painter: QPainter, numbers: Numbers, boxes: tuple[Numbers, ...]) -> None:
        """Fill rectangles with the colours of `solid`; `boxes` are their lefts, tops, widths and heights."""
        lefts, tops, widths, heights = boxes
        rows = self._rows[numbers]
        rows[:, 0], rows[:, 1] = lefts + widths / 2, tops + heights / 2
        # What need not be stretched costs half as much.
        rows[:, 4], rows[:, 5] = np.minimum(widths, SOLID[0]), np.minimum(heights, SOLID[1])
        rows[:, 6], rows[:, 7] = widths / rows[:, 4], heights / rows[:, 5]
        self._copier.copy(painter, self._page, rows)

    def _add(self, stamp: Stamp) -> int:
        picture, number = stamp.picture, len(self._numbers)
        width, height = picture.width(), picture.height()
        if self._at + width > SIDE:
            self._at, self._shelf = 0, self._next
        while self._shelf + height > self._page.height():
            self._grow()
        if number == len(self._rows):
            self._rows = np.concatenate([self._rows, np.zeros_like(self._rows)])
        with QPainter(self._page) as painter:
            painter.drawImage(self._at, self._shelf, picture)
        self._rows[number] = cut_out((self._at, self._shelf, width, height), -stamp.x, -stamp.y)
        self._at, self._next = self._at + width, max(self._next, self._shelf + height)
        return number

    def _grow(self) -> None:
        page = QPixmap(SIDE, max(2 * self._page.height(), LEAST))
        page.fill(Qt.GlobalColor.transparent)
        if not self._page.isNull():
            with QPainter(page) as painter:
                painter.drawPixmap(0, 0, self._page)
        self._page = page


def _solid(rgba: int) -> Stamp:
    picture = QImage(*SOLID, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(QColor.fromRgba(rgba))
    return Stamp(picture, 0, 0)
