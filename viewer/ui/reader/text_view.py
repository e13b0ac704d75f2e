"""A whole document, or a part of it, with every cited passage washed in the source's colour."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QShowEvent,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QWidget

from viewer.render.theme import Theme
from viewer.ui.page.content import Page
from viewer.ui.page.style import STYLES, block_format, char_format
from viewer.ui.page.view import PageView
from viewer.ui.reader.offsets import ShownText
from viewer.ui.reader.passages import Passage
from viewer.ui.reader.washes import paint_cited, paint_lit

_KEYS = frozenset({Qt.Key.Key_N, Qt.Key.Key_P, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F3})

Span = tuple[int, int]


class TextView(PageView):
    """Shows one part of a source under a page that introduces it.

    `offset_activated` (characters) on a click or Enter in the text; `step_requested` (1 or -1) on N and P;
    `find_requested` on Ctrl+F, `find_step_requested` (1 or -1) on F3.
    """

    offset_activated = Signal(int)
    step_requested = Signal(int)
    find_requested = Signal()
    find_step_requested = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.shown: ShownText | None = None
        self._base = 0
        self._colour_name = "graphite"
        self._right_to_left = False
        self._passages: tuple[Passage, ...] = ()
        self._by_block: dict[int, list[Passage]] = {}
        self._lit: Span | None = None
        self.tip_of_offset: Callable[[int], str] = lambda _offset: ""
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def show_text(
        self, page: Page, shown: ShownText, passages: tuple[Passage, ...], colour: str, *, right_to_left: bool
    ) -> None:
        """Show `page`, then the text with its passages marked, from the beginning."""
        self.shown = shown
        self._passages = passages
        self._colour_name = colour
        self._right_to_left = right_to_left
        self._lit = None
        self.show_page(page)

    def light(self, span: Span | None) -> None:
        """Light characters `span`, put the caret at their beginning and scroll them to the middle."""
        self._lit = span
        if span is not None:
            self._go_to(*span, select=False)
        self.viewport().update()

    def select(self, span: Span) -> None:
        """Select characters `span` (what was found) and scroll them to the middle."""
        self._go_to(*span, select=True)

    def caret_offset(self) -> int | None:
        """Return the character offset of the caret, None where it stands before the text."""
        return self._offset(self.textCursor().position())

    def offset_at(self, point: QPointF) -> int | None:
        """Return the offset of the character under a point of the viewport, None where there is none."""
        in_document = QPointF(point.x(), point.y() + self.verticalScrollBar().value())
        position = self.document().documentLayout().hitTest(in_document, Qt.HitTestAccuracy.ExactHit)
        return None if position < 0 else self._offset(position)

    def rectangle_of(self, offset: int) -> QRectF:
        """Return where the character at an offset stands, in coordinates of the viewport."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._position(offset))
        return QRectF(self.cursorRect(cursor))

    def set_rest(self) -> None:
        """Set the document's text below the page."""
        self._by_block.clear()
        if self.shown is None:
            return
        style = STYLES["document"]
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.beginEditBlock()
        cursor.insertBlock(block_format(style, right_to_left=self._right_to_left))
        self._base = cursor.position()
        form = char_format(self.theme, style, "ink")
        for number, block in enumerate(self.shown.blocks):
            if number:
                cursor.insertBlock()
            cursor.insertText(block, form)
        cursor.endEditBlock()
        self._sort_passages()

    def paint_under(self, painter: QPainter) -> None:
        """Paint the washes of the visible blocks, then what every page has."""
        super().paint_under(painter)
        colour, accent = self.theme.color(self._colour_name), self.theme.color("accent")
        top = self.verticalScrollBar().value()
        layout = self.document().documentLayout()
        block = self.document().findBlock(self._base) if self.shown else QTextBlock()
        first = self.document().findBlock(
            max(self.cursorForPosition(self.viewport().rect().topLeft()).position(), 0)
        )
        if block.isValid() and first.blockNumber() > block.blockNumber():
            block = first
        while block.isValid():
            box = layout.blockBoundingRect(block)
            if box.top() > top + self.viewport().height():
                break
            at = box.topLeft() - block.layout().boundingRect().topLeft()
            for passage in self._by_block.get(block.blockNumber(), ()):
                paint_cited(painter, block, at, self._positions((passage.start, passage.end)), colour)
            if self._lit is not None:
                paint_lit(painter, block, at, self._positions(self._lit), accent)
            block = block.next()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the lit passage in the middle, where it was in view or the text was not shown yet."""
        if self.being_set:  # a scroll bar comes or goes while the text is not there yet
            super().resizeEvent(event)
            return
        keep = self._lit is not None and (not self.isVisible() or self._in_view(self._lit[0]))
        super().resizeEvent(event)
        if keep and self._lit is not None:
            self._scroll_to(*self._lit)

    def showEvent(self, event: QShowEvent) -> None:
        """Bring the lit passage into the middle: it may have been lit while another page was in front."""
        super().showEvent(event)
        if self._lit is not None:
            self._scroll_to(*self._lit)

    def event(self, event: QEvent) -> bool:
        """Claim the reader's own keys before the window's shortcuts take them."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """N and P step through the passages, Enter opens what cites the caret's, Ctrl+F finds."""
        key = event.key()
        if not _own(event):
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_F:
            self.find_requested.emit()
        elif key == Qt.Key.Key_F3:
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.find_step_requested.emit(-1 if back else 1)
        elif key in (Qt.Key.Key_N, Qt.Key.Key_P):
            self.step_requested.emit(1 if key == Qt.Key.Key_N else -1)
        elif (offset := self.caret_offset()) is not None:
            self.offset_activated.emit(offset)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Activate what was clicked, unless the pointer selected text."""
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton or self.textCursor().hasSelection():
            return
        offset = self.offset_at(event.position())
        if offset is not None:
            self.offset_activated.emit(offset)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over a passage."""
        super().mouseMoveEvent(event)
        if event.buttons() == Qt.MouseButton.NoButton and not self.anchorAt(event.position().toPoint()):
            offset = self.offset_at(event.position())
            cited = offset is not None and bool(self.tip_of_offset(offset))
            shape = Qt.CursorShape.PointingHandCursor if cited else Qt.CursorShape.IBeamCursor
            self.viewport().setCursor(shape)

    def tip_at(self, event: QHelpEvent) -> str:
        """Return the titles of what cites the passage under the pointer."""
        offset = self.offset_at(QPointF(event.pos()))
        return self.tip_of_offset(offset) if offset is not None else super().tip_at(event)

    def _sort_passages(self) -> None:
        for passage in self._passages:
            first = self.document().findBlock(self._position(passage.start)).blockNumber()
            last = self.document().findBlock(max(self._position(passage.end) - 1, 0)).blockNumber()
            for number in range(first, last + 1):
                self._by_block.setdefault(number, []).append(passage)

    def _go_to(self, start: int, end: int, *, select: bool) -> None:
        cursor = QTextCursor(self.document())
        if select:
            cursor.setPosition(self._position(end))
            cursor.setPosition(self._position(start), QTextCursor.MoveMode.KeepAnchor)
        else:
            cursor.setPosition(self._position(start))
        self.setTextCursor(cursor)
        self._scroll_to(start, end)

    def _in_view(self, offset: int) -> bool:
        return 0 <= self.rectangle_of(offset).top() <= self.viewport().height()

    def _scroll_to(self, start: int, end: int) -> None:
        upper, lower = self.rectangle_of(start), self.rectangle_of(end)
        height = self.viewport().height()
        # A passage taller than the window shows its beginning.
        middle = (upper.top() + lower.bottom()) / 2 if lower.bottom() - upper.top() < height else 0.0
        shift = middle - height / 2 if middle else upper.top() - self.em
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + round(shift))

    def _positions(self, span: Span) -> Span:
        return self._position(span[0]), self._position(span[1])

    def _position(self, offset: int) -> int:
        return self._base + (self.shown.to_position(offset) if self.shown else 0)

    def _offset(self, position: int) -> int | None:
        if self.shown is None or position < self._base:
            return None
        return self.shown.to_offset(position - self._base)


def _own(event: QKeyEvent) -> bool:
    plain = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
    if event.key() == Qt.Key.Key_F:
        return event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return event.key() in _KEYS and plain == Qt.KeyboardModifier.NoModifier
