"""Setting a page into a QTextDocument by insertText alone: no text of the data is ever read as markup."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from PySide6.QtGui import QTextCursor, QTextDocument

from viewer.render.theme import Theme
from viewer.ui.page.content import Link, Page, Paragraph, Run, ToMore
from viewer.ui.page.style import CARD_GAP, CARD_INDENT, STYLES, block_format, char_format
from viewer.ui.plain_text import first_part, visible_text

FIRST_CHARACTERS = 3_000
"""Characters of a paragraph shown at first."""
MORE_CHARACTERS = 50_000
"""Characters added with each "show more"."""
FIRST_PARAGRAPHS = 500
"""Paragraphs of a page shown at first, and added with each "show more"."""
_PIECE = 10_000
"""Characters after which a long text goes on in a new block: Qt's time grows with the square of a line."""

LINK_PREFIX = "link:"
"""An anchor is this and a number into `Setting.links`; nothing of the data stands in it."""


@dataclass(frozen=True, slots=True)
class SideRule:
    """A rule at the side of blocks `first` to `last` (inclusive), in a colour by name."""

    first: int
    last: int
    colour: str


@dataclass(slots=True)
class Setting:
    """What was set: the links and tips by number, the rules and the blocks that have a hairline above."""

    links: list[Link] = field(default_factory=list)
    tips: list[str] = field(default_factory=list)
    rules: list[SideRule] = field(default_factory=list)
    hairlines: list[int] = field(default_factory=list)


def set_page(
    document: QTextDocument, page: Page, theme: Theme, more: Mapping[int | None, int] | None = None
) -> Setting:
    """Append the page to the document. `more` says how often more was asked for, by ToMore.paragraph."""
    asked = more or {}
    setting = Setting()
    cursor = QTextCursor(document)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    cursor.beginEditBlock()
    shown = page[: FIRST_PARAGRAPHS * (1 + asked.get(None, 0))]
    for number, (before, block) in enumerate(pairwise((None, *shown))):
        assert block is not None  # noqa: S101 pairwise pads only the first place
        _set(cursor, block, before, theme, setting, (number, asked.get(number, 0)))
    if len(shown) < len(page):
        left = Run(f"Show more: {len(page) - len(shown):,} paragraphs are left", link=ToMore(None))
        _set(cursor, Paragraph("closing", (left,)), None, theme, setting, (len(page), 0))
    cursor.endEditBlock()
    return setting


def _set(
    cursor: QTextCursor,
    block: Paragraph,
    before: Paragraph | None,
    theme: Theme,
    setting: Setting,
    place: tuple[int, int],
) -> None:
    style = STYLES[block.style]
    layout = block_format(theme, style, right_to_left=block.right_to_left)
    opens_card = bool(block.card) and (before is None or before.card != block.card)
    if block.card:
        layout.setLeftMargin(CARD_INDENT)
    if opens_card and before is not None and before.card:
        layout.setTopMargin(round(CARD_GAP * theme.font("text").pixelSize()))
    if cursor.position() == 0:
        cursor.setBlockFormat(layout)
    else:
        cursor.insertBlock(layout)
    number = cursor.blockNumber()
    if style.hairline:
        setting.hairlines.append(number)
    for run in _within_allowance(block, *place):
        _insert(cursor, run, block, theme, setting)
    if block.rule:
        _extend_rule(setting, number, cursor.blockNumber(), block.rule, fresh=opens_card)


def _within_allowance(block: Paragraph, number: int, asked: int) -> list[Run]:
    """Return the runs that may be shown now, and a link to more where some of them may not."""
    allowance = FIRST_CHARACTERS + asked * MORE_CHARACTERS
    total = sum(len(run.text) for run in block.runs)
    out: list[Run] = []
    for run in block.runs:
        part, left_out = first_part(run.text, allowance) if len(run.text) > allowance else (run.text, 0)
        out.append(run if not left_out else Run(part, run.tone, run.link, run.tip))
        allowance -= len(part)
        if left_out or allowance <= 0:
            break
    hidden = total - sum(len(run.text) for run in out)
    if hidden:
        words = "Show all" if hidden <= MORE_CHARACTERS else "Show more"
        out += [Run(" … ", "quiet"), Run(f"{words} ({hidden:,} characters left)", link=ToMore(number))]
    return out


def _insert(cursor: QTextCursor, run: Run, block: Paragraph, theme: Theme, setting: Setting) -> None:
    form = char_format(theme, STYLES[block.style], run.tone)
    if run.link is not None:
        form.setAnchor(True)
        form.setAnchorHref(f"{LINK_PREFIX}{len(setting.links)}")
        form.setFontUnderline(True)
        form.setUnderlineColor(theme.color("secondary"))
        setting.links.append(run.link)
        setting.tips.append(run.tip)
    text = visible_text(run.text)
    for start in range(0, len(text), _PIECE):
        if start:
            cursor.insertBlock()
        cursor.insertText(text[start : start + _PIECE], form)


def _extend_rule(setting: Setting, first: int, last: int, colour: str, *, fresh: bool) -> None:
    if setting.rules and not fresh and setting.rules[-1].last == first - 1:
        setting.rules[-1] = SideRule(setting.rules[-1].first, last, colour)
    else:
        setting.rules.append(SideRule(first, last, colour))
