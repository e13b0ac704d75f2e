"""Where a lane that is dragged would fall."""

from collections.abc import Sequence
from typing import NamedTuple

from viewer.timeline.lanes.arrangement import LanePath
from viewer.timeline.lanes.lane import ArrangedLane, siblings
from viewer.timeline.scene import Header


class Drop(NamedTuple):
    """The place before the lane `before`, or after the last of its like (None); `y` is its edge in pixels."""

    before: LanePath | None
    y: float


def drop_at(
    lanes: Sequence[ArrangedLane], headers: Sequence[Header], path: LanePath, y: float
) -> Drop | None:
    """Return the place nearest to `y` pixels where the lane may stand; None where it would not move."""
    boxes = {header.lane: header.box for header in headers}
    everyone = siblings(lanes, path)
    peers = [lane for lane in everyone if lane.at in boxes]
    if len(peers) < 2 or path not in {lane.path for lane in peers}:
        return None
    tops = [boxes[lane.at].y for lane in peers]
    last = max(boxes[lane.at].bottom for lane in lanes if lane.at in boxes and _is_within(lane, peers[-1]))
    # Lanes far out of sight have no box: the last one seen need not be the last.
    following = next((lane.path for lane in everyone[everyone.index(peers[-1]) + 1 :]), None)
    places = [*(Drop(lane.path, top) for lane, top in zip(peers, tops, strict=True)), Drop(following, last)]
    own = next(at for at, lane in enumerate(peers) if lane.path == path)
    nearest = min(range(len(places)), key=lambda at: abs(places[at].y - y))
    return None if nearest in (own, own + 1) else places[nearest]


def _is_within(lane: ArrangedLane, outer: ArrangedLane) -> bool:
    if lane.path == outer.path:
        return True
    return outer.is_group and lane.depth == 1 and lane.path[:1] == outer.path and lane.pinned == outer.pinned
