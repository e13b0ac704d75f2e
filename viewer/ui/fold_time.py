"""Folding empty stretches of time as a command of the window."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow

from viewer.session.session import Session

SHOWN = 6000
"""Milliseconds for which the status line tells what was folded."""


class FoldTime(QObject):
    """Switches the folding and says what it did."""

    def __init__(self, window: QMainWindow, session: Session) -> None:
        super().__init__(window)
        self._window = window
        self._session = session

    def toggle(self) -> None:
        """Fold the empty stretches of time, or unfold them all."""
        session = self._session
        session.folded_time.switch(on=not session.folded_time.now.on)
        if session.folded_time.now.on:
            self._window.statusBar().showMessage(_words(len(session.warp.gaps)), SHOWN)

    def follow(self, action: QAction) -> None:
        """Keep a checkable action at what holds."""
        for signal in (self._session.folding_changed, self._session.collection_changed):
            signal.connect(lambda: action.setChecked(self._session.folded_time.now.on))


def _words(number: int) -> str:
    if number == 0:
        return "No empty stretch of time to shorten"
    stretches = "1 empty stretch" if number == 1 else f"{number} empty stretches"
    return f"{stretches} of time folded. Click the sign of a break to unfold it"
