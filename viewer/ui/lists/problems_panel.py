"""What is wrong in the collection's files: where, what, and what to do."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from viewer.loading.problems import Problem, Severity
from viewer.model.visible import visible_text
from viewer.render.theme import Theme, load_theme
from viewer.search.folding import fold
from viewer.ui.lists.two_line_rows import ROW_ROLE, Lines, TwoLineRows
from viewer.ui.lists.type_ahead import TypeAhead
from viewer.ui.page.style import dress
from viewer.ui.plain_text import first_part, label_text, tooltip_text

_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_SHOWN = 5_000
"""Characters of one problem that are shown in full below the list; copying is never cut."""

AT_ONCE = 200
"""Problems that are looked at in one go for typed letters: some milliseconds."""

NOTHING = "No problem was found in the collection’s files."


class ProblemsPanel(QWidget):
    """Lists problems; emits `open_requested` (file, line) on a double click or Enter, `copied` (the text)."""

    open_requested = Signal(str, int)
    copied = Signal(str)
    failed = Signal(str)

    def __init__(self, theme: Theme | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _Problems(self)
        theme = theme or load_theme("light")
        self._rows = TwoLineRows(theme, self.failed.emit)
        self._nothing = QLabel(NOTHING)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setWordWrap(True)
        self.view = _View(self._model, self)
        self.view.setItemDelegate(self._rows)
        self.view.setUniformItemSizes(True)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setAccessibleName("Problems")
        self.whole = QPlainTextEdit(self)
        self.whole.setReadOnly(True)
        self.whole.setTabChangesFocus(True)
        self.whole.setAccessibleName("The chosen problem in full")
        self.whole.setMaximumHeight(130)
        self.whole.setFrameShape(QFrame.Shape.NoFrame)
        self.whole.document().setDocumentMargin(14)
        self.open_button = QPushButton("Open the file", self)
        self.copy_button = QPushButton("Copy all", self)
        self.setFocusProxy(self.view)
        self._lay_out()
        self._connect()
        self.set_theme(theme)
        self.show_problems(())

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._rows.theme = theme
        self.setPalette(dress(self.palette(), theme))
        self.view.doItemsLayout()
        self.view.viewport().update()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show these problems, in their order."""
        self._model.set_problems(tuple(problems))
        self._nothing.setVisible(not problems)
        for widget in (self.view, self.whole, self.open_button, self.copy_button):
            widget.setVisible(bool(problems))
        self.view.setCurrentIndex(self._model.index(0) if problems else QModelIndex())
        self._show_whole()

    def copy(self) -> None:
        """Put the chosen problems on the clipboard, one a line; all of them where none is chosen."""
        rows = sorted(index.row() for index in self.view.selectedIndexes())
        self._copy([self._model.problems[row] for row in rows] or self._model.problems)

    def copy_all(self) -> None:
        """Put every problem on the clipboard, one a line."""
        self._copy(self._model.problems)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setContentsMargins(14, 0, 14, 10)
        buttons.addWidget(self.open_button)
        buttons.addWidget(self.copy_button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._nothing)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.whole)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self.view.doubleClicked.connect(self._open)
        self.view.entered_by_key.connect(self._open)
        self.view.copy_requested.connect(self.copy)
        self.view.selectionModel().currentChanged.connect(lambda _now, _before: self._show_whole())
        self.open_button.clicked.connect(lambda: self._open(self.view.currentIndex()))
        self.copy_button.clicked.connect(self.copy_all)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            problem = self._model.problems[index.row()]
            self.open_requested.emit(problem.file, problem.line)

    def _copy(self, problems: Sequence[Problem]) -> None:
        text = "".join(f"{problem}\n" for problem in problems)
        QGuiApplication.clipboard().setText(text)
        self.copied.emit(text)

    def _show_whole(self) -> None:
        index = self.view.currentIndex()
        text = str(self._model.problems[index.row()]) if index.isValid() else ""
        part, left_out = first_part(text, _SHOWN)
        self.whole.setPlainText(
            visible_text(part) + (f" … ({left_out:,} characters left)" if left_out else "")
        )


class _View(QListView):
    """A list that tells Enter and Copy. Typed letters find the next problem that holds them."""

    entered_by_key = Signal(QModelIndex)
    copy_requested = Signal()

    def __init__(self, model: "_Problems", parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(model)
        self._ahead = TypeAhead(self, lambda: range(model.rowCount()), model.holds, AT_ONCE)
        self._ahead.found.connect(lambda row: self.setCurrentIndex(model.index(row)))
        model.modelReset.connect(self._ahead.stop)
        self.selectionModel().currentChanged.connect(self._ahead.stop)

    def keyboardSearch(self, search: str) -> None:
        """Begin to look for a problem by typed letters; the window goes on meanwhile."""
        self._ahead.type(search)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter asks for the current row, Ctrl+C copies the chosen ones."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_by_key.emit(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit()
        else:
            super().keyPressEvent(event)


class _Problems(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.problems: tuple[Problem, ...] = ()

    def set_problems(self, problems: tuple[Problem, ...]) -> None:
        self.beginResetModel()
        self.problems = problems
        self.endResetModel()

    def holds(self, row: int, text: str) -> bool:
        """Whether a problem's line has a folded text in it."""
        return text in fold(label_text(str(self.problems[row])))

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.problems)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        problem = self.problems[index.row()]
        if role == ROW_ROLE:
            place = f"{problem.file}:{problem.line}:{problem.column}"
            warning = "  ·  warning" if problem.severity is Severity.WARNING else ""
            sign = "claim" if warning else "event"
            return Lines(label_text(place) + warning, label_text(problem.message), sign)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return label_text(str(problem))
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip_text(str(problem))
        return None
