"""The events in the lanes of an arrangement: each once as itself, in its other lanes as an echo."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from viewer.timeline.columns import Columns, taken
from viewer.timeline.lanes.arrangement import Arrangement, LanePath
from viewer.timeline.lanes.facets import Membership
from viewer.timeline.lanes.lane import ArrangedLane, Grouping, lanes_of
from viewer.timeline.lanes.silence import Voice, voices_of

Rows = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True, eq=False)
class Arranged:
    """What an arrangement makes of the events.

    `columns` have a row for each event and lane shown: `lane` is an index into `lanes`. The rows of one event
    follow each other, in the order of its values; the first is the event, the others are echoes. `every`
    are all lanes in order, also the hidden ones; `unseen` events stand in hidden lanes only.
    """

    columns: Columns
    lanes: tuple[ArrangedLane, ...]
    every: tuple[ArrangedLane, ...]
    unseen: int


def arranged(columns: Columns, groupings: Sequence[Grouping], arrangement: Arrangement) -> Arranged:
    """Arrange the events of `columns`, whose rows are those of the groupings; their `lane` is replaced.

    `groupings` are those of the arrangement's keys, in their order.
    """
    rows, *values = _rows_by_value([grouping.of for grouping in groupings])
    shape = [len(grouping.titles) + 1 for grouping in groupings]
    leaf = values[0] if len(values) == 1 else values[0] * shape[1] + values[1]
    counts = np.bincount(leaf, minlength=int(np.prod(shape))).reshape(shape)
    every = lanes_of(groupings, arrangement, counts, _tops(groupings[0].of))
    lane = _lane_of(every, shape)[leaf]
    merges = any(each.collapsed for each in every)
    rows, lane = _once(rows, lane, merges=merges)
    echo = np.zeros(len(rows), dtype=np.bool_)
    echo[1:] = rows[1:] == rows[:-1]
    seen = len(rows) - int(np.count_nonzero(echo))
    if seen == len(rows) == len(columns):
        placed = replace(columns, lane=lane)
    else:
        placed = taken(columns, rows, lane=lane, echo=echo)
    return Arranged(placed, tuple(each for each in every if each.at >= 0), every, len(columns) - seen)


def with_voices(result: Arranged, voices: Mapping[LanePath, Voice]) -> Arranged:
    """Return the same with what each lane that speaks covers, by its path."""
    lanes = tuple(replace(lane, voice=voices.get(lane.path)) for lane in result.lanes)
    return replace(result, lanes=lanes)


def voices_by_path(result: Arranged) -> dict[LanePath, Voice]:
    """Return what each lane that speaks covers with the events of `result`."""
    paths = {lane.at: lane.path for lane in result.lanes if lane.speaks and not lane.is_open}
    return {paths[lane]: voice for lane, voice in voices_of(result.columns, paths).items()}


def _rows_by_value(memberships: Sequence[Membership]) -> tuple[npt.NDArray[np.int64], ...]:
    """Return the rows, each as often as it has (pairs of) values, and the value (of each key) there."""
    filled = [_with_none(membership) for membership in memberships]
    numbers = [np.diff(offsets) for offsets, _ in filled]
    if len(filled) == 1 and len(filled[0][1]) == len(numbers[0]):  # each has one: there is always "none"
        return np.arange(len(numbers[0])), filled[0][1]
    if len(filled) == 1:
        return np.repeat(np.arange(len(numbers[0])), numbers[0]), filled[0][1]
    pairs = numbers[0] * numbers[1]
    rows = np.repeat(np.arange(len(pairs)), pairs)
    within = np.arange(len(rows)) - np.repeat(np.cumsum(pairs) - pairs, pairs)
    major, minor = np.divmod(within, numbers[1][rows])
    (starts, first), (lower_starts, second) = filled
    return rows, first[starts[rows] + major], second[lower_starts[rows] + minor]


def _with_none(membership: Membership) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Return offsets and values where each row without a value has the number after the last one."""
    counts = np.diff(membership.offsets)
    empty = np.flatnonzero(counts == 0)
    if not len(empty):
        return membership.offsets, membership.of.astype(np.int64)
    of = np.insert(membership.of.astype(np.int64), membership.offsets[empty], len(membership.values))
    offsets = np.zeros(len(counts) + 1, dtype=np.int64)
    np.cumsum(np.maximum(counts, 1), out=offsets[1:])
    return offsets, of


def _tops(of: Membership) -> npt.NDArray[np.int64]:
    """Return how many rows have each value of a key, "none" last."""
    none = int(np.count_nonzero(np.diff(of.offsets) == 0))
    return np.append(of.counts(), none)


def _lane_of(every: Sequence[ArrangedLane], shape: Sequence[int]) -> Numbers:
    """Return for each value (pair of values) the index of the lane shown that has its events, -1 for none."""
    at = np.full(shape, -1, dtype=np.int32)
    for lane in every:
        if lane.collapsed:
            at[lane.values] = lane.at
    for lane in every:
        if not lane.is_group and (lane.hidden or lane.at >= 0):
            at[lane.values] = -1 if lane.hidden else lane.at
    return at.reshape(-1)


def _once(rows: Rows, lane: Numbers, *, merges: bool) -> tuple[Rows, Numbers]:
    """Leave out what no lane shows; where lanes were merged, keep the first of each event in each lane."""
    if (lane < 0).any():
        seen = lane >= 0
        rows, lane = rows[seen], lane[seen]
    if not merges or not len(rows):
        return rows, lane
    key = rows * (int(np.max(lane)) + 1) + lane
    order = np.argsort(key, kind="stable")
    firsts = np.ones(len(key), dtype=np.bool_)
    firsts[1:] = key[order][1:] != key[order][:-1]
    kept = np.sort(order[firsts])
    return rows[kept], lane[kept]
