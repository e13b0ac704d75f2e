"""Cutting a text to a width."""

import unicodedata

from viewer.timeline.metrics import Measure, TextRole

LONGEST = 300
"""Characters: longer texts are cut before they are measured; toolkits freeze on them (FAULTS, rule 3)."""

ELLIPSIS = "…"


def line_of(text: str) -> str:
    """Return the text on one line and of at most LONGEST characters."""
    line = " ".join(text[: 4 * LONGEST].split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + ELLIPSIS


def cut(text: str, width: float, role: TextRole, measure: Measure) -> str:
    """Return the text whole if it is at most `width` pixels wide, else what of it fits with an ellipsis.

    Never parts a letter from the marks above and below it; returns "" where not even one letter fits.
    """
    text = line_of(text)
    if measure(text, role) <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if measure(beginning(text, middle), role) <= width:
            low = middle
        else:
            high = middle - 1
    return beginning(text, low) if low else ""


def beginning(text: str, length: int) -> str:
    """Return the first `length` characters with an ellipsis, no letter parted from its marks; "" for none."""
    while 0 < length < len(text) and _joins(text[length]):
        length -= 1
    head = text[:length].rstrip(" ,;:–-")
    return head + ELLIPSIS if head else ""


def _joins(character: str) -> bool:
    return unicodedata.category(character) in ("Mn", "Mc", "Me", "Cf") or character == "\u0e33"
