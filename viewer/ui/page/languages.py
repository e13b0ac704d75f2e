"""Languages and writing directions by their tags."""

from PySide6.QtCore import QLocale, Qt

_RIGHT_TO_LEFT = frozenset({"Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg", "Samr", "Mand"})


def language_name(tag: str) -> str:
    """Return the English name of a BCP 47 tag, "Thai" for "th"; the tag itself where it has none."""
    language = QLocale(tag.replace("-", "_")).language() if tag else QLocale.Language.C
    return tag if language == QLocale.Language.C else QLocale.languageToString(language)


def right_to_left(script: str, language: str) -> bool:
    """Whether a text of this script (ISO 15924), or else of this language, runs from right to left."""
    if script:
        return script in _RIGHT_TO_LEFT
    return QLocale(language.replace("-", "_")).textDirection() == Qt.LayoutDirection.RightToLeft
