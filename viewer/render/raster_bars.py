"""Bars to scale as whole device pixels: a tenth of what their shapes cost, and sharper."""

from typing import Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPen

from viewer.render.bar_inks import STEPS, BarInks
from viewer.render.bar_look import CONTESTED_LINE, ECHO_LINE, EDGE, LINE, POINT, pointed
from viewer.render.raster import Raster
from viewer.timeline.scene import Bar, Rect

SLICE: Final = 8
"""Pixels: the least width of a step in which a flank fades."""


class _Box(NamedTuple):
    """A bar in device pixels; its core is empty where nothing is certain."""

    left: int
    top: int
    right: int
    height: int
    core: int
    core_right: int


def draw_raster_bar(raster: Raster, bar: Bar, colour: QColor, accent: QColor) -> None:
    """Draw one bar: its flanks, its core, and an edge in `accent` with pointed ends where it is contested.

    An echo is an outline only. A hairline of ground stays between bars that touch.
    """
    box = _box(raster, bar)
    if bar.contested:
        _pointed_bar(raster, bar, box, colour, accent)
        return
    if not bar.echo:
        _flanks(raster, box, 0, raster.bar_inks(colour))
        _core(raster, box, raster.bar_inks(colour))
    line = max(round((ECHO_LINE if bar.echo else LINE) * raster.ratio), 1)
    left, top, right, height, *_ = box
    fill = raster.painter.fillRect
    if right - left <= 2 * line or height <= 2 * line:
        fill(left, top, right - left, height, colour)
        return
    fill(left, top, right - left, line, colour)
    fill(left, top + height - line, right - left, line, colour)
    fill(left, top + line, line, height - 2 * line, colour)
    fill(right - line, top + line, line, height - 2 * line, colour)


def _box(raster: Raster, bar: Bar) -> _Box:
    ratio, offset = raster.ratio, raster.left
    x, y, width, height = bar.box
    left, gap = int(x * ratio + offset), int(ratio) or 1
    right = max(int((x + width) * ratio + offset) - gap, left + 1)
    core = core_right = right
    if bar.core_right > bar.core_x:
        core = min(max(int(bar.core_x * ratio + offset), left), right)
        core_right = min(max(int(bar.core_right * ratio + offset), core + 1), right)
    return _Box(left, int(y * ratio + raster.top), right, max(round(height * ratio), 1), core, core_right)


def _flanks(raster: Raster, box: _Box, spare: int, inks: BarInks) -> None:
    """Fill the flanks with strokes that fade in steps away from the core, `spare` pixels off the ends."""
    left, top, right, height, core, core_right = box
    fill = raster.painter.fillRect
    if core >= core_right:
        if right - left > 2 * spare:
            fill(left + spare, top, right - left - 2 * spare, height, inks.even)
        return
    step = SLICE * raster.ratio
    for start, end, outwards in ((left + spare, core, False), (core_right, right - spare, True)):
        width = end - start
        if width > 0:
            count = min(max(int(width / step), 1), STEPS)
            for index in range(count):
                x = start + width * index // count
                shade = (2 * index + 1) * STEPS // (2 * count)
                brush = inks.fading[shade if outwards else STEPS - 1 - shade]
                fill(x, top, start + width * (index + 1) // count - x, height, brush)


def _core(raster: Raster, box: _Box, inks: BarInks) -> None:
    _, top, _, height, core, right = box
    if core < right:
        fill = raster.painter.fillRect
        edge = min(round(EDGE * raster.ratio), (right - core + 1) // 2)
        fill(core, top, right - core, height, inks.core)
        fill(core, top, edge, height, inks.full)
        fill(right - edge, top, edge, height, inks.full)


def _pointed_bar(raster: Raster, bar: Bar, box: _Box, colour: QColor, accent: QColor) -> None:
    painter, point = raster.painter, POINT * raster.ratio
    whole = Rect(box.left, box.top, box.right - box.left, box.height)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if not bar.echo:
        inks = raster.bar_inks(colour)
        _flanks(raster, box, round(point / 2), inks)
        if box.core < box.core_right:
            edge = min(round(EDGE * raster.ratio), (box.core_right - box.core + 1) // 2)
            painter.setPen(Qt.PenStyle.NoPen)
            for left, right, fill in (
                (box.core, box.core_right, inks.core),
                (box.core, box.core + edge, colour),
                (box.core_right - edge, box.core_right, colour),
            ):
                painter.setBrush(fill)
                painter.drawPolygon(pointed(whole, point, left, right))
    line = max(round((ECHO_LINE if bar.echo else CONTESTED_LINE) * raster.ratio), 1)
    inset = Rect(
        whole.x + line / 2, whole.y + line / 2, max(whole.width - line, 0), max(whole.height - line, 0)
    )
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(accent, line))
    painter.drawPolygon(pointed(inset, point, inset.x, inset.right))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
