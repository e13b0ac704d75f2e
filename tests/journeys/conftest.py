"""A real main window over the bundled collection, moved without animation."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from viewer.model.records import Collection
from viewer.render.fonts import register_fonts
from viewer.render.theme import load_theme
from viewer.session.session import Session
from viewer.timeline.drawn import Label
from viewer.timeline.scene import Scene
from viewer.ui.appearance import dress
from viewer.ui.main_window import MainWindow


@dataclass
class Visitor:
    """A user of the window: looks, clicks and types."""

    window: MainWindow
    session: Session
    bot: QtBot

    def scene(self) -> Scene:
        scene = self.window.panes.timeline.scene()
        assert scene is not None
        return scene

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.bot.keyClick(self.window.panes.timeline, key, modifier)

    def type(self, text: str) -> None:
        self.bot.keyClicks(self.window.panes.timeline, text)

    def label(self, event_id: str) -> Label:
        columns = self.session.columns
        assert columns is not None
        row = columns.rows[event_id]
        return next(label for label in self.scene().labels if label.event == row)

    def click(
        self, x: float, y: float, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        at = QPoint(round(x), round(y))
        self.bot.mouseClick(self.window.panes.timeline, Qt.MouseButton.LeftButton, modifier, at)

    def page(self) -> str:
        return self.window.panes.reading.tabText(self.window.panes.reading.currentIndex())


@pytest.fixture
def visitor(qapp: QApplication, qtbot: QtBot, bundled: Collection) -> Iterator[Visitor]:
    register_fonts()
    theme = load_theme("light")
    dress(qapp, theme)
    session = Session()
    window = MainWindow(session, theme, tuple)
    window.panes.timeline.motion.animated = False
    qtbot.addWidget(window)
    window.resize(1600, 900)
    window.divide(0.66, pane=True)
    window.show()
    session.set_collection(bundled)
    window.panes.timeline.setFocus()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield Visitor(window, session, qtbot)
    qapp.setStyleSheet("")
