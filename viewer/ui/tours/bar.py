"""The line above the timeline while a tour is walked: which tour, which step, and what it tells."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from viewer.model.records import Tour
from viewer.render.fonts import font
from viewer.ui.plain_text import label_text, tooltip_text

TITLE = 120
"""Characters of a tour's title that the line shows."""


class TourBar(QFrame):
    """Emits `previous_requested`, `next_requested` and `leave_requested`, by buttons; Escape leaves too.

    `focus_released` asks for another place for the keyboard: the button that had it can do no more.
    """

    previous_requested = Signal()
    next_requested = Signal()
    leave_requested = Signal()
    focus_released = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tour")
        self.setAccessibleName("Tour")
        self.place = _line("place", font("caption"))
        self.narration = _line("narration", font("interface"))
        self.narration.setWordWrap(True)
        self.previous = _button(
            "Previous", "The step before (Shift+Space or [ )", "Previous step of the tour"
        )
        self.next = _button("Next", "The next step (Space or ] )", "Next step of the tour")
        self.leave = _button("Leave", "Leave the tour, the event stays selected (Esc)", "Leave the tour")
        self.previous.clicked.connect(self.previous_requested)
        self.next.clicked.connect(self.next_requested)
        self.leave.clicked.connect(self.leave_requested)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self.place)
        words.addWidget(self.narration)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 7, 14, 8)
        layout.setSpacing(8)
        layout.addLayout(words, 1)
        layout.addSpacing(8)
        for button in (self.previous, self.next, self.leave):
            layout.addWidget(button)
        self.hide()

    def show_step(self, tour: Tour, index: int) -> None:
        """Show step `index` of `tour`, counted from 0. Raises IndexError where the tour has no such step."""
        said = tour.steps[index].narration.best()
        place = f"{label_text(tour.title.best(), TITLE)}   {index + 1} of {len(tour.steps)}"
        narration = label_text(said)
        self.place.setText(place)
        self.narration.setText(narration)
        self.narration.setToolTip(tooltip_text(said) if narration.endswith("…") else "")
        self.setAccessibleDescription(f"{place}. {narration}")
        for button, of_use in ((self.previous, index > 0), (self.next, index + 1 < len(tour.steps))):
            if button.hasFocus() and not of_use:
                # Qt would hand the focus to the button beside it, where the same key leaves or turns back.
                self.focus_released.emit()
            button.setEnabled(of_use)
        self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape on one of the buttons leaves the tour."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave_requested.emit()
        else:
            super().keyPressEvent(event)


def _line(name: str, type_: QFont) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setFont(type_)
    label.setTextFormat(Qt.TextFormat.PlainText)
    wide = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    wide.setHeightForWidth(True)
    label.setSizePolicy(wide)
    return label


def _button(text: str, tip: str, spoken: str) -> QPushButton:
    """Return a button that the Tab key reaches; a click leaves the keyboard where it is."""
    button = QPushButton(text)
    button.setObjectName("chip")
    button.setToolTip(tip)
    button.setAccessibleName(spoken)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
