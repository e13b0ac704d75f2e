"""Events as numpy columns, sorted by their earliest start: what layout reads instead of records."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from viewer.model.dates import HistoricalDate
from viewer.timeline.folding.warp import OPEN, UNFOLDED, Warp
from viewer.timeline.taken import RowFinder, TakenDays, TakenRows, TakenTexts

Days = npt.NDArray[np.int64]
UNBOUNDED = OPEN
"""The day number that stands for "open": minus this for an open start, plus this for an open end."""


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """The dated events that pass the filter, a row each, all arrays and sequences of the same length n.

    `start`, `core_start`, `core_end`, `end` are day numbers, half-open: the event surely lies within
    [start, end); [core_start, core_end) is certain, empty where core_start >= core_end. What goes on without
    an end ("1985/..") has a core that goes on too; an end that is merely unknown ("1985/") has none there.
    Rows stand in the order of `start`, then of the collection. `lane` is an index into the lanes, `rank` runs
    from 1 to 5, `kind` is an index into KINDS. Where an event stands in several lanes it has a row for each,
    all but one of them an `echo`.

    `ids`, `titles` and `dates` (the words of labels) may make each text when it is asked for, and the core
    days may be looked up: ask only for what is drawn. `rows` finds the row of an id, that which is no echo.

    Where empty stretches of time are folded, the day numbers are folded days (see `warped`), and so is every
    viewport over these columns: `warp` leads from a day to its folded day and back.
    """

    start: Days
    core_start: Days | TakenDays
    core_end: Days | TakenDays
    end: Days
    lane: npt.NDArray[np.int32]
    rank: npt.NDArray[np.int8]
    kind: npt.NDArray[np.int8]
    contested: npt.NDArray[np.bool_]
    found: npt.NDArray[np.bool_]
    echo: npt.NDArray[np.bool_]
    ids: Sequence[str]
    titles: Sequence[str]
    dates: Sequence[str]
    rows: RowFinder
    warp: Warp = UNFOLDED

    def __len__(self) -> int:
        return len(self.start)


def taken(
    columns: Columns,
    rows: npt.NDArray[np.int64],
    *,
    lane: npt.NDArray[np.int32] | None = None,
    found: npt.NDArray[np.bool_] | None = None,
    echo: npt.NDArray[np.bool_] | None = None,
) -> Columns:
    """Return the columns of the given rows, in their order, which must be that of `start`.

    `lane`, `found` and `echo` (as long as `rows`) replace what the columns say. Texts are not copied.
    """
    lane = columns.lane[rows] if lane is None else lane
    found = columns.found[rows] if found is None else found
    echo = columns.echo[rows] if echo is None else echo
    kept = rows.astype(np.int32)
    return Columns(
        start=columns.start[rows],
        core_start=TakenDays(columns.core_start, kept),
        core_end=TakenDays(columns.core_end, kept),
        end=columns.end[rows],
        lane=lane,
        rank=columns.rank[rows],
        kind=columns.kind[rows],
        contested=columns.contested[rows],
        found=found,
        echo=echo,
        ids=TakenTexts(columns.ids, kept),
        titles=TakenTexts(columns.titles, kept),
        dates=TakenTexts(columns.dates, kept),
        rows=TakenRows(columns.rows, len(columns), kept, echo),
        warp=columns.warp,
    )


def warped(columns: Columns, warp: Warp) -> Columns:
    """Return unfolded columns with their days folded by `warp`, in whose gaps none of them may lie."""
    if not warp.gaps:
        return columns
    return replace(
        columns,
        start=warp.forward_all(columns.start),
        core_start=warp.forward_all(columns.core_start[:]),
        core_end=warp.forward_all(columns.core_end[:]),
        end=warp.forward_all(columns.end),
        warp=warp,
    )


def span_of(date: HistoricalDate) -> tuple[int, int, int, int]:
    """Return (start, core start, core end, end) of a date in day numbers, half-open, open sides UNBOUNDED."""
    first, last = date.span
    start = -UNBOUNDED if first is None else max(first, -UNBOUNDED)
    end = UNBOUNDED if last is None else min(last, UNBOUNDED)
    if date.core is None:
        return start, start, start, end
    core_first, core_last = date.core
    core_start = start if core_first is None else min(max(core_first, start), end)
    core_end = end if core_last is None else min(max(core_last, start), end)
    return start, core_start, core_end, end
