"""What a bar to scale consists of, on the screen and on paper: flanks, a core, points where contested."""

from typing import Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPolygonF

from viewer.timeline.drawn import Bar
from viewer.timeline.rect import Rect

POINT: Final = 5.0
"""Pixels: how far the pointed ends of a contested bar reach."""

HATCH: Final = 4.0
"""Pixels between the strokes of a flank."""

CORE: Final = 0.45
"""How much of the lane's colour a core has: ink stays legible on it."""

WASH: Final = 0.10
"""How much of it lies under a flank."""

NEAR, FAR = 0.60, 0.22
"""How strong the strokes of a flank are beside the core and at its far end."""

TONES: Final = 20
"""Steps from nothing to full strength: strokes of one tone are drawn at once."""

EDGE: Final = 2.0
"""Pixels: the full-coloured edges of a core."""

LINE, CONTESTED_LINE, ECHO_LINE = 1.0, 1.6, 0.75
"""Pixels: the outline of a bar, of a contested one, of one that stands in another lane as well."""


def flanks(bar: Bar) -> list[Rect]:
    """Return the parts of a bar left and right of its core; all of it where nothing is certain."""
    box = bar.box
    if bar.core_right <= bar.core_x:
        return [box]
    left = Rect(box.x, box.y, bar.core_x - box.x, box.height)
    right = Rect(bar.core_right, box.y, box.right - bar.core_right, box.height)
    return [flank for flank in (left, right) if flank.width > 0]


def hatched(flank: Rect, bar: Bar) -> tuple[float, float]:
    """Return from which x to which a flank has strokes: they keep clear of the points of a contested bar."""
    spare = POINT / 2 if bar.contested else 0.0
    left = max(flank.x, bar.box.x + spare)
    return left, max(min(flank.right, bar.box.right - spare), left)


def tone(x: float, flank: Rect, bar: Bar) -> int:
    """Return how strong the stroke at `x` is, of TONES: strokes fade away from the core."""
    if bar.core_right <= bar.core_x or flank.width <= 0:
        return round((NEAR + FAR) / 2 * TONES)
    away = (x - flank.x) / flank.width
    if flank.x < bar.core_x:
        away = 1 - away
    return round((NEAR + (FAR - NEAR) * min(max(away, 0.0), 1.0)) * TONES)


def pointed(box: Rect, point: float, left: float, right: float) -> QPolygonF:
    """Return the part from `left` to `right` of `box` with both ends pointed over `point` pixels."""
    point = min(point, box.width / 2)
    middle, half = box.y + box.height / 2, box.height / 2
    bends = (box.x + point, box.right - point)
    xs = [left, *(x for x in bends if left < x < right), right]
    reach = [half * min((x - box.x) / point, (box.right - x) / point, 1.0) if point > 0 else half for x in xs]
    upper = [QPointF(x, middle - high) for x, high in zip(xs, reach, strict=True)]
    lower = [QPointF(x, middle + high) for x, high in zip(xs, reach, strict=True)]
    return QPolygonF(upper + lower[::-1])
