"""Bars to scale as whole device pixels: a tenth of what their shapes cost, and sharper."""

from collections.abc import Iterator, Mapping

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPen

from viewer.render.bar_inks import BarInks
from viewer.render.bar_look import CONTESTED_LINE, ECHO_LINE, EDGE, LINE, POINT, pointed
from viewer.render.raster import NO_PEN, Raster
from viewer.timeline.drawn import Bars
from viewer.timeline.rect import Rect

Span = tuple[int, int]
"""Device pixels from the first to the one after the last; empty where they are equal."""


Level = tuple[int, int]
"""Device pixels: the top of a bar, and how high it is."""


def draw_raster_bars(raster: Raster, bars: Bars, colours: Mapping[int, QColor], accent: QColor) -> None:
    """Draw bars: their flanks, their cores, and an edge in `accent` with pointed ends where contested.

    `colours` are those of the lanes. An echo is an outline only. A hairline of ground stays between bars that
    touch.
    """
    inks_of = {lane: raster.bar_inks(colours[lane]) for lane in set(bars.lane.tolist())}
    for lane, contested, echo, span, level, core in _placed(raster, bars):
        inks = inks_of[lane]
        if contested:
            _pointed_bar(raster, span, level, core, inks, accent=accent, echo=echo)
        elif echo:
            _outline(raster, span, level, inks, ECHO_LINE)
        else:
            _flanks(raster, span, level, core, inks)
            if core[0] < core[1]:
                _core(raster, core, level, inks)
            _outline(raster, span, level, inks, LINE)


def _placed(raster: Raster, bars: Bars) -> Iterator[tuple[int, bool, bool, Span, Level, Span]]:
    """Return the lane of each bar, whether it is contested, an echo, and where it and its core lie."""
    ratio, gap = raster.ratio, int(raster.ratio) or 1
    xs = np.concatenate((bars.x, bars.x + bars.width, bars.core_x, bars.core_right)).reshape(4, -1)
    left, end, core, core_end = (xs * ratio + raster.left).astype(np.int64)
    right = np.maximum(end - gap, left + 1)
    begin = np.minimum(np.maximum(core, left), right)
    until = np.minimum(np.maximum(core_end, begin + 1), right)
    begin, until = np.where(xs[3] > xs[2], (begin, until), right)
    top = (bars.y * ratio + raster.top).astype(np.int64)
    height = np.maximum((bars.height * ratio + 0.5).astype(np.int64), 1)
    pairs = (
        zip(a.tolist(), b.tolist(), strict=True) for a, b in ((left, right), (top, height), (begin, until))
    )
    return zip(bars.lane.tolist(), bars.contested.tolist(), bars.echo.tolist(), *pairs, strict=True)


def _core(raster: Raster, span: Span, level: Level, inks: BarInks) -> None:
    """Fill the core with its edges."""
    (begin, end), (top, height) = span, level
    rect, edge = raster.painter.drawRect, min(round(EDGE * raster.ratio), (end - begin + 1) // 2)
    raster.painter.setBrush(inks.core)
    rect(begin, top, end - begin, height)
    raster.painter.setBrush(inks.full)
    rect(begin, top, edge, height)
    rect(end - edge, top, edge, height)


def _outline(raster: Raster, span: Span, level: Level, inks: BarInks, width: float) -> None:
    """Draw the line around a bar, `width` pixels wide; it is all there is of a bar too small for one."""
    (left, right), (top, height), line = span, level, round(width * raster.ratio) or 1
    rect, wide, inner = raster.painter.drawRect, right - left, height - 2 * line
    raster.painter.setBrush(inks.full)
    if wide <= 2 * line or inner <= 0:
        rect(left, top, wide, height)
        return
    rect(left, top, wide, line)
    rect(left, top + height - line, wide, line)
    rect(left, top + line, line, inner)
    rect(right - line, top + line, line, inner)


def _flanks(raster: Raster, span: Span, level: Level, core: Span, inks: BarInks) -> None:
    """Fill the flanks with strokes that fade away from the core."""
    (left, right), (top, height), (begin, end) = span, level, core
    if begin >= end:
        raster.painter.fillRect(left, top, right - left, height, inks.even)
        return
    if begin > left:
        _flank(raster, (left, begin), level, inks, outwards=False)
    if right > end:
        _flank(raster, (end, right), level, inks, outwards=True)


def _flank(raster: Raster, span: Span, level: Level, inks: BarInks, *, outwards: bool) -> None:
    (left, right), (top, height), period = span, level, inks.period
    picture = inks.fade(right - left, height, outwards=outwards)
    if picture is None:
        raster.painter.fillRect(left, top, right - left, height, inks.even)
        return
    near = 0 if outwards else picture.width() - period - (right - left)
    shift = near + (left - near) % period
    raster.painter.drawImage(left, top, picture, shift, top % period, right - left, height)


def _pointed_bar(
    raster: Raster, span: Span, level: Level, core: Span, inks: BarInks, *, accent: QColor, echo: bool
) -> None:
    (left, right), (top, height), (first, last) = span, level, core
    point, painter, ratio = round(POINT * raster.ratio), raster.painter, raster.ratio
    if echo or right - left <= 2 * point:
        _pointed_outline(raster, Rect(left, top, right - left, height), inks, accent, echo=echo)
        return
    inner, end = left + point, right - point
    begin, until = min(max(first, inner), end), min(max(last, inner), end)
    _flanks(raster, (inner, end), level, (begin, until), inks)
    if begin < until:
        painter.setBrush(inks.core)
        painter.drawRect(begin, top, until - begin, height)
        painter.setBrush(inks.full)
        edge = min(round(EDGE * ratio), (until - begin + 1) // 2)
        if first >= inner:
            painter.drawRect(begin, top, edge, height)
        if last <= end:
            painter.drawRect(until - edge, top, edge, height)
    line, certain, near = round(CONTESTED_LINE * ratio) or 1, first < last, point // 2
    painter.setBrush(accent)
    painter.drawRect(inner, top, end - inner, line)
    painter.drawRect(inner, top + height - line, end - inner, line)
    dark = certain and first <= left + near, certain and last >= right - near
    painter.drawImage(left, top, inks.cap(height, accent, certain=dark[0], on_left=True))
    painter.drawImage(end, top, inks.cap(height, accent, certain=dark[1], on_left=False))


def _pointed_outline(raster: Raster, box: Rect, inks: BarInks, accent: QColor, *, echo: bool) -> None:
    """Draw an echo, or a bar so short that its points meet."""
    painter, point = raster.painter, POINT * raster.ratio
    line = max(round((ECHO_LINE if echo else CONTESTED_LINE) * raster.ratio), 1)
    inset = Rect(box.x + line / 2, box.y + line / 2, max(box.width - line, 0), max(box.height - line, 0))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush if echo else inks.core)
    painter.setPen(QPen(accent, line))
    painter.drawPolygon(pointed(inset, point, inset.x, inset.right))
    painter.setPen(NO_PEN)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
