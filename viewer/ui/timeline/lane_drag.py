"""A lane dragged by its name, with a line where it would fall; near an edge the lanes scroll on."""

from collections.abc import Callable, Sequence
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPen

from viewer.timeline.lanes.drop import Drop, drop_at
from viewer.timeline.lanes.lane import ArrangedLane
from viewer.timeline.scene import Scene
from viewer.ui.timeline.scroll import LaneScroll

if TYPE_CHECKING:
    from viewer.timeline.lanes.arrangement import LanePath

LINE = 2.0
"""Pixels: how thick the line is."""

EDGE = 32.0
"""Pixels from the upper or lower edge of what scrolls within which the lanes scroll."""

FASTEST = 16.0
"""Pixels in one step of scrolling, at the edge and beyond it."""

STEP = 16
"""Milliseconds between two steps."""


class LaneDrag(QObject):
    """The drag that is under way, or none, of one of `lanes` in the picture `scene` (None: nothing is open).

    Heights given are pixels of the view. Emits `changed` when the line is elsewhere, and `dropped` (path,
    path or None: before which, None: last) at the end of a drag that moves a lane.
    """

    changed = Signal()
    dropped = Signal(object, object)

    def __init__(self, scene: Callable[[], Scene | None], scroll: LaneScroll, parent: QObject) -> None:
        super().__init__(parent)
        self._scene = scene
        self._scroll = scroll
        self._lanes: Sequence[ArrangedLane] = ()
        self._path: LanePath | None = None
        self._drop: Drop | None = None
        self._y = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(STEP)
        self._timer.timeout.connect(self._scroll_on)

    @property
    def is_under_way(self) -> bool:
        """Whether a lane is being dragged."""
        return self._path is not None

    def take_lanes(self, lanes: Sequence[ArrangedLane]) -> None:
        """Drag among these lanes from now on."""
        self._lanes = lanes

    def move(self, lane: int, y: float) -> None:
        """Drag the lane with this index to `y`."""
        if lane < len(self._lanes):
            self._path, self._y = self._lanes[lane].path, y
            self._aim()
            if self._speed() and not self._timer.isActive():
                self._timer.start()

    def end(self) -> None:
        """Let the lane fall where it is."""
        self._timer.stop()
        path, drop = self._path, self._drop
        self._path = self._drop = None
        self.changed.emit()
        if path is not None and drop is not None:
            self.dropped.emit(path, drop.before)

    def paint(self, painter: QPainter, scene: Scene, colour: QColor) -> None:
        """Draw the line where the lane would fall."""
        if self._drop is not None:
            painter.setPen(QPen(colour, LINE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            painter.drawLine(QPointF(4, self._drop.y), QPointF(scene.plot.x, self._drop.y))

    def _aim(self) -> None:
        scene = self._scene()
        if scene is not None and self._path is not None:
            y = self._scroll.scene_y(scene, self._y)
            self._drop = drop_at(self._lanes, scene.headers, self._path, y)
            self.changed.emit()

    def _scroll_on(self) -> None:
        before = self._scroll.value()
        self._scroll.setValue(before + self._speed())
        if self._scroll.value() == before:
            self._timer.stop()
        else:
            self._aim()

    def _speed(self) -> int:
        """Return the pixels of one step, upwards below 0: the more, the nearer the pointer is to an edge."""
        scene = self._scene()
        if scene is None or self._stays_put(scene):
            return 0
        top, bottom = self._scroll.edges(scene)
        edge = min(EDGE, (bottom - top) / 4)
        above, below = top + edge - self._y, self._y - (bottom - edge)
        depth = min(max(above, below, 0.0) / max(edge, 1.0), 1.0)
        return ceil(depth * FASTEST) * (-1 if above > below else 1)

    def _stays_put(self, scene: Scene) -> bool:
        """Whether the lane does not scroll itself: a pinned one moves among those that stay put only."""
        fixed = self._scroll.fixed(scene)
        return any(
            header.is_pinned and header.box.bottom <= fixed and self._lanes[header.lane].path == self._path
            for header in scene.headers
        )
