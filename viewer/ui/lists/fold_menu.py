"""The list that a count opens to: every event folded into it."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from viewer.timeline.columns import Columns
from viewer.timeline.movement.fit import Rows
from viewer.ui.lists.fold_list import FoldList, FoldListView

WIDEST = 520
TALLEST = 420

MEASURED = 40
"""Lines whose words say how wide the list is: more than are seen at once."""

AROUND = 40
"""Pixels beside the widest words: margins and the scroll bar."""


class FoldMenu(QWidget):
    """A popup list; emits `event_chosen` (id), or `zoom_requested` (rows) to spread the events apart."""

    event_chosen = Signal(str)
    zoom_requested = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("fold")
        self._model: FoldList | None = None
        self._view = FoldListView(self)
        self._view.setAccessibleName("Events folded here")
        self._view.setToolTip("Enter: show. Type to find")
        self._view.clicked.connect(self._choose)
        self._view.activated.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self._view)

    def show_rows(self, columns: Columns, rows: Rows, at: QPoint) -> None:
        """Open at a point of the screen with the events in these rows of the columns, in their order."""
        model, before = FoldList(columns, rows, self), self._model
        self._model = model
        self._view.setModel(model)
        if before is not None:
            before.deleteLater()
        self._view.setCurrentIndex(model.index(min(1, len(rows))))
        lines = range(min(model.rowCount(), MEASURED))
        metrics = self._view.fontMetrics()
        width = max(metrics.horizontalAdvance(model.words(line)) for line in lines)
        height = self._view.rowHeight(0) * model.rowCount() + 8
        self.resize(min(width + AROUND, WIDEST), min(height, TALLEST))
        self.move(self._on_screen(at))
        self.show()
        self._view.setFocus()

    def count(self) -> int:
        """Return how many events are listed."""
        return 0 if self._model is None else len(self._model.rows)

    def choose(self, index: int) -> None:
        """Choose the event at `index`, as a click on its row does."""
        if self._model is not None:
            self._choose(self._model.index(index + 1))

    def _on_screen(self, at: QPoint) -> QPoint:
        screen = self.screen().availableGeometry()
        x = max(screen.left(), min(at.x(), screen.right() - self.width()))
        y = at.y() if at.y() + self.height() <= screen.bottom() else at.y() - self.height()
        return QPoint(x, max(screen.top(), y))

    def _choose(self, index: QModelIndex) -> None:
        model = self._model
        if model is None or not index.isValid():
            return
        self.close()
        if index.row():
            self.event_chosen.emit(model.id(index.row()))
        else:
            self.zoom_requested.emit(model.rows)
