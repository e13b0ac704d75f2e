"""Languages by their tags."""

from PySide6.QtCore import QLocale


def language_name(tag: str) -> str:
    """Return the English name of a BCP 47 tag, "Thai" for "th"; the tag itself where it has none."""
    language = QLocale(tag.replace("-", "_")).language() if tag else QLocale.Language.C
    return tag if language == QLocale.Language.C else QLocale.languageToString(language)
