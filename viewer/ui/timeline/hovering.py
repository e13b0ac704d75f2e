"""What the pointer is on, shown in the picture, by the pointer's shape and in the status line."""

from PySide6.QtCore import QPointF, Qt

from viewer.ui.timeline.canvas import TimelineCanvas
from viewer.ui.timeline.scrolled import triangle_of
from viewer.ui.timeline.words import hover_words, is_clickable


def hover(view: TimelineCanvas, point: QPointF | None) -> None:
    """Show what the pointer is on; None when it has left. Where that is not known yet, all stays."""
    if point is not None and view.is_behind:
        return
    found = view.hit_at(point) if point is not None else None
    view.set_hovered(found.event if found else None)
    view.setCursor(Qt.CursorShape.PointingHandCursor if is_clickable(found) else Qt.CursorShape.ArrowCursor)
    words = ""
    if point is not None and view.columns is not None:
        words = hover_words(view.columns, found, view.day_at(point.x()))
    view.pointed.emit(words)


def is_on_triangle(view: TimelineCanvas, point: QPointF, lane: int) -> bool:
    """Whether a point of the view, on the header of a lane, is on its triangle."""
    scene = view.ready()
    if scene is None:
        return False
    box = triangle_of(scene, lane, view.metrics, view.lane_scroll.now())
    return box is not None and box.contains(point.x(), view.lane_scroll.scene_y(scene, point.y()))
