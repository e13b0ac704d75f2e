"""How the height of the picture is shared among the lanes."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from viewer.timeline.bodies import Bodies, Floats
from viewer.timeline.forms import LONGEST_TITLE, reach_of
from viewer.timeline.metrics import Metrics

LEAST_GAP = 2.0
"""Pixels left between lanes in a low window."""


@dataclass(frozen=True, slots=True)
class Share:
    """What one lane gets: its strip from `top`, the top of its first row, its count of rows, its fold row."""

    top: float
    height: float
    rows_top: float
    rows: int
    fold_top: float
    fold_height: float


Crowd = npt.NDArray[np.int64]
"""Of one lane: at index r, how many events lie beside r others or more, so that r rows cannot show them."""


def crowds_of(bodies: Bodies, pixels_per_day: float, lanes: int) -> list[Crowd]:
    """Return for each lane how crowded it is at a scale, anywhere in time."""
    metrics, lane_of = bodies.metrics, bodies.columns.lane
    left, right = bodies.stretches(pixels_per_day)
    title = np.minimum(bodies.title, LONGEST_TITLE)
    inside = title + 2 * metrics.bar_padding <= bodies.widths(pixels_per_day)
    right = right + np.where(inside | (title == 0), 0.0, reach_of(0.0, metrics) + title)
    return [_crowd(left[lane_of == lane], right[lane_of == lane]) for lane in range(lanes)]


def urgent_rows_of(bodies: Bodies, pixels_per_day: float, lanes: int) -> list[int]:
    """Return for each lane how many rows the bare signs of its contested and found events need."""
    left, right = bodies.stretches(pixels_per_day)
    lane_of = np.where(bodies.urgent, bodies.columns.lane, -1)
    return [len(_crowd(left[lane_of == lane], right[lane_of == lane])) for lane in range(lanes)]


def shares_of(
    crowds: Sequence[Crowd],
    top: float,
    bottom: float,
    metrics: Metrics,
    urgent: Sequence[int] | None = None,
) -> tuple[Share, ...]:
    """Share the pixels from `top` to `bottom` among lanes by how crowded they are: a row for each at least.

    Lanes come first that have fewer rows than they need for their urgent events (`urgent`: rows for each
    lane), since those are never to be folded away. A lane without any event keeps only its name. In a window
    too low for all this, lanes have no rows, only folds; heights shrink, but are never negative.
    """
    height = max(bottom - top, 0.0)
    busy = [crowd for crowd in crowds if len(crowd)]
    idle = (len(crowds) - len(busy)) * metrics.row_height
    least = metrics.row_height + metrics.fold_height
    gap = metrics.lane_gap if len(busy) * (metrics.lane_gap + least) + idle <= height else LEAST_GAP
    spare = height - idle - len(busy) * (gap + least)
    if spare < 0 or not busy:
        return _squeezed(len(crowds), top, height, metrics)
    wanted = [0] * len(crowds) if urgent is None else urgent
    pressing = [rows for crowd, rows in zip(crowds, wanted, strict=True) if len(crowd)]
    rows, folds, spare = _share_rows(busy, pressing, spare, metrics)
    given = iter(zip(rows, folds, strict=True))
    extra = gap + float(int(spare / len(busy)))
    shares = []
    y = top
    for crowd in crowds:
        if len(crowd):
            number, fold = next(given)
            fold_height = metrics.fold_height if fold else 0.0
            rows_top = y + gap / 2
            fold_top = rows_top + number * metrics.row_height
            share = Share(
                y, extra + fold_top - rows_top + fold_height, rows_top, number, fold_top, fold_height
            )
        else:
            share = Share(y, metrics.row_height, y, 0, y, 0.0)
        shares.append(share)
        y += share.height
    return tuple(shares)


def _squeezed(count: int, top: float, height: float, metrics: Metrics) -> tuple[Share, ...]:
    if not count:
        return ()
    each = height / count
    fold = min(metrics.fold_height, each)
    tops = [top + lane * each for lane in range(count)]
    return tuple(Share(y, each, y, 0, y, fold) for y in tops)


def _share_rows(
    crowds: Sequence[Crowd], urgent: Sequence[int], spare: float, metrics: Metrics
) -> tuple[list[int], list[bool], float]:
    """Give each row to the lane where it shows most, and a fold row to those that stay too crowded."""
    rows = [1] * len(crowds)
    needs = [len(crowd) for crowd in crowds]
    folds = [need > 1 for need in needs]
    spare += metrics.fold_height * folds.count(False)

    def gain(lane: int) -> tuple[bool, float]:
        # Divided by the rows it has, so that a lane with most of the events does not get all the rows.
        return rows[lane] < urgent[lane], float(crowds[lane][rows[lane]]) / rows[lane]

    while spare >= metrics.row_height and any(folds):
        lane = max((lane for lane, fold in enumerate(folds) if fold), key=gain)
        rows[lane] += 1
        spare -= metrics.row_height
        if rows[lane] >= needs[lane]:
            folds[lane] = False
            spare += metrics.fold_height
    for lane in sorted(range(len(needs)), key=lambda lane: -needs[lane]):
        # Serving by rank can need a row more than the events that lie side by side.
        if spare >= metrics.row_height and not folds[lane] and needs[lane] > 1:
            rows[lane] += 1
            spare -= metrics.row_height
    return rows, folds, spare


def _crowd(left: Floats, right: Floats) -> Crowd:
    """Count the events by how many lie side by side where they begin."""
    if not len(left):
        return np.zeros(0, dtype=np.int64)
    before = np.searchsorted(np.sort(right), np.sort(left), side="right")
    beside = np.arange(1, len(left) + 1) - before
    return np.bincount(beside)[::-1].cumsum()[::-1][1:]
