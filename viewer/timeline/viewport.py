"""What span of time is looked at."""

from dataclasses import dataclass, replace
from typing import Self

SHORTEST_SPAN = 1.0
"""Days: zooming in ends at one day across the window."""

LONGEST_SPAN = 1e15
"""Days: zooming out ends at some 2.7 billion millennia across the window."""

FARTHEST = 2e15
"""Days from day 0 beyond which nobody can pan."""

FINEST_SHARE = 2.0**-38
"""A span is at least this share of its distance from day 0: nearer, a float cannot tell its pixels apart.

A day can be looked at up to some 750 million years away, a week up to 5 billion.
"""


@dataclass(frozen=True, slots=True)
class Viewport:
    """A half-open span [start, start + span) in days, as day numbers; both are finite floats.

    Every operation returns a new viewport, or the same object where nothing changes.
    """

    start: float
    span: float

    @property
    def end(self) -> float:
        """The first day number to the right of the view."""
        return self.start + self.span

    @property
    def center(self) -> float:
        """The day number in the middle of the view."""
        return self.start + self.span / 2

    def zoomed(self, factor: float, anchor: float) -> Self:
        """Return the view magnified `factor` times (2 shows half the span), `anchor` (a day) staying put.

        The span stays within SHORTEST_SPAN (far away: FINEST_SHARE) and LONGEST_SPAN.
        """
        span = min(max(self.span / factor, SHORTEST_SPAN, abs(anchor) * FINEST_SHARE), LONGEST_SPAN)
        if span == self.span:
            return self
        return replace(self, start=anchor - (anchor - self.start) * (span / self.span), span=span)

    def panned(self, days: float) -> Self:
        """Return the view moved right by `days` (negative: left)."""
        start = min(max(self.start + days, -FARTHEST), FARTHEST)
        return self if start == self.start else replace(self, start=start)

    def centered(self, day: float) -> Self:
        """Return the view of the same span with `day` in the middle."""
        return self.panned(day - self.center)


def viewport_of(first: float, last: float, margin: float = 0.0) -> Viewport:
    """Return the view of the days [first, last) with `margin` (a share of the span) free on both sides."""
    middle = (first + last) / 2
    span = max(last - first, SHORTEST_SPAN, abs(middle) * FINEST_SHARE)
    spare = span * margin
    whole = min(span + 2 * spare, LONGEST_SPAN)
    return Viewport(middle - whole / 2, whole)


def between(old: Viewport, new: Viewport, share: float) -> Viewport:
    """Return the view a `share` (0 to 1) of the way from `old` to `new`.

    The span changes geometrically, and the point that both views show at the same place stays put, so
    that an animated zoom about the pointer holds the date under the pointer still.
    """
    if share <= 0:
        return old
    if share >= 1:
        return new
    ratio = new.span / old.span
    if abs(ratio - 1) < 1e-9:
        return Viewport(old.start + (new.start - old.start) * share, new.span)
    span = old.span * ratio**share
    fixed = (span - old.span) / (new.span - old.span)
    return Viewport(old.start + (new.start - old.start) * fixed, span)
