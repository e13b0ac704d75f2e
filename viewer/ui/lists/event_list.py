"""Every event in order of time, then the undated and those whose date cannot be placed."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QLabel, QTableView, QVBoxLayout, QWidget

from viewer.model.records import Event
from viewer.model.wording import short
from viewer.render.theme import Theme, load_theme
from viewer.search.folding import fold
from viewer.store.events import StoredEvents
from viewer.ui.lists.listed import Listed
from viewer.ui.lists.two_line_rows import ROW_ROLE, Lines, TwoLineRows
from viewer.ui.lists.type_ahead import TypeAhead
from viewer.ui.page.style import dress
from viewer.ui.plain_text import label_text, tooltip_text

_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()

AT_ONCE = 1_000
"""Titles that are looked at in one go for typed letters: some milliseconds."""


class EventList(QWidget):
    """Lists events.

    Emits `event_requested` (id) on a click, Enter or Space, `failed` (words) for a row that cannot be drawn.
    """

    event_requested = Signal(str)
    failed = Signal(str)

    def __init__(self, theme: Theme | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _Events(self)
        theme = theme or load_theme("light")
        self._rows = TwoLineRows(theme, self.failed.emit)
        self._nothing = QLabel("No event passes the filter.")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setWordWrap(True)
        self.view = _View(self._model, self)
        self.view.setItemDelegate(self._rows)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setAccessibleName("Events in order")
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.clicked.connect(self._request)
        self.view.entered_by_key.connect(self._request)
        self.setFocusProxy(self.view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._nothing)
        layout.addWidget(self.view)
        self._nothing.hide()
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._rows.theme = theme
        self.setPalette(dress(self.palette(), theme))
        self.view.set_row_height(self._rows.row_height())
        self.view.viewport().update()

    def show_events(self, events: StoredEvents) -> None:
        """Show these events; the chosen one stays chosen where it is among them."""
        if self._model.shows(events):  # as two views may: to list a million anew takes a while
            return
        chosen = self.selected()
        self._model.set_events(events)
        self._nothing.setVisible(not len(events))
        self.view.setVisible(bool(len(events)))
        self.select(chosen)

    def selected(self) -> str | None:
        """Return the id of the chosen event."""
        return self._model.id_of(self.view.currentIndex())

    def select(self, event_id: str | None) -> None:
        """Choose an event and scroll to it; one that is not listed chooses nothing. Emits nothing."""
        row = self._model.row_of(event_id)
        if row is None:
            self.view.setCurrentIndex(QModelIndex())
            self.view.clearSelection()
            return
        index = self._model.index(row)
        if index != self.view.currentIndex():
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def _request(self, index: QModelIndex) -> None:
        event_id = self._model.id_of(index)
        if event_id is not None:
            self.event_requested.emit(event_id)


class _View(QTableView):
    """A table of one column: unlike a list, it looks at no row that it does not draw.

    It tells Enter and Space apart from a click. Typed letters find the next title that begins with them.
    """

    entered_by_key = Signal(QModelIndex)

    def __init__(self, model: "_Events", parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(model)
        self._ahead = TypeAhead(self, lambda: range(model.rowCount()), model.begins_with, AT_ONCE)
        self._ahead.found.connect(lambda row: self.setCurrentIndex(model.index(row)))
        model.modelReset.connect(self._ahead.stop)
        self.selectionModel().currentChanged.connect(self._ahead.stop)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setStyleSheet("selection-background-color: transparent;")  # rows draw their own sign of choice

    def set_row_height(self, height: int) -> None:
        """Give every row the same height in pixels."""
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(height)

    def keyboardSearch(self, search: str) -> None:
        """Begin to look for a row by typed letters; the window goes on meanwhile."""
        self._ahead.type(search)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space ask for the current row; Home and End go to the first and the last one."""
        if event.key() == Qt.Key.Key_Space and self._ahead.goes_on:
            self.keyboardSearch(event.text())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.entered_by_key.emit(self.currentIndex())
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            row = 0 if event.key() == Qt.Key.Key_Home else self.model().rowCount() - 1
            self.setCurrentIndex(self.model().index(row, 0))
        else:
            super().keyPressEvent(event)


class _Events(QAbstractListModel):
    """The rows: events and, between them, the headings of the two last groups."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._events: StoredEvents | None = None
        self._listed: Listed | None = None
        self._colours: dict[str, str] = {}
        self._lanes: dict[str, str] = {}

    def shows(self, events: StoredEvents) -> bool:
        now = self._events
        return now is not None and now.store is events.store and now.is_whole and events.is_whole

    def set_events(self, events: StoredEvents) -> None:
        self.beginResetModel()
        self._events = events
        lanes = events.store.collection.lanes
        self._colours = {lane.id: lane.colour for lane in lanes}
        self._lanes = {lane.id: label_text(lane.title.best(), 60) for lane in lanes}
        self._listed = Listed(events)
        self.endResetModel()

    def id_of(self, index: _Index) -> str | None:
        number = self._number(index)
        return self._events.store.ids[number] if self._events is not None and number is not None else None

    def row_of(self, event_id: str | None) -> int | None:
        number = self._events.store.number_of(event_id) if self._events is not None else None
        return self._listed.row(number) if self._listed is not None and number is not None else None

    def begins_with(self, row: int, text: str) -> bool:
        """Whether the title in a row begins with a folded text, however its letters are written."""
        number = self._listed.number(row) if self._listed is not None else None
        if self._events is None or number is None:
            return False
        return fold(self._events.store.titles[number][: 4 * len(text) + 4]).startswith(text)

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() or self._listed is None else len(self._listed)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if self._number(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        number = self._number(index)
        if number is None or self._events is None:
            heading = self._listed.heading(index.row()) if self._listed is not None else ""
            return {ROW_ROLE: Lines("", heading, heading=True), Qt.ItemDataRole.DisplayRole: heading}.get(
                role
            )
        row = self._events.store.event(number)
        if role == ROW_ROLE:
            return self._lines(row)
        if role == Qt.ItemDataRole.DisplayRole:
            return label_text(row.title.best())
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip_text(row.title.best())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            lines = self._lines(row)
            return f"{lines.lower}, {lines.upper}" + (", the sources disagree" if row.contested else "")
        return None

    def _number(self, index: _Index) -> int | None:
        return self._listed.number(index.row()) if self._listed is not None and index.isValid() else None

    def _lines(self, event: Event) -> Lines:
        lane = self._lanes.get(event.lane, label_text(event.lane, 60))
        return Lines(
            upper=f"{_date_words(event)}  ·  {lane}",
            lower=label_text(event.title.best()),
            sign=event.kind,
            contested=event.contested,
            colour=self._colours.get(event.lane, "graphite"),
        )


def _date_words(event: Event) -> str:
    if event.date is not None:
        return short(event.date)
    return f"“{label_text(event.date_text, 40)}” cannot be read" if event.unreadable else "undated"
