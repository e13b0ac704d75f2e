"""In which direction a script runs."""

from PySide6.QtCore import QLocale, Qt

_RIGHT_TO_LEFT = frozenset({"Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg", "Samr", "Mand"})


def right_to_left(script: str, language: str) -> bool:
    """Whether a text of this script (ISO 15924), or else of this language, runs from right to left."""
    if script:
        return script in _RIGHT_TO_LEFT
    return QLocale(language.replace("-", "_")).textDirection() == Qt.LayoutDirection.RightToLeft
