"""The numbered list of the passages that a picture rests on, broken into lines and columns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextLayout, QTextOption

from viewer.model.records import Attestation, Collection, Event
from viewer.model.visible import visible_text
from viewer.model.wording import words
from viewer.render.fonts import font
from viewer.render.measure import text_metrics
from viewer.render.pen import Pen
from viewer.render.theme import Theme
from viewer.timeline.ellipsis import line_of
from viewer.timeline.rect import Rect

COLUMN = 560.0
"""Pixels: about 75 characters a line."""

GUTTER = 36.0
NUMBER = 30.0
"""Pixels that the number of an entry stands out to the left."""

HEADS = ("entry", "caption")
"""Roles of lines that are never the last of a column."""

LONGEST = 20_000
"""Characters of one passage; what is longer is cut, and says so."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list: `height` pixels high, set `indent` pixels in. `lead` is the space above it."""

    text: str
    role: str
    colour: str
    indent: float
    height: float
    lead: float = 0.0
    number: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """A line at its place in its column."""

    line: Line
    x: float
    y: float


def citation_lines(collection: Collection, events: Sequence[Event], column: float) -> list[Line]:
    """Return the list for `events`, in their order, broken to a column's width in pixels."""
    titles = {source.id: (source.short_title, source.colour) for source in collection.sources}
    lines: list[Line] = []
    for number, event in enumerate(events, start=1):
        date = words(event.date) if event.date else "undated"
        contested = " (the sources differ)" if event.contested else ""
        entry = f"{line_of(event.title.best())}, {date}{contested}"
        heading = _wrapped(entry, "entry", "ink", 0.0, column - NUMBER)
        lines += _led(heading, 14.0, number=str(number))
        for attestation in event.attestations:
            title, colour = titles.get(attestation.source, (attestation.source, "graphite"))
            lines += _passage(attestation, title, colour, column - NUMBER)
    return lines


def columns_of_lines(lines: Sequence[Line], width: float, height: float | None) -> list[list[Placed]]:
    """Return pages of placed lines for a page `width` pixels wide.

    With a `height`, columns are filled one after the other and as many pages are made as are needed;
    without, there is one page, its columns as even as whole lines allow.
    """
    count = column_count(width)
    column = column_width(width)
    limit = height if height is not None else _even_height(lines, count)
    pages: list[list[Placed]] = [[]]
    at, y = 0, 0.0
    for index, line in enumerate(lines):
        lead = line.lead if y > 0 else 0.0
        if y > 0 and y + lead + _with_next(lines, index) > limit:
            at, y, lead = at + 1, 0.0, 0.0
            if at == count and height is not None:
                at = 0
                pages.append([])
        x = min(at, count - 1) * (column + GUTTER)
        pages[-1].append(Placed(line, x, y + lead))
        y += lead + line.height
    return pages


def column_count(width: float) -> int:
    """Return how many columns stand side by side in `width` pixels."""
    return (
        max(int((width + GUTTER) // (COLUMN * 0.8 + GUTTER)), 1)
        if width < 2 * COLUMN
        else round(width / COLUMN)
    )


def column_width(width: float) -> float:
    """Return the width of a column in pixels."""
    count = column_count(width)
    return max((width - (count - 1) * GUTTER) / count, 60.0)


def draw_lines(pen: Pen, placed: Sequence[Placed], left: float, top: float, theme: Theme) -> None:
    """Write placed lines with their upper left corner at (`left`, `top`)."""
    for item in placed:
        line, x, y = item.line, left + item.x, top + item.y
        box = Rect(x, y, 1.0, line.height)
        if line.number:
            pen.text(x, box, line.number, "count", theme.color("secondary"))
        if line.rule:
            pen.fill(Rect(x + NUMBER + line.indent - 10, y, 2, line.height), theme.color(line.rule))
        pen.text(x + NUMBER + line.indent, box, line.text, line.role, theme.color(line.colour))


def _passage(attestation: Attestation, title: str, colour: str, width: float) -> Iterator[Line]:
    where = (
        f"characters {attestation.start} to {attestation.end}"
        if attestation.start is not None
        else "not found in the source"
    )
    indent = 12.0
    room = width - indent
    yield from _led(_wrapped(f"{line_of(title)}, {where}", "caption", colour, indent, room), 5.0, rule=colour)
    yield from _led(_wrapped(_cut(attestation.quote), "passage", "ink", indent, room), 0.0, rule=colour)
    translation = attestation.translation.best()
    if translation and translation != attestation.quote:
        yield from _led(
            _wrapped(_cut(translation), "translation", "secondary", indent, room), 0.0, rule=colour
        )


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]} […]"


def _led(lines: list[Line], lead: float, number: str = "", rule: str = "") -> list[Line]:
    """Return the lines with space above the first, its number, and a rule at the side of all."""
    return [
        Line(
            line.text,
            line.role,
            line.colour,
            line.indent,
            line.height,
            lead if index == 0 else 0.0,
            number if index == 0 else "",
            rule,
        )
        for index, line in enumerate(lines)
    ]


def _wrapped(text: str, role: str, colour: str, indent: float, width: float) -> list[Line]:
    """Break `text` into lines at most `width` pixels wide; a word that is wider is broken anywhere."""
    height = round(text_metrics(role).height * 1.08)
    layout = QTextLayout(visible_text(text).replace("\n", " "), font(role))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    # Qt counts UTF-16 units; slices are taken there and decoded again.
    units = layout.text().encode("utf-16-le")
    lines = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 40.0))
        line.setPosition(QPointF(0, 0))
        start, length = line.textStart(), line.textLength()
        words_ = units[2 * start : 2 * (start + length)].decode("utf-16-le", "replace").rstrip()
        lines.append(Line(words_, role, colour, indent, height))
    layout.endLayout()
    return lines


def _with_next(lines: Sequence[Line], index: int) -> float:
    """Return the height of a line, with those after it down to the first of a passage where it heads them."""
    height = lines[index].height
    for line, follower in pairwise(lines[index : index + 4]):
        if follower.number or line.role not in HEADS:
            break
        height += follower.lead + follower.height
    return height


def _even_height(lines: Sequence[Line], count: int) -> float:
    whole = sum(line.height + line.lead for line in lines)
    tallest = max((line.height for line in lines), default=0.0)
    return whole / count + 2 * tallest
