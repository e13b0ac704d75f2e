"""Letters that the shipped type does not have: named, so that no box in an export comes unannounced."""

from collections.abc import Iterable
from functools import cache

from PySide6.QtGui import QFontDatabase, QRawFont

from viewer.render.fonts import font

_SYSTEMS = (QFontDatabase.WritingSystem.Latin, QFontDatabase.WritingSystem.Thai)
"""A writing system of each shipped family."""


def missing_glyphs(texts: Iterable[str]) -> str:
    """Return the characters of `texts` that no shipped font has, each once, in the order of their codes.

    Spaces count as there. Another font of the machine may still have a glyph for them.
    """
    letters = set().union(*texts)
    return "".join(sorted(letter for letter in letters if not letter.isspace() and not _is_there(letter)))


def _is_there(letter: str) -> bool:
    return any(face.supportsCharacter(ord(letter)) for face in _faces())


@cache
def _faces() -> tuple[QRawFont, ...]:
    return tuple(QRawFont.fromFont(font("passage"), system) for system in _SYSTEMS)
