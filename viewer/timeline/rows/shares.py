"""How the height of the picture is shared among the lanes."""

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heapreplace

from viewer.timeline.metrics import Metrics
from viewer.timeline.rows.crowding import Crowd

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

    @property
    def bottom(self) -> float:
        """The first y below the lane."""
        return self.top + self.height


def shares_of(
    crowds: Sequence[Crowd],
    top: float,
    bottom: float,
    metrics: Metrics,
    urgent: Sequence[int] | None = None,
) -> tuple[Share, ...]:
    """Share the pixels from `top` to `bottom` among lanes by how crowded they are: a row for each at least.

    Lanes come first that have fewer rows than they need for their urgent events (`urgent`: rows for each
    lane). Every lane with events has a fold row: panning must find room for what it folds. A lane without any
    event keeps only its name. In a window too low for all this, lanes have no rows, only folds; heights
    shrink, but are never negative.
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
    rows, spare = _share_rows(busy, pressing, spare, metrics)
    given = iter(rows)
    extra = gap + float(int(spare / len(busy)))
    shares = []
    y = top
    for crowd in crowds:
        if len(crowd):
            number = next(given)
            rows_top = y + gap / 2
            fold_top = rows_top + number * metrics.row_height
            height = extra + fold_top - rows_top + metrics.fold_height
            share = Share(y, height, rows_top, number, fold_top, metrics.fold_height)
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
) -> tuple[list[int], float]:
    """Give each row to the lane where it shows most; return the rows of each lane and the pixels left."""
    rows = [1] * len(crowds)
    # Serving by rank can need a row or two more than the events that lie side by side.
    enough = [len(crowd) + min(len(crowd), 2) for crowd in crowds]

    def turn(lane: int) -> tuple[bool, float, int]:
        # Divided by the rows it has, so that a lane with most of the events does not get all the rows.
        crowd, count = crowds[lane], rows[lane]
        gain = float(crowd[count]) / count if count < len(crowd) else 0.0
        return count >= min(urgent[lane], len(crowd)), -gain, lane

    # What a lane gains changes only with its own rows.
    turns = [turn(lane) for lane, most in enumerate(enough) if rows[lane] < most]
    heapify(turns)
    while spare >= metrics.row_height and turns:
        lane = turns[0][2]
        rows[lane] += 1
        spare -= metrics.row_height
        if rows[lane] < enough[lane]:
            heapreplace(turns, turn(lane))
        else:
            heappop(turns)
    return rows, spare
