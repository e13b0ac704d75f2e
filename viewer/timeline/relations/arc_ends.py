"""What the arcs of relations run to: a sign, the count that an event has become, or an edge of the view."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

import numpy as np

from viewer.timeline.columnar import Flags
from viewer.timeline.columns import Columns
from viewer.timeline.crowds import Folds, Pips
from viewer.timeline.lanes.echoes import rows_of_event
from viewer.timeline.rect import Rect
from viewer.timeline.relations.ties import RowTie
from viewer.timeline.scale import Scale
from viewer.timeline.scene import Scene


class Side(StrEnum):
    """Where an event is that is out of view."""

    NONE = ""
    LEFT = "left"
    RIGHT = "right"
    ABOVE = "above"
    BELOW = "below"


class End(NamedTuple):
    """What an arc runs to: `box`, for events earlier or later than the view without a meaning.

    `titled`: the event has no sign that is seen. `number` ties of one kind share the
    end where they share the count at `group`.
    """

    tie: RowTie
    box: Rect
    titled: bool = False
    side: Side = Side.NONE
    number: int = 1
    group: Rect | None = None


def lanes_box(scene: Scene) -> Rect:
    """Return the plot without the titles of eras above the lanes."""
    plot = scene.plot
    top = max(min((header.box.y for header in scene.headers), default=plot.y), plot.y)
    return Rect(plot.x, top, plot.width, plot.bottom - top)


class ArcEnds:
    """The ends of arcs in one picture, of which `seen` is looked at; a mark is `mark` pixels wide."""

    def __init__(
        self, scene: Scene, columns: Columns, scale: Scale, *, seen: Rect, rows: set[int], mark: float
    ) -> None:
        """Look for the signs of `rows`, and of the same events in other lanes."""
        self._scene = scene
        self._columns = columns
        self._scale = scale
        self._seen = seen
        self._places = {row: rows_of_event(columns, row) for row in rows}
        self._signs = _signs(scene, {place for places in self._places.values() for place in places}, mark)
        self._lanes = {header.lane: header.box for header in scene.headers}

    def sign(self, row: int) -> Rect | None:
        """Return a row's sign, None where it is not seen."""
        box = self._signs.get(row)
        return box if box is not None and self._side(box) is Side.NONE else None

    def ends(self, ties: Iterable[RowTie]) -> list[End]:
        """Return what each tie runs to; those of one kind that run to one count share their end."""
        found: dict[tuple[object, ...], End] = {}
        for tie in ties:
            end = self._end(tie)
            key = (tie.event,) if end.group is None else (tie.kind, tie.outward, end.side, end.group)
            found[key] = end._replace(number=found[key].number + 1) if key in found else end
        return list(found.values())

    def middle(self, row: int) -> float:
        """Return the height in the middle of a row's lane, or that edge of what is seen which is nearer."""
        lane = int(self._columns.lane[row])
        box = self._lanes.get(lane)
        if box is not None:
            return box.y + box.height / 2
        return self._seen.y if lane < min(self._lanes, default=lane) else self._seen.bottom

    def _end(self, tie: RowTie) -> End:
        viewport = self._scale.viewport
        if self._columns.end[tie.event] <= viewport.start:
            return End(tie, self._seen, titled=True, side=Side.LEFT)
        if self._columns.start[tie.event] >= viewport.end:
            return End(tie, self._seen, titled=True, side=Side.RIGHT)
        tie = tie._replace(event=self._seen_row(tie.event))
        sign = self._signs.get(tie.event)
        group = self._group(tie) if sign is None else None
        box = sign if sign is not None else self._place(tie, group)
        side = self._side(box)
        if side is Side.NONE:
            return End(tie, box, titled=sign is None, group=group)
        edge = self._seen.y if side is Side.ABOVE else self._seen.bottom
        return End(tie, Rect(box.x, edge, box.width, 0.0), titled=True, side=side, group=group)

    def _seen_row(self, row: int) -> int:
        """Return the row itself, or where it has no sign that is seen the first one of its event that has."""
        return next((place for place in (row, *self._places[row]) if self.sign(place) is not None), row)

    def _side(self, box: Rect) -> Side:
        middle = box.y + box.height / 2
        if middle < self._seen.y:
            return Side.ABOVE
        return Side.BELOW if middle > self._seen.bottom else Side.NONE

    def _group(self, tie: RowTie) -> Rect | None:
        """Return the pip or count that an event without a sign has become, None where neither is seen."""
        lane, day = int(self._columns.lane[tie.event]), float(self._columns.start[tie.event])
        folds, pips = self._scene.folds, self._scene.pips
        boxes = [fold.box for fold in folds.where(_counting(folds, lane, day))]
        if self._columns.contested[tie.event]:
            near = pips.where(_counting(pips, lane, day))
            boxes = [*(Rect(pip.x - 1, pip.top, 2, pip.bottom - pip.top) for pip in near), *boxes]
        return boxes[0] if boxes else None

    def _place(self, tie: RowTie, group: Rect | None) -> Rect:
        """Return where the event lies at the height of its count: a count stands for a stretch of time."""
        plot = self._scene.plot
        x = min(max(self._scale.pixel(tie.day), plot.x), plot.right)
        if group is None:
            return Rect(x - 1, self.middle(tie.event), 2, 2)
        if group.width <= 2 or group.x <= x <= group.right:
            return group
        return Rect(x - 1, group.y + group.height * 0.6, 2, group.height * 0.4)


def _counting(groups: Folds | Pips, lane: int, day: float) -> Flags:
    """Return which groups have the events of a lane that begin on a day."""
    within = (groups.first <= day) & (day < groups.last)
    counting: Flags = (groups.lane == lane) & np.where(groups.before, day < groups.first, within)
    return counting


def _signs(scene: Scene, rows: set[int], mark: float) -> dict[int, Rect]:
    """Return what stands in the plot of each row's mark or bar."""
    plot, wanted = scene.plot, list(rows)
    signs = {
        found.event: Rect(found.x - mark / 2, found.y - mark / 2, mark, mark)
        for found in scene.marks.where(np.isin(scene.marks.event, wanted))
        if plot.x <= found.x <= plot.right
    }
    for bar in scene.bars.where(np.isin(scene.bars.event, wanted)):
        left, right = max(bar.box.x, plot.x), min(bar.box.right, plot.right)
        if right > left:
            signs[bar.event] = Rect(left, bar.box.y, right - left, bar.box.height)
    return signs
