"""The strip below the timeline: the whole span, its density, its contested events, and a window to drag."""

import time
from collections.abc import Generator, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from viewer.model.records import Lane
from viewer.render.measure import text_width
from viewer.render.overview_paint import OverviewPicture
from viewer.render.theme import Theme
from viewer.timeline.at_once import all_at_once
from viewer.timeline.axis.languages import ENGLISH_AXIS
from viewer.timeline.axis.words import AxisWords
from viewer.timeline.columns import Columns
from viewer.timeline.metrics import Measure
from viewer.timeline.overview import OverviewScene, Part, overview_steps, part_at, with_window
from viewer.timeline.scale import Scale
from viewer.timeline.viewport import SHORTEST_SPAN, Viewport

AT_ONCE = 20_000
"""Events that are counted without making anyone wait."""

AFTER = 40
"""Milliseconds after which more events are counted, bit by bit."""

BIT = 0.004
"""Seconds of counting between two looks at what the user does."""

HEIGHT = 58
"""Pixels."""

_CURSORS = {
    Part.LEFT_EDGE: Qt.CursorShape.SizeHorCursor,
    Part.RIGHT_EDGE: Qt.CursorShape.SizeHorCursor,
    Part.INSIDE: Qt.CursorShape.OpenHandCursor,
}


class Overview(QWidget):
    """Emits `viewport_requested` (Viewport) while its window is dragged, `settled` when it is let go."""

    viewport_requested = Signal(object)
    settled = Signal()
    failed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.axis_words = self._told_in = ENGLISH_AXIS
        self._columns: Columns | None = None
        self._lanes: Sequence[Lane] = ()
        self._whole = Viewport(0.0, 1.0)
        self._viewport = self._whole
        self._scene: OverviewScene | None = None
        self._picture = OverviewPicture()
        self._grip: tuple[Part, float, Viewport] | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(AFTER)
        self._later.timeout.connect(self._begin)
        self._steps: Generator[None, None, OverviewScene] | None = None
        self._bits = QTimer(self)
        self._bits.setInterval(0)
        self._bits.timeout.connect(self._go_on)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName("Overview of the whole span")

    def sizeHint(self) -> QSize:
        """Return the size in pixels."""
        return QSize(800, HEIGHT)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        self.update()

    def set_events(self, columns: Columns, lanes: Sequence[Lane], whole: Viewport) -> None:
        """Show other events over the span `whole`."""
        same = columns is self._columns and lanes is self._lanes and whole == self._whole
        if same and self.axis_words is self._told_in:
            return
        self._told_in = self.axis_words
        self._columns, self._lanes, self._whole = columns, lanes, whole
        self._renew()

    def set_viewport(self, viewport: Viewport) -> None:
        """Move the window to another viewport; what lies below it stays as it is."""
        self._viewport = viewport
        if self._scene is not None and not self._is_behind:
            self._scene = with_window(self._scene, self._whole, viewport)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the strip; a failure is told, not raised through Qt."""
        try:
            with QPainter(self) as painter:
                painter.fillRect(self.rect(), self._theme.color("ground"))
                if (scene := self._placed()) is not None:
                    for problem in self._picture.paint(painter, scene, self._theme):
                        self.failed.emit(problem)
        except Exception as error:
            self.failed.emit(f"The overview could not be drawn: {type(error).__name__}: {error}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the new width."""
        self._renew()
        super().resizeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of an edge or the window; elsewhere bring the window under the pointer first."""
        if self._is_behind:  # what is taken hold of must be so
            self._end(None)
        scene = self._placed()
        if scene is None or event.button() != Qt.MouseButton.LeftButton:
            return
        part = part_at(scene, event.position().x(), event.position().y())
        viewport = self._viewport
        day = self._scale().day(event.position().x())
        if part is Part.OUTSIDE:
            viewport = viewport.centered(day)
            part = Part.INSIDE
            self.viewport_requested.emit(viewport)
        self._grip = (part, day, viewport)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what was taken hold of."""
        scene = self._placed()
        if scene is None:
            return
        if self._grip is None:
            part = part_at(scene, event.position().x(), event.position().y())
            self.setCursor(_CURSORS.get(part, Qt.CursorShape.ArrowCursor))
            return
        part, began, viewport = self._grip
        self.viewport_requested.emit(
            _dragged(part, viewport, self._scale().day(event.position().x()) - began)
        )

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go."""
        if self._grip is not None:
            self._grip = None
            self.settled.emit()

    def leaveEvent(self, event: QEvent) -> None:
        """Give the pointer its own shape back."""
        self.unsetCursor()
        super().leaveEvent(event)

    def _scale(self) -> Scale:
        return Scale(self._whole, self.width() if self._scene is None else self._scene.width)

    def _placed(self) -> OverviewScene | None:
        if self._scene is None and self._columns is not None:
            self._scene = all_at_once(overview_steps(self._columns, *self._asked()))
        return self._scene

    def _asked(self) -> tuple[Sequence[Lane], Viewport, Viewport, int, int, Measure, AxisWords]:
        size = self.width(), self.height()
        return self._lanes, self._whole, self._viewport, *size, text_width, self.axis_words

    def _renew(self) -> None:
        """Place anew; of many events a little later, for the timeline comes first, and what is seen stays."""
        self._bits.stop()
        if self._scene is not None and self._columns is not None and len(self._columns) > AT_ONCE:
            self._later.start()
        else:
            self._scene = None
        self.update()

    def _begin(self) -> None:
        if self._columns is not None:
            self._steps = overview_steps(self._columns, *self._asked())
            self._bits.start()

    def _go_on(self) -> None:
        until = time.monotonic() + BIT
        try:
            while self._steps is not None:
                next(self._steps)
                if time.monotonic() >= until:
                    break
        except StopIteration as end:
            self._end(with_window(end.value, self._whole, self._viewport))
        except Exception:  # what is wrong with it is told when it is drawn
            self._end(None)

    @property
    def _is_behind(self) -> bool:
        """Whether what is seen is not so any more."""
        return self._later.isActive() or self._bits.isActive()

    def _end(self, scene: OverviewScene | None) -> None:
        self._later.stop()
        self._bits.stop()
        self._steps, self._scene = None, scene
        self.update()


def _dragged(part: Part, viewport: Viewport, days: float) -> Viewport:
    if part is Part.INSIDE:
        return viewport.panned(days)
    if part is Part.LEFT_EDGE:
        start = min(viewport.start + days, viewport.end - SHORTEST_SPAN)
        return Viewport(start, viewport.end - start)
    return Viewport(viewport.start, max(viewport.span + days, SHORTEST_SPAN))
