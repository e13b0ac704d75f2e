"""Gestures as pure functions of time: drag with inertia, wheel, animated zoom, a snapped range.

Seconds are of any clock that only goes forward.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import exp, floor

from viewer.timeline.axis.units import EveryDay, Months, Unit, Years
from viewer.timeline.viewport import Viewport, between

NOTCH_FACTOR = 1.25
"""Magnification of one notch of a wheel, or of 40 pixels of a touchpad."""

MOST_NOTCHES = 8.0
"""Notches that count at most in one turn: drivers report bursts."""

VELOCITY_WINDOW = 0.08
"""Seconds before the release that decide how fast a fling begins."""

LEAST_VELOCITY = 80.0
"""Pixels a second: a slower release does not glide on."""

DECAY = 0.3
"""Seconds in which a glide falls to 1/e of its velocity; it goes velocity * DECAY pixels in all."""

STANDSTILL = 6.0
"""Pixels a second at which a glide has ended."""

ZOOM_SECONDS = 0.18
"""Seconds that an animated zoom takes."""

LEAST_SNAP = 8.0
"""Pixels: a dragged range snaps to the finest unit at least so wide."""


def wheel_factor(notches: float) -> float:
    """Return the magnification of a turn of the wheel; negative turns undo positive ones exactly."""
    return float(NOTCH_FACTOR ** min(max(notches, -MOST_NOTCHES), MOST_NOTCHES))


@dataclass(frozen=True, slots=True)
class Fling:
    """A view gliding on after a drag; `velocity` in pixels a second, positive to the right."""

    start: Viewport
    velocity: float
    pixels_per_day: float
    began: float

    def viewport(self, now: float) -> Viewport | None:
        """Return the view at the time `now`, None where the glide has ended."""
        left = exp(-max(now - self.began, 0.0) / DECAY)
        if abs(self.velocity) * left < STANDSTILL:
            return None
        return self.start.panned(-self.velocity * DECAY * (1 - left) / self.pixels_per_day)


@dataclass(frozen=True, slots=True)
class Drag:
    """A drag that began at `x` pixels on `start`; the day taken hold of stays under the pointer."""

    start: Viewport
    pixels_per_day: float
    x: float
    time: float
    trail: tuple[tuple[float, float], ...] = ()

    def moved(self, x: float, time: float) -> "Drag":
        """Return the drag with the pointer at `x` at `time`."""
        recent = tuple(point for point in self.trail if point[1] >= time - VELOCITY_WINDOW)
        return replace(self, trail=(*recent, (x, time)))

    def viewport(self) -> Viewport:
        """Return the view as dragged so far."""
        return self.start.panned((self.x - self._last()[0]) / self.pixels_per_day)

    def released(self, time: float) -> Fling | None:
        """Return how the view glides on, None where the pointer stood still."""
        recent = [point for point in self.trail if point[1] >= time - VELOCITY_WINDOW]
        if len(recent) < 2 or recent[-1][1] <= recent[0][1]:
            return None
        velocity = (recent[-1][0] - recent[0][0]) / (recent[-1][1] - recent[0][1])
        if abs(velocity) < LEAST_VELOCITY:
            return None
        return Fling(self.viewport(), velocity, self.pixels_per_day, time)

    def _last(self) -> tuple[float, float]:
        return self.trail[-1] if self.trail else (self.x, self.time)


@dataclass(frozen=True, slots=True)
class Animation:
    """A view on its way from `start` to `target`. To interrupt it, begin another from `viewport(now)`."""

    start: Viewport
    target: Viewport
    began: float
    seconds: float = ZOOM_SECONDS

    def viewport(self, now: float) -> Viewport:
        """Return the view at the time `now`: quick at first, slower towards the target."""
        return between(self.start, self.target, eased((now - self.began) / self.seconds))

    def ended(self, now: float) -> bool:
        """Whether the target is reached."""
        return now - self.began >= self.seconds


def eased(share: float) -> float:
    """Return how much of the way is gone after a share of the time: 0 to 1, cubic, slowing down."""
    return 1 - (1 - min(max(share, 0.0), 1.0)) ** 3


def snapped_range(first: float, last: float, pixels_per_day: float) -> tuple[int, int]:
    """Return the days [first, last) widened or narrowed to whole units, as half-open day numbers.

    The unit is the finest whose stops lie LEAST_SNAP pixels apart; a range has at least one of it.
    """
    unit = next((unit for unit in _SNAPS if unit.least_days * pixels_per_day >= LEAST_SNAP), _SNAPS[-1])
    low, high = sorted((first, last))
    start, end = _nearest(unit, low), _nearest(unit, high)
    if start >= end:
        start = unit.index(floor(low))
        end = start + 1
    return unit.day(start), unit.day(end)


def _nearest(unit: Unit, day: float) -> int:
    """Return the stop nearest to a day."""
    index = unit.index(floor(day))
    return index if day - unit.day(index) <= unit.day(index + 1) - day else index + 1


_SNAPS: Sequence[Unit] = (
    EveryDay(),
    Months(1),
    *(Years(10**zeros) for zeros in range(13)),
)
