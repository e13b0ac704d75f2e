"""The questions before an export; what is answered is a value, the window carries it out."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from viewer.model.dates import DateError, parse_edtf
from viewer.model.wording import words
from viewer.ui.date_dialog import closed_range

FORMATS = {"PNG picture": "png", "SVG drawing": "svg", "PDF document": "pdf"}
SIZES = {"Slide, 16:9": (1920, 1080), "Square": (1600, 1600), "Wide strip": (3000, 1000)}
PAPERS = {
    "A4 landscape": (297, 210),
    "A3 landscape": (420, 297),
    "A5 landscape": (210, 148),
    "Letter": (279, 216),
}
THEMES = {"Light": "light", "Dark": "dark", "Print": "print", "High contrast": "contrast"}
OWN = "Own size"
MM_PER_INCH = 25.4
CSS_DPI = 96


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """What is to be exported: days half-open, size in pixels at scale 1, `scale` device pixels a pixel."""

    days: tuple[int, int]
    format: str
    width: int
    height: int
    scale: float
    theme: str
    title: str
    citations: bool
    target: Path


class ExportDialog(QDialog):
    """Asks for range, format, size, theme and title; `choice` holds the answer after it was accepted."""

    def __init__(self, range_text: str, title: str, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Export range")
        self.choice: ExportChoice | None = None
        self._folder = folder
        self._build(range_text, title)
        self.format.currentTextChanged.connect(lambda _text: self._show_sizes())
        self.size_box.currentTextChanged.connect(lambda _text: self._use_size())
        self.range.textChanged.connect(lambda _text: self._check())
        for box in (self.width_box, self.height_box, self.scale):
            box.valueChanged.connect(lambda _value: self._check())
        self.unit.currentTextChanged.connect(lambda _text: self._check())
        self._show_sizes()

    def accept(self) -> None:
        """Ask for the file, then close with the choice."""
        days = self._days()
        if days is None:
            return
        ending = FORMATS[self.format.currentText()]
        name = f"{self.range.text().strip().replace('/', '_')}.{ending}"
        chosen, _ = QFileDialog.getSaveFileName(
            self, "Export to", str(self._folder / name), f"{self.format.currentText()} (*.{ending})"
        )
        self.activateWindow()
        if not chosen:
            return
        target = Path(chosen)
        if target.suffix.lower() != f".{ending}":
            target = target.with_name(f"{target.name}.{ending}")
        self.choice = self.choice_for(target)
        super().accept()

    def choice_for(self, target: Path) -> ExportChoice | None:
        """Return the choice as it stands for `target`, None while the range cannot be read."""
        days = self._days()
        if days is None:
            return None
        width, height = self._pixels()
        return ExportChoice(
            days=days,
            format=FORMATS[self.format.currentText()],
            width=width,
            height=height,
            scale=self.scale.value(),
            theme=THEMES[self.theme.currentText()],
            title=self.title.text().strip(),
            citations=self.citations.isChecked(),
            target=target,
        )

    def _build(self, range_text: str, title: str) -> None:
        self.range = QLineEdit(range_text, maxLength=200)
        self.understood = _plain_label("")
        self.title = QLineEdit(title, maxLength=300)
        self.format = QComboBox()
        self.format.addItems(list(FORMATS))
        self.size_box = QComboBox()
        self.width_box = QDoubleSpinBox(decimals=0, minimum=1, maximum=100_000)
        self.height_box = QDoubleSpinBox(decimals=0, minimum=1, maximum=100_000)
        self.unit = QComboBox()
        self.unit.addItems(["pixels", "millimetres"])
        self.scale = QSpinBox(minimum=1, maximum=8, prefix="×")
        self.theme = QComboBox()
        self.theme.addItems(list(THEMES))
        self.citations = QCheckBox("Numbered list of the cited passages beneath")
        self.citations.setChecked(True)
        self.pixels = _plain_label("")
        form = QFormLayout()
        form.addRow("&Range", self.range)
        form.addRow("", self.understood)
        form.addRow("&Title", self.title)
        form.addRow("&Format", self.format)
        form.addRow("&Size", self.size_box)
        form.addRow("", _row(self.width_box, QLabel("by"), self.height_box, self.unit))
        form.addRow("S&cale", self.scale)
        form.addRow("T&heme", self.theme)
        form.addRow("", self.citations)
        form.addRow("", self.pixels)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.save = QPushButton("Export…")
        self.save.setDefault(True)
        self.buttons.addButton(self.save, QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.buttons)
        self.setMinimumWidth(500)

    def _show_sizes(self) -> None:
        on_paper = FORMATS[self.format.currentText()] == "pdf"
        self.scale.setEnabled(FORMATS[self.format.currentText()] == "png")
        self.size_box.clear()
        self.size_box.addItems([*(PAPERS if on_paper else SIZES), OWN])
        self._use_size()

    def _use_size(self) -> None:
        name = self.size_box.currentText()
        own = name == OWN
        for box in (self.width_box, self.height_box, self.unit):
            box.setEnabled(own)
        if name in SIZES or name in PAPERS:
            width, height = SIZES.get(name) or PAPERS[name]
            self.unit.setCurrentText("pixels" if name in SIZES else "millimetres")
            self.width_box.setValue(width)
            self.height_box.setValue(height)
        self._check()

    def _pixels(self) -> tuple[int, int]:
        factor = CSS_DPI / MM_PER_INCH if self.unit.currentText() == "millimetres" else 1.0
        return round(self.width_box.value() * factor), round(self.height_box.value() * factor)

    def _days(self) -> tuple[int, int] | None:
        try:
            return closed_range(parse_edtf(self.range.text().strip()))
        except DateError:
            return None

    def _check(self) -> None:
        days = self._days()
        self.understood.setText(_understood(self.range.text()))
        width, height = self._pixels()
        scale = self.scale.value() if self.scale.isEnabled() else 1
        dots = f", {CSS_DPI * scale} DPI" if self.scale.isEnabled() else ""
        self.pixels.setText(f"{width * scale} by {height * scale} pixels{dots}")
        self.save.setEnabled(days is not None)


def _understood(text: str) -> str:
    try:
        date = parse_edtf(text.strip())
    except DateError as error:
        return f"{error.message}. Write a year or a range such as 1917/1924".replace("..", ".")
    return words(date) if closed_range(date) else "An export needs both ends of the range"


def _plain_label(text: str) -> QLabel:
    label = QLabel(text, wordWrap=True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _row(*widgets: QWidget) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        layout.addWidget(widget)
    layout.addStretch(1)
    return row
