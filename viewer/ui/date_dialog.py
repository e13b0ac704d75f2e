"""Typing a date or a range instead of dragging it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from viewer.model.dates import DateError, HistoricalDate, parse_edtf
from viewer.model.wording import words


class DateDialog(QDialog):
    """Asks for an EDTF date; says at once in words what was understood, or what is wrong and where."""

    def __init__(self, title: str, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.date: HistoricalDate | None = None
        self.field = QLineEdit(text)
        self.field.setMaxLength(200)
        self.field.setAccessibleName("Date or range")
        self.field.textChanged.connect(self._read)
        self.answer = QLabel(wordWrap=True)
        self.answer.setTextFormat(Qt.TextFormat.PlainText)
        self.answer.setMinimumHeight(44)
        self.answer.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(QLabel("A year, month, day or range: 1917, 1928-01, 1917-11-07, 1917/1924"))
        layout.addWidget(self.field)
        layout.addWidget(self.answer)
        layout.addWidget(self.buttons)
        self.setMinimumWidth(460)
        self._read(text)
        self.field.selectAll()

    def days(self) -> tuple[int, int] | None:
        """Return the half-open range of days, None where the text has none or an open end."""
        return closed_range(self.date) if self.date else None

    def _read(self, text: str) -> None:
        self.date = None
        if not text.strip():
            self.answer.setText("")
        else:
            try:
                self.date = parse_edtf(text.strip())
                self.answer.setText(words(self.date) if self.days() else "A range needs both ends.")
            except DateError as error:
                proposal = f" Did you mean {error.proposal}?" if error.proposal else ""
                self.answer.setText(f"{error.message}{proposal}")
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(self.days() is not None)


def closed_range(date: HistoricalDate) -> tuple[int, int] | None:
    """Return the half-open range of days that `date` covers, None where it is open."""
    if date.earliest_start is None or date.latest_end is None:
        return None
    return date.earliest_start, date.latest_end + 1
