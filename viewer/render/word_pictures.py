"""Words as pictures: shaping and drawing letters costs ten times as much as copying them."""

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

PAD: Final = 3
"""Pixels around the words for what leans out of them: slanted letters, marks upon marks."""


class WordPicture(NamedTuple):
    """Words as device pixels: where its corner lies, seen from where the words begin on their baseline."""

    left: int
    above: int
    image: QImage


class WordPictures:
    """Pictures by words, role, colour and ratio; those not asked for lately make room for new ones.

    Two generations: what is asked for moves to the young one; when that is full, the old one is dropped.
    """

    def __init__(self, kept: int = KEPT) -> None:
        self._young: dict[tuple[str, str, int, float], WordPicture] = {}
        self._old: dict[tuple[str, str, int, float], WordPicture] = {}
        self._bytes = 0
        self._kept = kept
        self._sheet: _Sheet | None = None

    def picture(self, words: str, role: str, colour: int, ratio: float) -> WordPicture | None:
        """Return `words` in a colour (RGBA) at `ratio` device pixels a pixel, None where too wide."""
        key = (words, role, colour, ratio)
        found = self._young.get(key)
        if found is None:
            found = self._old.pop(key, None) or self._made(words, role, colour, ratio)
            if found is not None:
                self._keep(key, found)
        return found

    def rest(self) -> None:
        """Lay the brush down: call it after every frame."""
        if self._sheet is not None:
            self._sheet.rest()

    def _keep(self, key: tuple[str, str, int, float], picture: WordPicture) -> None:
        self._bytes += picture.image.sizeInBytes()
        if self._bytes > self._kept // 2:
            self._old, self._young = self._young, {}
            self._bytes = picture.image.sizeInBytes()
        self._young[key] = picture

    def _made(self, words: str, role: str, colour: int, ratio: float) -> WordPicture | None:
        width = ceil((text_width(words, role) + 2 * PAD) * ratio)
        if width > WIDEST:
            return None
        if self._sheet is None or self._sheet.ratio != ratio:
            self.rest()
            self._sheet = _Sheet(ratio)
        return self._sheet.written(words, role, colour, width)


class _Sheet:
    """A strip on which words are written one after the other and cut out: so the brush is taken up once."""

    def __init__(self, ratio: float) -> None:
        self.ratio = ratio
        self._strip = QImage(WIDEST, ceil(48 * ratio), QImage.Format.Format_ARGB32_Premultiplied)
        self._painter = QPainter()
        self._used = WIDEST

    def written(self, words: str, role: str, colour: int, width: int) -> WordPicture:
        if not self._painter.isActive():
            self._painter.begin(self._strip)
            self._painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
            self._painter.scale(self.ratio, self.ratio)
        if self._used + width > WIDEST:
            self._strip.fill(Qt.GlobalColor.transparent)
            self._used = 0
        left, pad = self._used, ceil(PAD * self.ratio)
        above, below = _reach(role, self.ratio)
        self._painter.setFont(font(role))
        self._painter.setPen(QColor.fromRgba(colour))
        self._painter.drawText(QPointF((left + pad) / self.ratio, above / self.ratio), words)
        self._used += width
        return WordPicture(-pad, -above, self._strip.copy(left, 0, width, above + below))

    def rest(self) -> None:
        if self._painter.isActive():
            self._painter.end()


def _reach(role: str, ratio: float) -> tuple[int, int]:
    """Return how far words of a role reach above and below their baseline in device pixels."""
    metrics = text_metrics(role)
    return ceil((metrics.ascent + PAD - 1) * ratio), ceil((metrics.descent + PAD - 2) * ratio)
