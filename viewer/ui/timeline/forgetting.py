"""Former pictures are forgotten a little at a time: at once, a hundred thousand small pieces take 40 ms."""

import time
from collections import deque
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer

from viewer.timeline.place import Placer

LET_GO = 1000
"""Milliseconds after which that begins: what the user has asked for comes first."""

BIT = 0.002
"""Seconds of it between two looks at what the user does."""


class Forgetting(QObject):
    """Has former placers until nothing is left of them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._work: deque[Iterator[None]] = deque()
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    def take(self, placer: Placer) -> None:
        """Forget a placer that nobody uses any more."""
        self._work.append(placer.forgotten())
        QTimer.singleShot(LET_GO, self, self._timer.start)

    def _go_on(self) -> None:
        until = time.monotonic() + BIT
        while self._work and time.monotonic() < until:
            if next(self._work[0], self) is self:  # the last that knew of the placer
                self._work.popleft()
                break
        if not self._work:
            self._timer.stop()
