"""Letters that the shipped type does not have: named, so that no box in an export comes unannounced."""

from collections.abc import Iterable

from PySide6.QtGui import QFontDatabase, QRawFont

from viewer.render.fonts import font

_SYSTEMS = (QFontDatabase.WritingSystem.Latin, QFontDatabase.WritingSystem.Thai)
"""A writing system of each shipped family."""


def missing_glyphs(texts: Iterable[str]) -> str:
    """Return the characters of `texts` that no shipped font has, each once, in the order of their codes.

    Spaces count as there. Another font of the machine may still have a glyph for them.
    """
    letters = {letter for letter in set().union(*texts) if not letter.isspace()}
    # A raw font serves the thread alone that made it.
    faces = [QRawFont.fromFont(font("passage"), system) for system in _SYSTEMS]
    there = {letter for letter in letters if any(face.supportsCharacter(ord(letter)) for face in faces)}
    return "".join(sorted(letters - there))
