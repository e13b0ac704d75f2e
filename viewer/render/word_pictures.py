"""Words as pictures: shaping and drawing letters costs ten times as much as copying them."""

import re
from collections.abc import Sequence
from math import ceil
from typing import Final

import numpy as np
from PySide6.QtGui import QColor, QPainter

from viewer.render.lines import Line, drop
from viewer.render.measure import LONGEST, height_of, room_for, text_metrics
from viewer.render.stamps import Copier, Numbers
from viewer.render.word_page import HIGHEST, WIDEST, WordPage

KEPT: Final = 16 * 2**20
"""Bytes of pictures at 1x, at 2x four times as many: some four screens full of titles."""

FRESH: Final = 3
"""Pictures made in one frame at most."""

MET: Final = 1000
"""Lines met once that are remembered, and as many that are to become pictures."""

LINES: Final = 4000
"""Lines that are remembered by what they say."""

PAD: Final = 3
"""Pixels around the words for what leans out of them: slanted letters, marks upon marks."""

Said = tuple[str, str, int, float]
"""Words, their role, colour (RGBA) and ratio."""


class WordPictures:
    """Pictures of lines by number, written one after the other onto strips of a page: `kept` bytes at 1x.

    When there is no room left, the strip that was used least lately is wiped: memory that is taken once and
    kept costs less than memory that comes and goes. Pictures are of one ratio at a time.
    """

    def __init__(self, copier: Copier, kept: int = KEPT, fresh: int = FRESH) -> None:
        self._copier = copier
        self._kept = kept
        self._fresh_each, self._left = fresh, fresh
        self._frame = 0
        self._met: dict[Line, None] = {}
        self._wanted: dict[Line, None] = {}
        self._lines: dict[Said, Line] = {}
        self._page = WordPage(kept, 1.0)
        self._ratio = 0.0

    def line(self, words: str, role: str, colour: QColor, ratio: float) -> Line:
        """Return the line that says `words` and nothing else."""
        said = (words, role, colour.rgba(), ratio)
        found = self._lines.get(said)
        if found is None:
            if len(self._lines) >= LINES:
                self._lines.clear()
            found = self._lines[said] = Line(((0, words, role, said[2]),), ratio)
        return found

    def ready(self, lines: Sequence[Line]) -> list[bool]:
        """Return of which lines there is a picture now: all others are to be written anew.

        Those are lines that are too large, and those met for the first time: a picture costs twice as much as
        the words themselves.
        """
        for line in lines:
            if line.picture is None:
                self._at_second_sight(line)
        return [line.picture is not None for line in lines]

    def copy(self, painter: QPainter, lines: Sequence[Line], xs: Numbers, ys: Numbers) -> None:
        """Copy the pictures of lines to device pixels: where they begin, and where their baselines lie."""
        if lines:
            numbers = np.array([line.picture for line in lines], dtype=np.int64)
            self._page.copy(painter, self._copier, numbers, (xs, ys))
            self._page.note_use(numbers, self._frame)

    def rest(self) -> None:
        """Lay the brush down: call it after every frame."""
        self._left = self._fresh_each
        self._frame += 1
        self._page.rest()

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

    @property
    def made(self) -> int:
        """How many pictures there are."""
        return len(self._page)

    def bytes(self) -> int:
        """Return how much memory the pictures take."""
        return self._page.bytes()

    def _at_second_sight(self, line: Line) -> None:
        if line.ratio != int(line.ratio):
            # Words and their picture would differ there: Qt rounds where letters begin before it scales.
            self._make(line)
            return
        if line in self._met:
            # Seen again: it stays a while. What is seen once only, as a count at an edge, is not worth it.
            del self._met[line]
            _note(self._wanted, line)
        if line not in self._wanted:
            _note(self._met, line)
        elif self._left > 0:
            self._left -= 1
            del self._wanted[line]
            self._make(line)

    def _make(self, line: Line) -> None:
        run, ratio = line.run, line.ratio
        width = above = below = 0
        first = run[0][2]
        for right, words, role, _ in run:
            if len(words) > LONGEST:
                return
            width = max(width, right + ceil((room_for(words, role) + 2 * PAD) * ratio))
            up, down = _reach(role, words, ratio)
            lower = drop(first, role, ratio)
            above, below = max(above, up - lower), max(below, down + lower)
        if width > WIDEST or above + below > HIGHEST * ratio:
            return
        if ratio != self._ratio:
            self._page.wipe()
            self._page, self._ratio = WordPage(self._kept, ratio), ratio
        self._page.write(line, (width, above + below), (ceil(PAD * ratio), above), self._frame)


def _note(noted: dict[Line, None], line: Line) -> None:
    """Note what is to be remembered; the oldest is forgotten where that is too much."""
    if len(noted) >= MET:
        del noted[next(iter(noted))]
    noted[line] = None


_LATIN: Final = re.compile("[\u0000-\u017f\u2010-\u2026]*")
"""With dashes, quotation marks and the ellipsis: letters beside each other are as high as they are alone."""


def _reach(role: str, words: str, ratio: float) -> tuple[int, int]:
    """Return how far words reach above their baseline and below it, in device pixels."""
    if _LATIN.fullmatch(words):
        above, below = height_of(words, role)
        return ceil(above * ratio) + 1, ceil(below * ratio) + 1
    metrics = text_metrics(role)
    return ceil((metrics.ascent + PAD - 1) * ratio), ceil((metrics.descent + PAD - 2) * ratio)
