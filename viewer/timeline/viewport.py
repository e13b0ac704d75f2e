"""What span of time is looked at."""

from dataclasses import dataclass, replace
from fractions import Fraction

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

    `rest` is what of the first day is too small for `start` to hold, so that zooming out to billions of years
    and back in again finds the same hour: pictures may leave it out, what moves a view may not.

    Every operation returns a new viewport, or the same object where nothing changes.
    """

    start: float
    span: float
    rest: float = 0.0

    @property
    def end(self) -> float:
        """The first day number to the right of the view."""
        return self.start + self.span

    @property
    def center(self) -> float:
        """The day number in the middle of the view."""
        return self.start + self.span / 2

    @property
    def exact(self) -> Fraction:
        """The first day without any rounding."""
        return Fraction(self.start) + Fraction(self.rest)

    def zoomed(self, factor: float, anchor: float) -> "Viewport":
        """Return the view magnified `factor` times (2 shows half the span), `anchor` (a day) staying put.

        The span stays within SHORTEST_SPAN (far away: FINEST_SHARE) and LONGEST_SPAN.
        """
        return self._about(Fraction(anchor), self.span / factor)

    def zoomed_at(self, share: float, span: float) -> "Viewport":
        """Return the view of `span` days; what lies at a `share` (0 to 1) of the view stays exactly there.

        The span keeps to the limits of `zoomed`.
        """
        return self._about(self.exact + Fraction(share) * Fraction(self.span), span)

    def panned(self, days: float) -> "Viewport":
        """Return the view moved right by `days` (negative: left)."""
        if not -FARTHEST <= self.start + days <= FARTHEST:
            moved = replace(self, start=min(max(self.start + days, -FARTHEST), FARTHEST), rest=0.0)
        else:
            moved = _exact_view(self.exact + Fraction(days), self.span)
        return self if moved == self else moved

    def centered(self, day: float) -> "Viewport":
        """Return the view of the same span with `day` in the middle."""
        return self.panned(day - self.center)

    def _about(self, anchor: Fraction, wanted: float) -> "Viewport":
        span = min(max(wanted, SHORTEST_SPAN, float(abs(anchor)) * FINEST_SHARE), LONGEST_SPAN)
        if span == self.span:
            return self
        return _exact_view(anchor - (anchor - self.exact) * Fraction(span) / Fraction(self.span), span)


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
    delta, wider = new.exact - old.exact, Fraction(new.span) - Fraction(old.span)
    about_a_point = wider != 0 and 0 <= -delta / wider <= 1
    ratio = new.span / old.span
    if abs(ratio - 1) < 1e-9 and not about_a_point:
        return _exact_view(old.exact + delta * Fraction(share), new.span)
    span = old.span * ratio**share
    return _exact_view(old.exact + delta * (Fraction(span) - Fraction(old.span)) / wider, span)


def _exact_view(first: Fraction, span: float) -> Viewport:
    start = float(first)
    return Viewport(start, span, float(first - Fraction(start)))
