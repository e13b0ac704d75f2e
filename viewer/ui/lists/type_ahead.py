"""Letters typed into a list: they are no commands of the window, they find a line while it goes on."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication

from viewer.search.folding import fold

_HARMLESS = (
    Qt.KeyboardModifier.ShiftModifier
    | Qt.KeyboardModifier.KeypadModifier
    | Qt.KeyboardModifier.GroupSwitchModifier
)
"""Modifiers with which a key still types a character."""


class TypeAhead(QObject):
    """Looks for the next line that `matches` (line, folded text) what was typed, from the current one on.

    `lines` returns the lines that there are. `at_once` of them are looked at in one go: a few milliseconds.
    Emits `found` (line). Choosing another line, or other lines, ends the search.
    """

    found = Signal(int)

    def __init__(
        self,
        view: QAbstractItemView,
        lines: Callable[[], range],
        matches: Callable[[int, str], bool],
        at_once: int,
    ) -> None:
        super().__init__(view)
        self._view = view
        self._lines = lines
        self._matches = matches
        self._at_once = at_once
        self._typed = ""
        self._typed_at = 0.0
        self._next = 0
        self._left = 0
        self._seeking = QTimer(self)
        self._seeking.setInterval(0)
        self._seeking.timeout.connect(self._seek_on)
        view.installEventFilter(self)

    @property
    def goes_on(self) -> bool:
        """Whether what is typed now belongs to what was typed just before."""
        since = (time.monotonic() - self._typed_at) * 1000
        return bool(self._typed) and since < QApplication.keyboardInputInterval()

    def eventFilter(self, _view: QObject, event: QEvent) -> bool:
        """Keep from the window's commands a key that types a letter or digit, or goes on with some."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        text, plain = event.text(), not event.modifiers() & ~_HARMLESS
        if not text or not plain or not (text.isalnum() or (self.goes_on and text.isprintable())):
            return False
        event.accept()
        return True

    def type(self, text: str) -> None:
        """Look for `text`, after what was typed just before."""
        goes_on, lines = self.goes_on, self._lines()
        self._typed = (self._typed if goes_on else "") + text
        self._typed_at = time.monotonic()
        current = self._view.currentIndex().row()
        self._next = current if goes_on or current < 0 else current + 1
        self._left = len(lines)
        self._seeking.start()

    def stop(self) -> None:
        """Look no further."""
        self._seeking.stop()

    def _seek_on(self) -> None:
        lines, wanted = self._lines(), fold(self._typed)
        for _ in range(min(self._at_once, self._left, len(lines))):
            line = lines[(self._next - lines.start) % len(lines)]
            if self._matches(line, wanted):
                self.stop()
                self.found.emit(line)
                return
            self._next, self._left = line + 1, self._left - 1
        if not self._left or not lines:
            self.stop()
