"""Lanes in a window too low for them: they scroll beneath the axis, which stays where it is."""

from dataclasses import replace

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QScrollBar, QWidget

from viewer.timeline.highlight import Highlight
from viewer.timeline.metrics import Metrics
from viewer.timeline.scene import Rect, Scene

AXIS_ROWS = 3
"""The two rows of the axis and the Old Style row."""

WIDTH = 11
"""Pixels of the scroll bar, at the right edge."""


class LaneScroll(QScrollBar):
    """The scroll bar of the lanes, seen only where there is something to scroll. Its value is in pixels."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAccessibleName("Scroll the lanes")
        self.hide()

    def fit(self, scene: Scene, width: int, height: int) -> None:
        """Stand beside the lanes of `scene` in a widget of `width` by `height` pixels."""
        spare = max(round(scene.height) - height, 0)
        top = round(scene.plot.y)
        self.setGeometry(QRect(width - WIDTH, top, WIDTH, max(height - top, 0)))
        self.setRange(0, spare)
        self.setPageStep(max(height - top, 1))
        self.setSingleStep(24)
        self.setVisible(spare > 0)

    def reveal(self, top: float, bottom: float, height: int) -> None:
        """Scroll so that what stands between two heights of the scene is seen, below the axis."""
        if self.maximum() > 0:
            fixed = height - self.pageStep()
            if top - self.value() < fixed:
                self.setValue(round(top - fixed))
            elif bottom - self.value() > height:
                self.setValue(round(bottom - height))


def least_height(lanes: int, metrics: Metrics) -> float:
    """Return the pixels that axis, evidence, eras and one row with its counts for each lane need."""
    lane = metrics.row_height + metrics.fold_height + metrics.lane_gap
    return AXIS_ROWS * metrics.axis_row + metrics.evidence_height + metrics.era_height + lanes * lane


def above_lanes(scene: Scene, highlight: Highlight) -> tuple[Scene, Highlight]:
    """Return only what stays put when lanes scroll: the axis and the strip of evidence."""
    plot = scene.plot._replace(height=0.0)
    chosen = highlight.range
    if chosen is not None:
        chosen = Rect(chosen.x, chosen.y, chosen.width, max(scene.plot.y - chosen.y, 0.0))
    fixed = replace(
        scene, plot=plot, bands=(), headers=(), bars=(), marks=(), labels=(), folds=(), height=scene.plot.y
    )
    return fixed, replace(highlight, range=chosen, hovered=None, arcs=())
