"""PDF in which text stays text: searching and copying give back what was written, Thai included.

QPdfWriter writes glyphs and a table from glyph to letter. Shaping replaces Thai glyphs by others that no
letter leads to, splits SARA AM in two and reorders marks, so half of all Thai lines come back wrong. PDF has
a remedy (ISO 32000-1, 14.9.4): a span of content with /ActualText. So each line is drawn between two marks
far outside the page, and afterwards what stands between them becomes such a span.
"""

import io
import re
from collections.abc import Callable, Generator, Sequence
from typing import cast

from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject, RectangleObject, StreamObject, TextStringObject
from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QColor, QPageSize, QPainter, QPdfWriter

from viewer.render.pen import MissingTextError, Pen

DPI = 96
"""Pixels an inch: a pixel of the layout is 0.75 points."""

_FAR = -9000.0
_MARK = re.compile(rb"-9000 -9000 1 1 re\s*f\*?\s")
_TEXT = re.compile(rb"BT\n(.*?)ET\n", re.DOTALL)
_WHOLE_TEXT = re.compile(rb"q\n(?:(?!q\n|BT\n).)*?BT\n.*?ET\nQ\n", re.DOTALL)
_BLACK = QColor("black")


class PdfPen(Pen):
    """Remembers what is written, and marks where each line begins and ends."""

    sharp = False

    def __init__(self, painter: QPainter, written: list[str]) -> None:
        super().__init__(painter)
        self._written = written

    def write(self, x: float, baseline: float, words: str, role: str, colour: QColor) -> None:
        """Write `words` from `x` on, standing on `baseline`, between two marks."""
        self._mark()
        super().write(x, baseline, words, role, colour)
        self._mark()
        self._written.append(words)

    def _mark(self) -> None:
        self.painter.save()
        self.painter.resetTransform()
        self.painter.setClipping(False)
        self.painter.fillRect(QRectF(_FAR, _FAR, 1, 1), _BLACK)
        self.painter.restore()


def render_pdf(
    pages: Sequence[Callable[[Pen], object]], width: int, height: int, facts: dict[str, str]
) -> bytes:
    """Return a PDF of `pages`, each `width` by `height` pixels, with `facts` as its metadata."""
    steps = pdf_steps(pages, width, height, facts)
    while True:
        try:
            next(steps)
        except StopIteration as done:
            return cast("bytes", done.value)


def pdf_steps(
    pages: Sequence[Callable[[Pen], object]], width: int, height: int, facts: dict[str, str]
) -> Generator[str, None, bytes]:
    """Make the same PDF in steps, saying after each page what was done; it can be given up in between."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DPI)
    points = QSizeF(width * 72 / DPI, height * 72 / DPI)
    writer.setPageSize(QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setTitle(facts.get("Title", ""))
    written: list[list[str]] = []
    with QPainter(writer) as painter:
        for number, page in enumerate(pages):
            if number:
                writer.newPage()
            lines: list[str] = []
            page(PdfPen(painter, lines))
            written.append(lines)
            yield f"Page {number + 1} of {len(pages)}"
    return (yield from _finished(bytes(buffer.data().data()), written, points, facts))


def _finished(
    content: bytes, written: Sequence[Sequence[str]], points: QSizeF, facts: dict[str, str]
) -> Generator[str, None, bytes]:
    """Return the PDF with spans for its words, pages of exactly `points`, and metadata."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(content)))
    for number, (page, lines) in enumerate(zip(writer.pages, written, strict=True), start=1):
        contents = page.get_contents()
        stream = StreamObject()
        stream.set_data(_spans(contents.get_data() if contents is not None else b"", lines))
        page[NameObject("/Contents")] = writer._add_object(stream.flate_encode())  # noqa: SLF001
        # Qt rounds pages to whole points and draws down from the upper edge.
        top = float(page.mediabox.top)
        page.mediabox = RectangleObject((0, top - points.height(), points.width(), top))
        yield f"Words of page {number} of {len(written)}"
    standard = {"Subject": facts.get("Description", ""), "Creator": facts.get("Software", "")}
    writer.add_metadata({f"/{name}": value for name, value in (facts | standard).items()})
    writer.root_object[NameObject("/Lang")] = TextStringObject("en")
    finished = io.BytesIO()
    writer.write(finished)
    return finished.getvalue()


def _spans(stream: bytes, lines: Sequence[str]) -> bytes:
    """Return the page's stream with a span for each line. Raises MissingTextError where a mark is missing."""
    parts = _MARK.split(stream)
    if len(parts) != 2 * len(lines) + 1:
        raise MissingTextError(f"The page has {len(parts) - 1} marks for {len(lines)} lines of text.")
    for line, words in enumerate(lines):
        parts[2 * line + 1] = _span(parts[2 * line + 1], words)
    return b"".join(parts)


def _span(drawn: bytes, words: str) -> bytes:
    """Return a line's content as one text object inside one span.

    Qt writes a text object for every change of font. Each sets its font and matrix anew, so that they can be
    joined; a span must lie within one text object, and readers take its extent from the fonts set there.
    """
    first = _TEXT.search(drawn)
    if first is None:
        return drawn
    shown = b"".join(block[1] for block in _TEXT.finditer(drawn))
    begin = b"BT\n/Span <</ActualText <" + _hex(words) + b">>> BDC\n"
    rest = _WHOLE_TEXT.sub(b"", drawn[first.end() :])
    return drawn[: first.start()] + begin + shown + b"EMC\nET\n" + rest


def _hex(text: str) -> bytes:
    return ("FEFF" + text.encode("utf-16-be", "replace").hex().upper()).encode()
