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


def _pointed_bar(  # noqa: PLR0917 a step of draw_raster_bar
    raster: Raster, bar: Bar, span: Span, level: Span, core: Span, colours: tuple[QColor, QColor]
) -> None:
    (left, right), (top, height), (colour, accent) = span, level, colours
    point, inks, painter = round(POINT * raster.ratio), raster.bar_inks(colours[0]), raster.painter
    if bar.echo or right - left <= 2 * point:
        _pointed_outline(raster, bar, Rect(left, top, right - left, height), colour, accent)
        return
    inner = left + point, right - point
    begin, end = _within(core, inner)
    _flanks(raster, inner, level, (begin, end), inks)
    if begin < end:
        painter.setBrush(inks.core)
        painter.drawRect(begin, top, end - begin, height)
        painter.setBrush(inks.full)
        edge = min(round(EDGE * raster.ratio), (end - begin + 1) // 2)
        if core[0] >= inner[0]:
            painter.drawRect(begin, top, edge, height)
        if core[1] <= inner[1]:
            painter.drawRect(end - edge, top, edge, height)
    line = max(round(CONTESTED_LINE * raster.ratio), 1)
    painter.setBrush(accent)
    painter.drawRect(inner[0], top, inner[1] - inner[0], line)
    painter.drawRect(inner[0], top + height - line, inner[1] - inner[0], line)
    certain = core[0] < core[1]
    for x, on_left, dark in (
        (left, True, certain and core[0] <= left + point // 2),
        (inner[1], False, certain and core[1] >= right - point // 2),
    ):
        painter.drawImage(x, top, inks.cap(height, accent, certain=dark, on_left=on_left))


def _pointed_outline(raster: Raster, bar: Bar, box: Rect, colour: QColor, accent: QColor) -> None:
    """Draw an echo, or a bar so short that its points meet."""
    painter, point = raster.painter, POINT * raster.ratio
    line = max(round((ECHO_LINE if bar.echo else CONTESTED_LINE) * raster.ratio), 1)
    inset = Rect(box.x + line / 2, box.y + line / 2, max(box.width - line, 0), max(box.height - line, 0))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush if bar.echo else raster.bar_inks(colour).core)
    painter.setPen(QPen(accent, line))
    painter.drawPolygon(pointed(inset, point, inset.x, inset.right))
    painter.setPen(NO_PEN)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def _within(core: Span, inner: Span) -> Span:
    begin, end = (min(max(x, inner[0]), inner[1]) for x in core)
    return begin, end
