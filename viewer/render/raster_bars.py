"""Bars to scale as whole device pixels: a tenth of what their shapes cost, and sharper."""

from collections.abc import Iterator, Mapping

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from viewer.render.bar_inks import BarInks
from viewer.render.bar_look import CONTESTED_LINE, ECHO_LINE, EDGE, LINE, POINT, pointed
from viewer.render.raster import NO_PEN, Raster
from viewer.render.words_within import WordsWithin, covered_edges
from viewer.timeline.drawn import Bars
from viewer.timeline.rect import Rect

Place = tuple[int, int, int, int, int, int, int, int]
"""Device pixels of a bar: its left, its right, its top, its height; where its core begins and where it ends:
at the right of the bar both, if nothing is certain. Then whether the edge of the core at its beginning lies
behind words, and that at its end."""


def draw_raster_bars(
    raster: Raster, bars: Bars, colours: Mapping[int, QColor], accent: QColor, words: WordsWithin
) -> None:
    """Draw bars: their flanks, their cores, and an edge in `accent` with pointed ends where contested.

    `colours` are those of the lanes. An echo is an outline only. A hairline of ground stays between bars that
    touch. No edge of a core runs through `words`.
    """
    inks_of = {lane: raster.bar_inks(colours[lane]) for lane in set(bars.lane.tolist())}
    brush = _BarBrush(raster, accent)
    for lane, contested, echo, place in _placed(raster, bars, words):
        inks = inks_of[lane]
        if contested:
            if echo or place[1] - place[0] <= 2 * brush.point:
                brush.shape(place, inks, echo=echo)
            else:
                brush.pointed(place, inks)
        elif echo:
            brush.echo(place, inks)
        else:
            brush.plain(place, inks)


def _placed(raster: Raster, bars: Bars, words: WordsWithin) -> Iterator[tuple[int, bool, bool, Place]]:
    """Return the lane of each bar, whether it is contested, an echo, and where it lies."""
    ratio, gap = raster.ratio, int(raster.ratio) or 1
    xs = np.concatenate((bars.x, bars.x + bars.width, bars.core_x, bars.core_right)).reshape(4, -1)
    left, end, core, core_end = (xs * ratio + raster.left).astype(np.int64)
    right = np.maximum(end - gap, left + 1)
    begin = np.minimum(np.maximum(core, left), right)
    until = np.minimum(np.maximum(core_end, begin + 1), right)
    begin, until = np.where(xs[3] > xs[2], (begin, until), right)
    top = (bars.y * ratio + raster.top).astype(np.int64)
    height = np.maximum((bars.height * ratio + 0.5).astype(np.int64), 1)
    columns = left, right, top, height, begin, until, *covered_edges(bars, words)
    places = zip(*(column.tolist() for column in columns), strict=True)
    return zip(bars.lane.tolist(), bars.contested.tolist(), bars.echo.tolist(), places, strict=True)


class _BarBrush:
    """Draws bars one by one: what the bars of a frame share is reckoned once."""

    def __init__(self, raster: Raster, accent: QColor) -> None:
        ratio = self._ratio = raster.ratio
        self._painter = raster.painter
        self._rect, self._use = raster.painter.drawRect, raster.painter.setBrush
        self._accent, self._red = accent, QBrush(accent)
        self._edge, self.point = round(EDGE * ratio), round(POINT * ratio)
        widths = (LINE, CONTESTED_LINE, ECHO_LINE)
        self._line, self._contested_line, self._echo_line = (round(width * ratio) or 1 for width in widths)

    def plain(self, place: Place, inks: BarInks) -> None:
        """Draw a bar that nobody contests."""
        self._fill(place, inks)
        self._frame(place, inks, self._line, self._edge_of(place[4], place[5]))

    def echo(self, place: Place, inks: BarInks) -> None:
        """Draw the outline of a bar that stands in another lane as well."""
        self._frame(place, inks, self._echo_line, 0)

    def pointed(self, place: Place, inks: BarInks) -> None:
        """Draw a contested bar that is longer than its points."""
        left, right, top, height, first, last, *covered = place
        rect, image, accent, line = self._rect, self._painter.drawImage, self._accent, self._contested_line
        inner, end, near = left + self.point, right - self.point, self.point // 2
        begin, until = min(max(first, inner), end), min(max(last, inner), end)
        self._fill((inner, end, top, height, begin, until, 0, 0), inks)
        if begin < until:
            self._use(inks.full)
            edge = self._edge_of(begin, until)
            if first >= inner and not covered[0]:
                rect(begin, top, edge, height)
            if last <= end and not covered[1]:
                rect(until - edge, top, edge, height)
        self._use(self._red)
        rect(inner, top, end - inner, line)
        rect(inner, top + height - line, end - inner, line)
        certain = first < last
        before, after = certain and first <= left + near, certain and last >= right - near
        image(left, top, inks.cap(height, accent, certain=before, on_left=True))
        image(end, top, inks.cap(height, accent, certain=after, on_left=False))

    def shape(self, place: Place, inks: BarInks, *, echo: bool) -> None:
        """Draw the echo of a contested bar, or one so short that its points meet."""
        (left, right, top, height, *_), painter = place, self._painter
        line = self._echo_line if echo else self._contested_line
        wide, high = max(right - left - line, 0), max(height - line, 0)
        inset = Rect(left + line / 2, top + line / 2, wide, high)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush if echo else inks.core)
        painter.setPen(QPen(self._accent, line))
        painter.drawPolygon(pointed(inset, POINT * self._ratio, inset.x, inset.right))
        painter.setPen(NO_PEN)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def _edge_of(self, begin: int, until: int) -> int:
        return min(self._edge, (until - begin + 1) // 2)

    def _frame(self, place: Place, inks: BarInks, line: int, edge: int) -> None:
        """Draw the line around a bar and the edges of its core; all of a bar too small for these is line."""
        left, right, top, height, begin, until, *covered = place
        rect, wide, inner = self._rect, right - left, height - 2 * line
        self._use(inks.full)
        if wide <= 2 * line or inner <= 0:
            rect(left, top, wide, height)
            return
        rect(left, top, wide, line)
        rect(left, top + height - line, wide, line)
        # An edge at an end of the bar and the line there are one.
        thick = max(edge, line)
        first, last = thick if begin == left else line, thick if until == right else line
        rect(left, top + line, first, inner)
        rect(right - last, top + line, last, inner)
        if edge and begin > left and not covered[0]:
            rect(begin, top + line, edge, inner)
        if edge and until < right and not covered[1]:
            rect(until - edge, top + line, edge, inner)

    def _fill(self, place: Place, inks: BarInks) -> None:
        """Fill the core, and the flanks with strokes that fade away from it."""
        left, right, top, height, begin, until, *_ = place
        if begin >= until:
            self._use(inks.even)
            self._rect(left, top, right - left, height)
            return
        self._use(inks.core)
        self._rect(begin, top, until - begin, height)
        if begin > left:
            self._flank(left, top, (begin - left, height), inks, outwards=False)
        if right > until:
            self._flank(until, top, (right - until, height), inks, outwards=True)

    def _flank(self, left: int, top: int, size: tuple[int, int], inks: BarInks, *, outwards: bool) -> None:
        (width, height), period = size, inks.period
        picture = inks.fade(width, height, outwards=outwards)
        if picture is None:
            self._use(inks.even)
            self._rect(left, top, width, height)
            return
        near = 0 if outwards else picture.width() - period - width
        shift = near + (left - near) % period
        self._painter.drawImage(left, top, picture, shift, top % period, width, height)
