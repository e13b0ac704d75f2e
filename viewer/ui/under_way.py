"""The part of the status line that says what goes on beside the user's work, and lets it be stopped."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from viewer.ui.plain_text import label_text


class UnderWay(QWidget):
    """Shows the task that was told last, with a button; not there where nothing goes on.

    Emits `stop_requested` (task) when the task that is shown shall be stopped.
    """

    stop_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks: dict[str, str] = {}
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setMinimumWidth(1)  # a long name makes no window wider
        button = QToolButton()
        button.setObjectName("view")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setText("Stop (Esc)")
        button.setToolTip("Stop this; what you see stays (Esc in the timeline)")
        button.setAccessibleName("Stop what goes on")
        button.clicked.connect(self.stop)
        self.button = button
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 6, 0)
        row.setSpacing(0)
        row.addWidget(self._words)
        row.addWidget(button)
        self.hide()

    def text(self) -> str:
        """Return what is said, "" for nothing."""
        return self._words.text()

    def tell(self, task: str, words: str) -> None:
        """Say how far a task is; "" ends it."""
        if words == self._tasks.get(task, ""):
            return
        self._tasks.pop(task, None)
        if words:
            self._tasks[task] = words
        self._words.setText(label_text(next(reversed(self._tasks.values()), "")))
        self.setVisible(bool(self._tasks))

    def stop(self) -> bool:
        """Ask for the end of the task that is shown; return whether there is one."""
        task = next(reversed(self._tasks), None)
        if task is not None:
            self.stop_requested.emit(task)
        return task is not None
