"""Animated, interruptible movement of a viewport: a clock around the pure functions of `timeline.gestures`."""

import time

from PySide6.QtCore import QObject, QTimer, Signal

from viewer.timeline.viewport import Viewport, between

FRAME = 8
"""Milliseconds between two frames at most; Qt merges repaints that come faster than the screen."""

DURATION = 0.18
"""Seconds that a zoom step or a jump takes."""


class Motion(QObject):
    """Moves from viewport to viewport. Emits `moved` for every frame and `arrived` at the end."""

    moved = Signal(object)
    arrived = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.animated = True
        self._from: Viewport | None = None
        self._to: Viewport | None = None
        self._began = 0.0
        self._timer = QTimer(self, interval=FRAME)
        self._timer.timeout.connect(self._step)

    def target(self, present: Viewport) -> Viewport:
        """Return where the movement will end: `present` where nothing moves."""
        return self._to if self._to is not None and self._timer.isActive() else present

    def go(self, present: Viewport, wanted: Viewport) -> None:
        """Move from `present` to `wanted`; a movement under way is given up."""
        if not self.animated or wanted == present:
            self.stop()
            self.moved.emit(wanted)
            self.arrived.emit()
            return
        self._from, self._to = present, wanted
        self._began = time.monotonic()
        self._timer.start()

    def stop(self) -> None:
        """Stay where it is."""
        self._timer.stop()
        self._to = None

    def _step(self) -> None:
        if self._from is None or self._to is None:
            return
        share = (time.monotonic() - self._began) / DURATION
        self.moved.emit(between(self._from, self._to, _eased(share)))
        if share >= 1:
            self.stop()
            self.arrived.emit()


def _eased(share: float) -> float:
    return 1 - (1 - min(max(share, 0.0), 1.0)) ** 3
