"""What a picture is asked for: a stretch of time, in how many pixels, and what must be seen in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from viewer.timeline.frame import plot_stretch
from viewer.timeline.metrics import Metrics
from viewer.timeline.rows.layout import Part
from viewer.timeline.rows.nearby import Stretch
from viewer.timeline.scale import Scale
from viewer.timeline.viewport import Viewport


@dataclass(frozen=True, slots=True)
class Sight:
    """A viewport in a picture of `width` by `height` pixels.

    `pinned` rows of the columns (the selected event) are seen even where they would be folded. Where `seen`
    says which parts of the picture's height are looked at, lanes far from them are left out. Lanes share the
    height for the stretch of days `near`, where there is one, or for all time.
    """

    viewport: Viewport
    width: float
    height: float
    pinned: frozenset[int] = frozenset()
    seen: Sequence[Part] | None = None
    near: Stretch | None = None

    def scale(self, metrics: Metrics) -> Scale:
        """Return the scale between days and the pixels in which events are drawn."""
        left, width = plot_stretch(self.width, metrics)
        return Scale(self.viewport, width, left)
