"""Words, lines and shapes as every painter here draws them."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import compress

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from viewer.render.fonts import font
from viewer.render.lines import Line, write_line
from viewer.render.measure import middle_rise
from viewer.render.raster import NO_PEN, InkedRug, Notes, Raster, Signs, Stretch, kept_apart, kept_for
from viewer.render.signs import NOTE, SIGNS
from viewer.render.theme import Theme
from viewer.render.titles import TitleInks, plate_of
from viewer.timeline.scene import Label, Rect

Text = tuple[float, Rect, str, str, QColor]
"""The x that words begin at, the box in whose vertical middle they stand, words, role and colour."""


class MissingTextError(ValueError):
    """A written line left no trace in the file."""


class Pen:
    """A painter with the habits of this house: middled words, hairlines one device pixel wide."""

    sharp = True
    """Whether lines are moved to whole device pixels."""

    def __init__(self, painter: QPainter) -> None:
        self._painter = painter

    @property
    def painter(self) -> QPainter:
        """The painter in pixels of the picture. Ask for it anew after every other call of the pen."""
        return self._painter

    @contextmanager
    def at_work(self, _theme: Theme) -> Iterator[None]:
        """Everything between is drawn in one go; the painter is given back as it came."""
        self._painter.save()
        self._painter.setRenderHints(_HINTS)
        try:
            yield
        finally:
            self._painter.restore()

    def raster(self) -> Raster | None:
        """Return the device pixels that are drawn on, None where shapes are to stay shapes."""
        return None

    def clip(self, box: Rect | None) -> None:
        """Draw within `box` only from now on, or everywhere."""
        if box is None:
            self.painter.setClipping(False)
        else:
            self.painter.setClipRect(qrect(box))

    def titles(self, labels: Iterable[Label], inks: TitleInks, selected: int | None) -> None:
        """Write titles of events with their dates, on a plate where they stand in their bars."""
        for label in labels:
            parts = inks.parts(label, selected=label.event == selected)
            if label.inside:
                self.fill(plate_of(label, parts), inks.plate)
            for x, words, role, colour in parts:
                self.text(x, label.box, words, role, colour)

    def texts(self, texts: Iterable[Text]) -> None:
        """Write words."""
        for text in texts:
            self.text(*text)

    def text(self, x: float, box: Rect, words: str, role: str, colour: QColor) -> None:
        """Write `words` from `x` on, in the vertical middle of `box`."""
        if words:
            self.write(x, baseline_in(box, role), words, role, colour)

    def write(self, x: float, baseline: float, words: str, role: str, colour: QColor) -> None:
        """Write `words` from `x` on, standing on `baseline`."""
        painter = self.painter
        painter.setFont(font(role))
        painter.setPen(colour)
        painter.drawText(QPointF(x, baseline), words)

    def line(self, x1: float, y1: float, x2: float, y2: float, colour: QColor) -> None:
        """Draw a hairline; upright and level ones fall on whole device pixels."""
        painter = self.painter
        painter.setPen(hairline(colour))
        painter.drawLine(self._point(x1, y1), self._point(x2, y2))

    def fill(self, box: Rect, colour: QColor) -> None:
        """Fill a rectangle."""
        self.painter.fillRect(qrect(box), colour)

    def columns(self, densities: Sequence[InkedRug]) -> None:
        """Fill the columns of some rugs."""
        painter = self.painter
        for rug, colour, faint, behind in densities:
            columns = zip(rug.xs.tolist(), rug.widths.tolist(), rug.heights.tolist(), strict=True)
            for x, width, height in columns:
                for left, right, is_behind in parted(x, x + width, behind):
                    box = QRectF(left, rug.bottom - height, right - left, height)
                    painter.fillRect(box, faint if is_behind else colour)

    def sign(self, name: str, x: float, y: float, colour: QColor, ground: QColor) -> None:
        """Draw a sign of signs.SIGNS with its middle at a point; `ground` shows through what is hollow."""
        self.signs([(name, colour, [(x, y)])], ground)

    def signs(self, signs: Sequence[Signs], ground: QColor) -> None:
        """Draw signs with their middles at points; `ground` shows through what is hollow."""
        painter = self.painter
        for name, colour, points in signs:
            for x, y in points:
                SIGNS[name](painter, x, y, colour, ground)

    def notes(self, notes: Sequence[Notes]) -> None:
        """Draw upright ticks, some with a diamond at their top."""
        for xs, top, bottom, width, colour, pointed in notes:
            for x in xs:
                self.fill(Rect(x - (width - 1) / 2, top, width, bottom - top), colour)
                if pointed:
                    self.sign(NOTE, x, top, colour, colour)

    def strokes(self, lines: Sequence[QLineF], colour: QColor) -> None:
        """Draw slanted strokes one pixel wide."""
        painter = self.painter
        painter.setPen(QPen(colour, 1.0))
        painter.drawLines(lines)

    def _point(self, x: float, y: float) -> QPointF:
        if not self.sharp:
            return QPointF(x, y)
        ratio = self._painter.device().devicePixelRatioF()
        return QPointF((int(x * ratio) + 0.5) / ratio, (int(y * ratio) + 0.5) / ratio)


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

    def titles(self, labels: Iterable[Label], inks: TitleInks, selected: int | None) -> None:
        """Write titles of events with their dates, on a plate where they stand in their bars."""
        ratio, titles = self._raster.ratio, self._raster.titles
        known, lines = titles.at(ratio).get, _Lines()
        try:
            # Taken apart by hand: there are hundreds in every frame.
            for label in labels:
                event, (x, y, _, height), text, date, rank, _, inside, _, echo = label
                line = known((text, date, rank, inside, echo, event == selected))
                lines.add(
                    line or titles.line(label, inks, ratio, selected=event == selected), x, y + height / 2
                )
        finally:
            self._write(lines)

    def texts(self, texts: Iterable[Text]) -> None:
        """Write words."""
        line, ratio, lines = self._raster.words.line, self._raster.ratio, _Lines()
        try:
            for x, (_, y, _, height), words, role, colour in texts:
                if words:
                    lines.add(line(words, role, colour, ratio), x, y + height / 2)
        finally:
            self._write(lines)

    def text(self, x: float, box: Rect, words: str, role: str, colour: QColor) -> None:
        """Write `words` from `x` on, in the vertical middle of `box`."""
        self.texts(((x, box, words, role, colour),))

    def _write(self, lines: "_Lines") -> None:
        """Write lines: as pictures where there are some."""
        raster = self.raster()
        words, xs, ys = raster.words, np.array(lines.xs), np.array(lines.ys)
        begins = (xs * raster.ratio + raster.left).astype(np.int64)
        levels = (ys * raster.ratio + raster.top + 0.5).astype(np.int64)
        ready = words.ready(lines.lines)
        if all(ready):
            words.copy(self._painter, lines.lines, begins, levels)
            return
        words.copy(self._painter, list(compress(lines.lines, ready)), begins[ready], levels[ready])
        painter = self.painter
        for line, begin, level, is_ready in zip(
            lines.lines, begins.tolist(), levels.tolist(), ready, strict=True
        ):
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

    def columns(self, densities: Sequence[InkedRug]) -> None:
        """Fill the columns of some rugs."""
        self.raster().columns(densities)

    def signs(self, signs: Sequence[Signs], ground: QColor) -> None:
        """Draw signs with their middles at points; `ground` shows through what is hollow."""
        self.raster().signs(signs, ground)

    def notes(self, notes: Sequence[Notes]) -> None:
        """Draw upright ticks, some with a diamond at their top."""
        self.raster().notes(notes)


class _Lines:
    """Lines that are written in one go: where they begin, and where their baselines lie, in pixels."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.xs: list[float] = []
        self.ys: list[float] = []

    def add(self, line: Line, x: float, middle: float) -> None:
        """Write a line from `x` on about the `middle` of its height."""
        self.lines.append(line)
        self.xs.append(x)
        self.ys.append(middle + line.rise)


_HINTS = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing


def hairline(colour: QColor) -> QPen:
    """Return a pen one device pixel wide."""
    pen = QPen(colour, 1.0)
    pen.setCosmetic(True)
    return pen


def qrect(box: Rect) -> QRectF:
    """Return the rectangle as Qt has it."""
    return QRectF(box.x, box.y, box.width, box.height)


def parted(left: float, right: float, stretches: Sequence[Stretch]) -> Iterator[tuple[float, float, bool]]:
    """Yield the parts of [left, right) that lie in one of the stretches, which ascend, and those between."""
    for first, last in stretches:
        if first < right and last > left:
            if first > left:
                yield left, first, False
            yield max(first, left), min(last, right), True
            left = min(last, right)
    if left < right:
        yield left, right, False


def baseline_in(box: Rect, role: str) -> float:
    """Return the y on which words of a role stand that are in the vertical middle of `box`."""
    _, y, _, height = box
    return y + height / 2 + middle_rise(role)
