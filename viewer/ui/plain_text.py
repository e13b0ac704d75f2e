"""Text of a collection made safe to show: what a reader cannot see is spelt out, what is too long is cut.

Rules 3, 28 and 29 of the hostile cases: Qt measures a label before it draws it, a tooltip takes tags for
markup, and a direction control turns the words around it. What is kept or copied elsewhere is not changed;
this is about what is put before the eye.
"""

import html
import re

from viewer.model.visible import visible_text

LABEL_LIMIT = 300
"""Characters of a label, tooltip or list row; Qt needs 42 s to measure a word of a million."""

TOOLTIP_LINE = 60
"""Characters up to which a line of a tooltip is not broken."""

TOOLTIP_WIDTH = 360
"""Pixels of a tooltip with longer lines; Qt by itself breaks them into a column of about 150."""

_BREAKS = re.compile(r"\s*\n\s*")


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
    words = "<br>".join(html.escape(line) for line in lines)
    if max(map(len, lines)) > TOOLTIP_LINE:
        return f'<qt><table width="{TOOLTIP_WIDTH}"><tr><td>{words}</td></tr></table></qt>'
    return f'<qt><p style="white-space:nowrap">{words}</p></qt>'


def first_part(text: str, limit: int) -> tuple[str, int]:
    """Return the first part of a long text and how many characters are left out.

    Cut at the last space within `limit` where there is one in the last tenth, so that no word is torn.
    """
    if len(text) <= limit:
        return text, 0
    cut = text.rfind(" ", limit - limit // 10, limit)
    part = text[: cut if cut > 0 else limit]
    return part, len(text) - len(part)
