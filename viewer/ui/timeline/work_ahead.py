"""Laying out what a movement will show next, in the time between its frames."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from viewer.timeline.movement.foresight import ahead_of
from viewer.timeline.viewport import Viewport


class WorkAhead(QObject):
    """Calls `prepare` (of a viewport; returns whether there is more to do) whenever nothing else is to do."""

    def __init__(self, prepare: Callable[[Viewport], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._prepare = prepare
        self._last: Viewport | None = None
        self._next: Viewport | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self.work)

    def seen(self, viewport: Viewport) -> None:
        """Take note of the view that is shown now."""
        last, self._last = self._last, viewport
        self._next = ahead_of(last, viewport) if last is not None else None
        if self._next is None:
            self._timer.stop()
        else:
            self._timer.start()

    def work(self) -> bool:
        """Do a little; return whether there is more to do."""
        more = False
        if self._next is not None:
            try:
                more = self._prepare(self._next)
            except Exception:  # what is wrong with a picture is told when it is drawn
                more = False
        if not more:
            self._next = None
            self._timer.stop()
        return more
