"""The rectangles of a picture: title, axis, evidence, era titles, plot."""

from dataclasses import dataclass

from viewer.timeline.metrics import Metrics
from viewer.timeline.rect import Rect

WIDEST_HEADER = 0.4
"""The share of a narrow picture that lane headers take at most."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where things are; `lanes_top` is the y of the first lane, below the titles of the eras."""

    title: Rect
    axis: Rect
    evidence: Rect
    plot: Rect
    lanes_top: float


def plot_stretch(width: float, metrics: Metrics) -> tuple[float, float]:
    """Return the left edge and the width of the plot in pixels; at least one pixel wide."""
    left = min(metrics.header_width, max(width, 1.0) * WIDEST_HEADER)
    return left, max(width - left, 1.0)


def frame_of(
    width: float, height: float, metrics: Metrics, *, title: bool, eras: bool, old_style: bool
) -> Frame:
    """Divide the picture from the top down; in one too low the lower parts have no height."""
    x, plot_width = plot_stretch(width, metrics)
    y = 0.0

    def below(wanted: float) -> tuple[float, float]:
        nonlocal y
        top, y = y, min(y + wanted, max(height, 0.0))
        return top, y - top

    title_top, title_height = below(metrics.title_height if title else 0.0)
    axis_top, axis_height = below(metrics.axis_row * (3 if old_style else 2))
    evidence_top, evidence_height = below(metrics.evidence_height)
    plot_top = y
    below(metrics.era_height if eras else 0.0)
    return Frame(
        title=Rect(0.0, title_top, max(width, 0.0), title_height),
        axis=Rect(x, axis_top, plot_width, axis_height),
        evidence=Rect(x, evidence_top, plot_width, evidence_height),
        plot=Rect(x, plot_top, plot_width, max(height, 0.0) - plot_top),
        lanes_top=y,
    )
