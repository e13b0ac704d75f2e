"""Pointer gestures of the timeline: click, drag with inertia, range, wheel, pinch."""

import time

from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from viewer.timeline.hit import Kind
from viewer.timeline.movement.gestures import Drag, Fling, snapped_range, wheel_factor
from viewer.ui.timeline.canvas import TimelineCanvas
from viewer.ui.timeline.hovering import hover, is_on_triangle
from viewer.ui.timeline.words import range_words

NOTCH = 120.0
"""Eighths of a degree in one notch of a wheel."""

DOUBLE_CLICK_FACTOR = 2.5

LEAST_PINCH = 0.1
"""A factor below which one turn of a pinch never zooms out: what some devices tell is no factor at all."""

REST = 80
"""Milliseconds after which a picture that does not change any more is looked at anew."""


class Pointer:
    """Turns the pointer's events into the view's wishes."""

    def __init__(self, view: TimelineCanvas) -> None:
        self._view = view
        self._at: QPointF | None = None
        self._pressed: QPointF | None = None
        self._moved = False
        self._is_blind = False
        self._choosing = False
        self._lane: int | None = None
        self._scrolled = 0
        self._drag: Drag | None = None
        self._fling: Fling | None = None
        self._glide = QTimer(view)
        self._glide.setInterval(8)
        self._glide.timeout.connect(self._glide_on)
        self._rest = QTimer(view)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._look_again)
        view.scene_changed.connect(self._rest.start)

    def be_still(self) -> None:
        """Stop gliding on."""
        self._glide.stop()
        self._fling = None

    def cancel(self) -> bool:
        """Break a drag off, a lane staying where it was; return whether one was under way."""
        was_under_way = self._moved and self._pressed is not None
        self._pressed = self._drag = None
        self._view.lane_drag.cancel()
        self._view.unsetCursor()
        return was_under_way

    def wheel(self, event: QWheelEvent) -> None:
        """Zoom about the pointer with the wheel; move with Shift or a sideways wheel."""
        self.be_still()
        self._at = event.position()
        pixels, angle = event.pixelDelta(), event.angleDelta()
        sideways = pixels.x() or angle.x()
        upright = pixels.y() or angle.y()
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if abs(sideways) > abs(upright) or shifted:
            self._pan_by(float(sideways or upright))
        elif upright:
            smooth = not pixels.isNull() and event.phase() != Qt.ScrollPhase.NoScrollPhase
            factor = wheel_factor(pixels.y() / 40.0) if smooth else wheel_factor(angle.y() / NOTCH)
            self.zoom_about(event.position().x(), factor, animated=not smooth)
        event.accept()

    def pinch(self, event: QNativeGestureEvent) -> None:
        """Zoom about the fingers."""
        if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom_about(event.position().x(), max(1.0 + event.value(), LEAST_PINCH), animated=False)

    def zoom_about(self, x: float, factor: float, *, animated: bool) -> None:
        """Zoom so that the day under `x` pixels stays there, also where a movement is under way."""
        view = self._view
        scale = view.scale()
        share = (x - scale.left) / max(scale.width, 1.0)
        if animated:
            target = view.motion.target(view.viewport)
            view.motion.go(view.viewport, view.viewport.zoomed_at(share, target.span / factor))
        else:
            view.motion.stop()
            view.viewport_requested.emit(view.viewport.zoomed_at(share, view.viewport.span / factor))
            view.settled.emit()

    def press(self, event: QMouseEvent) -> None:
        """Remember where a click, a drag or a range begins."""
        self.be_still()
        view = self._view
        view.motion.stop()
        view.setFocus(Qt.FocusReason.MouseFocusReason)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._pressed = event.position()
        self._is_blind = view.is_behind
        found = view.hit_at(event.position())
        self._lane = found.lane if found is not None and found.kind is Kind.HEADER else None
        self._scrolled = view.lane_scroll.value()
        self._moved = False
        self._choosing = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._drag = Drag(view.viewport, view.scale().pixels_per_day, event.position().x(), time.monotonic())

    def move(self, event: QMouseEvent) -> None:
        """Drag, choose a range, or hover."""
        view, self._at = self._view, event.position()
        if self._pressed is None or self._drag is None:
            hover(view, event.position())
            return
        distance = (event.position() - self._pressed).manhattanLength()
        if not self._moved and distance < QApplication.startDragDistance():
            return
        self._moved = True
        if self._lane is not None:
            view.setCursor(Qt.CursorShape.ClosedHandCursor)
            view.lane_drag.move(self._lane, event.position().y())
            return
        if self._choosing:
            self._choose(event.position())
            return
        view.setCursor(Qt.CursorShape.ClosedHandCursor)
        self._drag = self._drag.moved(event.position().x(), time.monotonic())
        view.lane_scroll.setValue(round(self._scrolled + self._pressed.y() - event.position().y()))
        view.viewport_requested.emit(self._drag.viewport())

    def leave(self) -> None:
        """Forget what was hovered."""
        self._at = None
        hover(self._view, None)

    def release(self, event: QMouseEvent) -> None:
        """End a drag, a range or a click."""
        view = self._view
        if self._pressed is None or event.button() != Qt.MouseButton.LeftButton:
            return
        view.unsetCursor()
        drag, self._pressed, self._drag = self._drag, None, None
        if view.lane_drag.is_under_way:
            view.lane_drag.end()
            return
        if not self._moved:
            if not self._choosing:
                self._click(event)
        elif not self._choosing and drag is not None:
            self._fling = drag.released(time.monotonic())
            if self._fling is not None and view.motion.animated:
                self._glide.start()
            else:
                view.settled.emit()

    def double_click(self, event: QMouseEvent) -> None:
        """Fit the event under the pointer, unfold a folded stretch of time, else zoom in there."""
        view = self._view
        if view.is_behind:
            return
        found = view.hit_at(event.position())
        if found is not None and found.event is not None:
            view.event_opened.emit(view.event_id(found.event))
        elif found is not None and found.gap is not None:
            view.break_opened.emit(found.gap)
        else:
            self.zoom_about(event.position().x(), DOUBLE_CLICK_FACTOR, animated=True)

    def _click(self, event: QMouseEvent) -> None:
        view = self._view
        if self._is_blind or view.is_behind:  # what was clicked may be something else by now
            return
        found = view.hit_at(event.position())
        if found is not None and found.fold is not None:
            view.fold_opened.emit(view.members(found.fold), event.globalPosition().toPoint())
        elif found is not None and found.kind is Kind.ARC:
            self._follow(found.event)
        elif found is not None and found.event is not None:
            if found.lane is not None:
                view.lane_entered.emit(found.lane)
            view.event_clicked.emit(view.event_id(found.event))
        elif found is not None and found.kind is Kind.BREAK:
            view.break_opened.emit(found.gap)
        elif found is not None and found.kind is Kind.HEADER and found.lane is not None:
            if is_on_triangle(view, event.position(), found.lane):
                view.group_folded.emit(found.lane)
            else:
                view.lane_clicked.emit(found.lane)
        else:
            view.event_clicked.emit(None)

    def _follow(self, row: int | None) -> None:
        """Go to the event at the end of an arc, or read of all that the selected one is connected with."""
        view = self._view
        if row is not None:
            view.relation_followed.emit(view.event_id(row))
        elif view.selected is not None:
            view.event_clicked.emit(view.event_id(view.selected))

    def _choose(self, position: QPointF) -> None:
        if self._pressed is None:
            return
        scale = self._view.scale()
        first, last = sorted((self._view.day_at(self._pressed.x()), self._view.day_at(position.x())))
        days = snapped_range(first, last, scale.pixels_per_day)
        self._view.range_requested.emit(days)
        self._view.pointed.emit(range_words(days))

    def _pan_by(self, pixels: float) -> None:
        view = self._view
        view.motion.stop()
        days = -pixels / view.scale().pixels_per_day
        view.viewport_requested.emit(view.viewport.panned(days))
        view.settled.emit()

    def _look_again(self) -> None:
        """Hover what has come to lie under a pointer that did not move itself."""
        if self._pressed is None and self._at is not None:
            hover(self._view, self._at)

    def _glide_on(self) -> None:
        if self._fling is None:
            self.be_still()
            return
        viewport = self._fling.viewport(time.monotonic())
        if viewport is None:
            self.be_still()
            self._view.settled.emit()
        else:
            self._view.viewport_requested.emit(viewport)
