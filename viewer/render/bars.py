"""Bars to scale as shapes: for pictures and paper, where what is drawn is to stay sharp at any size."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Final

import numpy as np
from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from viewer.render.bar_look import (
    CONTESTED_LINE,
    CORE,
    ECHO_LINE,
    EDGE,
    HATCH,
    LINE,
    POINT,
    TONES,
    WASH,
    flanks,
    hatched,
    pointed,
    tone,
)
from viewer.render.pen import Pen, qrect
from viewer.render.raster import Point, Signs
from viewer.render.signs import ARROW
from viewer.render.theme import Theme
from viewer.render.tints import faint
from viewer.render.words_within import WordsWithin
from viewer.timeline.drawn import Bar, Bars
from viewer.timeline.rect import Rect

Ends = tuple[bool, bool]
"""Something of the left end of a bar, and of its right end."""

MOST_STROKES: Final = 2000
"""Strokes of one flank: more than any screen is wide."""


def draw_bar(pen: Pen, bar: Bar, colour: QColor, theme: Theme, covered: Ends = (False, False)) -> None:
    """Draw one bar: its flanks, its core, and an edge in red with pointed ends where it is contested.

    An echo is an outline only. `covered` are the edges of its core that lie behind words: they are left out.
    """
    painter = pen.painter
    outline = _outline(bar)
    if not bar.echo:
        painter.fillPath(outline, faint(colour, WASH))
        for flank in flanks(bar):
            _hatch(pen, flank, bar, colour)
        _draw_core(painter, bar, colour, covered)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    width = ECHO_LINE if bar.echo else CONTESTED_LINE if bar.contested else LINE
    painter.setPen(QPen(theme.color("accent") if bar.contested else colour, width))
    painter.drawPath(outline)


def ends_of(bars: Bars, plot: Rect, colours: Mapping[int, QColor], words: WordsWithin) -> list[Signs]:
    """Return an arrowhead for each edge of the plot beyond which a bar goes on, none behind its words."""
    points: dict[tuple[str, int], list[Point]] = defaultdict(list)
    right, middle = bars.x + bars.width, bars.y + bars.height / 2
    sides = (bars.open_left, plot.x + 3, "onward left"), (bars.open_right, plot.right - 3, "onward right")
    for goes_on, x, name in sides:
        seen = goes_on & (bars.x <= x) & (x <= right)
        at = np.full(len(bars), x)
        seen &= ~words.cover(bars.event, at - ARROW, at + ARROW)
        for lane, y in zip(bars.lane[seen].tolist(), middle[seen].tolist(), strict=True):
            points[name, lane].append((x, y))
    return [(name, colours[lane], found) for (name, lane), found in points.items()]


def _draw_core(painter: QPainter, bar: Bar, colour: QColor, covered: Ends) -> None:
    core = bar.core_right - bar.core_x
    if core <= 0:
        return
    edge = min(EDGE, core / 2)
    parts = [(bar.core_x, bar.core_right, faint(colour, CORE))]
    if not covered[0]:
        parts.append((bar.core_x, bar.core_x + edge, colour))
    if not covered[1]:
        parts.append((bar.core_right - edge, bar.core_right, colour))
    for left, right, fill in parts:
        path = QPainterPath()
        if bar.contested:
            path.addPolygon(pointed(bar.box, POINT, left, right))
            path.closeSubpath()
        else:
            path.addRect(left, bar.box.y, right - left, bar.box.height)
        painter.fillPath(path, fill)


def _hatch(pen: Pen, flank: Rect, bar: Bar, colour: QColor) -> None:
    """Stroke a flank; strokes are cut to it by reckoning, since SVG has no clipping here."""
    left, right = hatched(flank, bar)
    height = flank.height
    # The strokes hang on the picture's own raster, so that neighbouring flanks do not clash.
    first = int((left - height) // HATCH)
    count = min(int((right - left + height) / HATCH) + 2, MOST_STROKES)
    tones: dict[int, list[QLineF]] = {}
    for index in range(first, first + count):
        x = index * HATCH
        start, end = max(x, left), min(x + height, right)
        if end > start:
            stroke = QLineF(start, flank.bottom - (start - x), end, flank.bottom - (end - x))
            tones.setdefault(tone(x, flank, bar), []).append(stroke)
    for strength, strokes in tones.items():
        pen.strokes(strokes, faint(colour, strength / TONES))


def _outline(bar: Bar) -> QPainterPath:
    path = QPainterPath()
    if bar.contested:
        path.addPolygon(pointed(bar.box, POINT, bar.box.x, bar.box.right))
        path.closeSubpath()
    else:
        path.addRect(qrect(bar.box))
    return path
