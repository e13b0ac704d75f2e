"""A lane dragged by its name, which follows the pointer, with a line where it would fall.

Near an edge the lanes scroll on.
"""

from collections.abc import Callable, Sequence
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPen

from viewer.render.measure import text_width
from viewer.render.pen import Pen, hairline, qrect
from viewer.render.theme import Theme
from viewer.timeline.ellipsis import cut
from viewer.timeline.lanes.drop import Drop, drop_at
from viewer.timeline.lanes.lane import ArrangedLane
from viewer.timeline.rect import Rect
from viewer.timeline.scene import Scene
from viewer.ui.plain_text import label_text
from viewer.ui.timeline.scroll import LaneScroll

if TYPE_CHECKING:
    from viewer.timeline.lanes.arrangement import LanePath

LINE = 2.0
"""Pixels: how thick the line is."""

NAME = 22.0
"""Pixels: the height of the name at the pointer."""

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
        path, drop = self._path, self._drop
        self.cancel()
        if path is not None and drop is not None:
            self.dropped.emit(path, drop.before)

    def cancel(self) -> None:
        """Leave the lane where it was."""
        self._timer.stop()
        self._path = self._drop = None
        self.changed.emit()

    def paint(self, painter: QPainter, scene: Scene, theme: Theme) -> None:
        """Draw the name of the lane at the pointer, and a line where it would fall, in pixels of the view."""
        lane = next((lane for lane in self._lanes if lane.path == self._path), None)
        if lane is None:
            return
        pen, width = Pen(painter), scene.plot.x
        top, bottom = self._scroll.edges(scene)
        box = Rect(4, min(max(self._y, top), bottom) - NAME / 2, width - 8, NAME)
        painter.setPen(hairline(theme.color("secondary")))
        painter.setBrush(theme.color("ground"))
        painter.drawRect(qrect(box))
        name = cut(label_text(lane.title.best()), width - 28, "lane", text_width)
        pen.text(14, box, name, "lane", theme.color(lane.colour))
        if self._drop is not None:
            y = self._drop.y if self._stays_put(scene) else self._drop.y - self._scroll.value()
            painter.setPen(QPen(theme.color("ink"), LINE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            painter.drawLine(QPointF(4, y), QPointF(scene.plot.x, y))

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
