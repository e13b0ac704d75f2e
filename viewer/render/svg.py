"""SVG in which text stays text: whole lines, in their own letters, found by any search.

QSvgGenerator would write a line of Thai and Latin in a dozen pieces. So while it draws, each line of text
leaves a mark only, a square of a colour that no theme has; afterwards every mark becomes one `text` element.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from html import escape

from PySide6.QtCore import QBuffer, QIODevice, QRectF, QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtSvg import QSvgGenerator

from viewer.render.fonts import FAMILIES, TYPES
from viewer.render.lines import Part
from viewer.render.measure import text_width
from viewer.render.pen import MissingTextError, Pen
from viewer.timeline.rect import Rect

_MARK = QColor("#010203")
_MARKED = re.compile(
    r'<g fill="#010203"[^>]*?transform="([^"]*)"[^>]*>\s*<rect x="([^"]*)" y="([^"]*)"[^>]*/>\s*</g>'
)
_SIZE = re.compile(r'<svg width="[^"]*" height="[^"]*"')
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold."""

_TERMS = {
    "Title": "dc:title",
    "Description": "dc:description",
    "Collection": "dc:identifier",
    "CollectionTitle": "dc:source",
    "CollectionVersion": "dcterms:hasVersion",
    "Range": "dc:coverage",
    "Filter": "dc:subject",
    "Software": "dc:creator",
}
"""The Dublin Core terms, which drawing programs show, for what we have to say."""


class SvgPen(Pen):
    """Remembers what is written where; `finish` puts the words in."""

    sharp = False

    def __init__(self, painter: QPainter) -> None:
        super().__init__(painter)
        self._written: list[str] = []

    def run(self, box: Rect, parts: Sequence[Part]) -> None:
        """Write one line whose parts follow each other even where another type is wider than ours."""
        written = [part for part in parts if part[1]]
        end = 0.0
        for index, (x, words, role, colour) in enumerate(written):
            if index:
                self._written[-1] += f'<tspan dx="{x - end:.2f}" {_look(words, role, colour)}</tspan>'
            else:
                self.text(x, box, words, role, colour)
            end = x + text_width(words, role)

    def write(self, x: float, baseline: float, words: str, role: str, colour: QColor) -> None:
        """Leave a mark for `words`, and remember them."""
        self.painter.fillRect(QRectF(x, baseline, 1, 1), _MARK)
        self._written.append(f"<tspan {_look(words, role, colour)}</tspan>")

    def finish(self, drawing: str) -> str:
        """Return the drawing with its words for marks. Raises MissingTextError where a mark is missing."""
        lines = iter(self._written)

        def words(mark: re.Match[str]) -> str:
            place = f'transform="{mark[1]}" x="{mark[2]}" y="{mark[3]}"'
            return f'<text {place} xml:space="preserve" stroke="none">{next(lines)}</text>'

        finished, count = _MARKED.subn(words, drawing)
        if count != len(self._written):
            raise MissingTextError(f"{len(self._written) - count} lines of text are missing from the SVG.")
        return finished


def render_svg(draw: Callable[[Pen], object], width: int, height: int, facts: Mapping[str, str]) -> bytes:
    """Return the SVG that `draw` makes, `width` by `height` pixels; `facts` go into its metadata."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(QSize(width, height))
    generator.setViewBox(QRectF(0, 0, width, height))
    generator.setTitle(_UNWRITABLE.sub("\ufffd", facts.get("Title", "")))
    generator.setDescription(_UNWRITABLE.sub("\ufffd", facts.get("Description", "")))
    with QPainter(generator) as painter:
        pen = SvgPen(painter)
        draw(pen)
    drawing = pen.finish(bytes(buffer.data().data()).decode("utf-8"))
    drawing = _SIZE.sub(f'<svg width="{width}" height="{height}"', drawing, count=1)
    return drawing.replace("<defs>", f"{_metadata(facts)}\n<defs>", 1).encode()


def xml_text(text: str) -> str:
    """Return `text` as XML can hold it: markup escaped, what cannot be held shown as U+FFFD."""
    return escape(_UNWRITABLE.sub("\ufffd", text), quote=True)


def _look(words: str, role: str, colour: QColor) -> str:
    """Return the attributes of a part, and its words: as wide as here, whatever type the reader has."""
    wanted = TYPES[role]
    spacing = f' letter-spacing="{wanted.spacing}"' if wanted.spacing else ""
    return (
        f'font-family="{", ".join(FAMILIES)}, sans-serif" font-size="{wanted.size}" '
        f'font-weight="{int(wanted.weight)}"{spacing} fill="{colour.name()}" '
        f'textLength="{text_width(words, role):.2f}" lengthAdjust="spacingAndGlyphs">{xml_text(words)}'
    )


def _metadata(facts: Mapping[str, str]) -> str:
    rows = "".join(
        f"<{_TERMS[name]}>{xml_text(value)}</{_TERMS[name]}>"
        for name, value in facts.items()
        if name in _TERMS
    )
    return (
        '<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
        f'<rdf:Description rdf:about="">{rows}</rdf:Description></rdf:RDF></metadata>'
    )
