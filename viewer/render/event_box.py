"""Where in a picture an event is: what a wash behind it covers."""

from viewer.timeline.rect import Rect
from viewer.timeline.scene import Scene


def box_of_event(scene: Scene, row: int, half: float) -> list[Rect]:
    """Return the box around everything drawn of a row of the columns, or none where nothing is.

    `half` is half a row's height in pixels.
    """
    marks = scene.marks.where(scene.marks.event == row)
    parts = [Rect(mark.x - half, mark.y - half, 2 * half, 2 * half) for mark in marks]
    parts += [bar.box for bar in scene.bars.where(scene.bars.event == row)]
    parts += [label.box for label in scene.labels.where(scene.labels.event == row)]
    pips = scene.pips.where(scene.pips.event == row)
    parts += [Rect(pip.x - 2, pip.top, 5, pip.bottom - pip.top) for pip in pips]
    if not parts:
        return []
    left, right = min(part.x for part in parts) - 3, max(part.right for part in parts) + 3
    top, bottom = min(part.y for part in parts), max(part.bottom for part in parts)
    return [Rect(left, top, right - left, bottom - top)]
