"""The source reader: a whole document with every cited passage marked, and the way back to its event."""

import sys

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from viewer.model.records import Collection, Source
from viewer.render.theme import Theme, load_theme
from viewer.ui.page.content import Link, ToAspect, ToEvent
from viewer.ui.page.directions import right_to_left
from viewer.ui.plain_text import button_text
from viewer.ui.reader.bar import ReaderBar
from viewer.ui.reader.find_bar import FindBar
from viewer.ui.reader.finding import Finding
from viewer.ui.reader.header_page import header_page
from viewer.ui.reader.offsets import ShownText
from viewer.ui.reader.parts import part_of, part_starts
from viewer.ui.reader.passages import Citer, Passages
from viewer.ui.reader.text_view import TextView

Span = tuple[int, int]


class SourceReader(QWidget):
    """Shows one source of a collection, whole or in parts of 40,000 characters.

    `event_requested` and `aspect_requested` (id) for what cites a passage that was clicked or entered.
    Keys in the text: N and P next and previous passage, Enter what cites it, Ctrl+F find, F3 find again.
    """

    event_requested = Signal(str)
    aspect_requested = Signal(str)
    failed = Signal(str)

    def __init__(self, theme: Theme | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._collection: Collection | None = None
        self._source: Source | None = None
        self._passages: Passages | None = None
        self._starts: tuple[int, ...] = (0,)
        self._part = 0
        self._lit: Span | None = None
        self._found: Span | None = None
        self.bar = ReaderBar(self)
        self.view = TextView(theme or load_theme("light"), self)
        self.view.setAccessibleName("Text of the source")
        self.find_bar = FindBar(self)
        self.setFocusProxy(self.view)
        self._lay_out()
        self._connect()

    def set_theme(self, theme: Theme) -> None:
        """Show the same place in another theme."""
        self.view.set_theme(theme)

    def show_collection(self, collection: Collection) -> None:
        """Offer the sources of a collection and show the first of them from its beginning.

        Where it is the present collection, read again, the source stays, and the place in it.
        """
        shown, before = self._source, self._collection
        again = before is not None and before.folder == collection.folder
        for source in collection.sources:
            if again and shown is not None and source.id == shown.id:
                self._renew(collection, source)
                return
        if collection.sources:
            self.show_source(collection, collection.sources[0].id)

    def show_source(self, collection: Collection, source_id: str, lit: Span | None = None) -> None:
        """Show a source with characters `lit` lit and in the middle; (n, n) or None lights nothing.

        An unknown id shows nothing new.
        """
        source = next((one for one in collection.sources if one.id == source_id), None)
        if source is None:
            return
        if collection is not self._collection:
            self.bar.show_sources(collection.sources)
        if collection is not self._collection or source is not self._source:
            self._open(collection, source)
        if lit is not None and lit[0] < lit[1]:
            self.light(lit)
        else:
            self._lit = None
            self._show_part(part_of(self._starts, lit[0] if lit else 0))
            self.view.light(None)
            self.view.verticalScrollBar().setValue(0)
            self._say_place()

    def light(self, span: Span) -> None:
        """Light characters `span` of the present source and scroll them to the middle."""
        self._lit = span
        self._show_part(part_of(self._starts, span[0]))
        self.view.light(span)
        self._say_place()

    def step(self, direction: int) -> None:
        """Light the next (1) or previous (-1) passage, counted from the lit one, else from the caret."""
        if self._passages is None or not len(self._passages):
            return
        # Longer than any passage, so that one which begins at the caret comes after it.
        caret = (self.view.caret_offset() or 0, sys.maxsize)
        beside = self._passages.beside(self._lit or caret, direction)
        if beside is None:
            beside = self._passages[0 if direction > 0 else -1]
        self.light((beside.start, beside.end))

    def find_words(self, text: str, direction: int = 1, *, stay: bool = False) -> None:
        """Select the next (1) or previous (-1) match; with `stay` the present one may match again."""
        if self._source is None:
            return
        finding = Finding(self._source.text, text)
        start = self._found[0] if self._found else self.view.caret_offset() or 0
        if direction > 0:
            self._found = finding.after(start if stay or self._found is None else start + 1)
        else:
            self._found = finding.before(start)
        if self._found is not None:
            self._show_part(part_of(self._starts, self._found[0]))
            self.view.select(self._found)
        self.find_bar.answer.setText(finding.words(self._found))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.find_bar)
        layout.addWidget(self.view, 1)

    def _connect(self) -> None:
        self.bar.source_chosen.connect(self._switch)
        self.bar.step_requested.connect(self.step)
        self.bar.turn_requested.connect(self._turn)
        self.bar.find_requested.connect(self.find_bar.open)
        self.view.offset_activated.connect(self._activate)
        self.view.step_requested.connect(self.step)
        self.view.find_requested.connect(self.find_bar.open)
        self.view.find_step_requested.connect(self.find_bar.step)
        self.view.failed.connect(self.failed)
        self.view.tip_of_offset = self._tip
        self.find_bar.find_requested.connect(
            lambda text, direction, stay: self.find_words(text, direction, stay=stay)
        )
        self.find_bar.closed.connect(self.view.setFocus)

    def _open(self, collection: Collection, source: Source) -> None:
        self._collection = collection
        self._source = source
        self._passages = Passages(collection, source.id)
        self._starts = part_starts(source.text)
        self._part = -1
        self._lit = self._found = None
        self.bar.show_source(source)

    def _renew(self, collection: Collection, source: Source) -> None:
        part, lit, scrolled = self._part, self._lit, self.view.verticalScrollBar().value()
        self.bar.show_sources(collection.sources)
        self._open(collection, source)
        self._show_part(min(part, len(self._starts) - 1))
        if lit is not None and lit[1] <= len(source.text):
            self._lit = lit
            self.view.light(lit)
        document = self.view.document()
        document.documentLayout().blockBoundingRect(document.lastBlock())  # a text half laid out scrolls half
        self.view.verticalScrollBar().setValue(scrolled)
        self._say_place()

    def _show_part(self, part: int) -> None:
        if self._source is None or self._passages is None or part == self._part:
            return
        self._part = part
        ends = (*self._starts[1:], len(self._source.text))
        shown = ShownText(self._source.text, self._starts[part], ends[part])
        page = header_page(self._source, len(self._passages), len(self._starts)) if part == 0 else ()
        self.view.show_text(
            page,
            shown,
            self._passages.overlapping(shown.start, shown.end),
            self._source.colour,
            right_to_left=right_to_left(self._source.script, self._source.language),
        )
        self.bar.show_part(part, len(self._starts))

    def _turn(self, direction: int) -> None:
        self._lit = None
        self._show_part(self._part + direction)
        self._say_place()

    def _say_place(self) -> None:
        total = len(self._passages) if self._passages is not None else 0
        number = self._passages.number(self._lit) if self._passages is not None and self._lit else None
        self.bar.show_place(number, total)

    def _switch(self, source_id: str) -> None:
        if self._collection is not None:
            self.show_source(self._collection, source_id)

    def _citers(self, offset: int) -> tuple[Citer, ...]:
        passages = self._passages
        if passages is None:
            return ()
        return tuple(dict.fromkeys(citer for one in passages.at(offset) for citer in passages.citers(one)))

    def _tip(self, offset: int) -> str:
        more = sum(passage.more for passage in self._passages.at(offset)) if self._passages is not None else 0
        titles = [citer.title for citer in self._citers(offset)]
        return "\n".join([*titles, f"and {more:,} more"] if more else titles)

    def _activate(self, offset: int) -> None:
        citers = self._citers(offset)
        if len(citers) == 1:
            self._follow(citers[0].link)
        elif citers:
            self.menu_of(citers).popup(self._menu_place(offset))

    def menu_of(self, citers: tuple[Citer, ...]) -> QMenu:
        """Return a menu that asks which of several to show; it deletes itself when closed."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for citer in citers:
            action = menu.addAction(button_text(citer.title, 80))
            action.triggered.connect(lambda _checked=False, link=citer.link: self._follow(link))
        return menu

    def _menu_place(self, offset: int) -> QPoint:
        return self.view.viewport().mapToGlobal(self.view.rectangle_of(offset).bottomLeft().toPoint())

    def _follow(self, link: Link) -> None:
        match link:
            case ToEvent(event):
                self.event_requested.emit(event)
            case ToAspect(aspect):
                self.aspect_requested.emit(aspect)
