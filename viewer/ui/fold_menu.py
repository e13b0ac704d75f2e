"""The list that a count opens to: every event folded into it."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from viewer.model.records import Event
from viewer.model.wording import short
from viewer.ui.plain_text import label_text

WIDEST = 520
TALLEST = 420


class FoldMenu(QWidget):
    """A popup list; emits `event_chosen` (id) and `zoom_requested` (ids) to spread the events apart."""

    event_chosen = Signal(str)
    zoom_requested = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("fold")
        self._list = QListWidget()
        self._list.setUniformItemSizes(True)
        self._list.setAccessibleName("Events folded here")
        self._list.itemClicked.connect(self._choose)
        self._list.itemActivated.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self._list)

    def show_events(self, events: Sequence[Event], at: QPoint) -> None:
        """Open at a point of the screen with the events in their order."""
        self._list.clear()
        zoom = QListWidgetItem(f"Zoom to these {len(events)}" if len(events) > 1 else "Zoom to it")
        zoom.setData(Qt.ItemDataRole.UserRole, tuple(event.id for event in events))
        self._list.addItem(zoom)
        for event in events:
            sign = "◆ " if event.contested else ""
            date = short(event.date) if event.date else ""
            item = QListWidgetItem(f"{date}   {sign}{label_text(event.title.best())}")
            item.setData(Qt.ItemDataRole.UserRole, event.id)
            self._list.addItem(item)
        self._list.setCurrentRow(min(1, self._list.count() - 1))
        width = min(self._list.sizeHintForColumn(0) + 40, WIDEST)
        height = min(self._list.sizeHintForRow(0) * self._list.count() + 8, TALLEST)
        self.resize(width, height)
        self.move(self._on_screen(at))
        self.show()
        self._list.setFocus()

    def count(self) -> int:
        """Return how many events are listed."""
        return self._list.count() - 1

    def choose(self, index: int) -> None:
        """Choose the event at `index`, as a click on its row does."""
        self._choose(self._list.item(index + 1))

    def _on_screen(self, at: QPoint) -> QPoint:
        screen = self.screen().availableGeometry()
        x = max(screen.left(), min(at.x(), screen.right() - self.width()))
        y = at.y() if at.y() + self.height() <= screen.bottom() else at.y() - self.height()
        return QPoint(x, max(screen.top(), y))

    def _choose(self, item: QListWidgetItem) -> None:
        chosen = item.data(Qt.ItemDataRole.UserRole)
        self.close()
        if isinstance(chosen, str):
            self.event_chosen.emit(chosen)
        else:
            self.zoom_requested.emit(tuple(chosen))
