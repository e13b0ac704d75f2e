"""The overview strip: how many events lie where over the whole span, which are contested, what is in view."""

from bisect import bisect_left
from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from math import inf

import numpy as np
import numpy.typing as npt

from viewer.model.records import Lane
from viewer.timeline.axis.languages import ENGLISH_AXIS
from viewer.timeline.axis.ticks import axis_of, step_for
from viewer.timeline.axis.words import AxisWords
from viewer.timeline.columns import Columns
from viewer.timeline.distinct import distinct
from viewer.timeline.folding.warp import Warp
from viewer.timeline.metrics import Measure, Metrics
from viewer.timeline.movement.fit import Rows, middles
from viewer.timeline.rect import Rect
from viewer.timeline.rows.stock import Floats
from viewer.timeline.scale import Scale
from viewer.timeline.scene import TickLabel
from viewer.timeline.viewport import Viewport

BIN = 4.0
"""Pixels: the width of a column of the histogram."""

BLOCK = 65_536
"""Events that are counted at once: what is reckoned of them stays near the processor."""

COLUMN_GAP = 1.0

AXIS_HEIGHT = 16.0
"""Pixels below the histogram for its few years."""

TOP = 8.0
"""Pixels above the highest column, for the ticks of contested events."""

LEAST_COUNT = 1.5
"""Pixels: the least height of a column, so that a single event is seen."""

STACKED = 24
"""Lanes up to which each has its own part of a column."""

LEAST_WINDOW = 6.0
"""Pixels: the least width of the window."""

GRIP = 6.0
"""Pixels at both sides of an edge of the window where it can be taken hold of."""

YEARS_APART = 130.0
"""Pixels between the years of the overview, about."""

LEAST_YEAR = 365
"""Days: what is shorter does not tell the year."""


class Part(StrEnum):
    """What of the window is under the pointer."""

    LEFT_EDGE = "left edge"
    RIGHT_EDGE = "right edge"
    INSIDE = "inside"
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True)
class Density:
    """`count` events of one lane in one column of the histogram; lanes stand on top of each other.

    Where there are very many lanes, those of one colour are one.
    """

    box: Rect
    colour: str
    count: int


@dataclass(frozen=True, slots=True)
class OverviewScene:
    """The strip as records in pixels.

    The histogram, ticks of contested events at `contested` (x) from y 0 to `tick_bottom`, the window over
    what is in view, lines of years at `years` (x) with their words,
    and the middles of folded stretches of time at `breaks` (x).
    """

    width: float
    height: float
    densities: tuple[Density, ...]
    contested: tuple[float, ...]
    tick_bottom: float
    window: Rect
    years: tuple[float, ...]
    labels: tuple[TickLabel, ...]
    breaks: tuple[float, ...] = ()


def overview_steps(  # noqa: PLR0917 the order in which a picture is described
    columns: Columns,
    lanes: Sequence[Lane],
    whole: Viewport,
    viewport: Viewport,
    width: float,
    height: float,
    measure: Measure,
    words: AxisWords = ENGLISH_AXIS,
) -> Generator[None, None, OverviewScene]:
    """Place the overview of `whole` with a window over `viewport`, a little for each step of the generator.

    Every event counts once, at its middle; what lies beyond `whole` counts at its edge.
    """
    width, height = max(width, 1.0), max(height, 0.0)
    scale = Scale(whole, width)
    base = max(height - AXIS_HEIGHT, 0.0)
    counts = yield from _counts(columns, len(lanes), scale)
    if len(lanes) > STACKED:
        counts, lanes = _by_colour(counts, lanes)
    contested = distinct(_pixels(columns, scale, np.flatnonzero(columns.contested)).round())
    yield
    years, labels = _years(scale, Rect(0.0, base, width, height - base), measure, words, columns.warp)
    return OverviewScene(
        width=width,
        height=height,
        densities=_densities(counts, lanes, base),
        contested=tuple(contested.tolist()),
        tick_bottom=min(TOP - 2.0, base),
        window=_window(scale, viewport, width, height),
        years=years,
        labels=labels,
        breaks=_breaks(scale, columns.warp),
    )


def with_window(scene: OverviewScene, whole: Viewport, viewport: Viewport) -> OverviewScene:
    """Return the same overview of `whole` with its window over another viewport."""
    return replace(scene, window=_window(Scale(whole, scene.width), viewport, scene.width, scene.height))


def part_at(scene: OverviewScene, x: float, y: float) -> Part:
    """Return what of the window is at a point; a narrow window can be taken by its middle too."""
    window = scene.window
    if not -GRIP <= y <= scene.height + GRIP:
        return Part.OUTSIDE
    grip = min(GRIP, window.width / 4)
    if window.x + grip <= x <= window.right - grip:
        return Part.INSIDE
    if window.x - GRIP <= x < window.x + grip:
        return Part.LEFT_EDGE
    return Part.RIGHT_EDGE if window.right - grip < x <= window.right + GRIP else Part.OUTSIDE


def _counts(columns: Columns, lanes: int, scale: Scale) -> Generator[None, None, npt.NDArray[np.int64]]:
    """Return how many events lie in each column of the histogram and each lane."""
    bins, lanes = int(scale.width / BIN) + 1, max(lanes, 1)
    counts = np.zeros(bins * lanes, dtype=np.int64)
    for first in range(0, len(columns), BLOCK):
        rows = slice(first, first + BLOCK)
        cell = (_pixels(columns, scale, rows) / BIN).astype(np.int64) * lanes + columns.lane[rows]
        counts += np.bincount(cell, minlength=len(counts))
        yield
    return counts.reshape(bins, lanes)


def _pixels(columns: Columns, scale: Scale, rows: slice | Rows) -> Floats:
    """Return the x of the middle of each event, at the edge where it lies beyond."""
    days = middles(columns, rows)
    days -= scale.viewport.start
    days *= scale.pixels_per_day
    return np.clip(days, 0.0, scale.width - 0.5, out=days)


def _by_colour(
    counts: npt.NDArray[np.int64], lanes: Sequence[Lane]
) -> tuple[npt.NDArray[np.int64], Sequence[Lane]]:
    """Return the counts of the lanes of each colour together, and the first lane of each."""
    colours = list(dict.fromkeys(lane.colour for lane in lanes))
    of = [colours.index(lane.colour) for lane in lanes]
    merged = np.zeros((len(colours), len(counts)), dtype=np.int64)
    np.add.at(merged, of, counts.T)
    return merged.T, [lanes[of.index(at)] for at in range(len(colours))]


def _densities(counts: npt.NDArray[np.int64], lanes: Sequence[Lane], base: float) -> tuple[Density, ...]:
    highest = max(int(np.max(counts.sum(axis=1), initial=0)), 1)
    unit = max(base - TOP, 0.0) / highest
    totals = counts.sum(axis=1, keepdims=True)
    # A column is high enough to be seen even where it holds one event; lanes share it as their events do.
    heights = counts * (np.maximum(totals * unit, min(LEAST_COUNT, base)) / np.maximum(totals, 1))
    below = base - np.cumsum(heights, axis=1)
    found = np.argwhere(counts > 0)
    return tuple(
        Density(
            Rect(at * BIN, float(below[at, lane]), BIN - COLUMN_GAP, float(heights[at, lane])),
            lanes[lane].colour,
            int(counts[at, lane]),
        )
        for at, lane in found.tolist()
    )


def _window(scale: Scale, viewport: Viewport, width: float, height: float) -> Rect:
    left = min(max(scale.pixel(viewport.start), 0.0), width)
    right = min(max(scale.pixel(viewport.end), 0.0), width)
    spare = max(LEAST_WINDOW - (right - left), 0.0)
    left = min(max(left - spare / 2, 0.0), max(width - LEAST_WINDOW, 0.0))
    return Rect(left, 0.0, min(max(right - left, LEAST_WINDOW), width - left), height)


def _breaks(scale: Scale, warp: Warp) -> tuple[float, ...]:
    middles = (sum(warp.folded_span(gap)) / 2 for gap in warp.gaps)
    return tuple(x for x in map(scale.pixel, middles) if 0 <= x < scale.width)


def _years(
    scale: Scale, rect: Rect, measure: Measure, words: AxisWords, warp: Warp
) -> tuple[tuple[float, ...], tuple[TickLabel, ...]]:
    metrics = Metrics(axis_row=rect.height / 2)
    step = step_for(scale, scale.pixels_per_day / (YEARS_APART / 40.0), metrics, measure, words, warp)
    axis = axis_of(scale, step, rect, metrics, measure, words, warp, old_style=False)
    lower = [
        TickLabel(label.x, rect.y, label.width, label.text, "lower", rect.height)
        for label in axis.labels
        if label.row == "lower"
    ]
    if step.unit.least_days < LEAST_YEAR:
        _name_years(lower, [label for label in axis.labels if label.row == "upper"], rect.right, measure)
    return tuple(tick.x for tick in axis.ticks), tuple(lower)


def _name_years(lower: list[TickLabel], upper: Sequence[TickLabel], right: float, measure: Measure) -> None:
    """Say which year it is behind the first month or day of each that has room: no row above says so."""
    begins = [label.x for label in lower]
    for above, end in zip(upper, [*(label.x for label in upper[1:]), inf], strict=True):
        for at in range(bisect_left(begins, above.x), bisect_left(begins, end)):
            text = f"{lower[at].text} {above.text}"
            width = measure(text, "tick")
            if begins[at] + width < [*begins, right][at + 1]:
                lower[at] = lower[at]._replace(text=text, width=width)
                break
