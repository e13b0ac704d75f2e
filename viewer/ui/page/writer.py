"""Setting a page into a QTextDocument by insertText alone: no text of the data is ever read as markup."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument

from viewer.model.visible import visible_text
from viewer.render.theme import Theme
from viewer.ui.page.content import Link, Page, Paragraph, Run, ToMore
from viewer.ui.page.style import CARD_GAP, CARD_INDENT, STYLES, block_format, char_format, em
from viewer.ui.plain_text import first_part

FIRST_CHARACTERS = 3_000
"""Characters of a paragraph shown at first."""
MORE_CHARACTERS = 50_000
"""Characters added with each "show more"."""
FIRST_PARAGRAPHS = 500
"""Paragraphs of a page shown at first, and added with each "show more"."""
_PIECE = 10_000
"""Characters after which a long text goes on in a new block: breaking lines takes their number squared."""

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
    setter = _Setter(document, theme)
    setter.cursor.beginEditBlock()
    shown = page[: FIRST_PARAGRAPHS * (1 + asked.get(None, 0))]
    for number, block in enumerate(shown):
        setter.set(block, _within_allowance(block, number, asked.get(number, 0)))
    if len(shown) < len(page):
        left = Run(f"Show more: {len(page) - len(shown):,} paragraphs are left", link=ToMore(None))
        setter.set(Paragraph("closing", (left,)), (left,))
    setter.cursor.endEditBlock()
    return setter.setting


class _Setter:
    """Sets paragraph after paragraph at the end of a document."""

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        self.setting = Setting()
        self.cursor = QTextCursor(document)
        self.cursor.movePosition(QTextCursor.MoveOperation.End)
        self._theme = theme
        self._card = 0
        self._after_heading = False

    def set(self, block: Paragraph, runs: tuple[Run, ...]) -> None:
        fresh = block.card != self._card
        self._begin(self._layout(block, apart=fresh and bool(block.card) and not self._after_heading))
        first = self.cursor.blockNumber()
        if STYLES[block.style].hairline:
            self.setting.hairlines.append(first)
        for run in runs:
            self._insert(run, block)
        if block.rule:
            self._extend_rule(first, block.rule, fresh=fresh)
        self._card = block.card
        self._after_heading = block.style == "heading"

    def _layout(self, block: Paragraph, *, apart: bool) -> QTextBlockFormat:
        layout = block_format(STYLES[block.style], right_to_left=block.right_to_left)
        if block.card:
            layout.setLeftMargin(CARD_INDENT)
        if apart:
            layout.setTopMargin(round(CARD_GAP * em()))
        return layout

    def _begin(self, layout: QTextBlockFormat) -> None:
        if self.cursor.position() == 0:
            self.cursor.setBlockFormat(layout)
        else:
            self.cursor.insertBlock(layout)

    def _insert(self, run: Run, block: Paragraph) -> None:
        form = char_format(self._theme, STYLES[block.style], run.tone)
        if run.link is not None:
            form.setAnchor(True)
            form.setAnchorHref(f"{LINK_PREFIX}{len(self.setting.links)}")
            form.setFontUnderline(True)
            form.setUnderlineColor(self._theme.color("secondary"))
            self.setting.links.append(run.link)
            self.setting.tips.append(run.tip)
        text = visible_text(run.text)
        for start in range(0, len(text), _PIECE):
            if start:
                self.cursor.insertBlock()
            self.cursor.insertText(text[start : start + _PIECE], form)

    def _extend_rule(self, first: int, colour: str, *, fresh: bool) -> None:
        rules, last = self.setting.rules, self.cursor.blockNumber()
        if rules and not fresh and rules[-1].last == first - 1:
            first = rules.pop().first
        rules.append(SideRule(first, last, colour))


def _within_allowance(block: Paragraph, number: int, asked: int) -> tuple[Run, ...]:
    """Return the runs that may be shown now, and a link to more where some of them may not."""
    allowance = FIRST_CHARACTERS + asked * MORE_CHARACTERS
    if sum(len(run.text) for run in block.runs) <= allowance:
        return block.runs
    shown: list[Run] = []
    for run in block.runs:
        part, _ = first_part(run.text, allowance)
        shown.append(Run(part, run.tone, run.link, run.tip))
        allowance -= len(part)
        if len(part) < len(run.text) or not allowance:
            break
    hidden = sum(len(run.text) for run in block.runs) - sum(len(run.text) for run in shown)
    words = "Show all" if hidden <= MORE_CHARACTERS else "Show more"
    more = Run(f"{words} ({hidden:,} characters left)", link=ToMore(number))
    return (*shown, Run(" … ", "quiet"), more)
