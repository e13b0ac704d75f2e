"""What is wrong, where, and what to do: one record for every complaint about a collection."""

import re
from dataclasses import dataclass
from enum import StrEnum

from viewer.model.visible import visible_line

_SPACE = re.compile(r"\s+")

EXCERPT_LIMIT = 60
"""Characters of the file's own text that a message repeats."""


class Severity(StrEnum):
    """Whether something is wrong (error), or may not be as its author meant it (warning)."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One complaint. Line and column count from 1; a problem of a whole file stands at 1:1.

    `file` is relative to the collection's folder, with forward slashes. `message` and `advice` are plain text
    in sentences without a final full stop, and hold no character that cannot be seen: those are spelt out as
    "[U+202E]". Problems sort by place.
    """

    file: str
    line: int
    column: int
    message: str
    advice: str = ""
    severity: Severity = Severity.ERROR

    def __post_init__(self) -> None:
        for name in ("file", "message", "advice"):
            text = getattr(self, name)
            if not (text.isascii() and text.isprintable()):
                object.__setattr__(self, name, visible_line(text))

    def __str__(self) -> str:
        sentences = [_closed(sentence) for sentence in (self.message, self.advice) if sentence]
        return f"{self.file}:{self.line}:{self.column}: {' '.join(sentences)}"


def excerpt(text: str, limit: int = EXCERPT_LIMIT) -> str:
    """Return `text` in quotation marks, cut after `limit` characters, on one line."""
    line = _SPACE.sub(" ", text[: 2 * limit])
    cut = len(line) > limit or len(text) > 2 * limit
    return f'"{line[:limit]}…"' if cut else f'"{line}"'


def code_point(character: str) -> str:
    """Return the name of a character in the Unicode notation: "U+202E"."""
    return f"U+{ord(character):04X}"


def _closed(sentence: str) -> str:
    return sentence if sentence[-1] in ".?!" else f"{sentence}."
