"""What was painted last, seen on while another picture is made: in the room that there is by then."""

from dataclasses import replace
from typing import NamedTuple

from viewer.timeline.rect import Rect
from viewer.timeline.scene import Scene
from viewer.ui.timeline.scroll import Scrolled
from viewer.ui.timeline.scrolled import Look


class Painted(NamedTuple):
    """A picture as it is seen, whatever has changed since."""

    scene: Scene
    look: Look
    scrolled: Scrolled


def in_room(scene: Scene, width: float, height: float) -> Scene:
    """Return a scene in at least `width` by `height` pixels.

    What is in it stays where it is; axis, lanes and eras go on to the edges.
    """
    wider, higher = max(width - scene.width, 0.0), max(height - scene.height, 0.0)
    if not (wider or higher):
        return scene
    plot = scene.plot

    def grown(box: Rect) -> Rect:
        right = wider if box.right >= plot.right else 0.0
        below = higher if box.bottom >= plot.bottom else 0.0
        return box._replace(width=box.width + right, height=box.height + below)

    return replace(
        scene,
        width=scene.width + wider,
        height=scene.height + higher,
        plot=grown(plot),
        axis=grown(scene.axis),
        evidence=grown(scene.evidence),
        headers=tuple(
            replace(one, box=one.box._replace(width=one.box.width + wider)) for one in scene.headers
        ),
        bands=tuple(replace(one, box=grown(one.box)) for one in scene.bands),
    )
