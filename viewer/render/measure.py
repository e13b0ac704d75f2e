"""Widths of text, measured once and remembered."""

from functools import lru_cache

from PySide6.QtGui import QFontMetricsF

from viewer.render.fonts import font

LONGEST = 300
"""Characters that are measured; a longer text counts as long as its beginning."""

REMEMBERED = 60_000


@lru_cache(maxsize=REMEMBERED)
def text_width(text: str, role: str) -> float:
    """Return the width of `text` in pixels in the type of its role (see fonts.TYPES)."""
    return QFontMetricsF(font(role)).horizontalAdvance(text[:LONGEST])
