"""Messages are plain text, and can be closed like any window."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from viewer.ui.messages import message_box, tell


def test_a_message_shows_tags_as_they_are_written_and_spells_out_what_is_unseen(qtbot: QtBot) -> None:
    box = message_box(None, "Not opened", "<img src='/nowhere'>\u202e", "<b>details</b>")
    qtbot.addWidget(box)

    labels = [label for label in box.findChildren(QLabel) if "<img" in label.text()]
    assert [label.textFormat() for label in labels] == [Qt.TextFormat.PlainText]
    assert "[U+202E]" in box.text()


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    window = QWidget()
    window.show()
    yield window
    window.close()


def test_a_message_closes_with_the_other_windows(window: QWidget) -> None:
    tell(window, "Not opened", "There is no collection here.")

    QApplication.closeAllWindows()

    assert not window.isVisible()
