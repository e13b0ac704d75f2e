"""Where will a movement of the view be in a moment? What is laid out before it is seen costs no frame."""

from viewer.timeline.rows.steps import coarsest, step_of
from viewer.timeline.viewport import Viewport

REACH = 1 / 3
"""Share of the view by which a view that moves sideways is looked ahead of."""

STILL = 1e-9
"""Relative change of the span below which a view does not zoom."""


def ahead_of(before: Viewport, now: Viewport, plot_width: float) -> Viewport:
    """Return the view that will need a new layout next if the movement goes on.

    Of a zoom, that is the widest view of the next step, the point that stands still staying where it is; the
    view is `plot_width` pixels wide. Where nothing moves, a zoom into the middle is what is likely to come.
    """
    shrinks = before.span - now.span
    if abs(shrinks) <= STILL * now.span:
        if now.start != before.start:
            return now.panned(REACH * now.span * (1 if now.start > before.start else -1))
        return _next_step(now, 1, 0.5, plot_width)
    fixed = (now.start - before.start) / shrinks
    return _next_step(now, 1 if shrinks > 0 else -1, min(max(fixed, 0.0), 1.0), plot_width)


def _next_step(now: Viewport, steps: int, fixed: float, plot_width: float) -> Viewport:
    """Return the widest view `steps` further in; what lies at the share `fixed` of the view stands still."""
    # A trace within the step: rounding must not make it the one before.
    widest = plot_width / coarsest(step_of(plot_width / now.span) + steps) * (1 - STILL)
    return now.zoomed_at(fixed, widest)
