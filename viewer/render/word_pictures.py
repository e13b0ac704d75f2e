"""Words as pictures: shaping and drawing letters costs ten times as much as copying them."""

import re
from collections.abc import Sequence
from functools import lru_cache
from math import ceil
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from viewer.render.fonts import TYPES, font
from viewer.render.measure import LONGEST, middle_rise, room_for, text_metrics

KEPT: Final = 16 * 2**20
"""Bytes of pictures at 1x, at 2x four times as many: some four screens full of titles."""

WIDEST: Final = 1600
"""Device pixels: wider words are not kept."""

FRESH: Final = 3
"""Pictures made in one frame at most."""

MET: Final = 1000
"""Lines met once that are remembered, and as many that are to become pictures."""

LINES: Final = 4000
"""Lines that are remembered by what they say."""

HIGHEST: Final = 48
"""Pixels: larger type is not kept."""

STEP: Final = 4
"""Pixels by which strips differ in height: pictures of about one height share a strip."""

PAD: Final = 3
"""Pixels around the words for what leans out of them: slanted letters, marks upon marks."""

LOW: Final = 0.82, 0.27
"""How far ASCII letters reach above and below their baseline, in parts of the type's size."""

MIDDLE: Final = 1.06, 0.30
"""The same of Latin letters with their marks; letters of other scripts take what the type says."""

Run = tuple[tuple[int, str, str, int], ...]
"""Parts of one line: device pixels from the first one's beginning, words, role, colour (RGBA)."""


class Plate(NamedTuple):
    """A rectangle behind a line, in device pixels from its beginning and the middle of its height."""

    left: int
    top: int
    width: int
    height: int
    colour: int


class Line:
    """What stands in one line, at `ratio` device pixels a pixel, on its `plate`; its picture, if made.

    `rise` is how far its baseline lies below the middle of its height, in pixels.
    """

    __slots__ = ("picture", "plate", "ratio", "rise", "run")

    def __init__(self, run: Run, ratio: float, plate: Plate | None = None) -> None:
        self.run = run
        self.ratio = ratio
        self.plate = plate
        self.rise = middle_rise(run[0][2])
        self.picture: WordPicture | None = None


Said = tuple[str, str, int, float]
"""Words, their role, colour (RGBA) and ratio."""

Part = tuple[float, str, str, QColor]
"""Words of one type: the x they begin at in pixels, the words, their role, their colour."""

TRACE: Final = 1e-6
"""A part of a pixel that no one sees."""


def run_of(parts: Sequence[Part], ratio: float) -> Run:
    """Return parts of one line as a run; they keep their distance while it moves by less than a pixel."""
    first, words, role, colour = parts[0]
    if len(parts) == 1:
        return ((0, words, role, colour.rgba()),)
    # Where parts lie is reckoned anew every frame: a trace more than a whole pixel is one.
    return (
        (0, words, role, colour.rgba()),
        *((int((x - first) * ratio + TRACE), said, kind, hue.rgba()) for x, said, kind, hue in parts[1:]),
    )


class WordPicture(NamedTuple):
    """Words as device pixels of `strip`, from `at` on: where their corner lies, seen from their beginning."""

    left: int
    above: int
    strip: QImage
    at: int
    width: int
    height: int
    home: "_Strip"


class WordPictures:
    """Pictures of lines, written one after the other onto strips: `kept` bytes at 1x.

    When there is no room left, the strip that was used least lately is wiped: memory that is taken once and
    kept costs less than memory that comes and goes. Pictures are of one ratio at a time; `frame` is the
    number of the frame that is drawn.
    """

    def __init__(self, kept: int = KEPT, fresh: int = FRESH) -> None:
        self.frame = 0
        self.made = 0
        self._met: dict[Line, None] = {}
        self._wanted: dict[Line, None] = {}
        self._fresh_each, self._left = fresh, fresh
        self._full: list[_Strip] = []
        self._open: dict[int, _Strip] = {}
        self._kept = kept
        self._ratio = 0.0
        self._lines: dict[Said, Line] = {}

    def line(self, words: str, role: str, colour: QColor, ratio: float) -> Line:
        """Return the line that says `words` and nothing else."""
        said = (words, role, colour.rgba(), ratio)
        found = self._lines.get(said)
        if found is None:
            if len(self._lines) >= LINES:
                self._lines.clear()
            found = self._lines[said] = Line(((0, words, role, said[2]),), ratio)
        return found

    def picture(self, line: Line) -> WordPicture | None:
        """Return the picture of a line; None where it is to be drawn anew.

        That is so where it is too large, and when it is met for the first time: a picture costs twice as much
        as the words themselves. It may be wiped as soon as another is asked for: draw it at once.
        """
        found = line.picture
        if found is None:
            return self._at_second_sight(line)
        found.home.used_in = self.frame
        return found

    def rest(self) -> None:
        """Lay the brushes down: call it after every frame."""
        self._left = self._fresh_each
        self.frame += 1
        for strip in self._open.values():
            strip.rest()

    def foresee(self, line: Line) -> None:
        """Note a line that will soon be drawn."""
        if line.picture is None:
            _note(self._wanted, line)

    def work(self, number: int) -> bool:
        """Make pictures of at most `number` lines, foreseen or met twice; return whether there are more."""
        while self._wanted and number > 0:
            line = self._wanted.popitem()[0]
            if line.picture is None:
                self._make(line)
            number -= 1
        self.rest()
        return bool(self._wanted)

    def bytes(self) -> int:
        """Return how much memory the pictures take."""
        return sum(strip.image.sizeInBytes() for strip in (*self._full, *self._open.values()))

    def _at_second_sight(self, line: Line) -> WordPicture | None:
        if line.ratio != int(line.ratio):
            # Words and their picture would differ there: Qt rounds where letters begin before it scales.
            return self._make(line)
        if line in self._met:
            # Seen again: it stays a while. What is seen once only, as a count at an edge, is not worth it.
            del self._met[line]
            _note(self._wanted, line)
        if line not in self._wanted:
            _note(self._met, line)
        elif self._left > 0:
            self._left -= 1
            del self._wanted[line]
            return self._make(line)
        return None

    def _make(self, line: Line) -> WordPicture | None:
        run, ratio = line.run, line.ratio
        width = above = below = 0
        first = run[0][2]
        for right, words, role, _ in run:
            if len(words) > LONGEST:
                return None
            width = max(width, right + ceil((room_for(words, role) + 2 * PAD) * ratio))
            up, down = _reach(role, _script(words), ratio)
            lower = drop(first, role, ratio)
            above, below = max(above, up - lower), max(below, down + lower)
        if width > WIDEST or above + below > HIGHEST * ratio:
            return None
        strip = self._strip(width, above + below, ratio)
        left, pad = strip.used, ceil(PAD * ratio)
        write_line(strip.brush(ratio), line, left + pad, above)
        strip.used, strip.used_in = strip.used + width, self.frame
        strip.lines.append(line)
        self.made += 1
        line.picture = WordPicture(-pad, -above, strip.image, left, width, above + below, strip)
        return line.picture

    def _strip(self, width: int, height: int, ratio: float) -> "_Strip":
        """Return a strip with room for a picture."""
        if ratio != self._ratio:
            self.rest()
            for other in (*self._full, *self._open.values()):
                self.made -= other.wipe()
            self._full, self._open, self._ratio = [], {}, ratio
        step = ceil(STEP * ratio)
        high = -(-height // step) * step
        strip = self._open.get(high)
        if strip is not None and strip.used + width <= WIDEST:
            return strip
        if strip is not None:
            strip.rest()
            self._full.append(strip)
        strip = self._open[high] = self._fresh(high)
        return strip

    def _fresh(self, high: int) -> "_Strip":
        """Return a blank strip: one that was not used for long where there is no room for more."""
        while self._full and self.bytes() + 4 * WIDEST * high > self._kept * self._ratio**2:
            oldest = min(self._full, key=lambda strip: strip.used_in)
            self._full.remove(oldest)
            self.made -= oldest.wipe()
            if oldest.image.height() == high:
                return oldest
        return _Strip(high)


def _note(noted: dict[Line, None], line: Line) -> None:
    """Note what is to be remembered; the oldest is forgotten where that is too much."""
    if len(noted) >= MET:
        del noted[next(iter(noted))]
    noted[line] = None


def write_line(painter: QPainter, line: Line, x: float, baseline: float) -> None:
    """Write a line from `x` on, on `baseline`: device pixels under a painter in those of the picture."""
    ratio, plate, first = line.ratio, line.plate, line.run[0][2]
    if plate is not None:
        top = baseline + middle(first, ratio) + plate.top
        box = QRectF((x + plate.left) / ratio, top / ratio, plate.width / ratio, plate.height / ratio)
        painter.fillRect(box, QColor.fromRgba(plate.colour))
    for right, words, role, colour in line.run:
        painter.setFont(font(role))
        painter.setPen(QColor.fromRgba(colour))
        painter.drawText(QPointF((x + right) / ratio, (baseline + drop(first, role, ratio)) / ratio), words)


class _Strip:
    def __init__(self, height: int) -> None:
        self.image = QImage(WIDEST, height, QImage.Format.Format_ARGB32_Premultiplied)
        self.lines: list[Line] = []
        self.used_in = 0
        self._painter = QPainter()
        self.wipe()

    def wipe(self) -> int:
        """Forget the pictures; return how many there were."""
        self.image.fill(Qt.GlobalColor.transparent)
        number = len(self.lines)
        for line in self.lines:
            line.picture = None
        self.lines.clear()
        self.used = 0
        return number

    def brush(self, ratio: float) -> QPainter:
        if not self._painter.isActive():
            self._painter.begin(self.image)
            self._painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
            self._painter.scale(ratio, ratio)
        return self._painter

    def rest(self) -> None:
        if self._painter.isActive():
            self._painter.end()


@lru_cache(maxsize=256)
def drop(first: str, role: str, ratio: float) -> int:
    """Return how many device pixels lower a role stands than the role a line begins with."""
    return round((middle_rise(role) - middle_rise(first)) * ratio)


@lru_cache(maxsize=64)
def middle(role: str, ratio: float) -> int:
    """Return how many device pixels below the baseline the middle of a line's height lies."""
    return round(-middle_rise(role) * ratio)


def _script(words: str) -> str:
    return "ascii" if words.isascii() else "latin" if _LATIN.fullmatch(words) else "any"


_LATIN: Final = re.compile("[\u0000-\u017f\u2010-\u2026]*")
"""With dashes, quotation marks and the ellipsis."""


@lru_cache(maxsize=256)
def _reach(role: str, script: str, ratio: float) -> tuple[int, int]:
    """Return how far words reach above their baseline and below it, in device pixels."""
    metrics, size = text_metrics(role), TYPES[role].size
    above, below = metrics.ascent + PAD - 1, metrics.descent + PAD - 2
    if script != "any":
        above, below = (part * size for part in (LOW if script == "ascii" else MIDDLE))
    return ceil(above * ratio), ceil(below * ratio)
