"""The timeline on the screen: shows a Scene and says what is wished. It keeps no truth of its own."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from viewer.model.records import Era
from viewer.model.relations import Tie
from viewer.render.theme import Theme
from viewer.timeline.axis.languages import ENGLISH_AXIS
from viewer.timeline.columns import Columns
from viewer.timeline.crowds import Fold, Pip
from viewer.timeline.evidence import Claim
from viewer.timeline.folding.warp import UNFOLDED, Warp
from viewer.timeline.frame import plot_stretch
from viewer.timeline.highlight import Arc
from viewer.timeline.hit import Hit, hit
from viewer.timeline.lanes.coverage import with_coverage
from viewer.timeline.lanes.lane import ArrangedLane
from viewer.timeline.metrics import Metrics
from viewer.timeline.movement.fit import Rows
from viewer.timeline.rows.prepared import Prepared
from viewer.timeline.rows.steps import step_of
from viewer.timeline.scale import Scale
from viewer.timeline.scene import Scene
from viewer.timeline.viewport import Viewport
from viewer.ui.timeline.former import Painted, in_room
from viewer.ui.timeline.lane_drag import LaneDrag
from viewer.ui.timeline.marks import Marks
from viewer.ui.timeline.motion import Motion
from viewer.ui.timeline.picture import Picture, Wanted
from viewer.ui.timeline.placing import Placing
from viewer.ui.timeline.row_motion import RowMotion
from viewer.ui.timeline.scroll import LaneScroll
from viewer.ui.timeline.scrolled import Look, paint_scrolled
from viewer.ui.timeline.words import selected_words
from viewer.ui.timeline.work_ahead import WorkAhead


class TimelineCanvas(QWidget):
    """Emits wishes: the window decides. Viewports are emitted for every frame of a movement.

    `viewport_requested` (Viewport), `settled` when a movement has ended, `event_clicked` (id or None),
    `event_opened` (id) on a double click, `lane_entered` (index) before a click on an event of that lane,
    `lane_clicked` (index) on a lane's name, `group_folded` (index) on the triangle of a group,
    `lane_moved` (path, path or None: before which), `lane_menu_requested` (index, global point),
    `range_requested` (half-open days or None), `relation_followed` (id) on the word of an arc,
    `fold_opened` (rows in order of time, global point), `break_opened` (Gap) on the sign of a folded stretch
    of time, `scene_changed` (Scene), `pointed` (words for the status line), `failed` (words) for what could
    not be drawn.
    """

    viewport_requested = Signal(object)
    settled = Signal()
    event_clicked = Signal(object)
    event_opened = Signal(str)
    lane_entered = Signal(int)
    lane_clicked = Signal(int)
    group_folded = Signal(int)
    lane_moved = Signal(object, object)
    lane_menu_requested = Signal(int, QPoint)
    range_requested = Signal(object)
    relation_followed = Signal(str)
    fold_opened = Signal(object, object)
    break_opened = Signal(object)
    scene_changed = Signal(object)
    pointed = Signal(str)
    failed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.metrics = Metrics()
        self.motion = Motion(self)
        self._moves = RowMotion(self, self.motion)
        self.work_ahead = WorkAhead(self._foresight, self)
        self.viewport = Viewport(0.0, 1.0)
        self.columns: Columns | None = None
        self.lanes: Sequence[ArrangedLane] = ()
        self.axis_words = ENGLISH_AXIS
        self._marks = Marks()
        self.lane_scroll = LaneScroll(self)
        self._placing = Placing(self, self.lane_scroll, self.motion)
        self._picture = Picture(self._placing, self.lane_scroll, self._wanted, self._take_picture, self)
        self._picture.changed.connect(self.update)
        self._last: Painted | None = None
        self.lane_drag = LaneDrag(self.ready, self.lane_scroll, self)
        self.lane_drag.changed.connect(self.update)
        self.lane_drag.dropped.connect(self.lane_moved)
        self.motion.moved.connect(self.viewport_requested)
        self.motion.arrived.connect(self.settled)
        # Its parts know it, and what they know would stay until the garbage of a whole session is looked for.
        self.destroyed.connect(self.__dict__.clear)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName("Timeline")
        self.setMinimumSize(320, 220)

    def sizeHint(self) -> QSize:
        """Return a comfortable size in pixels."""
        return QSize(1100, 700)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self.theme = theme
        self.update()

    def set_events(
        self,
        columns: Columns,
        lanes: Sequence[ArrangedLane],
        eras: Sequence[Era],
        ready: Prepared | None = None,
    ) -> None:
        """Show other events or the same in other lanes; rows are assigned anew.

        `ready` is what was prepared of them; without it that is done here.
        """
        self.columns, self.lanes = columns, lanes
        self.metrics = with_coverage(Metrics(), lanes)
        self._placing.take_events(columns, lanes, eras, self.metrics, axis_words=self.axis_words, ready=ready)
        self._marks.take_events(columns)
        self.lane_scroll.take_lanes(lanes, self.metrics)
        self.lane_drag.take_lanes(lanes)
        self._picture.renew()

    def set_viewport(self, viewport: Viewport) -> None:
        """Show another span."""
        self.viewport = viewport
        self._picture.renew()

    def set_selected(
        self, row: int | None, claims: Sequence[Claim], ties: Sequence[Tie] = (), hint: str = ""
    ) -> None:
        """Mark a row as selected, show what each source claims of its date, and draw its relations.

        `hint` is said where there are no claims.
        """
        unseen = row is not None and self.painted is not None and row not in self.painted.shown
        released = self._marks.selected is not None
        self._marks.select(row, claims, ties, hint)
        self.setAccessibleDescription(selected_words(self.columns, row))
        if unseen or released:
            self._picture.renew()
        self._picture.reveal(row)
        self.update()

    def set_hovered(self, row: int | None) -> None:
        """Mark a row as the one that the pointer is on."""
        if row != self._marks.hovered:
            self._marks.hovered = row
            self.update()

    def set_range(self, days: tuple[int, int] | None) -> None:
        """Mark a range of time."""
        self._marks.range = days
        self.update()

    @property
    def selected(self) -> int | None:
        """The row that is selected."""
        return self._marks.selected

    @property
    def painted(self) -> Scene | None:
        """The picture, if nothing has changed since it was painted."""
        return self._picture.now

    def scene(self) -> Scene | None:
        """Return the picture as it stands, made here and now where need be; None where nothing is open."""
        return self._picture.at_once()

    def ready(self) -> Scene | None:
        """Return the picture as it stands; None, too, while it is being made and a former one is seen."""
        return self._picture.ready()

    @property
    def is_behind(self) -> bool:
        """Whether a former picture is seen, or none yet: what the pointer is on is not known then."""
        return self.columns is not None and self.ready() is None

    def scale(self) -> Scale:
        """Return the scale between days and pixels of this widget."""
        if self.columns is None:
            return Scale(self.viewport, self.width())
        left, width = plot_stretch(self.width(), self.metrics)
        return Scale(self.viewport, width, left)

    @property
    def warp(self) -> Warp:
        """How time is folded: the viewport is one of folded days."""
        return self.columns.warp if self.columns is not None else UNFOLDED

    def day_at(self, x: float) -> float:
        """Return the day, as the past had it, at the x `x` of the widget in pixels."""
        return self.warp.back(self.scale().day(x))

    def hit_at(self, point: QPointF | QPoint) -> Hit | None:
        """Return what lies at a point of the widget; None where what is seen there is not so any more."""
        scene = self.ready()
        if scene is None:
            return None
        return hit(scene, point.x(), self.lane_scroll.scene_y(scene, point.y()), arcs=self.arcs())

    def arcs(self) -> tuple[Arc, ...]:
        """Return the relations of the selected event in the picture as it stands, if it is ready."""
        scene = self.ready()
        if scene is None:
            return ()
        return self._marks.arcs(scene, self.viewport, self.metrics, self.lane_scroll)

    def members(self, group: Fold | Pip) -> Rows:
        """Return the rows of the events that a count or a pip stands for, in order of time."""
        return self._placing.members(self.ready(), group)

    def event_id(self, row: int) -> str:
        """Return the id of a row's event."""
        return self.columns.ids[row] if self.columns else ""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the scene; a failure is shown in its place and told."""
        try:
            scene = self.ready()
            with QPainter(self) as painter:
                painter.fillRect(self.rect(), self.theme.color("ground"))
                if scene is not None:
                    self._paint(painter, self._moves.shown(scene))
                elif (meanwhile := self._meanwhile()) is not None:
                    self._ink(painter, meanwhile)
        except Exception as error:  # an exception here would end the process
            self.failed.emit(f"The timeline could not be drawn: {type(error).__name__}: {error}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the picture out for the new size."""
        self._picture.renew()
        self.lane_scroll.stand(self.lane_scroll.y())
        super().resizeEvent(event)

    def _paint(self, painter: QPainter, scene: Scene) -> None:
        self._last = self._painted(scene, self.arcs())
        self._picture.shown()
        self._ink(painter, self._last)
        painter.resetTransform()
        self.lane_drag.paint(painter, scene, self.theme)

    def _meanwhile(self) -> Painted | None:
        """Return what is seen while the picture is made: the former one, or at first one without events."""
        if self._last is not None and self.columns is not None:
            return self._last._replace(scene=in_room(self._last.scene, self.width(), self.height()))
        bare = self._placing.bare(self.viewport)
        return None if bare is None else self._painted(bare, ())

    def _painted(self, scene: Scene, arcs: tuple[Arc, ...]) -> Painted:
        look = Look(self.theme, self.metrics, self._marks.highlight(scene, self.viewport, arcs))
        return Painted(scene, look, self.lane_scroll.now())

    def _ink(self, painter: QPainter, painted: Painted) -> None:
        look = painted.look._replace(theme=self.theme)
        for problem in paint_scrolled(painter, painted.scene, look, painted.scrolled):
            self.failed.emit(problem)

    def _wanted(self) -> Wanted:
        return Wanted(self.viewport, self._marks.pinned, self.theme)

    def _take_picture(self, scene: Scene) -> None:
        step, placing = step_of(scene.plot.width / self.viewport.span), self._placing
        rows = step, placing.near(self.viewport), placing.assignment, self._marks.pinned
        self._moves.see(scene, self.columns.ids if self.columns is not None else (), rows)
        self.work_ahead.seen(self.viewport)
        self.scene_changed.emit(scene)

    def _foresight(self, before: Viewport, now: Viewport) -> Iterator[None]:
        yield from self._placing.ahead(before, now, self.theme, self._marks.pinned)
        if self.painted is not None:  # it may be painted again, whatever comes
            yield from self._placing.words(self.painted, self.theme)
