"""The picture of the events in a view: as it is seen, beyond what is seen, and as it will be next."""

from collections.abc import Iterator, Sequence

import numpy as np
from PySide6.QtWidgets import QWidget

from viewer.model.records import Era
from viewer.render.ahead import words_ahead, work_ahead
from viewer.render.measure import text_width
from viewer.render.theme import Theme
from viewer.timeline.axis.words import AxisWords
from viewer.timeline.columns import Columns
from viewer.timeline.crowds import Fold, Pip
from viewer.timeline.frame import plot_stretch
from viewer.timeline.lanes.lane import ArrangedLane
from viewer.timeline.metrics import Metrics
from viewer.timeline.movement.fit import Rows
from viewer.timeline.movement.foresight import ahead_of
from viewer.timeline.place import Placer
from viewer.timeline.rows.nearby import Nearby, Stretch
from viewer.timeline.rows.prepared import Prepared
from viewer.timeline.scene import Scene
from viewer.timeline.sight import Sight
from viewer.timeline.viewport import Viewport
from viewer.ui.timeline.forgetting import Forgetting
from viewer.ui.timeline.motion import Motion
from viewer.ui.timeline.scroll import LaneScroll

EASY = 20_000
"""Events of which no picture takes long."""


class Placing:
    """Places events in the width of `view`, as high as `scroll` says; nothing before there are events.

    `motion` knows where a movement of the view will end. `assignment` is another object whenever rows are
    assigned anew.
    """

    def __init__(self, view: QWidget, scroll: LaneScroll, motion: Motion) -> None:
        self._view = view
        self._scroll = scroll
        self._motion = motion
        self._forgetting = Forgetting(view)
        self._metrics = Metrics()
        self.is_easy = True
        self._nearby = Nearby()
        self.placer: Placer | None = None
        self.assignment = object()

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
        self.is_easy = len(columns) <= EASY
        self.assignment = object()
        self._nearby = Nearby()
        if self.placer is not None:
            self._forgetting.take(self.placer)
        self.placer = Placer(columns, lanes, eras, metrics, text_width, axis_words=axis_words, ready=ready)

    def scene(self, viewport: Viewport, pinned: frozenset[int]) -> Scene | None:
        """Return the picture of what is seen; rows in `pinned` are not folded."""
        if self.placer is None:
            return None
        sight = self._sight(viewport, pinned)
        self._nearby.seen(viewport, self._plot_width(), self._motion.target(viewport))
        scene = self.placer.picture(sight)
        self._scroll.fit(scene)
        return scene

    def near(self, viewport: Viewport) -> Stretch:
        """Return for which stretch of time the lanes share the height of a picture."""
        return self._nearby.of(viewport, self._plot_width(), self._motion.target(viewport))

    def bare(self, viewport: Viewport) -> Scene | None:
        """Return the picture without events, which takes no time."""
        return None if self.placer is None else self.placer.picture(self._sight(viewport), bare=True)

    def cost(self, viewport: Viewport, pinned: frozenset[int]) -> float:
        """Return the milliseconds, about, that a picture takes of which nothing is ready."""
        if self.placer is None or self.is_easy:
            return 0
        return self.placer.cost(self._sight(viewport, pinned))

    def fill(self, viewport: Viewport, pinned: frozenset[int]) -> Iterator[None]:
        """Lay out what a picture needs, a little for each step of the iterator."""
        if self.placer is not None:
            yield from self.placer.fill(self._sight(viewport, pinned))

    def reveal_cost(self, viewport: Viewport, row: int) -> float:
        """Return the milliseconds, about, that it takes to find out where a row lies."""
        if self.placer is None or self.is_easy or self._scroll.maximum() == 0:
            return 0.0
        return self.placer.cost_around(row, self._sight(viewport))

    def words(self, scene: Scene, theme: Theme) -> Iterator[None]:
        """Make the words of a picture ready, some for each step of the iterator."""
        return words_ahead(scene, theme, self._view.devicePixelRatioF())

    def members(self, scene: Scene | None, group: Fold | Pip) -> Rows:
        """Return the rows of the events that a count or a pip stands for, in order of time."""
        if self.placer is None or scene is None:
            return np.zeros(0, dtype=np.int64)
        return self.placer.members(scene, group)

    def revealed(self, viewport: Viewport, row: int) -> Iterator[None]:
        """Scroll the lanes so that a row is seen, a little for each step of the iterator.

        It is pinned, and may lie beside what is in view.
        """
        if self.placer is None or self._scroll.maximum() == 0:
            return
        sight = self._sight(viewport)
        yield from self.placer.fill_around(row, sight)
        top = self.placer.top_of(row, sight)
        if top is not None:
            self._scroll.reveal(top, top + self._metrics.row_height)

    def ahead(self, before: Viewport, now: Viewport, theme: Theme, pinned: frozenset[int]) -> Iterator[None]:
        """Make ready what the movement from one view to another will show next, a little for each step."""
        if self.placer is None:
            return
        sight = self._sight(ahead_of(before, now, self._plot_width()), pinned)
        yield from work_ahead(self.placer, sight, theme, self._view.devicePixelRatioF())

    def _sight(self, viewport: Viewport, pinned: frozenset[int] = frozenset()) -> Sight:
        scroll = self._scroll
        size = self._view.width(), scroll.picture_height()
        return Sight(viewport, *size, pinned, scroll.seen(), self.near(viewport))

    def _plot_width(self) -> float:
        return plot_stretch(self._view.width(), self._metrics)[1]
