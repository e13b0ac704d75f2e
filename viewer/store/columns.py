"""The columns of a store, checked: what does not fit would be drawn somewhere, or crash where it is."""

from typing import Any

import numpy as np
import numpy.typing as npt

from viewer.model.records import KINDS
from viewer.store.sections import DamagedError, Sections
from viewer.store.texts import StoredTexts
from viewer.timeline.columns import UNBOUNDED, Columns
from viewer.timeline.taken import RowFinder, TakenTexts


def stored_columns(
    sections: Sections,
    rows: npt.NDArray[np.int32],
    texts: tuple[StoredTexts, StoredTexts, StoredTexts],
    finder: RowFinder,
    lanes: int,
) -> Columns:
    """Return the columns; `rows` are the numbers of their events, `texts` ids, titles and dates by number."""
    count = len(rows)

    def column(name: str, kind: npt.DTypeLike, low: int, high: int) -> npt.NDArray[Any]:
        values = sections.array(name, kind, count)
        if count and (values.min() < low or values.max() > high):
            raise DamagedError(f"{name} is out of bounds")
        return values

    days = [
        column(name, np.int64, -UNBOUNDED, UNBOUNDED) for name in ("start", "core-start", "core-end", "end")
    ]
    if np.any(days[0][1:] < days[0][:-1]) or np.any(days[3] < days[0]):
        raise DamagedError("the events are not in order")
    ids, titles, dates = (TakenTexts(of, rows) for of in texts)
    return Columns(
        start=days[0],
        core_start=days[1],
        core_end=days[2],
        end=days[3],
        lane=column("lane", np.int32, 0, lanes - 1),
        rank=column("rank", np.int8, 1, 5),
        kind=column("kind", np.int8, 0, len(KINDS) - 1),
        contested=column("contested", np.int8, 0, 1).astype(np.bool_),
        found=np.zeros(count, dtype=np.bool_),
        echo=np.zeros(count, dtype=np.bool_),
        ids=ids,
        titles=titles,
        dates=dates,
        rows=finder,
    )
