"""The picture that is wanted: made where it is asked for or, where that takes long, bit by bit."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from viewer.render.theme import Theme
from viewer.timeline.scene import Scene
from viewer.timeline.viewport import Viewport
from viewer.ui.timeline.placing import Placing
from viewer.ui.timeline.readying import AT_ONCE, Readying
from viewer.ui.timeline.scroll import LaneScroll


class Wanted(NamedTuple):
    """What a picture shows, in which rows in `pinned` are not folded, and what its words are painted in."""

    viewport: Viewport
    pinned: frozenset[int]
    theme: Theme


class Picture(QObject):
    """Keeps the picture of what `wanted` says until it is to be renewed, as scrolling the lanes does.

    `made` is told of each new one. Emits `changed` when there is something else to be painted.
    """

    changed = Signal()

    def __init__(
        self,
        placing: Placing,
        scroll: LaneScroll,
        wanted: Callable[[], Wanted],
        made: Callable[[Scene], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.now: Scene | None = None
        self._placing = placing
        self._scroll = scroll
        self._wanted = wanted
        self._made = made
        self._is_placing = False
        self._unrevealed: int | None = None
        self._readying = Readying(self._cost, self._work, self)
        self._readying.done.connect(self.changed)
        scroll.valueChanged.connect(self._take_scroll)
        self.destroyed.connect(self.__dict__.clear)  # as its view does

    def renew(self) -> None:
        """Another picture is wanted: `now` there is none."""
        self.now = None
        self._readying.renew()
        self.changed.emit()

    def at_once(self) -> Scene | None:
        """Return the picture as it stands, made here and now where need be; None where nothing is open."""
        if self.now is None and self._placing.placer is not None:
            self._is_placing = True
            viewport, pinned, _ = self._wanted()
            try:
                self.now = scene = self._placing.scene(viewport, pinned)
            finally:
                self._is_placing = False
            if scene is not None:
                self._made(scene)
        return self.now

    def ready(self) -> Scene | None:
        """Return the picture as it stands; None, too, while it is being made and a former one is seen."""
        if self._readying.is_under_way or (self.now is None and self._readying.must_wait()):
            return None
        return self.at_once()

    def shown(self) -> None:
        """Take note that the picture that is wanted is seen."""
        self._readying.shown()

    def reveal(self, row: int | None) -> None:
        """Scroll to a row once its place is known, now where that takes no time."""
        self._unrevealed = row
        if row is not None and self._is_far(row):
            self._readying.begin()
        elif row is not None and self.ready() is not None:
            list(self._reveal())

    def _cost(self) -> float:
        viewport, pinned, _ = self._wanted()
        return self._placing.cost(viewport, pinned)

    def _work(self) -> Iterator[None]:
        """Make ready the picture as it stands, and its words."""
        viewport, pinned, theme = self._wanted()
        yield from self._placing.fill(viewport, pinned)
        scene = self.at_once()
        yield
        yield from self._reveal()
        if scene is not None:
            yield from self._placing.words(scene, theme)

    def _is_far(self, row: int) -> bool:
        """Whether it may take long to find out where a row lies, and to scroll there."""
        if self._placing.is_easy or self._scroll.maximum() == 0:
            return False
        return self.now is None or self._placing.reveal_cost(self._wanted().viewport, row) > AT_ONCE

    def _reveal(self) -> Iterator[None]:
        """Scroll to the row that is to be seen once, a little for each step of the iterator."""
        row = self._unrevealed
        if row is not None:
            for _ in self._placing.revealed(self._wanted().viewport, row):
                yield
            self._unrevealed = None

    def _take_scroll(self) -> None:
        if not self._is_placing:  # a picture that is placed is so for the lanes as they will be scrolled
            self.renew()
