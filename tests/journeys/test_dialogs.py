"""While a dialog asks or tells something, nothing else of the window can be used."""

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from tests.journeys.conftest import Visitor
from viewer.ui.messages import tell

NONE = Qt.KeyboardModifier.NoModifier


def dialogs() -> list[QDialog]:
    widgets = QApplication.topLevelWidgets()
    return [widget for widget in widgets if isinstance(widget, QDialog) and widget.isVisible()]


@pytest.mark.parametrize("command", ["go_to_date", "choose_range", "export", "keys", "about", "a problem"])
def test_an_open_dialog_keeps_clicks_and_keys_from_the_window(visitor: Visitor, command: str) -> None:
    window, handle = visitor.window, visitor.window.windowHandle()
    assert handle is not None
    label = next(label for label in visitor.scene().labels if label.box.x > 200 and not label.echo)
    place = QPoint(round(label.box.x + 6), round(label.box.y + label.box.height / 2))
    place = window.panes.timeline.mapTo(window, place)
    seen: list[int] = []

    def use_the_window() -> None:
        QTest.mouseClick(handle, Qt.MouseButton.LeftButton, NONE, place)
        QTest.keyClick(handle, Qt.Key.Key_N)
        QTest.keyClick(handle, Qt.Key.Key_G)

    def close() -> None:
        seen.append(len(dialogs()))
        for dialog in dialogs():
            dialog.reject()

    QTimer.singleShot(50, window, use_the_window)
    QTimer.singleShot(200, window, close)
    if command == "a problem":
        tell(window, "Not opened", "There is no collection here.")
    else:
        window.actions_by_id[command].trigger()
    visitor.bot.waitUntil(lambda: bool(seen) and not dialogs())

    assert seen == [1]
    assert visitor.session.selected is None
    visitor.bot.waitUntil(window.isActiveWindow)
    assert window.panes.timeline.hasFocus()
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, NONE, place)
    assert visitor.session.selected is not None  # so would the click have done above


@pytest.mark.parametrize("command", ["open_collection", "new_collection"])
def test_the_timeline_has_the_keyboard_again_when_no_folder_is_chosen(visitor: Visitor, command: str) -> None:
    span, closed = visitor.session.viewport.span, []

    def close() -> None:
        for dialog in dialogs():
            dialog.activateWindow()
            dialog.reject()
            closed.append(dialog)

    QTimer.singleShot(300, visitor.window, close)
    visitor.window.actions_by_id[command].trigger()
    visitor.bot.waitUntil(lambda: bool(closed) and not dialogs())

    visitor.bot.waitUntil(visitor.window.isActiveWindow)
    assert visitor.window.panes.timeline.hasFocus()
    visitor.bot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Plus)
    assert visitor.session.viewport.span < span
