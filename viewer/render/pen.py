"""Words, lines and shapes as every painter here draws them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from viewer.render.fonts import font
from viewer.render.measure import middle_rise, room_for
from viewer.render.raster import Counts, DensityInks, Notes, Raster, Signs
from viewer.render.signs import NOTE, SIGNS, sign_name
from viewer.render.theme import Theme
from viewer.render.titles import TitleInks, plate_of
from viewer.timeline.crowds import Rugs
from viewer.timeline.drawn import Labels, Marks
from viewer.timeline.rect import Rect

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

    def titles(self, labels: Labels, inks: TitleInks, selected: int | None) -> None:
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

    def columns(self, rugs: Rugs, inks: DensityInks) -> None:
        """Fill columns of density."""
        painter, bottoms = self.painter, rugs.bottoms[rugs.of].tolist()
        boxes = zip(rugs.xs.tolist(), bottoms, rugs.widths.tolist(), rugs.heights.tolist(), strict=True)
        looks = zip(rugs.of.tolist(), rugs.behind.tolist(), strict=True)
        for (x, bottom, width, height), (lane, behind) in zip(boxes, looks, strict=True):
            painter.fillRect(QRectF(x, bottom - height, width, height), inks[lane][behind])

    def figures(self, counts: Counts, role: str, colour: QColor) -> None:
        """Write counts."""
        for x, baseline, words in zip(
            counts.middles.tolist(), counts.baselines.tolist(), counts.words, strict=True
        ):
            self.write(x - room_for(words, role) / 2, baseline, words, role, colour)

    def sign(self, name: str, x: float, y: float, colour: QColor, ground: QColor) -> None:
        """Draw a sign of signs.SIGNS with its middle at a point; `ground` shows through what is hollow."""
        self.signs([(name, colour, [(x, y)])], ground)

    def signs(self, signs: Sequence[Signs], ground: QColor) -> None:
        """Draw signs with their middles at points; `ground` shows through what is hollow."""
        painter = self.painter
        for name, colour, points in signs:
            for x, y in points:
                SIGNS[name](painter, x, y, colour, ground)

    def marks(self, marks: Marks, colours: Mapping[int, QColor], accent: QColor, ground: QColor) -> None:
        """Draw the signs of events at a point, of contested ones in `accent`."""
        for mark in marks:
            name = sign_name(mark.kind, contested=mark.contested, echo=mark.echo)
            self.sign(name, mark.x, mark.y, accent if mark.contested else colours[mark.lane], ground)

    def notes(self, notes: Notes) -> None:
        """Draw upright ticks, some with a diamond at their top."""
        *arrays, inks = notes
        for x, top, bottom, width, lane, pointed in zip(*(each.tolist() for each in arrays), strict=True):
            self.fill(Rect(x - (width - 1) / 2, top, width, bottom - top), inks[lane])
            if pointed:
                self.sign(NOTE, x, top, inks[lane], inks[lane])

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


_HINTS = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing


def hairline(colour: QColor) -> QPen:
    """Return a pen one device pixel wide."""
    pen = QPen(colour, 1.0)
    pen.setCosmetic(True)
    return pen


def qrect(box: Rect) -> QRectF:
    """Return the rectangle as Qt has it."""
    return QRectF(box.x, box.y, box.width, box.height)


def baseline_in(box: Rect, role: str) -> float:
    """Return the y on which words of a role stand that are in the vertical middle of `box`."""
    _, y, _, height = box
    return y + height / 2 + middle_rise(role)
