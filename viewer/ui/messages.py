"""Messages to the user: plain text, copyable, never markup."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QMessageBox, QWidget

from viewer.model.visible import visible_text

LONGEST = 3000


def message_box(parent: QWidget | None, title: str, text: str, details: str = "") -> QMessageBox:
    """Return a box that shows `text` literally and can copy it with its details."""
    box = QMessageBox(parent)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(visible_text(text)[:LONGEST])
    box.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    if details:
        box.setDetailedText(details[:100_000])
    # Beside a second button Qt takes none for the way out: Escape and the session's end would do nothing.
    box.setEscapeButton(box.addButton(QMessageBox.StandardButton.Ok))
    copy = box.addButton("Copy", QMessageBox.ButtonRole.ActionRole)
    copy.clicked.disconnect()
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(f"{text}\n\n{details}".strip()))
    return box


def ask(dialog: QDialog) -> bool:
    """Run a dialog; return whether it was accepted. It alone can be used, and gives the keyboard back."""
    parent = dialog.parentWidget()
    dialog.setModal(True)  # before it is shown: a window that is shown already is not made modal any more
    dialog.show()
    dialog.activateWindow()
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    if parent is not None:
        parent.activateWindow()
    return accepted


def tell(parent: QWidget | None, title: str, text: str, details: str = "") -> None:
    """Show a message and return at once; the window stays usable afterwards."""
    box = message_box(parent, title, text, details)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if parent is not None:
        box.finished.connect(lambda _result: parent.activateWindow())
    box.open()
    box.activateWindow()
