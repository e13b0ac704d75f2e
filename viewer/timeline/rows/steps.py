"""Declared scale steps: rows change only where the scale passes from one step to the next.

A step holds all scales from its coarsest up to the next step's. What does not overlap at the coarsest scale
of a step does not overlap anywhere in it: distances grow with the scale, labels keep their size, and the
extent of a bar grows no faster than the distances do.
"""

from math import floor, log2

STEPS_PER_OCTAVE = 2
"""Zooming in by two passes this many steps."""

SHARE_STEPS = 2
"""Scale steps that have the heights of lanes in common: zooming does not shift lanes at every step."""


def step_of(pixels_per_day: float) -> int:
    """Return the step of a scale: 0 from 1 pixel a day up to 1.41, 2 from 2 pixels a day, -2 from a half."""
    step = floor(log2(pixels_per_day) * STEPS_PER_OCTAVE)
    # The logarithm is rounded: a scale must never lie below the coarsest of its step.
    return step - 1 if coarsest(step) > pixels_per_day else step


def coarsest(step: int) -> float:
    """Return the smallest scale of a step in pixels a day."""
    return float(2.0 ** (step / STEPS_PER_OCTAVE))


def share_group(step: int) -> int:
    """Return the number of the SHARE_STEPS steps, among them this one, that have the heights in common."""
    return step // SHARE_STEPS
