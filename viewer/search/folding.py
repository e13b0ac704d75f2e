"""Folding text so that a reader finds it as they would type it."""

import re

from viewer.model.normal_form import normalized

_LATIN_MARKS = re.compile("[\u0300-\u036f]+")
_THAI_DIGIT = re.compile("[\u0e50-\u0e59]")
_DIGITS = {0x0E50 + value: str(value) for value in range(10)}


def fold(text: str) -> str:
    """Return `text` without case and Latin diacritics, Thai digits as 0 to 9.

    "Kronštadtské" becomes "kronstadtske", "ค.ศ. ๑๙๑๗" becomes "ค.ศ. 1917". Thai vowels and tone marks are
    letters to a Thai reader and stay; so do the spacing forms that compatibility folding would take apart.
    """
    if text.isascii():
        return text.lower()
    plain = _LATIN_MARKS.sub("", normalized("NFD", text))
    if _THAI_DIGIT.search(plain):
        plain = plain.translate(_DIGITS)
    return normalized("NFC", plain).casefold()
