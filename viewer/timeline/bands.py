"""Eras behind the events, with titles in a thin strip at the top of the lanes."""

from collections.abc import Sequence

from viewer.model.records import Era
from viewer.model.visible import visible_text
from viewer.timeline.columns import span_of
from viewer.timeline.ellipsis import cut
from viewer.timeline.folding.warp import UNFOLDED, Warp
from viewer.timeline.metrics import Measure, Metrics
from viewer.timeline.rect import Rect
from viewer.timeline.scale import Scale
from viewer.timeline.scene import Band

LEAST_TITLE = 48.0
"""Pixels: an era with less room than this has no title."""


def bands_of(
    eras: Sequence[Era],
    scale: Scale,
    plot: Rect,
    metrics: Metrics,
    measure: Measure,
    *,
    language: str,
    warp: Warp = UNFOLDED,
) -> tuple[Band, ...]:
    """Return the eras in view from left to right; a title stays in view and never meets another era's."""
    stretches = []
    for index, era in enumerate(eras):
        start, _, _, end = (warp.forward(float(day)) for day in span_of(era.date))
        left, right = max(scale.pixel(start), plot.x), min(scale.pixel(end), plot.right)
        if right > left:
            stretches.append((left, right, index))
    stretches.sort()
    bands = []
    free = plot.x
    for at, (left, right, index) in enumerate(stretches):
        x = max(left + metrics.label_gap, free)
        following = stretches[at + 1][0] if at + 1 < len(stretches) else right
        # Where the next era begins within this one, this title ends before it, if that leaves enough of it.
        room = min(right, following) - metrics.label_gap - x
        if room < LEAST_TITLE:
            room = right - metrics.label_gap - x
        whole = visible_text(eras[index].title.best(language))
        title = cut(whole, room, "era", measure) if room >= LEAST_TITLE else ""
        if title:
            free = x + measure(title, "era") + metrics.label_gap
        bands.append(Band(Rect(left, plot.y, right - left, plot.height), title, x, index))
    return tuple(bands)
