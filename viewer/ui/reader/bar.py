"""The line above a document: which source, which passage, which part, and finding words."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QToolButton, QWidget

from viewer.model.records import Source
from viewer.session.languages import language_name
from viewer.ui.plain_text import label_text, tooltip_text

_STATES = {"changed": "changed since it was read", "not opened": "not opened"}


class ReaderBar(QWidget):
    """Emits `source_chosen` (id), `step_requested` (1 or -1: next or previous passage), `find_requested`.

    `turn_requested` (1 or -1) asks for the next or previous part of a long document.
    """

    source_chosen = Signal(str)
    step_requested = Signal(int)
    turn_requested = Signal(int)
    find_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.switcher = QComboBox(self)
        self.switcher.setAccessibleName("Source")
        self.switcher.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.switcher.setMinimumContentsLength(6)
        self.switcher.activated.connect(lambda index: self.source_chosen.emit(self.switcher.itemData(index)))
        self.state, self.place, self.part = (_label(self) for _ in range(3))
        self.place.setToolTip("Passages cited from this source")
        self.previous = _button("‹", "Previous passage (P)", self)
        self.next = _button("›", "Next passage (N)", self)
        self.find_button = _button("Find", "Find in this document (Ctrl+F)", self)
        self.earlier = _button("Earlier part", "The part before this one", self)
        self.later = _button("Later part", "The part after this one", self)
        self.previous.clicked.connect(lambda: self.step_requested.emit(-1))
        self.next.clicked.connect(lambda: self.step_requested.emit(1))
        self.earlier.clicked.connect(lambda: self.turn_requested.emit(-1))
        self.later.clicked.connect(lambda: self.turn_requested.emit(1))
        self.find_button.clicked.connect(self.find_requested)
        self._lay_out()

    def show_sources(self, sources: Sequence[Source]) -> None:
        """Offer these sources."""
        with QSignalBlocker(self.switcher):
            self.switcher.clear()
            for source in sources:
                self.switcher.addItem(label_text(source.short_title or source.title), source.id)
                tip = tooltip_text(f"{source.title}\n{language_name(source.language)}")
                self.switcher.setItemData(self.switcher.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)

    def show_source(self, source: Source) -> None:
        """Name the source that is open, and what is wrong with its file."""
        with QSignalBlocker(self.switcher):
            self.switcher.setCurrentIndex(self.switcher.findData(source.id))
        self.state.setText(_STATES.get(source.state, ""))
        self.state.setVisible(source.state in _STATES)

    def show_place(self, number: int | None, total: int) -> None:
        """Say which of the cited passages is lit (counted from 1), None for none of them."""
        self.place.setText(f"{number} of {total}" if number else f"{total}")
        for button in (self.previous, self.next):
            button.setEnabled(total > 0)

    def show_part(self, part: int, parts: int) -> None:
        """Say which part is shown (counted from 0); a document in one part needs no such line."""
        self.part.setText(f"Part {part + 1} of {parts}")
        self.earlier.setEnabled(part > 0)
        self.later.setEnabled(part + 1 < parts)
        for widget in (self.part, self.earlier, self.later):
            widget.setVisible(parts > 1)

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        first.setSpacing(4)
        first.addWidget(self.switcher, 1)
        for widget in (self.state, self.previous, self.place, self.next, self.find_button):
            first.addWidget(widget)
        second.addWidget(self.earlier)
        second.addWidget(self.part, 1, Qt.AlignmentFlag.AlignHCenter)
        second.addWidget(self.later)
        layout = QGridLayout(self)
        layout.setContentsMargins(14, 6, 14, 6)
        layout.addLayout(first, 0, 0)
        layout.addLayout(second, 1, 0)


def _label(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _button(text: str, tip: str, parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setText(text)
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.setAutoRaise(True)
    button.setMinimumSize(button.sizeHint().expandedTo(QSize(26, 26)))
    return button
