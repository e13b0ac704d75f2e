"""Lanes in a window too low for them: they scroll beneath the axis and the pinned lanes, which stay."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QScrollBar, QWidget

from viewer.timeline.lanes.lane import ArrangedLane
from viewer.timeline.metrics import Metrics
from viewer.timeline.rect import Rect
from viewer.timeline.relations.arc_ends import lanes_box
from viewer.timeline.scene import Scene

PINNED_SHARE = 0.6
"""The share of the lanes' height that pinned lanes take at most while the others scroll."""

FURTHER_ROWS = 7
"""Rows that a lane of many events has beyond its first, about, where lanes scroll."""

FEW = 3
"""Bits in the number of a lane's events for which one row is enough."""

AXIS_ROWS = 3
"""The two rows of the axis and the Old Style row."""

WIDTH = 11
"""Pixels of the scroll bar, at the right edge."""


class Scrolled(NamedTuple):
    """How far lanes are scrolled and can be, in pixels, in a view of a height."""

    value: int
    most: int
    height: int

    def fixed(self, scene: Scene) -> float:
        """Return the y down to which the scene stays put."""
        return fixed_bottom(scene, self.height)


class LaneScroll(QScrollBar):
    """The scroll bar of the lanes, seen only where there is something to scroll. Its value is in pixels.

    It stands at the right edge of `view`, whose height decides whether lanes scroll.
    """

    def __init__(self, view: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, view)
        self._view = view
        self._heights = (0.0, 0.0)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAccessibleName("Scroll the lanes")
        self.hide()

    def take_lanes(self, lanes: Sequence[ArrangedLane], metrics: Metrics) -> None:
        """Scroll these lanes from now on."""
        self._heights = heights_of(lanes, metrics)

    def fit(self, scene: Scene) -> None:
        """Stand beside the lanes of `scene` that scroll."""
        height = self._view.height()
        spare = max(round(scene.height) - height, 0)
        top = round(fixed_bottom(scene, height)) if spare else round(scene.plot.y)
        self.stand(top)
        self.setRange(0, spare)
        self.setPageStep(max(height - top, 1))
        self.setSingleStep(24)
        self.setVisible(spare > 0)

    def stand(self, top: int) -> None:
        """Stand at the right edge of the view, from `top` down to its end."""
        width, height = self._view.width(), self._view.height()
        self.setGeometry(QRect(width - WIDTH, top, WIDTH, max(height - top, 0)))

    def reveal(self, top: float, bottom: float) -> None:
        """Scroll so that what stands between two heights of the scene is seen, below the axis."""
        height = self._view.height()
        if self.maximum() > 0:
            fixed = height - self.pageStep()
            if top - self.value() < fixed:
                self.setValue(round(top - fixed))
            elif bottom - self.value() > height:
                self.setValue(round(bottom - height))

    def picture_height(self) -> float:
        """Return the height of the picture: where lanes scroll, they are at ease."""
        least, at_ease = self._heights
        return self._view.height() if least <= self._view.height() else at_ease

    def seen(self) -> list[tuple[float, float]]:
        """Return what is looked at of the scene: the top, where pinned lanes stay put, and what scrolls."""
        height = self._view.height()
        # Of lanes that take the place of others there may be less to scroll.
        scrolled = float(min(self.value(), max(round(self.picture_height()) - height, 0)))
        return [(0.0, float(height)), (scrolled, scrolled + height)]

    def now(self) -> Scrolled:
        """Return how far the lanes are scrolled."""
        return Scrolled(self.value(), self.maximum(), self._view.height())

    def seen_lanes(self, scene: Scene) -> Rect:
        """Return what is seen of the lanes, where what stays put lies over them."""
        return seen_lanes(lanes_box(scene), self.fixed(scene), self.value(), self._view.height())

    def fixed(self, scene: Scene) -> float:
        """Return the y down to which the scene stays put."""
        return fixed_bottom(scene, self._view.height())

    def edges(self, scene: Scene) -> tuple[float, float]:
        """Return the upper and the lower edge, in the view, of what scrolls."""
        return self.fixed(scene), float(self._view.height())

    def scene_y(self, scene: Scene, y: float) -> float:
        """Return the height in the scene of what is seen at `y` in the view."""
        return y + self.value() if self.value() and y >= self.fixed(scene) else y


def heights_of(lanes: Sequence[ArrangedLane], metrics: Metrics) -> tuple[float, float]:
    """Return the least height in pixels of a picture with these lanes, and one in which they are at ease.

    The least has axis, evidence, eras and one row with its counts for each lane; a lane without events of its
    own needs room for its name alone. At ease, lanes of many events have further rows; not where lanes
    are pinned, which would leave the others no room.
    """
    busy = [lane.count for lane in lanes if lane.count and not lane.is_open]
    lane = metrics.row_height + metrics.fold_height + metrics.lane_gap
    heights = len(busy) * lane + (len(lanes) - len(busy)) * metrics.row_height
    least = AXIS_ROWS * metrics.axis_row + metrics.evidence_height + metrics.era_height + heights
    if any(each.pinned for each in lanes):
        return least, least
    further = sum(min(max(count.bit_length() - FEW, 0), FURTHER_ROWS) for count in busy)
    return least, least + further * metrics.row_height


def fixed_bottom(scene: Scene, height: float) -> float:
    """Return the y down to which a scene stays put when lanes scroll in a widget of `height` pixels.

    The pinned lanes stay as far as they leave the others room.
    """
    most = scene.plot.y + PINNED_SHARE * (height - scene.plot.y)
    pinned = (header.box.bottom for header in scene.headers if header.is_pinned)
    return max((bottom for bottom in pinned if bottom <= most), default=scene.plot.y)


def seen_lanes(lanes: Rect, fixed: float, scrolled: float, height: float) -> Rect:
    """Return what is seen of the lanes in a widget of `height` pixels, in those of the scene.

    Where they are `scrolled`, what stays put down to `fixed` lies over them.
    """
    top = max(lanes.y, fixed + scrolled) if scrolled else lanes.y
    return Rect(lanes.x, top, lanes.width, max(min(lanes.bottom, scrolled + height) - top, 0.0))
