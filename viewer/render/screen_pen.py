"""Words, lines and shapes on a screen: whole device pixels, and what repeats as pictures made once."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import compress

import numpy as np
from PySide6.QtGui import QColor, QPainter

from viewer.render.lines import Line, write_line
from viewer.render.pen import Pen, Text
from viewer.render.raster import (
    ACCENT,
    NO_PEN,
    Counts,
    DensityInks,
    Notes,
    Raster,
    Signs,
    kept_apart,
    kept_for,
)
from viewer.render.theme import Theme
from viewer.render.titles import TitleInks
from viewer.timeline.columnar import Floats
from viewer.timeline.crowds import Rugs
from viewer.timeline.drawn import Labels, Marks
from viewer.timeline.rect import Rect


class ScreenPen(Pen):
    """Draws on whole device pixels, what repeats as pictures made once.

    The painter stands either in pixels of the picture or in those of the device; each goes over to the other
    when it is asked for.
    """

    def __init__(self, painter: QPainter) -> None:
        super().__init__(painter)
        self._raster = Raster(painter, kept_apart())
        self._on_device = False
        self._clipped: Rect | None = None

    @property
    def painter(self) -> QPainter:
        """The painter in pixels of the picture. Ask for it anew after every other call of the pen."""
        if self._on_device:
            self._painter.setWorldTransform(self._raster.from_picture)
            self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._on_device = False
        return self._painter

    @contextmanager
    def at_work(self, theme: Theme) -> Iterator[None]:
        """Everything between is drawn in one go; the painter is given back as it came."""
        with super().at_work(theme):
            self._raster = Raster(self._painter, kept_for(theme))
            try:
                yield
            finally:
                self._raster.words.rest()
                self._raster.stamps.rest()
                self._on_device = False
                self._clipped = None

    def raster(self) -> Raster:
        """Return the device pixels that are drawn on, with the painter standing in them."""
        if not self._on_device:
            self._painter.setWorldTransform(self._raster.from_device)
            self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            self._painter.setPen(NO_PEN)
            self._on_device = True
        return self._raster

    def clip(self, box: Rect | None) -> None:
        """Draw within `box` only from now on, or everywhere."""
        if box == self._clipped:
            return
        self._clipped = box
        if box is None:
            self._painter.setClipping(False)
        else:
            self._painter.setClipRect(*self.raster().pixels(*box))

    def titles(self, labels: Labels, inks: TitleInks, selected: int | None) -> None:
        """Write titles of events with their dates, on a plate where they stand in their bars."""
        lines = self._raster.titles.lines(labels, inks, self._raster.ratio, selected)
        self._write(lines, labels.x, labels.y + labels.height / 2)

    def texts(self, texts: Iterable[Text]) -> None:
        """Write words."""
        line, ratio = self._raster.words.line, self._raster.ratio
        lines: list[Line] = []
        places: list[tuple[float, float]] = []
        try:
            for x, (_, y, _, height), words, role, colour in texts:
                if words:
                    lines.append(line(words, role, colour, ratio))
                    places.append((x, y + height / 2))
        finally:
            if lines:
                at = np.array(places)
                self._write(lines, at[:, 0], at[:, 1])

    def text(self, x: float, box: Rect, words: str, role: str, colour: QColor) -> None:
        """Write `words` from `x` on, in the vertical middle of `box`."""
        self.texts(((x, box, words, role, colour),))

    def _write(self, lines: Sequence[Line], xs: Floats, middles: Floats) -> None:
        """Write lines from `xs` on, about the `middles` of their height: as pictures where there are some."""
        raster = self.raster()
        words, ys = raster.words, middles + [line.rise for line in lines]
        begins = (xs * raster.ratio + raster.left).astype(np.int64)
        levels = (ys * raster.ratio + raster.top + 0.5).astype(np.int64)
        ready = words.ready(lines)
        if all(ready):
            words.copy(self._painter, lines, begins, levels)
            return
        words.copy(self._painter, list(compress(lines, ready)), begins[ready], levels[ready])
        painter = self.painter
        for line, begin, level, is_ready in zip(lines, begins.tolist(), levels.tolist(), ready, strict=True):
            if not is_ready:
                write_line(painter, line, begin - raster.left, level - raster.top)

    def line(self, x1: float, y1: float, x2: float, y2: float, colour: QColor) -> None:
        """Draw an upright or level hairline."""
        raster = self.raster()
        x, y = int(x1 * raster.ratio + raster.left), int(y1 * raster.ratio + raster.top)
        width, height = int(x2 * raster.ratio + raster.left) - x, int(y2 * raster.ratio + raster.top) - y
        self._painter.fillRect(x, y, max(width, 1), max(height, 1), colour)

    def fill(self, box: Rect, colour: QColor) -> None:
        """Fill a rectangle."""
        self._painter.fillRect(*self.raster().pixels(*box), colour)

    def columns(self, rugs: Rugs, inks: DensityInks) -> None:
        """Fill columns of density."""
        self.raster().columns(rugs, inks)

    def figures(self, counts: Counts, role: str, colour: QColor) -> None:
        """Write counts."""
        self.raster().figures(counts, role, colour)

    def signs(self, signs: Sequence[Signs], ground: QColor) -> None:
        """Draw signs with their middles at points; `ground` shows through what is hollow."""
        self.raster().signs(signs, ground)

    def marks(self, marks: Marks, colours: Mapping[int, QColor], accent: QColor, ground: QColor) -> None:
        """Draw the signs of events at a point."""
        self.raster().marks(marks, {ACCENT: accent, **colours}, ground)

    def notes(self, notes: Notes) -> None:
        """Draw upright ticks, some with a diamond at their top."""
        self.raster().notes(notes)
