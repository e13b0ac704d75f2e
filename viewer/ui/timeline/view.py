"""The timeline on the screen with its gestures: a canvas that the pointer moves."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from viewer.render.theme import Theme
from viewer.timeline.hit import Kind
from viewer.ui.plain_text import tooltip_text
from viewer.ui.timeline.canvas import TimelineCanvas
from viewer.ui.timeline.notice import Notice
from viewer.ui.timeline.pointer import Pointer
from viewer.ui.timeline.words import hover_words, is_clickable, lane_words


class TimelineView(TimelineCanvas):
    """Gives what the pointer does to `Pointer`, which turns it into the canvas's wishes.

    Emits `focused` when it is pressed or given the keyboard.
    """

    focused = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._pointer = Pointer(self)
        self.notice = Notice(self)
        self.scene_changed.connect(self.notice.take_scene)

    def be_still(self) -> None:
        """Stop every movement of the view."""
        self._pointer.be_still()
        self.motion.stop()

    def cancel_drag(self) -> bool:
        """Break off what the pointer drags; return whether it dragged anything."""
        return self._pointer.cancel()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard is here."""
        self.focused.emit()
        super().focusInEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the pointer; sideways or with Shift: move."""
        self._pointer.wheel(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click, a drag or, with Shift, a range."""
        self.focused.emit()
        self._pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag or hover."""
        self._pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a click or a drag."""
        self._pointer.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Zoom in, or fit the event under the pointer."""
        self._pointer.double_click(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the lane whose name is under the pointer."""
        found = self.hit_at(event.pos())
        if found is not None and found.kind is Kind.HEADER and found.lane is not None:
            self.lane_menu_requested.emit(found.lane, event.globalPos())

    def leaveEvent(self, event: QEvent) -> None:
        """Forget what was hovered."""
        self._pointer.leave()
        super().leaveEvent(event)

    def event(self, event: QEvent) -> bool:
        """Take pinch gestures and tooltips."""
        if isinstance(event, QNativeGestureEvent):
            self._pointer.pinch(event)
            return True
        if event.type() == QEvent.Type.ToolTip:
            return self._tooltip(event)
        return super().event(event)

    def _tooltip(self, event: QEvent) -> bool:
        position = event.pos()  # type: ignore[attr-defined]
        found = self.hit_at(position)
        if found is not None and found.kind is Kind.HEADER and found.lane is not None:
            QToolTip.showText(
                event.globalPos(),  # type: ignore[attr-defined]
                tooltip_text(lane_words(self.lanes[found.lane])),
                self,
            )
        elif found is None or self.columns is None or not (is_clickable(found) or found.gap is not None):
            QToolTip.hideText()
        else:
            QToolTip.showText(
                event.globalPos(),  # type: ignore[attr-defined]
                tooltip_text(hover_words(self.columns, found, self.day_at(position.x()))),
                self,
            )
        return True
