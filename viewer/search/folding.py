"""Folding text so that a reader finds it as they would type it."""

from viewer.model.normal_form import normalized

_LATIN_MARKS = range(0x0300, 0x0370)
_DIGITS = {0x0E50 + value: str(value) for value in range(10)}


def fold(text: str) -> str:
    """Return `text` without case and Latin diacritics, Thai digits as 0 to 9.

    "Kronštadtské" becomes "kronstadtske", "ค.ศ. ๑๙๑๗" becomes "ค.ศ. 1917". Thai vowels and tone marks are
    letters to a Thai reader and stay; so do the spacing forms that compatibility folding would take apart.
    """
    decomposed = normalized("NFD", text)
    plain = "".join(character for character in decomposed if ord(character) not in _LATIN_MARKS)
    return normalized("NFC", plain.translate(_DIGITS)).casefold()
