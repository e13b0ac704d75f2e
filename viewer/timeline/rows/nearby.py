"""For which stretch of time do lanes share the height? For what is near the view, as long as that is seen.

Lanes that are crowded in other years would keep rows here that stay empty. The stretch is another one only
where the shares change anyway, with the scale, or where the view jumps and nothing seen before stays in it:
so panning moves no row, however far it goes.
"""

from math import ceil, floor

from viewer.timeline.rows.steps import SHARE_STEPS, coarsest, share_group, step_of
from viewer.timeline.viewport import Viewport

Stretch = tuple[float, float]
"""The first day and the first day after, as floats."""

NOTCH = 128.0
"""Pixels: the width of a window counts in such steps, that small changes of it change no row."""

LEAP = 0.5
"""Views that may lie between two pictures: a movement by a view at a time is still one through time."""

NOTCHES = 8
"""Steps of time in a view at the coarsest scale with the same shares."""


class Nearby:
    """Remembers for which stretch one view's lanes share the height."""

    def __init__(self) -> None:
        self._stretches: dict[int, Stretch] = {}
        self._last: tuple[int, Viewport] | None = None

    def of(self, viewport: Viewport, width: float, aim: Viewport | None = None) -> Stretch:
        """Return the stretch for a view that is `width` pixels wide; `aim` is where its movement will end."""
        group = _group(viewport, width)
        held = self._stretches.get(group)
        if held is not None:
            goes_on = self._last is not None and self._last[0] == group and _meet(self._last[1], viewport)
            if goes_on or (held[0] <= viewport.start and viewport.end <= held[1]):
                return held
        ends_here = aim is not None and _group(aim, width) == group
        return stretch_of(aim if aim is not None and ends_here else viewport, width)

    def seen(self, viewport: Viewport, width: float, aim: Viewport | None = None) -> None:
        """Take note that a view is seen."""
        stretch = self.of(viewport, width, aim)
        group = _group(viewport, width)
        self._stretches[group] = stretch
        self._last = group, viewport


def stretch_of(viewport: Viewport, width: float) -> Stretch:
    """Return a stretch that holds all of a view, and little more.

    It is measured at the coarsest scale with the same shares, and goes from one notch of time to another: a
    movement leads to the same stretch that was foreseen for it.
    """
    pixels = max(ceil(width / NOTCH), 1) * NOTCH
    notch = pixels / NOTCHES / coarsest(_group(viewport, width) * SHARE_STEPS)
    middle = floor(viewport.center / notch)
    return (middle - NOTCHES / 2) * notch, (middle + 1 + NOTCHES / 2) * notch


def _group(viewport: Viewport, width: float) -> int:
    return share_group(step_of(max(width, 1.0) / viewport.span))


def _meet(one: Viewport, other: Viewport) -> bool:
    leap = LEAP * other.span
    return one.start < other.end + leap and other.start < one.end + leap
