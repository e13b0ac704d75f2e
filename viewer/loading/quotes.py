"""Where in its source a quotation stands, letter by letter."""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from viewer.model.normal_form import normalized


@dataclass(frozen=True, slots=True)
class Found:
    """How often a quotation occurs: `count` is 0, 1, or 2 for "more than once".

    `start` and `end` are character offsets of the first occurrence in the source's text as the file has it.
    """

    count: int
    start: int = 0
    end: int = 0


class SourceText:
    """A source's text, made ready for finding quotations in it.

    The two are compared after Unicode NFC (see `normalized`) and nothing else; offsets are those of the
    text itself.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.folded = text
        self._offsets: _Offsets | None = None
        if not unicodedata.is_normalized("NFC", text):
            self.folded, self._offsets = _compose(text)

    def locate(self, quote: str, prefix: str = "", suffix: str = "") -> Found:
        """Find `quote` directly between `prefix` and `suffix`."""
        quote, prefix, suffix = (normalized("NFC", part) for part in (quote, prefix, suffix))
        if not quote:
            return Found(0)
        wanted = f"{prefix}{quote}{suffix}" if prefix or suffix else quote
        at = self.folded.find(wanted)
        if at < 0:
            return Found(0)
        count = 1 if self.folded.find(wanted, at + 1) < 0 else 2
        start = at + len(prefix)
        return Found(count, *self.span(start, start + len(quote)))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets in the text itself of a span of the composed text."""
        if self._offsets is None:
            return start, end
        return self._offsets.before(start), self._offsets.after(end)


class _Offsets:
    """From the composed text back to the text: where each changed or unchanged stretch begins in both."""

    def __init__(self, composed: list[int], own: list[int], changed: list[bool]) -> None:
        self._composed = composed
        self._own = own
        self._changed = changed

    def before(self, index: int) -> int:
        """Return the offset at which the character at `index` begins; a changed stretch counts as one."""
        piece = bisect_right(self._composed, index) - 1
        return self._own[piece] + (0 if self._changed[piece] else index - self._composed[piece])

    def after(self, index: int) -> int:
        """Return the offset at which the character before `index` has ended."""
        piece = bisect_right(self._composed, index - 1) - 1
        if self._changed[piece]:
            return self._own[piece + 1]
        return self._own[piece] + index - self._composed[piece]


def _compose(text: str) -> tuple[str, _Offsets]:
    """Return the text in NFC, and the way back.

    Text is composed within clusters: a character that joins none before it, and those that join it. Most
    are unchanged; only the others are looked at one by one.
    """
    pieces: list[str] = []
    composed, own, changed = [], [], []
    length = done = 0
    edges = [0, *(edge for found in _clusters(text).finditer(text) for edge in found.span()), len(text)]
    for order, (start, end) in enumerate(pairwise(edges)):
        if start == end:
            continue
        piece = text[start:end]
        if order % 2:
            piece = normalized("NFC", piece)
        composed.append(length)
        own.append(start)
        changed.append(order % 2 == 1)
        pieces.append(piece)
        length += len(piece)
        done = end
    composed.append(length)
    own.append(done)
    changed.append(False)
    return "".join(pieces), _Offsets(composed, own, changed)


def _clusters(text: str) -> re.Pattern[str]:
    """Return a pattern for the clusters of `text` that composing may change."""
    letters = set(text)
    joining = "".join(sign for sign in letters if _joins(sign))
    changing = "".join(
        sign for sign in letters if sign not in joining and unicodedata.normalize("NFC", sign) != sign
    )
    patterns = []
    if joining:
        patterns.append(f"(?s:.?)[{re.escape(joining)}]+")
    if changing:
        patterns.append(f"[{re.escape(changing)}]")
    return re.compile("|".join(patterns))


def _joins(sign: str) -> bool:
    """Tell whether a character may compose, or change places, with the one before it."""
    first = unicodedata.normalize("NFD", sign)[0]  # U+0F73 is of class 0, its two halves are not
    return unicodedata.combining(first) > 0 or first in _second_halves()


@cache
def _second_halves() -> frozenset[str]:
    """Return the characters without a combining class that may still compose with the one before them."""
    halves = {chr(code) for code in (*range(0x1161, 0x1176), *range(0x11A8, 0x11C3))}  # Hangul
    for code in range(0x110000):
        parts = unicodedata.decomposition(chr(code)).split()
        if len(parts) == 2 and not parts[0].startswith("<"):
            halves.add(chr(int(parts[1], 16)))
    return frozenset(halves)
