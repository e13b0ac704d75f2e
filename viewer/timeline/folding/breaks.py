"""Where the folds of time lie in a picture, and the same dates before and after folding."""

from collections.abc import Sequence

from viewer.timeline.axis.words import AxisWords, empty_texts
from viewer.timeline.folding.warp import Gap, Warp
from viewer.timeline.frame import Frame
from viewer.timeline.metrics import Measure, Metrics
from viewer.timeline.movement.history import History
from viewer.timeline.rect import Rect
from viewer.timeline.scale import Scale
from viewer.timeline.scene import Break
from viewer.timeline.viewport import LONGEST_SPAN, SHORTEST_SPAN, Viewport

STROKES = 14.0
"""Pixels that the sign of a break takes on the axis."""


def breaks_of(
    warp: Warp, scale: Scale, frame: Frame, *, metrics: Metrics, measure: Measure, words: AxisWords
) -> tuple[Break, ...]:
    """Return the breaks in view, from left to right, each with its length in words where they fit."""
    plot = frame.plot
    found = []
    for gap in warp.gaps:
        start, end = warp.folded_span(gap)
        x, right = scale.pixel(start), scale.pixel(end)
        left, stop = max(x, plot.x), min(right, plot.right)
        if stop <= left:
            continue
        room = stop - left - STROKES - 3 * metrics.tick_gap
        said = empty_texts(empty_days(gap), words)
        found.append(
            Break(
                axis=Rect(left, frame.axis.y, stop - left, 2 * metrics.axis_row),
                plot=Rect(left, plot.y, stop - left, plot.height),
                gap=gap,
                text=next((text for text in said if measure(text, "tick") <= room), ""),
                torn_left=x >= plot.x,
                torn_right=right <= plot.right,
            )
        )
    return tuple(found)


def empty_days(gap: Gap) -> int:
    """Return how many days without an event there are around a fold."""
    return gap.last - gap.first + 2 * gap.room


def gap_at(warp: Warp, days: Sequence[int]) -> Gap | None:
    """Return a gap in which one of the days lies, None where there is none."""
    return next((gap for gap in warp.gaps if any(gap.first < day < gap.last for day in days)), None)


def refolded(viewport: Viewport, old: Warp, new: Warp) -> Viewport:
    """Return the view that shows under `new` the dates that `viewport` shows under `old`."""
    if old == new:
        return viewport
    start = new.forward(old.back(viewport.start))
    end = new.forward(old.back(viewport.end))
    span = min(max(end - start, SHORTEST_SPAN), LONGEST_SPAN)
    return Viewport(start + (end - start - span) / 2, span)


def refolded_history(history: History, old: Warp, new: Warp) -> History:
    """Return the history with every view showing the same dates as before."""
    return History(tuple(refolded(view, old, new) for view in history.visits), history.at)
