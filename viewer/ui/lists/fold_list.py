"""The rows of a fold's list: the words of each are made when it is seen, however many there are."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from viewer.search.folding import fold
from viewer.timeline.columns import Columns
from viewer.timeline.movement.fit import Rows
from viewer.ui.lists.type_ahead import TypeAhead
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
        self._ahead = TypeAhead(self, self._lines, self._holds, AT_ONCE)
        self._ahead.found.connect(lambda line: self.setCurrentIndex(self.model().index(line, 0)))

    def keyboardSearch(self, search: str) -> None:
        """Begin to look for what was typed, with what was typed just before; the view goes on meanwhile."""
        self._ahead.type(search)

    def _lines(self) -> range:
        model = self.model()
        return range(1, model.rowCount()) if isinstance(model, FoldList) else range(0)

    def _holds(self, line: int, text: str) -> bool:
        model = self.model()
        return isinstance(model, FoldList) and text in fold(model.words(line))
