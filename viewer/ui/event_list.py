"""Every event in order of time, then the undated and those whose date cannot be placed."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLabel, QListView, QVBoxLayout, QWidget

from viewer.model.dates import HistoricalDate
from viewer.model.records import Collection, Event
from viewer.model.wording import short
from viewer.render.theme import Theme, load_theme
from viewer.ui.page.style import dress
from viewer.ui.plain_text import label_text, tooltip_text
from viewer.ui.two_line_rows import ROW_ROLE, Lines, TwoLineRows

_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
UNDATED, NOT_PLACED = "Undated", "Not placed"


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
        self.view = _View(self)
        self.view.setModel(self._model)
        self.view.setItemDelegate(self._rows)
        self.view.setUniformItemSizes(True)
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
        self.view.doItemsLayout()
        self.view.viewport().update()

    def show_events(self, collection: Collection, events: Sequence[Event]) -> None:
        """Show these events of the collection; the chosen one stays chosen where it is among them."""
        chosen = self.selected()
        self._model.set_events(collection, events)
        self._nothing.setVisible(not events)
        self.view.setVisible(bool(events))
        self.select(chosen)

    def selected(self) -> str | None:
        """Return the id of the chosen event."""
        event = self._model.event_of(self.view.currentIndex())
        return event.id if event else None

    def select(self, event_id: str | None) -> None:
        """Choose an event and scroll to it; one that is not listed chooses nothing. Emits nothing."""
        row = self._model.row_of.get(event_id) if event_id else None
        if row is None:
            self.view.setCurrentIndex(QModelIndex())
            self.view.clearSelection()
            return
        index = self._model.index(row)
        if index != self.view.currentIndex():
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def _request(self, index: QModelIndex) -> None:
        event = self._model.event_of(index)
        if event is not None:
            self.event_requested.emit(event.id)


class _View(QListView):
    """A list that tells Enter and Space apart from a click."""

    entered_by_key = Signal(QModelIndex)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space ask for the current row."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.entered_by_key.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class _Events(QAbstractListModel):
    """The rows: events and, between them, the headings of the two last groups."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.row_of: dict[str, int] = {}
        self._rows: list[Event | str] = []
        self._colours: dict[str, str] = {}
        self._lanes: dict[str, str] = {}

    def set_events(self, collection: Collection, events: Sequence[Event]) -> None:
        self.beginResetModel()
        self._colours = {lane.id: lane.colour for lane in collection.lanes}
        self._lanes = {lane.id: label_text(lane.title.best(), 60) for lane in collection.lanes}
        self._rows = in_order(events)
        self.row_of = {row.id: number for number, row in enumerate(self._rows) if isinstance(row, Event)}
        self.endResetModel()

    def event_of(self, index: _Index) -> Event | None:
        row = self._rows[index.row()] if index.isValid() else None
        return row if isinstance(row, Event) else None

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if self.event_of(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        if isinstance(row, str):
            texts = {ROW_ROLE: Lines("", row, heading=True), Qt.ItemDataRole.DisplayRole: row}
            return texts.get(role)
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

    def _lines(self, event: Event) -> Lines:
        lane = self._lanes.get(event.lane, label_text(event.lane, 60))
        return Lines(
            upper=f"{_date_words(event)}  ·  {lane}",
            lower=label_text(event.title.best()),
            sign=event.kind,
            contested=event.contested,
            colour=self._colours.get(event.lane, "graphite"),
        )


def in_order(events: Sequence[Event]) -> list[Event | str]:
    """Return the dated events by time, then each remaining group under its heading."""
    dated = [(event, event.date) for event in events if event.date is not None]
    dated.sort(key=lambda pair: (*_sort_key(pair[1]), pair[0].rank))
    rows: list[Event | str] = [event for event, _ in dated]
    undated = [event for event in events if event.date is None and not event.unreadable]
    unplaced = [event for event in events if event.unreadable]
    for heading, group in ((UNDATED, undated), (NOT_PLACED, unplaced)):
        if group:
            rows += [f"{heading} ({len(group)})", *group]
    return rows


def _sort_key(date: HistoricalDate) -> tuple[float | int, float | int]:
    # Known only by its other end ("not after 1905"), a date stands where that end is.
    bounds = (date.earliest_start, date.latest_start, date.earliest_end, date.latest_end)
    first = next((bound for bound in bounds if bound is not None), None)
    if first is None:
        return (float("-inf"), 0)
    return (first, float("inf") if date.latest_end is None else date.latest_end)


def _date_words(event: Event) -> str:
    if event.date is not None:
        return short(event.date)
    return f"“{label_text(event.date_text, 40)}” cannot be read" if event.unreadable else "undated"
