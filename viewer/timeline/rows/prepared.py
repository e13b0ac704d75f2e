"""What pictures of the same events have in common, reckoned once; of a million in half a second."""

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


def prepared(columns: Columns, lanes: int) -> Prepared:
    """Prepare `columns`, whose lanes are numbered below `lanes`. No toolkit is needed: a worker may do it."""
    index = lane_index(columns, lanes)
    return Prepared(index, crowding_of(index), crowding_of(index, most_important=True))
