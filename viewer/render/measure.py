"""Widths of text, measured once and remembered."""

from functools import cache, lru_cache
from threading import get_ident
from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtGui import QFontMetricsF

from viewer.render.fonts import font
from viewer.timeline.rows.advances import Advances

if TYPE_CHECKING:
    from viewer.timeline.metrics import TextRole

LONGEST = 300
"""Characters that are measured; a longer text counts as long as its beginning."""

REMEMBERED = 20_000
REMEMBERED_ROOM = 8_000


class LineMetrics(NamedTuple):
    """How high a line of a type is, in pixels."""

    ascent: float
    descent: float
    height: float


@lru_cache(maxsize=REMEMBERED)
def text_width(text: str, role: str) -> float:
    """Return the width of `text` in pixels in the type of its role (see fonts.TYPES)."""
    return _metrics(role).horizontalAdvance(text[:LONGEST])


@lru_cache(maxsize=REMEMBERED_ROOM)
def room_for(text: str, role: str) -> float:
    """Return the widths of a text's letters in pixels: what it takes at most, at a tenth of the cost.

    Only its first LONGEST letters count.
    """
    return _advances(role).width(text[:LONGEST])


@cache
def _advances(role: str) -> Advances:
    return Advances(cast("TextRole", role), text_width)


def height_of(letters: str, role: str) -> tuple[float, float]:
    """Return how far letters reach above their baseline and below it at most, each for itself, in pixels."""
    above, below = zip((0.0, 0.0), *(_extent(letter, role) for letter in set(letters)), strict=True)
    return max(above), max(below)


@lru_cache(maxsize=REMEMBERED)
def _extent(letter: str, role: str) -> tuple[float, float]:
    box = _metrics(role).tightBoundingRect(letter)
    return -box.top(), box.bottom()


@cache
def text_metrics(role: str) -> LineMetrics:
    """Return the metrics of a role's type."""
    metrics = _metrics(role)
    return LineMetrics(metrics.ascent(), metrics.descent(), metrics.height())


@cache
def middle_rise(role: str) -> float:
    """Return how far below the middle of a line words stand that are in its middle, in pixels."""
    ascent, descent, _ = text_metrics(role)
    return (ascent - descent) / 2


def _metrics(role: str) -> QFontMetricsF:
    return _metrics_in(role, get_ident())


@cache
def _metrics_in(role: str, _thread: int) -> QFontMetricsF:
    return QFontMetricsF(font(role))
