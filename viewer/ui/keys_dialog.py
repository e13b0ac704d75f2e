"""The sheet of every key, made from the table of commands."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from viewer.render.fonts import font
from viewer.ui.actions import COMMANDS, MENUS

POINTER = (
    ("Wheel, two-finger scroll", "Zoom about the pointer; sideways: move"),
    ("Drag", "Move through time; let go while moving and it glides on"),
    ("Shift + drag", "Choose a range"),
    ("Click", "Select an event; on a count: list what is folded into it"),
    ("Click on a lane's name", "Show this lane alone, or all lanes again"),
    ("Click on a lane's triangle", "Collapse or open the group"),
    ("Drag a lane's name", "Move the lane among its like"),
    ("Right click on a lane's name", "Hide, pin, move it, and more"),
    ("Double click", "Zoom in; on an event: fit it"),
    ("Drag on the strip below", "Move or resize the window on the whole span"),
)


LANES = (
    ("Space", "Show or hide the lane"),
    ("P", "Pin the lane to the top, or let it go"),
    ("Alt + Up, Alt + Down", "Move the lane"),
    ("Enter", "Show the lane alone, or all again"),
)
"""Keys on the page of lanes."""


class KeysDialog(QDialog):
    """Keys and gestures in columns, by menu."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keys")
        sheet = QWidget()
        grid = QGridLayout(sheet)
        grid.setHorizontalSpacing(28)
        grid.setVerticalSpacing(5)
        row = self._section(grid, 0, "Pointer", POINTER)
        for menu in MENUS:
            rows = tuple(
                (_keys(c.keys + c.also), c.text.removesuffix("…"))
                for c in COMMANDS
                if c.menu == menu and c.keys
            )
            row = self._section(grid, row, menu.replace("/", ": "), rows)
        self._section(grid, row, "On the page of lanes", LANES)
        area = QScrollArea()
        area.setWidget(sheet)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumWidth(sheet.sizeHint().width() + area.verticalScrollBar().sizeHint().width())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(area)
        layout.addWidget(buttons)
        self.resize(self.sizeHint().width(), 640)

    def _section(self, grid: QGridLayout, row: int, title: str, rows: tuple[tuple[str, str], ...]) -> int:
        heading = QLabel(title)
        heading.setObjectName("heading")
        heading.setFont(font("title-strong"))
        grid.addWidget(heading, row, 0, 1, 2)
        for offset, texts in enumerate(rows, start=1):
            for column, text in enumerate(texts):
                label = QLabel(text)
                label.setTextFormat(Qt.TextFormat.PlainText)
                label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                grid.addWidget(label, row + offset, column)
        return row + len(rows) + 1


def _keys(keys: tuple[str, ...]) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return "   ".join(QKeySequence(key).toString(native) for key in keys)
