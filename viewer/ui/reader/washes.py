"""Painting the marks of passages under a text: a wash and a line below it, on every line that they touch."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QTextBlock, QTextLine

from viewer.ui.page.style import RULE_WIDTH, STYLES, text_font, wash

_WASH, _LIT_WASH = 16, 54
"""Alpha of a cited passage and of the lit one; overlapping washes add up."""
_LINE, _LIT_LINE = 130, 255
"""Alpha of the line below."""
_GAP = 1.5
"""Pixels that a wash leaves free at the ends of its passage, since passages may touch each other."""
_RULE_AWAY = 10
"""Pixels from the lit rule to the text."""
_ABOVE, _BELOW = 1.02, 0.42
"""How far a wash reaches from the baseline, in sizes of the document's text: Thai marks fit into it."""


Span = tuple[int, int]
"""Positions of a document, half-open."""


def paint_cited(painter: QPainter, block: QTextBlock, at: QPointF, span: Span, colour: QColor) -> None:
    """Mark the part of `span` that lies in a block which stands at `at`."""
    for area in _areas(block, span):
        _paint_area(painter, area.translated(at), colour, (_WASH, _LINE))


def paint_lit(painter: QPainter, block: QTextBlock, at: QPointF, span: Span, colour: QColor) -> None:
    """Mark the part of `span` more strongly, with a rule beside it."""
    areas = [area.translated(at) for area in _areas(block, span)]
    for area in areas:
        _paint_area(painter, area, colour, (_LIT_WASH, _LIT_LINE))
    if areas:
        height = areas[-1].bottom() - areas[0].top()
        painter.fillRect(QRectF(at.x() - _RULE_AWAY, areas[0].top(), RULE_WIDTH, height), colour)


def _paint_area(painter: QPainter, area: QRectF, colour: QColor, strength: tuple[int, int]) -> None:
    painter.fillRect(area, wash(colour, strength[0]))
    painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), wash(colour, strength[1]))


def _areas(block: QTextBlock, span: Span) -> list[QRectF]:
    """Return the rectangles of a span, one a line, in coordinates of the block's layout."""
    first = max(span[0] - block.position(), 0)
    last = min(span[1] - block.position(), block.length() - 1)
    layout = block.layout()
    areas = []
    for number in range(layout.lineCount() if first < last else 0):
        line = layout.lineAt(number)
        start, end = max(first, line.textStart()), min(last, line.textStart() + line.textLength())
        if start < end:
            area = _area(line, start, end)
            areas.append(area.adjusted(_GAP * (start == first), 0, -_GAP * (end == last), 0))
    return areas


def _area(line: QTextLine, start: int, end: int) -> QRectF:
    size = text_font(STYLES["document"]).pixelSize()
    left, right = sorted((_x(line, start), _x(line, end)))
    right = min(right, line.x() + line.naturalTextWidth())  # no wash under the space at a line's end
    top = line.y() + line.ascent() - _ABOVE * size
    return QRectF(left, top, max(right - left, 0.0), (_ABOVE + _BELOW) * size)


def _x(line: QTextLine, position: int) -> float:
    x: object = line.cursorToX(position)
    if isinstance(x, tuple):  # the binding returns the position too
        x = x[0]
    return float(x) if isinstance(x, (int, float)) else 0.0
