"""What pictures of the same events have in common, reckoned once; of a million in half a second."""

from collections.abc import Callable
from dataclasses import dataclass

from viewer.timeline.columns import Columns
from viewer.timeline.rows.crowding import Crowding, crowding_of
from viewer.timeline.rows.lane_index import LaneIndex, lane_index


@dataclass(frozen=True, slots=True, weakref_slot=True, eq=False)
class Prepared:
    """Where the events of each lane lie, and how crowded they are: all, and the foremost (rank 1, urgent)."""

    index: LaneIndex
    all_events: Crowding
    foremost: Crowding


def prepared(columns: Columns, lanes: int, pause: Callable[[], None] = lambda: None) -> Prepared:
    """Prepare `columns`, whose lanes are numbered below `lanes`. No toolkit is needed: a worker may do it.

    `pause` is called between the steps and may raise to stop.
    """
    index = lane_index(columns, lanes)
    pause()
    crowding = crowding_of(index)
    pause()
    return Prepared(index, crowding, crowding_of(index, most_important=True))
