"""What hover, selection, evidence and range add to a scene, gathered for the painter."""

from collections.abc import Sequence

from viewer.timeline.evidence import Claim, place_evidence
from viewer.timeline.folding.warp import Warp
from viewer.timeline.highlight import Arc, Highlight
from viewer.timeline.metrics import Measure
from viewer.timeline.rect import Rect
from viewer.timeline.scale import Scale
from viewer.timeline.scene import Scene
from viewer.timeline.viewport import Viewport


def highlight_of(
    scene: Scene,
    viewport: Viewport,
    measure: Measure,
    *,
    claims: Sequence[Claim],
    hint: str,
    hovered: int | None,
    selected: int | None,
    days: tuple[int, int] | None,
    warp: Warp,
    arcs: tuple[Arc, ...] = (),
    echoes: tuple[tuple[int, str], ...] = (),
) -> Highlight:
    """Return the highlight; `days` is the chosen half-open range of days, `warp` folds it as the scene is.

    `hint` is what is said where there are no claims.
    """
    ghosts, bracket = place_evidence(scene, viewport, claims, measure, warp)
    return Highlight(
        hovered=hovered,
        selected=selected,
        ghosts=ghosts,
        bracket=bracket,
        range=_range_box(scene, viewport, days and (warp.forward(days[0]), warp.forward(days[1]))),
        hint="" if claims else hint,
        arcs=arcs,
        echoes=echoes,
    )


def _range_box(scene: Scene, viewport: Viewport, days: tuple[int, int] | None) -> Rect | None:
    if days is None:
        return None
    plot = scene.plot
    scale = Scale(viewport, plot.width, plot.x)
    left = min(max(scale.pixel(days[0]), plot.x), plot.right)
    right = min(max(scale.pixel(days[1]), plot.x), plot.right)
    return Rect(left, scene.axis.y, right - left, scene.height - scene.axis.y) if right > left else None
