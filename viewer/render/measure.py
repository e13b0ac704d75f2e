"""Widths of text, measured once and remembered."""

from functools import cache, lru_cache
from typing import NamedTuple

from PySide6.QtGui import QFontMetricsF

from viewer.render.fonts import font

LONGEST = 300
"""Characters that are measured; a longer text counts as long as its beginning."""

REMEMBERED = 40_000


class LineMetrics(NamedTuple):
    """How high a line of a type is, in pixels."""

    ascent: float
    descent: float
    height: float


@lru_cache(maxsize=REMEMBERED)
def text_width(text: str, role: str) -> float:
    """Return the width of `text` in pixels in the type of its role (see fonts.TYPES)."""
    return _metrics(role).horizontalAdvance(text[:LONGEST])


@cache
def text_metrics(role: str) -> LineMetrics:
    """Return the metrics of a role's type."""
    metrics = _metrics(role)
    return LineMetrics(metrics.ascent(), metrics.descent(), metrics.height())


@cache
def _metrics(role: str) -> QFontMetricsF:
    return QFontMetricsF(font(role))
