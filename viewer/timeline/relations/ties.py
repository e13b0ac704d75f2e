"""The relations of the selected event as rows of the columns: which of them are drawn."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from viewer.model.relations import Tie
from viewer.timeline.columns import UNBOUNDED, Columns

MOST = 8
"""Relations drawn at once: more would be a thicket; the rest is counted."""

FIRST = "contradicts"
"""The kind that is drawn before every other."""


class RowTie(NamedTuple):
    """A relation to the event in row `event`, which stands at `day`; see Tie."""

    kind: str
    event: int
    outward: bool
    day: float


@dataclass(frozen=True, slots=True)
class Ties:
    """What is drawn of the relations of the event in row `selected`, and how many are not.

    `more` are too many to draw; `absent` have no place here: undated, filtered out, or not in the collection.
    """

    selected: int
    drawn: tuple[RowTie, ...] = ()
    more: int = 0
    absent: int = 0


def ties_of(columns: Columns, selected: int, ties: Iterable[Tie]) -> Ties:
    """Return the ties of a row: contradictions first, then the nearest in time, at most MOST.

    Which are drawn depends on no view, so that none comes or goes while the view moves.
    """
    known, absent = [], 0
    for tie in ties:
        row = columns.rows.get(tie.event)
        if row is None:
            absent += 1
        elif row != selected:
            known.append((tie, int(row)))
    here = _days(columns, [selected])[0]
    days = _days(columns, [row for _, row in known])
    order = sorted(range(len(known)), key=lambda at: (known[at][0].kind != FIRST, abs(days[at] - here)))
    drawn = tuple(
        RowTie(known[at][0].kind, known[at][1], known[at][0].outward, days[at]) for at in order[:MOST]
    )
    return Ties(selected, drawn, len(known) - len(drawn), absent)


def _days(columns: Columns, rows: Sequence[int]) -> list[float]:
    """Return the day in the middle of each row; of an open one its known side."""
    at = np.array(rows, dtype=np.int64)
    start, end = columns.start[at].astype(np.float64), columns.end[at].astype(np.float64)
    open_start, open_end = start <= -UNBOUNDED, end >= UNBOUNDED
    days = np.where(open_start, end, np.where(open_end, start, start + (end - start) / 2))
    days[open_start & open_end] = 0.0
    return [float(day) for day in days]
