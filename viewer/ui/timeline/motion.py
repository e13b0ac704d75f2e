"""Animated, interruptible movement of a viewport: a clock around the functions of `timeline.gestures`."""

import time

from PySide6.QtCore import QObject, QTimer, Signal

from viewer.timeline.movement.gestures import Animation
from viewer.timeline.viewport import Viewport

FRAME = 8
"""Milliseconds between two frames at most; Qt merges repaints that come faster than the screen."""


class Motion(QObject):
    """Moves from viewport to viewport. Emits `moved` for every frame and `arrived` at the end."""

    moved = Signal(object)
    arrived = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.animated = True
        self._animation: Animation | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(FRAME)
        self._timer.timeout.connect(self._step)

    def target(self, present: Viewport) -> Viewport:
        """Return where the movement will end: `present` where nothing moves."""
        return self._animation.target if self._animation is not None else present

    def go(self, present: Viewport, wanted: Viewport) -> None:
        """Move from `present` to `wanted`; a movement under way is given up."""
        if not self.animated or wanted == present:
            self.stop()
            self.moved.emit(wanted)
            self.arrived.emit()
            return
        self._animation = Animation(present, wanted, time.monotonic())
        self._timer.start()

    def stop(self) -> None:
        """Stay where it is."""
        self._timer.stop()
        self._animation = None

    def _step(self) -> None:
        animation, now = self._animation, time.monotonic()
        if animation is None:
            return
        ended = animation.ended(now)
        if ended:
            self.stop()
        self.moved.emit(animation.viewport(now))
        if ended:
            self.arrived.emit()
