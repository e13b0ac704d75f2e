"""Text of a collection made safe to show: what a reader cannot see is spelt out, what is too long is cut.

Rules 3, 28 and 29 of the hostile cases: Qt measures a label before it draws it, a tooltip takes tags for
markup, and a direction control turns the words around it. What is kept or copied elsewhere is not changed;
this is about what is put before the eye.
"""

import html
import re

LABEL_LIMIT = 300
"""Characters of a label, tooltip or list row; Qt needs 42 s to measure a word of a million."""

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

_BREAKS = re.compile(r"\s*\n\s*")


def spelt_out(character: str) -> str:
    """Return the stand-in for a character that is not seen: "[U+202E]"."""
    return f"[U+{ord(character):04X}]"


def visible_text(text: str) -> str:
    """Return `text` with every unseen control spelt out; tabs and line feeds stay."""
    return UNSEEN.sub(lambda found: spelt_out(found[0]), text)


def label_text(text: str, limit: int = LABEL_LIMIT) -> str:
    """Return at most `limit` visible characters on one line, the last one "…" where something was cut."""
    line = visible_text(_BREAKS.sub(" ", text[: 2 * limit]).replace("\t", " "))
    if len(line) <= limit and len(text) <= 2 * limit:
        return line
    return f"{line[: limit - 1].rstrip()}…"


def button_text(text: str, limit: int = LABEL_LIMIT) -> str:
    """Return a label for buttons, menus and tabs, where "&" would otherwise underline the next letter."""
    return label_text(text, limit).replace("&", "&&")


def tooltip_text(text: str, limit: int = 4 * LABEL_LIMIT) -> str:
    """Return a tooltip: rich by declaration and escaped, so that Qt need not guess; line feeds stay."""
    lines = [label_text(line) for line in text[:limit].split("\n")]
    if len(text) > limit:
        lines.append("…")
    return "<qt>" + "<br>".join(html.escape(line) for line in lines) + "</qt>"


def first_part(text: str, limit: int) -> tuple[str, int]:
    """Return the first part of a long text and how many characters are left out.

    Cut at the last space within `limit` where there is one in the last tenth, so that no word is torn.
    """
    if len(text) <= limit:
        return text, 0
    cut = text.rfind(" ", limit - limit // 10, limit)
    part = text[: cut if cut > 0 else limit]
    return part, len(text) - len(part)
