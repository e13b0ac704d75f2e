"""The reading pane: an event with the passages it rests on, an aspect, or the collection itself."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from viewer.model.records import Aspect, Collection, Event
from viewer.render.theme import Theme, load_theme
from viewer.ui.detail.aspect_page import aspect_page
from viewer.ui.detail.event_page import event_page
from viewer.ui.detail.lookup import Lookup
from viewer.ui.detail.welcome_page import welcome_page
from viewer.ui.page.content import Link, Page, ToAspect, ToCopy, ToEvent, ToFilter, ToPassage, plain
from viewer.ui.page.view import PageView


class DetailPane(QWidget):
    """Shows one page and emits what the reader asks for.

    `passage_requested` (source id, start, end: characters; 0, 0 for the beginning), `event_requested` and
    `aspect_requested` (id), `filter_requested` (facet, id), `copied` (the text now on the clipboard),
    `failed` (words) for what could not be painted.
    """

    passage_requested = Signal(str, int, int)
    event_requested = Signal(str)
    aspect_requested = Signal(str)
    filter_requested = Signal(str, str)
    copied = Signal(str)
    failed = Signal(str)

    def __init__(self, theme: Theme | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lookup: Lookup | None = None
        self._page: Page = ()
        self.view = PageView(theme or load_theme("light"), self)
        self.view.setAccessibleName("Event and its passages")
        self.view.link_activated.connect(self._follow)
        self.view.failed.connect(self.failed)
        self.setFocusProxy(self.view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)

    def set_theme(self, theme: Theme) -> None:
        """Show the same page in another theme."""
        self.view.set_theme(theme)

    def show_event(self, collection: Collection, event: Event) -> None:
        """Show an event of the collection."""
        self._show(event_page(self._lookup_of(collection), event))

    def show_aspect(self, collection: Collection, aspect: Aspect) -> None:
        """Show an aspect of the collection."""
        self._show(aspect_page(self._lookup_of(collection), aspect))

    def show_nothing(self, collection: Collection) -> None:
        """Show what the collection is and how to move."""
        self._lookup_of(collection)
        self._show(welcome_page(collection))

    def copy_event(self) -> None:
        """Put the page shown on the clipboard as text with its citations, long texts uncut."""
        self._copy(plain(self._page))

    def _show(self, page: Page) -> None:
        self._page = page
        self.view.show_page(page)

    def _lookup_of(self, collection: Collection) -> Lookup:
        if self._lookup is None or self._lookup.collection is not collection:
            self._lookup = Lookup(collection)
        return self._lookup

    def _follow(self, link: Link) -> None:
        match link:
            case ToPassage(source, start, end):
                self.passage_requested.emit(source, start, end)
            case ToEvent(event):
                self.event_requested.emit(event)
            case ToAspect(aspect):
                self.aspect_requested.emit(aspect)
            case ToFilter(facet, value):
                self.filter_requested.emit(facet, value)
            case ToCopy(text):
                self._copy(text)

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.copied.emit(text)
