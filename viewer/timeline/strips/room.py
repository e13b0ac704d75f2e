"""The strips of the lanes of a picture: where they lie."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from viewer.timeline.columnar import Floats, Numbers
from viewer.timeline.rows.shares import Share


class StripRoom(NamedTuple):
    """The strips of n lanes, which ascend: arrays (n), in pixels."""

    lanes: Numbers
    tops: Floats
    heights: Floats
    bottoms: Floats


def room_of(lanes: Sequence[int], shares: Sequence[Share]) -> StripRoom:
    """Return the strips of some lanes."""
    places = np.array([(shares[lane].fold_top, shares[lane].fold_height) for lane in lanes]).reshape(-1, 2)
    tops, heights = places[:, 0], places[:, 1]
    return StripRoom(np.array(lanes, dtype=np.int64), tops, heights, tops + heights)
