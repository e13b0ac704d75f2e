"""What lies under a point of the picture."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from viewer.timeline.columnar import Flags
from viewer.timeline.crowds import Fold, Folds, Pip
from viewer.timeline.drawn import Bars, Labels
from viewer.timeline.folding.warp import Gap
from viewer.timeline.highlight import Arc
from viewer.timeline.rect import Rect
from viewer.timeline.relations.arcs import arc_at, line_at
from viewer.timeline.scene import Scene

REACH = 6.0
"""Pixels: how far beside a thing the pointer may be."""

MARK = 10.0
"""Pixels: the size of a mark to the pointer."""

LINE = 4.0
"""Pixels: how far beside the line of an arc the pointer may be."""

PIP = 1.0
"""Pixels: half the width of a pip to the pointer."""


class Kind(StrEnum):
    """What was hit."""

    MARK = "mark"
    BAR = "bar"
    LABEL = "label"
    FOLD = "fold"
    PIP = "pip"
    ARC = "arc"
    AXIS = "axis"
    BREAK = "break"
    EVIDENCE = "evidence"
    HEADER = "header"
    ERA = "era"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Hit:
    """What was hit: an event (a row of the columns), a fold or a pip, the index of an era or of a lane.

    A pip that stands for one event alone is that event.

    `gap` is the folded stretch of time at the point, its sign on the axis where the kind is BREAK. Of an arc
    `event` is the one at its far end, and `word` says the relation along its arrow, which is at the selected
    event where the arc is `incoming`; the count of relations that are not drawn has no event, and all its
    words.
    """

    kind: Kind
    event: int | None = None
    fold: Fold | Pip | None = None
    era: int | None = None
    lane: int | None = None
    word: str = ""
    incoming: bool = False
    gap: Gap | None = None


def hit(scene: Scene, x: float, y: float, reach: float = REACH, arcs: Sequence[Arc] = ()) -> Hit:
    """Return what lies at (x, y), else the nearest within `reach` pixels, else the lane, era or axis there.

    Where several lie at the point, signs come before words and short bars before long ones. The words of
    `arcs`, which stand free of all others, come first; their lines, which cross others, come last.
    """
    if scene.axis.contains(x, y):
        gap = _gap_at(scene, x, y)
        return Hit(Kind.AXIS) if gap is None else Hit(Kind.BREAK, gap=gap)
    if scene.evidence.contains(x, y):
        return Hit(Kind.EVIDENCE)
    if not scene.plot.contains(x, y):
        return _lane_hit(scene, y, Kind.HEADER) or Hit(Kind.NOTHING)
    arc = arc_at(arcs, x, y)
    if arc is not None:
        return Hit(Kind.ARC, event=arc.event, word=arc.word or arc.text, incoming=arc.to_other is False)
    best: Hit | None = None
    least = (reach, float("inf"), float("inf"))
    for box, order, found in _near(scene, x, y, reach):
        distance = (_distance(box, x, y), order, box.width)
        if distance[0] <= reach and distance < least:
            best, least = found, distance
    if best is None and (arc := line_at(arcs, x, y, LINE)) is not None:
        return Hit(Kind.ARC, event=arc.event, word=arc.word, incoming=arc.to_other is False)
    return best or _ground(scene, x, y)


def _near(scene: Scene, x: float, y: float, reach: float) -> Iterator[tuple[Rect, float, Hit]]:
    """Yield what lies within `reach`: the box of each, its order, and what it is to the pointer.

    Every mouse move asks this of all that is drawn: nothing is made of what lies elsewhere.
    """
    half = MARK / 2 + reach
    marks = scene.marks
    for mark in marks.where((np.abs(marks.x - x) <= half) & (np.abs(marks.y - y) <= half)):
        box = Rect(mark.x - MARK / 2, mark.y - MARK / 2, MARK, MARK)
        yield box, 0, Hit(Kind.MARK, event=mark.event, lane=mark.lane)
    pips = scene.pips
    for pip in pips.where(np.abs(pips.x - x) <= PIP + reach):
        if pip.top - reach <= y <= pip.bottom + reach:
            box = Rect(pip.x - PIP, pip.top, 2 * PIP, pip.bottom - pip.top)
            alone = pip.number == 1
            yield box, 0, Hit(Kind.PIP, pip.event if alone else None, None if alone else pip, lane=pip.lane)
    for label in scene.labels.where(_are_near(scene.labels, x, y, reach)):
        yield label.box, 2, Hit(Kind.LABEL, event=label.event, lane=label.lane)
    for bar in scene.bars.where(_are_near(scene.bars, x, y, reach)):
        yield bar.box, 1, Hit(Kind.BAR, event=bar.event, lane=bar.lane)
    for fold in scene.folds.where(_are_near(scene.folds, x, y, reach)):
        yield fold.box, 1, Hit(Kind.FOLD, fold=fold, lane=fold.lane)


def _are_near(boxes: Bars | Labels | Folds, x: float, y: float, reach: float) -> Flags:
    left, top = boxes.x - reach, boxes.y - reach
    right, bottom = boxes.x + boxes.width + reach, boxes.y + boxes.height + reach
    near: Flags = (left <= x) & (x <= right) & (top <= y) & (y <= bottom)
    return near


def _ground(scene: Scene, x: float, y: float) -> Hit:
    lane = _lane_hit(scene, y, Kind.NOTHING)
    gap = _gap_at(scene, x, y)
    if gap is not None:
        return Hit(Kind.NOTHING, lane=lane.lane if lane else None, gap=gap)
    for band in reversed(scene.bands):
        if band.box.contains(x, y):
            return Hit(Kind.ERA, era=band.index, lane=lane.lane if lane else None)
    return lane or Hit(Kind.NOTHING)


def _gap_at(scene: Scene, x: float, y: float) -> Gap | None:
    for found in scene.breaks:
        if found.axis.contains(x, y) or found.plot.contains(x, y):
            return found.gap
    return None


def _lane_hit(scene: Scene, y: float, kind: Kind) -> Hit | None:
    for header in scene.headers:
        if header.box.y <= y < header.box.bottom:
            return Hit(kind, lane=header.lane)
    return None


def _distance(box: Rect, x: float, y: float) -> float:
    """Return the distance in pixels from a point to a rectangle, 0 inside."""
    across = max(box.x - x, 0.0, x - box.right)
    down = max(box.y - y, 0.0, y - box.bottom)
    return max(across, down)
