"""Where will a movement of the view be in a moment? What is laid out before it is seen costs no frame."""

from viewer.timeline.rows.steps import coarsest, step_of
from viewer.timeline.viewport import Viewport

REACH = 1 / 3
"""Share of the view by which a view that moves sideways is looked ahead of."""

STILL = 1e-9
"""Relative change of the span below which a view does not zoom."""


def ahead_of(before: Viewport, now: Viewport, plot_width: float) -> Viewport | None:
    """Return the view that will need a new layout next if the movement goes on; None where nothing moves.

    Of a zoom, that is the widest view of the next step, the point that stands still staying where it is; the
    view is `plot_width` pixels wide.
    """
    shrinks = before.span - now.span
    if abs(shrinks) <= STILL * now.span:
        if now.start == before.start:
            return None
        return now.panned(REACH * now.span * (1 if now.start > before.start else -1))
    fixed = (now.start - before.start) / shrinks
    step = step_of(plot_width / now.span) + (1 if shrinks > 0 else -1)
    # A trace within the step: rounding must not make it the one before.
    return now.zoomed_at(min(max(fixed, 0.0), 1.0), plot_width / coarsest(step) * (1 - STILL))
