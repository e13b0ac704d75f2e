"""A line to find words within a document."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget


class FindBar(QWidget):
    """Emits `find_requested` (text, 1 or -1, whether from the present match) and `closed`."""

    find_requested = Signal(str, int, bool)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QLineEdit(self)
        self.field.setMaxLength(300)
        self.field.setPlaceholderText("Find in this document")
        self.field.setAccessibleName("Find in this document")
        self.answer = QLabel(self)
        self.answer.setTextFormat(Qt.TextFormat.PlainText)
        self.before = _button("Previous", "Previous match (Shift+F3)", self)
        self.after = _button("Next", "Next match (F3)", self)
        self.close_button = _button("Close", "Close (Escape)", self)
        self.field.textChanged.connect(lambda text: self.find_requested.emit(text, 1, True))
        self.field.returnPressed.connect(lambda: self.step(1))
        self.before.clicked.connect(lambda: self.step(-1))
        self.after.clicked.connect(lambda: self.step(1))
        self.close_button.clicked.connect(self.leave)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 2, 14, 6)
        layout.setSpacing(6)
        layout.addWidget(self.field, 1)
        for widget in (self.answer, self.before, self.after, self.close_button):
            layout.addWidget(widget)
        self.hide()

    def open(self) -> None:
        """Show the line, its text selected."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def step(self, direction: int) -> None:
        """Ask for the next (1) or previous (-1) match."""
        self.find_requested.emit(self.field.text(), direction, False)

    def leave(self) -> None:
        """Hide the line."""
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes, F3 steps."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() == Qt.Key.Key_F3:
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)


def _button(text: str, tip: str, parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setText(text)
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.setAutoRaise(True)
    return button
