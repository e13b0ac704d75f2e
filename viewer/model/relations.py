"""The relations of an event, seen from both of its sides."""

from typing import Final, NamedTuple

_WORDS: Final = {
    "follows": ("follows", "followed by"),
    "causes": ("led to", "brought about by"),
    "contradicts": ("contradicts", "contradicts"),
    "part-of": ("part of", "includes"),
}
"""What an event reads of one that it names, and of one that names it. A contradiction runs both ways."""


class Tie(NamedTuple):
    """One relation as an event at either end sees it: `kind` is one of RELATIONS, `event` the other's id.

    `outward`: the event that is looked at says so of the other; else the other says it of this one.
    """

    kind: str
    event: str
    outward: bool


def tie_words(kind: str, *, outward: bool) -> str:
    """Return what an event reads of another, e.g. "follows", or "followed by" where the other says it."""
    return _WORDS.get(kind, (kind, f"{kind} (from)"))[0 if outward else 1]
