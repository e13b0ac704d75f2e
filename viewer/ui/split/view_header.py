"""The slim line above each of two views of time: what it shows, and which of them is active."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from viewer.model.filters import Filter, filter_words
from viewer.model.records import Collection
from viewer.timeline.lanes.arrangement import Arrangement
from viewer.ui.plain_text import label_text, tooltip_text
from viewer.ui.status_words import lanes_words

HEIGHT = 25
"""Pixels."""


class ViewHeader(QFrame):
    """Says a view's filter and lanes; emits `chosen` on a click."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("view")
        self.setFixedHeight(HEIGHT)
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setMinimumWidth(1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 0, 6, 0)
        self._row.setSpacing(6)
        self._row.addWidget(self._words, 1)
        self.show_active(active=False)

    def text(self) -> str:
        """Return what the line says."""
        return self._words.text()

    def show_words(self, words: str) -> None:
        """Say what the view shows."""
        self._words.setText(label_text(words))
        self._words.setToolTip(tooltip_text(words))

    def show_active(self, *, active: bool) -> None:
        """Mark the view as the one that commands act on, or not."""
        self.setProperty("active", active)
        for widget in (self, self._words):
            self.style().unpolish(widget)
            self.style().polish(widget)

    def add_button(self, words: str, tip: str) -> QToolButton:
        """Add a small button at the right end and return it; the keyboard stays with the timeline."""
        button = QToolButton()
        button.setObjectName("view")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setText(words)
        button.setToolTip(tip)
        self._row.addWidget(button)
        return button

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the view."""
        self.chosen.emit()
        super().mousePressEvent(event)


def view_words(collection: Collection, chosen: Filter, lanes: Arrangement) -> str:
    """Return what a view shows in one line: "person: Lenin  ·  lanes: theme · 2 hidden"."""
    words = lanes_words(lanes)
    return f"{filter_words(collection, chosen)}  ·  {words[:1].lower()}{words[1:]}"
