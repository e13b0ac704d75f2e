"""The sheet of keys can be read whole by scrolling down alone."""

from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from viewer.render.fonts import register_fonts
from viewer.ui.keys_dialog import KeysDialog


def test_no_word_of_the_sheet_lies_beside_what_is_seen(qapp: QApplication, qtbot: QtBot) -> None:
    register_fonts()
    dialog = KeysDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    area = dialog.findChild(QScrollArea)
    assert area is not None
    assert area.widget().minimumSizeHint().width() <= area.viewport().width()
    dialog.resize(200, 300)
    assert area.widget().minimumSizeHint().width() <= area.viewport().width()
