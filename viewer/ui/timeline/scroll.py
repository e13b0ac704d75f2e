"""Lanes in a window too low for them: they scroll beneath the axis and the pinned lanes, which stay."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QScrollBar, QWidget

from viewer.timeline.highlight import Highlight
from viewer.timeline.lanes.lane import ArrangedLane
from viewer.timeline.metrics import Metrics
from viewer.timeline.scene import Rect, Scene

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


class LaneScroll(QScrollBar):
    """The scroll bar of the lanes, seen only where there is something to scroll. Its value is in pixels."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAccessibleName("Scroll the lanes")
        self.hide()

    def fit(self, scene: Scene, width: int, height: int) -> None:
        """Stand beside the lanes of `scene` that scroll in a widget of `width` by `height` pixels."""
        spare = max(round(scene.height) - height, 0)
        top = round(fixed_bottom(scene, height)) if spare else round(scene.plot.y)
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


def picture_height(heights: tuple[float, float], height: float) -> float:
    """Return the height of a picture in a widget of `height` pixels: where lanes scroll, they are at ease."""
    least, at_ease = heights
    return height if least <= height else at_ease


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


def above_lanes(scene: Scene, highlight: Highlight, bottom: float) -> tuple[Scene, Highlight]:
    """Return only what stays put when lanes scroll: the axis, the evidence, the pinned lanes to `bottom`."""
    height = bottom - scene.plot.y
    lanes = {header.lane for header in scene.headers if header.box.bottom <= bottom}
    chosen = highlight.range
    if chosen is not None:
        chosen = Rect(chosen.x, chosen.y, chosen.width, max(bottom - chosen.y, 0.0))
    bands = tuple(replace(band, box=band.box._replace(height=height)) for band in scene.bands)
    fixed = replace(
        scene,
        plot=scene.plot._replace(height=height),
        bands=bands if height else (),
        headers=tuple(header for header in scene.headers if header.lane in lanes),
        bars=tuple(bar for bar in scene.bars if bar.lane in lanes),
        marks=tuple(mark for mark in scene.marks if mark.lane in lanes),
        labels=tuple(label for label in scene.labels if label.lane in lanes),
        folds=tuple(fold for fold in scene.folds if fold.lane in lanes),
        pips=tuple(pip for pip in scene.pips if pip.lane in lanes),
        coverages=tuple(each for each in scene.coverages if each.lane in lanes),
        rugs=tuple(rug for rug in scene.rugs if rug.lane in lanes),
        height=bottom,
    )
    return fixed, replace(highlight, range=chosen, arcs=())
