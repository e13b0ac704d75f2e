"""Where will a movement of the view be in a moment? What is laid out before it is seen costs no frame."""

from viewer.timeline.rows.steps import STEPS_PER_OCTAVE
from viewer.timeline.viewport import Viewport

STEP = 2.0 ** (1 / STEPS_PER_OCTAVE)
"""How much the scale grows from one step to the next."""

REACH = 1 / 3
"""Share of the view by which a view that moves sideways is looked ahead of."""

STILL = 1e-9
"""Relative change of the span below which a view does not zoom."""


def ahead_of(before: Viewport, now: Viewport) -> Viewport | None:
    """Return the view that will need a new layout next if the movement goes on; None where nothing moves.

    Of a zoom, that is the view at the next step, the point that stands still staying where it is.
    """
    shrinks = before.span - now.span
    if abs(shrinks) <= STILL * now.span:
        if now.start == before.start:
            return None
        return now.panned(REACH * now.span * (1 if now.start > before.start else -1))
    fixed = (now.start - before.start) / shrinks
    span = now.span / STEP if shrinks > 0 else now.span * STEP
    return now.zoomed_at(min(max(fixed, 0.0), 1.0), span)
