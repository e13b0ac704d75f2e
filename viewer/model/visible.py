"""What a reader cannot see is spelt out: "[U+202E]".

Controls, marks of direction, zero-width and tag characters can turn or hide the words around them. Nothing
that is kept or copied elsewhere is changed by this; it makes what is put before the eye.
"""

import re

_CONTROLS = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 and C1 but tab and line feed
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"  # soft hyphen, joiners and fillers without ink
    "\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0"  # zero width, direction, separators
    "\ufdd0-\ufdef\ufff0-\ufffc\ufffe\uffff"  # no characters at all; Qt keeps frames and objects there
    "\ud800-\udfff"  # halves of a pair, which no file in UTF-8 can hold
    "\U000e0000-\U000e0fff"  # tags and supplementary variation selectors
)
_JOINED_SCRIPTS = (
    "\u0600-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u18af"  # Arabic to Mongolian
    "\u2600-\u27bf\ufe0f\U0001f000-\U0001faff"  # pictures that join
)
UNSEEN = re.compile(f"[{_CONTROLS}]|(?<![{_JOINED_SCRIPTS}])[\u200c\u200d]")
"""A character that is not seen, or that moves others. Joiners stay where their script needs them."""


def spelt_out(character: str) -> str:
    """Return the stand-in for a character that is not seen: "[U+202E]"."""
    return f"[U+{ord(character):04X}]"


def visible_text(text: str) -> str:
    """Return `text` with every unseen control spelt out; tabs and line feeds stay."""
    return UNSEEN.sub(lambda found: spelt_out(found[0]), text)


def visible_line(text: str) -> str:
    """Return `text` on one line: as `visible_text`, with line feeds and carriage returns spelt out too."""
    return visible_text(text).replace("\n", spelt_out("\n"))
