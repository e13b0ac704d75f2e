"""Counts as pictures of their figures: each frame has new ones, but there are ten figures only."""

import re
from collections.abc import Sequence
from functools import partial
from math import ceil
from typing import Final, NamedTuple

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from viewer.render.fonts import font
from viewer.render.measure import text_metrics, text_width
from viewer.render.stamps import Numbers, Stamp, Stamps, trimmed
from viewer.timeline.columnar import Floats

FIGURES: Final = "+,0123456789"
"""What counts consist of."""

ASCII: Final = 128
"""Codes of letters, FIGURES among them."""

PARTS: Final = 4
"""Parts of a device pixel at which figures begin, as Qt has it."""

TRACE: Final = 1e-6
"""A part of a pixel that no one sees: sums of widths are no exact numbers."""

PAD: Final = 2
"""Device pixels around a figure."""


class Figured(NamedTuple):
    """The n figures of m counts.

    `numbers` of their stamps, `of` which counts they are, and `offsets` from where it begins in device
    pixels, arrays (n); `widths` of the counts in pixels (m).
    """

    numbers: Numbers
    of: Numbers
    offsets: Numbers
    widths: Floats


class Figures:
    """The figures of one type in one colour, at `ratio` device pixels a pixel."""

    def __init__(self, stamps: Stamps, role: str, colour: QColor, ratio: float) -> None:
        self._stamps = stamps
        self._look = role, colour, ratio
        self._advances = np.zeros(ASCII)
        for figure in FIGURES:
            self._advances[ord(figure)] = text_width(figure, role)
        self._known = np.full(ASCII * PARTS, -1)
        self._page = stamps.page

    def figured(self, counts: Sequence[str]) -> Figured:
        """Take counts apart. Raises ValueError where one is not of FIGURES."""
        words = "".join(counts)
        if not _OF_FIGURES.fullmatch(words):
            raise ValueError(f"not a count: {words[:40]!r}")
        codes = np.frombuffer(words.encode("ascii"), dtype=np.uint8)
        advances, sizes = self._advances[codes], [*map(len, counts)]
        ends, lasts = np.cumsum(advances), np.cumsum(sizes)
        reached = np.append(0.0, ends[lasts - 1])
        of = np.repeat(np.arange(len(counts)), sizes)
        at = ((ends - advances - reached[of]) * (self._look[2] * PARTS) + TRACE).astype(np.int64)
        shown = codes * np.int64(PARTS) + at % PARTS
        return Figured(self._numbers(shown), of, at // PARTS, np.diff(reached))

    def _numbers(self, shown: Numbers) -> Numbers:
        if self._page != self._stamps.page:
            self._known[:], self._page = -1, self._stamps.page
        numbers = self._known[shown]
        if numbers.min() < 0:
            for look in set(shown[numbers < 0].tolist()):
                figure, part = chr(look // PARTS), look % PARTS
                role, colour, ratio = self._look
                key = (figure, role, colour.rgba(), ratio, part)
                self._known[look] = self._stamps.number(key, partial(_stamp, figure, *self._look, part))
            numbers = self._known[shown]
        return numbers


_OF_FIGURES = re.compile(f"[{re.escape(FIGURES)}]*")


def _stamp(figure: str, role: str, colour: QColor, ratio: float, part: int) -> Stamp:
    """Return a figure that begins `part` parts of a device pixel behind its point, on its baseline."""
    metrics = text_metrics(role)
    width, above = ceil(text_width(figure, role) * ratio) + 1, ceil(metrics.ascent * ratio)
    height = above + ceil(metrics.descent * ratio)
    image = QImage(width + 2 * PAD, height + 2 * PAD, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.scale(ratio, ratio)
        painter.setFont(font(role))
        painter.setPen(colour)
        painter.drawText(QPointF((PAD + part / PARTS) / ratio, (PAD + above) / ratio), figure)
    return trimmed(image, PAD, PAD + above)
