"""The timeline on the screen: shows a Scene and says what is wished. It keeps no truth of its own."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from viewer.model.records import Era
from viewer.model.relations import Tie
from viewer.render.ahead import work_ahead
from viewer.render.measure import text_width
from viewer.render.paint import paint_scene
from viewer.render.pen import ScreenPen
from viewer.render.theme import Theme
from viewer.timeline.axis.languages import ENGLISH_AXIS
from viewer.timeline.columns import Columns
from viewer.timeline.evidence import Claim
from viewer.timeline.folding.warp import UNFOLDED, Warp
from viewer.timeline.highlight import Arc, Highlight
from viewer.timeline.hit import Hit, hit
from viewer.timeline.lanes.coverage import with_coverage
from viewer.timeline.lanes.echoes import rows_of_event
from viewer.timeline.lanes.headers import stuck, triangle_box
from viewer.timeline.lanes.lane import ArrangedLane
from viewer.timeline.metrics import Metrics
from viewer.timeline.movement.fit import Rows
from viewer.timeline.place import Placer
from viewer.timeline.relations.arc_ends import lanes_box
from viewer.timeline.relations.arcs import place_arcs
from viewer.timeline.relations.ties import Ties, ties_of
from viewer.timeline.rows.prepared import Prepared
from viewer.timeline.rows.steps import step_of
from viewer.timeline.scale import Scale
from viewer.timeline.scene import Fold, Header, Pip, Scene
from viewer.timeline.viewport import Viewport
from viewer.ui.plain_text import label_text
from viewer.ui.timeline.highlighting import highlight_of
from viewer.ui.timeline.lane_drag import LaneDrag
from viewer.ui.timeline.motion import Motion
from viewer.ui.timeline.row_motion import RowMotion
from viewer.ui.timeline.scroll import (
    LaneScroll,
    above_lanes,
    fixed_bottom,
    heights_of,
    picture_height,
    seen_lanes,
)
from viewer.ui.timeline.words import hover_words
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
        self.lane_drag = LaneDrag()
        self.axis_words = ENGLISH_AXIS
        self._placer: Placer | None = None
        self._scene: Scene | None = None
        self._selected: int | None = None
        self._hovered: int | None = None
        self._claims: tuple[Claim, ...] = ()
        self._ties: Ties | None = None
        self._arcs: tuple[Arc, ...] | None = None
        self._range: tuple[int, int] | None = None
        self._heights = (0.0, 0.0)
        self.lane_scroll = LaneScroll(self)
        self.lane_scroll.valueChanged.connect(lambda _value: self._renew())
        self.motion.moved.connect(self.viewport_requested)
        self.motion.arrived.connect(self.settled)
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
        self._placer = Placer(
            columns, lanes, eras, self.metrics, text_width, axis_words=self.axis_words, ready=ready
        )
        self._selected = self._hovered = self._ties = None
        self._heights = heights_of(lanes, self.metrics)
        self._renew()

    def set_viewport(self, viewport: Viewport) -> None:
        """Show another span."""
        self.viewport = viewport
        self._renew()

    def set_selected(self, row: int | None, claims: Sequence[Claim], ties: Sequence[Tie] = ()) -> None:
        """Mark a row as selected, show what each source claims of its date, and draw its relations."""
        self._claims = tuple(claims) if row is not None else ()
        self._ties = ties_of(self.columns, row, ties) if self.columns and row is not None else None
        self._arcs = None
        unseen = row is not None and self._scene is not None and row not in self._scene.shown
        released = self._selected is not None
        self._selected = row
        self.setAccessibleDescription(self._said(row))
        if unseen or released:
            self._renew()
        self._reveal_row(row)
        self.update()

    def set_range(self, days: tuple[int, int] | None) -> None:
        """Mark a range of time."""
        self._range = days
        self.update()

    def scene(self) -> Scene | None:
        """Return the picture as it stands, None where nothing is open."""
        if self._scene is None and self._placer is not None and self.columns is not None:
            pinned = self._pinned()
            self._scene = self._placer.scene(
                self.viewport, self.width(), self._scene_height(), pinned, self._seen()
            )
            self.lane_scroll.fit(self._scene, self.width(), self.height())
            step = step_of(self._scene.plot.width / self.viewport.span)
            self._moves.see(self._scene, self.columns.ids, (step, self._placer, pinned))
            self.work_ahead.seen(self.viewport)
            self.scene_changed.emit(self._scene)
        return self._scene

    def scale(self) -> Scale:
        """Return the scale between days and pixels of this widget."""
        scene = self.scene()
        if scene is None:
            return Scale(self.viewport, self.width())
        return Scale(self.viewport, scene.plot.width, scene.plot.x)

    @property
    def warp(self) -> Warp:
        """How time is folded: the viewport is one of folded days."""
        return self.columns.warp if self.columns is not None else UNFOLDED

    def day_at(self, x: float) -> float:
        """Return the day, as the past had it, at the x `x` of the widget in pixels."""
        return self.warp.back(self.scale().day(x))

    def hit_at(self, point: QPointF | QPoint) -> Hit | None:
        """Return what lies at a point of the widget."""
        scene = self.scene()
        if scene is None:
            return None
        return hit(scene, point.x(), self.scene_y(scene, point.y()), arcs=self.arcs())

    def scene_y(self, scene: Scene, y: float) -> float:
        """Return the height in the scene of what is seen at `y` in the widget."""
        scrolls = self.lane_scroll.value() and y >= fixed_bottom(scene, self.height())
        return y + self.lane_scroll.value() if scrolls else y

    def drag_lane(self, lane: int, y: float) -> None:
        """Drag the lane with this index to `y` in the widget."""
        scene = self.scene()
        if scene is not None:
            self.lane_drag.move(scene, self.lanes, lane, self.scene_y(scene, y))
            self.update()

    def drop_lane(self) -> None:
        """Let the dragged lane fall where it is."""
        moved = self.lane_drag.end()
        self.update()
        if moved is not None:
            self.lane_moved.emit(*moved)

    def arcs(self) -> tuple[Arc, ...]:
        """Return the relations of the selected event in the picture as it stands."""
        scene = self.scene()
        if scene is None or self._ties is None or self.columns is None:
            return ()
        if self._arcs is None:
            top, height = fixed_bottom(scene, self.height()), self.height()
            seen = seen_lanes(lanes_box(scene), top, self.lane_scroll.value(), height)
            self._arcs = place_arcs(
                scene, self.columns, self.viewport, self._ties, self.metrics, text_width, seen
            )
        return self._arcs

    def hover(self, point: QPointF | None) -> None:
        """Show what the pointer is on; None when it has left."""
        found = self.hit_at(point) if point is not None else None
        row = found.event if found else None
        if row != self._hovered:
            self._hovered = row
            self.update()
        words = ""
        if point is not None and self.columns is not None:
            words = hover_words(self.columns, found, self.day_at(point.x()))
        self.pointed.emit(words)

    def is_on_triangle(self, point: QPointF, lane: int) -> bool:
        """Whether a point of the widget, on the header of a lane, is on its triangle."""
        scene = self.scene()
        headers = scene.headers if scene is not None else ()
        found = next((header for header in headers if header.lane == lane), None)
        if scene is None or found is None:
            return False
        box = triangle_box(self._with_name(scene, found), self.metrics.row_height)
        return box is not None and box.contains(point.x(), self.scene_y(scene, point.y()))

    def members(self, group: Fold | Pip) -> Rows:
        """Return the rows of the events that a count or a pip stands for, in order of time."""
        scene = self.scene()
        if scene is None or self._placer is None:
            return np.zeros(0, dtype=np.int64)
        return self._placer.members(scene, group)

    def event_id(self, row: int) -> str:
        """Return the id of a row's event."""
        return self.columns.ids[row] if self.columns else ""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the scene; a failure is shown in its place and told."""
        try:
            scene = self.scene()
            scene = scene and self._moves.shown(scene)
            with QPainter(self) as painter:
                painter.fillRect(self.rect(), self.theme.color("ground"))
                if scene is not None:
                    for problem in self._paint(painter, scene):
                        self.failed.emit(problem)
                    painter.translate(0, -self.lane_scroll.value())
                    self.lane_drag.paint(painter, scene, self.theme.color("ink"))
        except Exception as error:  # an exception here would end the process
            self.failed.emit(f"The timeline could not be drawn: {type(error).__name__}: {error}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the picture out for the new size."""
        self._renew()
        super().resizeEvent(event)

    def _scene_height(self) -> float:
        return picture_height(self._heights, self.height())

    def _seen(self) -> list[tuple[float, float]]:
        """Return what is looked at of the scene: the top, where pinned lanes stay put, and what scrolls."""
        scrolled = float(self.lane_scroll.value())
        return [(0.0, float(self.height())), (scrolled, scrolled + self.height())]

    def _pinned(self) -> frozenset[int]:
        return frozenset() if self._selected is None else frozenset({self._selected})

    def _foresight(self, before: Viewport, now: Viewport) -> Iterator[None] | None:
        ahead = None if self._placer is None else self._placer.ahead(before, now, self.width())
        if self._placer is None or ahead is None:
            return None
        return work_ahead(
            self._placer,
            ahead,
            self.width(),
            self._scene_height(),
            theme=self.theme,
            ratio=self.devicePixelRatioF(),
            pinned=self._pinned(),
            seen=self._seen(),
        )

    def _said(self, row: int | None) -> str:
        """Return what a screen reader says of the selected event."""
        if row is None or self.columns is None:
            return "Nothing is selected"
        contested = ", the sources differ" if self.columns.contested[row] else ""
        return f"{label_text(self.columns.titles[row])}, {self.columns.dates[row]}{contested}"

    def _reveal_row(self, row: int | None) -> None:
        scene = self.scene()
        if row is not None and scene is not None and self.lane_scroll.maximum() > 0:
            half = self.metrics.row_height / 2
            tops = _tops_of(scene, row, half)
            if not tops and self._placer is not None:  # its lane may be out of sight
                whole = self._placer.scene(
                    self.viewport, self.width(), self._scene_height(), frozenset({row})
                )
                tops = _tops_of(whole, row, half)
            if tops:
                self.lane_scroll.reveal(min(tops), min(tops) + 2 * half, self.height())

    def _paint(self, painter: QPainter, scene: Scene) -> tuple[str, ...]:
        """Paint the scene; scrolled lanes first, then over them what stays put."""
        pen, highlight = ScreenPen(painter), self._highlight(scene)
        if self.lane_scroll.maximum() == 0:
            return paint_scene(pen, scene, self.theme, self.metrics, highlight)
        painter.translate(0, -self.lane_scroll.value())
        bottom = round(fixed_bottom(scene, self.height()))
        scene = self._with_names(scene)
        troubles = paint_scene(pen, scene, self.theme, self.metrics, highlight)
        painter.resetTransform()
        painter.fillRect(QRectF(0, 0, self.width(), bottom), self.theme.color("ground"))
        fixed, above = above_lanes(scene, highlight, bottom)
        troubles = (*troubles, *paint_scene(pen, fixed, self.theme, self.metrics, above))
        if bottom > round(scene.plot.y):
            pen.line(0, bottom, self.width(), bottom, self.theme.color("secondary"))
        return troubles

    def _with_names(self, scene: Scene) -> Scene:
        """Return the scene with the names of lanes in sight that have scrolled out of it at their top."""
        if self.lane_scroll.value() == 0:
            return scene
        return replace(scene, headers=tuple(self._with_name(scene, header) for header in scene.headers))

    def _with_name(self, scene: Scene, header: Header) -> Header:
        fixed = fixed_bottom(scene, self.height())
        if header.box.bottom <= fixed:
            return header
        return stuck(header, fixed + self.lane_scroll.value(), self.metrics.row_height)

    def _highlight(self, scene: Scene) -> Highlight:
        return highlight_of(
            scene,
            self.viewport,
            text_width,
            claims=self._claims,
            hovered=self._hovered,
            selected=self._selected,
            days=self._range,
            warp=self.warp,
            arcs=self.arcs(),
            echoes=self._echoes(),
        )

    def _echoes(self) -> tuple[tuple[int, str], ...]:
        """Return where the hovered and the selected event stand too."""
        if self.columns is None:
            return ()
        pairs = ((self._hovered, "hover"), (self._selected, "selection"))
        return tuple(
            (other, role)
            for row, role in pairs
            if row is not None
            for other in rows_of_event(self.columns, row)
            if other != row
        )

    def _renew(self) -> None:
        self._scene = self._arcs = None
        self.update()


def _tops_of(scene: Scene, row: int, half: float) -> list[float]:
    """Return the upper edges of a row's signs, `half` the height of a row in pixels."""
    bars = [bar.box.y for bar in scene.bars if bar.event == row]
    return bars + [mark.y - half for mark in scene.marks if mark.event == row]
