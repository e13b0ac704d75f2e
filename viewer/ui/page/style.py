"""How a page is set: each style and tone as a row of a table, in roles of the theme."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette, QTextBlockFormat, QTextCharFormat

from viewer.model.records import COLOURS
from viewer.render.fonts import font
from viewer.render.theme import Theme


@dataclass(frozen=True, slots=True)
class Style:
    """Size as a factor of the text size, spaces above and below and line height in text sizes (em).

    `tone` is the tone of runs that name none, `spacing` the letter spacing in per cent.
    """

    size: float = 1.0
    tone: str = "ink"
    weight: int = 400
    line: float = 1.5
    above: float = 0.0
    below: float = 0.0
    spacing: float = 100.0
    hairline: bool = False


STYLES: Mapping[str, Style] = {
    "kicker": Style(size=0.84, tone="aside", spacing=106, below=0.3),
    "title": Style(size=1.72, weight=600, line=1.28, below=0.3),
    "date": Style(size=1.08, line=1.5, below=0.1),
    "lead": Style(size=1.08, line=1.6, above=0.9),
    "label": Style(size=0.8, tone="aside", spacing=104, above=0.15),
    "reason": Style(size=0.8, tone="aside", spacing=104, above=0.7),
    "heading": Style(size=0.92, weight=600, spacing=104, above=2.2, below=0.7, hairline=True),
    "text": Style(line=1.6, below=0.5),
    "source": Style(weight=600, below=0.25),
    "quote": Style(size=1.32, line=1.72, below=0.55),
    "translation": Style(line=1.6, below=0.7),
    "fact": Style(size=0.92, line=1.55, below=0.1),
    "small": Style(size=0.84, tone="aside", line=1.55, above=0.2),
    "action": Style(size=0.92, above=0.25),
    "position": Style(line=1.6, below=0.25),
    "note": Style(line=1.6, below=0.5),
    "tie": Style(line=1.7),
    "closing": Style(size=0.92, above=2.0, below=2.0),
    "document": Style(size=1.22, line=1.72, below=0.75),
}

CARD_GAP = 1.6
"""Space above a card, in text sizes."""

CARD_INDENT = 18
"""Pixels from the rule at a card's side to its text."""

RULE_WIDTH = 3
"""Width of the rule at the side of a card, a lit passage or a chosen row, in pixels."""


@dataclass(frozen=True, slots=True)
class Tone:
    """A colour role of the theme and a weight, 0 for that of the style."""

    role: str
    weight: int = 0


TONES: Mapping[str, Tone] = {
    "ink": Tone("ink"),
    "aside": Tone("secondary", 400),
    "quiet": Tone("secondary", 400),
    "strong": Tone("ink", 600),
    "contest": Tone("accent"),
    **{name: Tone(name) for name in COLOURS},
}


def char_format(theme: Theme, style: Style, tone: str) -> QTextCharFormat:
    """Return the character format of a tone within a style; an unknown tone is that of the style."""
    chosen = TONES.get(tone or style.tone, TONES["ink"])
    out = QTextCharFormat()
    out.setFont(
        text_font(style, chosen.weight), QTextCharFormat.FontPropertiesInheritanceBehavior.FontPropertiesAll
    )
    out.setForeground(theme.color(chosen.role))
    return out


def block_format(style: Style, *, right_to_left: bool = False) -> QTextBlockFormat:
    """Return the block format of a style; line height is a minimum, so that tall marks are never cut."""
    size = em()
    out = QTextBlockFormat()
    out.setTopMargin(round(style.above * size))
    out.setBottomMargin(round(style.below * size))
    minimum = QTextBlockFormat.LineHeightTypes.MinimumHeight
    out.setLineHeight(round(style.size * style.line * size), minimum.value)
    if right_to_left:
        out.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    else:
        out.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    return out


def em() -> int:
    """Return the text size in pixels."""
    return text_font(Style()).pixelSize()


def text_font(style: Style, weight: int = 0) -> QFont:
    """Return the font of a style: the interface's in its size, weight and spacing."""
    out = QFont(font("interface"))
    out.setPixelSize(round(out.pixelSize() * style.size))
    # The shipped fonts have one variable face: Qt takes its weight from the axis, not from setWeight.
    out.setWeight(QFont.Weight(weight or style.weight))
    out.setVariableAxis(QFont.Tag("wght"), weight or style.weight)
    if style.spacing != 100:
        out.setLetterSpacing(QFont.SpacingType.PercentageSpacing, style.spacing)
    return out


def dress(palette: QPalette, theme: Theme) -> QPalette:
    """Return the palette with the theme's ground and ink for what a view shows."""
    out = QPalette(palette)
    for role, name in (
        (QPalette.ColorRole.Base, "ground"),
        (QPalette.ColorRole.Window, "ground"),
        (QPalette.ColorRole.Text, "ink"),
        (QPalette.ColorRole.WindowText, "ink"),
        (QPalette.ColorRole.Highlight, "ink"),
        (QPalette.ColorRole.HighlightedText, "ground"),
    ):
        out.setColor(role, theme.color(name))
    return out


def wash(colour: QColor, strength: int) -> QColor:
    """Return the colour as a wash; `strength` is its alpha, 0 to 255."""
    out = QColor(colour)
    out.setAlpha(strength)
    return out
