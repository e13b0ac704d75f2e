"""The journey that every measurement of frames makes: into the densest year, along it, and back out."""

from collections.abc import Iterator
from statistics import median, quantiles

from viewer.timeline.viewport import Viewport

WIDTH, HEIGHT = 1600, 900
ZOOM = 1000
LEG = 60
"""Frames in, along and out."""


def script(whole: Viewport, day: float, leg: int = LEG) -> Iterator[Viewport]:
    """Yield `leg` frames in about `day` (1,000 times), two views to the right, and back out."""
    factor = ZOOM ** (1 / leg)
    view = whole
    for _ in range(leg):
        view = view.zoomed(factor, day)
        yield view
    for _ in range(leg):
        view = view.panned(view.span * 2 / leg)
        yield view
    for _ in range(leg):
        view = view.zoomed(1 / factor, view.center)
        yield view


def spread(times: list[float]) -> tuple[float, float, float]:
    """Return median, 95th and 99th percentile."""
    cuts = quantiles(times, n=100)
    return median(times), cuts[94], cuts[98]
