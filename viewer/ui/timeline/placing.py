"""The picture of the events in a view: as it is seen, beyond what is seen, and as it will be next."""

from collections.abc import Iterator, Sequence

import numpy as np
from PySide6.QtWidgets import QWidget

from viewer.model.records import Era
from viewer.render.ahead import work_ahead
from viewer.render.measure import text_width
from viewer.render.theme import Theme
from viewer.timeline.axis.words import AxisWords
from viewer.timeline.columns import Columns
from viewer.timeline.lanes.lane import ArrangedLane
from viewer.timeline.metrics import Metrics
from viewer.timeline.movement.fit import Rows
from viewer.timeline.place import Placer
from viewer.timeline.rows.prepared import Prepared
from viewer.timeline.scene import Fold, Pip, Scene
from viewer.timeline.viewport import Viewport
from viewer.ui.timeline.scroll import LaneScroll


class Placing:
    """Places events in the width of `view`, as high as `scroll` says; nothing before there are events."""

    def __init__(self, view: QWidget, scroll: LaneScroll) -> None:
        self._view = view
        self._scroll = scroll
        self._metrics = Metrics()
        self.placer: Placer | None = None

    def take_events(
        self,
        columns: Columns,
        lanes: Sequence[ArrangedLane],
        eras: Sequence[Era],
        metrics: Metrics,
        *,
        axis_words: AxisWords,
        ready: Prepared | None,
    ) -> None:
        """Place these events from now on; rows are assigned anew."""
        self._metrics = metrics
        self.placer = Placer(columns, lanes, eras, metrics, text_width, axis_words=axis_words, ready=ready)

    def scene(self, viewport: Viewport, pinned: frozenset[int]) -> Scene | None:
        """Return the picture of what is seen; rows in `pinned` are not folded."""
        if self.placer is None:
            return None
        scroll = self._scroll
        scene = self.placer.scene(
            viewport, self._view.width(), scroll.picture_height(), pinned, scroll.seen()
        )
        scroll.fit(scene)
        return scene

    def members(self, scene: Scene | None, group: Fold | Pip) -> Rows:
        """Return the rows of the events that a count or a pip stands for, in order of time."""
        if self.placer is None or scene is None:
            return np.zeros(0, dtype=np.int64)
        return self.placer.members(scene, group)

    def reveal(self, scene: Scene, viewport: Viewport, row: int) -> None:
        """Scroll the lanes so that a row is seen."""
        if self.placer is None or self._scroll.maximum() == 0:
            return
        half = self._metrics.row_height / 2
        tops = _tops_of(scene, row, half)
        if not tops:  # its lane may be out of sight
            size = self._view.width(), self._scroll.picture_height()
            part = self.placer.part_of(row, viewport, *size)
            tops = _tops_of(self.placer.scene(viewport, *size, frozenset({row}), [part]), row, half)
        if tops:
            self._scroll.reveal(min(tops), min(tops) + 2 * half)

    def ahead(
        self, before: Viewport, now: Viewport, theme: Theme, pinned: frozenset[int]
    ) -> Iterator[None] | None:
        """Return what is to be done for the movement from one view to another, None for nothing."""
        if self.placer is None:
            return None
        return work_ahead(
            self.placer,
            self.placer.ahead(before, now, self._view.width()),
            self._view.width(),
            self._scroll.picture_height(),
            theme=theme,
            ratio=self._view.devicePixelRatioF(),
            pinned=pinned,
            seen=self._scroll.seen(),
        )


def _tops_of(scene: Scene, row: int, half: float) -> list[float]:
    """Return the upper edges of a row's signs, `half` the height of a row in pixels."""
    bars = [bar.box.y for bar in scene.bars if bar.event == row]
    return bars + [mark.y - half for mark in scene.marks if mark.event == row]
