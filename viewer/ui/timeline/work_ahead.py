"""Laying out what a movement will show next, in the time between its frames."""

import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer

from viewer.timeline.viewport import Viewport

BIT = 0.004
"""Seconds of work between two looks at what the user does."""

Foresight = Callable[[Viewport, Viewport], Iterator[None]]
"""Returns what is to be done for the movement from one view to another, bit by bit."""


class WorkAhead(QObject):
    """Does what is to be done for a movement whenever nothing else is to do."""

    def __init__(self, foresight: Foresight, parent: QObject) -> None:
        super().__init__(parent)
        self._foresight = foresight
        self._last: Viewport | None = None
        self._work: Iterator[None] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self.work)

    def seen(self, viewport: Viewport) -> None:
        """Take note of the view that is shown now."""
        last, self._last = self._last, viewport
        self._work = self._foresight(last or viewport, viewport)
        self._timer.start()

    def work(self) -> bool:
        """Work for a bit; return whether there is more to do."""
        until, more = time.monotonic() + BIT, self._work is not None
        while more and self._work is not None:
            try:
                more = next(self._work, DONE) is not DONE
            except Exception:  # what is wrong with a picture is told when it is drawn
                more = False
            if time.monotonic() >= until:
                break
        if not more:
            self._work = None
            self._timer.stop()
        return more


DONE = object()
