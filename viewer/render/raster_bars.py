"""Bars to scale as whole device pixels: a tenth of what their shapes cost, and sharper."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPen

from viewer.render.bar_inks import BarInks
from viewer.render.bar_look import CONTESTED_LINE, ECHO_LINE, EDGE, LINE, POINT, pointed
from viewer.render.raster import NO_PEN, Raster
from viewer.timeline.scene import Bar, Rect

Span = tuple[int, int]
"""Device pixels from the first to the one after the last; empty where they are equal."""


def draw_raster_bar(raster: Raster, bar: Bar, colour: QColor, accent: QColor) -> None:
    """Draw one bar: its flanks, its core, and an edge in `accent` with pointed ends where it is contested.

    An echo is an outline only. A hairline of ground stays between bars that touch.
    """
    ratio, offset = raster.ratio, raster.left
    x, y, width, height = bar.box
    left, gap = int(x * ratio + offset), int(ratio) or 1
    right = max(int((x + width) * ratio + offset) - gap, left + 1)
    level = int(y * ratio + raster.top), max(int(height * ratio + 0.5), 1)
    core = right, right
    if bar.core_right > bar.core_x:
        begin = min(max(int(bar.core_x * ratio + offset), left), right)
        core = begin, min(max(int(bar.core_right * ratio + offset), begin + 1), right)
    if bar.contested:
        _pointed_bar(raster, bar, (left, right), level, core, (colour, accent))
        return
    inks = raster.bar_inks(colour)
    if not bar.echo:
        _flanks(raster, (left, right), level, core, inks)
    _edges(raster, (left, right), level, core, inks, echo=bar.echo)


def _edges(raster: Raster, span: Span, level: Span, core: Span, inks: BarInks, *, echo: bool) -> None:
    """Fill the core, and draw the lines at its ends and around the bar."""
    (left, right), (top, height), (begin, end) = span, level, core
    painter, line = raster.painter, max(round((ECHO_LINE if echo else LINE) * raster.ratio), 1)
    rect = painter.drawRect
    if begin < end and not echo:
        painter.setBrush(inks.core)
        rect(begin, top, end - begin, height)
    painter.setBrush(inks.full)
    if right - left <= 2 * line or height <= 2 * line:
        rect(left, top, right - left, height)
        return
    if begin < end and not echo:
        edge = min(round(EDGE * raster.ratio), (end - begin + 1) // 2)
        rect(begin, top, edge, height)
        rect(end - edge, top, edge, height)
    rect(left, top, right - left, line)
    rect(left, top + height - line, right - left, line)
    rect(left, top + line, line, height - 2 * line)
    rect(right - line, top + line, line, height - 2 * line)


def _flanks(raster: Raster, span: Span, level: Span, core: Span, inks: BarInks) -> None:
    """Fill the flanks with strokes that fade away from the core."""
    (left, right), (top, height), (begin, end) = span, level, core
    if begin >= end:
        raster.painter.fillRect(left, top, right - left, height, inks.even)
        return
    if begin > left:
        _flank(raster, (left, begin), level, inks, outwards=False)
    if right > end:
        _flank(raster, (end, right), level, inks, outwards=True)


def _flank(raster: Raster, span: Span, level: Span, inks: BarInks, *, outwards: bool) -> None:
    (left, right), (top, height), period = span, level, inks.period
    picture = inks.fade(right - left, height, outwards=outwards)
    if picture is None:
        raster.painter.fillRect(left, top, right - left, height, inks.even)
        return
    near = 0 if outwards else picture.width() - period - (right - left)
    shift = near + (left - near) % period
    raster.painter.drawImage(left, top, picture, shift, top % period, right - left, height)


def _pointed_bar(  # noqa: PLR0917 a private step of draw_raster_bar
    raster: Raster, bar: Bar, span: Span, level: Span, core: Span, inks: tuple[QColor, QColor]
) -> None:
    (left, right), (top, height), (begin, end) = span, level, core
    colour, accent = inks
    painter, point = raster.painter, POINT * raster.ratio
    whole = Rect(left, top, right - left, height)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if not bar.echo:
        spare = round(point / 2)
        if right - left > 2 * spare:
            inner = left + spare, right - spare
            _flanks(raster, inner, level, _within(core, inner), raster.bar_inks(colour))
        if begin < end:
            edge = min(round(EDGE * raster.ratio), (end - begin + 1) // 2)
            for first, last, fill in (
                (begin, end, raster.bar_inks(colour).core),
                (begin, begin + edge, raster.bar_inks(colour).full),
                (end - edge, end, raster.bar_inks(colour).full),
            ):
                painter.setBrush(fill)
                painter.drawPolygon(pointed(whole, point, first, last))
    line = max(round((ECHO_LINE if bar.echo else CONTESTED_LINE) * raster.ratio), 1)
    inset = Rect(left + line / 2, top + line / 2, max(right - left - line, 0), max(height - line, 0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(accent, line))
    painter.drawPolygon(pointed(inset, point, inset.x, inset.right))
    painter.setPen(NO_PEN)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def _within(core: Span, inner: Span) -> Span:
    begin, end = (min(max(x, inner[0]), inner[1]) for x in core)
    return begin, end
