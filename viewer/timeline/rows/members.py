"""Which events a fold or a pip stands for: asked when it is opened, not for every picture."""

from collections.abc import Collection

import numpy as np
import numpy.typing as npt

from viewer.timeline.crowds import Fold, Pip
from viewer.timeline.rows.lane_index import LaneIndex


def members_of(index: LaneIndex, shown: Collection[int], group: Fold | Pip) -> npt.NDArray[np.int64]:
    """Return the rows that `group` counts, in order of time; `shown` are the rows its scene draws."""
    part = np.array([group.lane * 2 + isinstance(group, Pip)])
    first, last = index.places(np.array([group.first, group.last])).tolist()
    begin, low, high = index.parts.before(part, np.array([0, first, last])).tolist()
    rows = index.parts.rows(slice(low, high))
    if group.before:
        earlier = index.parts.rows(slice(begin, low))
        rows = np.concatenate([earlier[index.columns.end[earlier] > group.first], rows])
    drawn = np.fromiter(shown, dtype=np.int64, count=len(shown))
    return rows[~np.isin(rows, drawn)]
