"""Animated, interruptible moves of rows: a clock around the functions of `timeline.moves`."""

import time
from collections.abc import Sequence

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QWidget

from viewer.timeline.movement.moves import SECONDS, Offsets, eased, moved, offsets
from viewer.timeline.scene import Scene
from viewer.ui.timeline.motion import FRAME, Motion


class RowMotion:
    """Lets what `widget` draws glide where rows are assigned anew; not where `motion` is not animated."""

    def __init__(self, widget: QWidget, motion: Motion) -> None:
        self._motion = motion
        self._widget = widget
        self._size = QSize()
        self._last: tuple[Scene, Sequence[str], object] | None = None
        self._offsets = Offsets()
        self._began: float | None = None
        self._timer = QTimer(widget)
        self._timer.setInterval(FRAME)
        self._timer.timeout.connect(widget.update)

    def see(self, scene: Scene, ids: Sequence[str], rows: object) -> None:
        """Take a new picture; `ids` name its rows, and `rows` differs where they were assigned anew.

        Another size of the widget moves nothing: the user holds the edge of the window.
        """
        size, self._size = self._size, self._widget.size()
        last, self._last = self._last, (scene, ids, rows)
        if last is None or last[2] == rows:
            return
        before, old_ids, _ = last
        if size != self._size or not self._motion.animated:
            self._end()
            return
        names = None if old_ids is ids else (old_ids, ids)
        by = offsets(self._on_its_way(before), scene, names)
        self._end()
        self._offsets = by

    def shown(self, scene: Scene) -> Scene:
        """Return the picture as it is to be drawn now: on its way, which begins here, or itself."""
        if self._offsets and self._began is None:
            self._began = time.monotonic()
            self._timer.start()
        if self._share() >= 1:
            self._end()
        return self._on_its_way(scene)

    def _on_its_way(self, scene: Scene) -> Scene:
        return moved(scene, self._offsets, 1 - eased(self._share())) if self._offsets else scene

    def _share(self) -> float:
        """Return the share of the way that lies behind."""
        return 0.0 if self._began is None else (time.monotonic() - self._began) / SECONDS

    def _end(self) -> None:
        self._timer.stop()
        self._offsets, self._began = Offsets(), None
