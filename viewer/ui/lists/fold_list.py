"""The rows of a fold's list: the words of each are made when it is seen, however many there are."""

import time

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, QTimer
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView, QWidget

from viewer.timeline.columns import Columns
from viewer.timeline.movement.fit import Rows
from viewer.ui.plain_text import label_text

_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()

LEADING = 6
"""Pixels of a line above and below its words."""

AT_ONCE = 400
"""Events that are looked at in one go for typed letters: some milliseconds."""


class FoldList(QAbstractListModel):
    """A first line that offers to zoom, then the events of the `rows` of some columns, in their order."""

    def __init__(self, columns: Columns, rows: Rows, parent: QWidget) -> None:
        super().__init__(parent)
        self.columns = columns
        self.rows = rows

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self.rows) + 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Return the words of a line."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        return self.words(index.row())

    def words(self, line: int) -> str:
        """Return the words of a line: date, sign and title of an event."""
        if line == 0:
            return f"Zoom to these {len(self.rows):,}" if len(self.rows) > 1 else "Zoom to it"
        row = int(self.rows[line - 1])
        sign = "◆ " if self.columns.contested[row] else ""
        return f"{self.columns.dates[row]}   {sign}{label_text(self.columns.titles[row])}"

    def id(self, line: int) -> str:
        """Return the id of the event in a line after the first."""
        return self.columns.ids[int(self.rows[line - 1])]


class FoldListView(QTableView):
    """Shows a FoldList. Typed letters find the next line that holds them, wherever in its words.

    A table: a list view asks the model of every line before the first is seen, half a second for 500,000.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + LEADING)
        self._typed = ""
        self._typed_at = 0.0
        self._next = 1
        self._left = 0
        self._seeking = QTimer(self)
        self._seeking.setInterval(0)
        self._seeking.timeout.connect(self._seek_on)

    def keyboardSearch(self, search: str) -> None:
        """Begin to look for what was typed, with what was typed just before; the view goes on meanwhile."""
        model = self.model()
        if not isinstance(model, FoldList) or not search:
            return
        now = time.monotonic()
        goes_on = (now - self._typed_at) * 1000 < QApplication.keyboardInputInterval() and self._typed
        self._typed, self._typed_at = (self._typed if goes_on else "") + search.casefold(), now
        current = max(self.currentIndex().row(), 0)
        self._next = current if goes_on else current + 1
        self._left = len(model.rows)
        self._seeking.start()

    def _seek_on(self) -> None:
        model = self.model()
        if not isinstance(model, FoldList):
            self._seeking.stop()
            return
        for _ in range(min(AT_ONCE, self._left)):
            line = (self._next - 1) % len(model.rows) + 1
            if self._typed in model.words(line).casefold():
                self._seeking.stop()
                self.setCurrentIndex(model.index(line))
                return
            self._next, self._left = line + 1, self._left - 1
        if not self._left:
            self._seeking.stop()
