"""A lane dragged by its name, with a line where it would fall."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from viewer.timeline.lanes.arrangement import LanePath
from viewer.timeline.lanes.drop import Drop, drop_at
from viewer.timeline.lanes.lane import ArrangedLane
from viewer.timeline.scene import Scene

LINE = 2.0
"""Pixels: how thick the line is."""


class LaneDrag:
    """The drag that is under way, or none. Heights are pixels of the scene."""

    def __init__(self) -> None:
        self._path: LanePath | None = None
        self._drop: Drop | None = None

    @property
    def is_under_way(self) -> bool:
        """Whether a lane is being dragged."""
        return self._path is not None

    def move(self, scene: Scene, lanes: Sequence[ArrangedLane], lane: int, y: float) -> None:
        """Drag the lane with this index to `y`."""
        if lane < len(lanes):
            self._path = lanes[lane].path
            self._drop = drop_at(lanes, scene.headers, self._path, y)

    def end(self) -> tuple[LanePath, LanePath | None] | None:
        """End the drag; return what moved before what (None: to the end), None where nothing moves."""
        path, drop = self._path, self._drop
        self._path = self._drop = None
        return (path, drop.before) if path is not None and drop is not None else None

    def paint(self, painter: QPainter, scene: Scene, colour: QColor) -> None:
        """Draw the line where the lane would fall."""
        if self._drop is not None:
            painter.setPen(QPen(colour, LINE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            painter.drawLine(QPointF(4, self._drop.y), QPointF(scene.plot.x, self._drop.y))
