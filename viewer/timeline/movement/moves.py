"""Events gliding from row to row: a picture on its way from one arrangement of rows to another."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from viewer.timeline.rect import Rect
from viewer.timeline.scene import Coverage, Header, Scene
from viewer.timeline.taken import origin

SECONDS = 0.16
"""Seconds that a move takes."""

LEAST = 0.5
"""Pixels: what moves less does not glide."""

_LaneKey = tuple[str, str, int]


@dataclass(frozen=True, slots=True)
class Offsets:
    """How far above (negative) or below its place in a picture everything stood in another, in pixels.

    `events` by the row of the columns, `tops` and `bottoms` by the index of the lane; what is not there
    stood in the same place or is new.
    """

    events: dict[int, float] = field(default_factory=dict)
    tops: dict[int, float] = field(default_factory=dict)
    bottoms: dict[int, float] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.events or self.tops or self.bottoms)


def between(old: Scene, new: Scene, share: float) -> Scene:
    """Return `new` a `share` (0 to 1) of the way from `old`, of the same columns.

    What both show stands between its two heights; its x, and everything else, is that of `new`.
    """
    return moved(new, offsets(old, new), 1 - eased(share))


def eased(share: float) -> float:
    """Return how far a move is at a `share` (0 to 1) of its time: fast at first, then settling."""
    return 1.0 - (1.0 - min(max(share, 0.0), 1.0)) ** 3


def offsets(old: Scene, new: Scene, ids: tuple[Sequence[str], Sequence[str]] | None = None) -> Offsets:
    """Return how far from its place in `new` everything stood in `old`.

    `ids` names the rows of the columns of both, where those are not the same.
    """
    before, after = _heights(old), _heights(new)
    if ids is not None:
        before = _in_rows_of(after, before, ids)
    both = ((row, y, before[row]) for row, y in after.items() if row in before)
    events = {row: stood - y for row, y, stood in both if abs(stood - y) >= LEAST}
    lanes = {key: header.box for key, header in _lanes(old).items()}
    tops, bottoms = {}, {}
    for key, header in _lanes(new).items():
        box = lanes.get(key)
        if box is not None and abs(box.y - header.box.y) >= LEAST:
            tops[header.lane] = box.y - header.box.y
        if box is not None and abs(box.bottom - header.box.bottom) >= LEAST:
            bottoms[header.lane] = box.bottom - header.box.bottom
    return Offsets(events, tops, bottoms)


def moved(scene: Scene, by: Offsets, share: float) -> Scene:
    """Return the scene with everything a `share` of its offset from its place; itself where nothing moves."""
    if not by or share <= 0:
        return scene
    events = {row: offset * share for row, offset in by.events.items()}
    tops = {lane: offset * share for lane, offset in by.tops.items()}
    bottoms = {lane: offset * share for lane, offset in by.bottoms.items()}
    return replace(
        scene,
        marks=scene.marks.lowered(events) if events else scene.marks,
        bars=scene.bars.lowered(events) if events else scene.bars,
        labels=scene.labels.lowered(events) if events else scene.labels,
        headers=tuple(_header(one, tops, bottoms) for one in scene.headers),
        folds=scene.folds.lowered(bottoms) if bottoms else scene.folds,
        pips=scene.pips.lowered(bottoms) if bottoms else scene.pips,
        coverages=tuple(_coverage(one, tops) for one in scene.coverages) if tops else scene.coverages,
        rugs=scene.rugs.lowered(bottoms) if bottoms else scene.rugs,
    )


def _heights(scene: Scene) -> dict[int, float]:
    """Return the y of the middle of every event's sign."""
    bars, marks = scene.bars, scene.marks
    heights = dict(zip(bars.event.tolist(), (bars.y + bars.height / 2).tolist(), strict=True))
    heights.update(zip(marks.event.tolist(), marks.y.tolist(), strict=True))
    return heights


def _in_rows_of(
    after: dict[int, float], before: dict[int, float], ids: tuple[Sequence[str], Sequence[str]]
) -> dict[int, float]:
    """Return the heights `before` of the events of `after`, by the rows that they have there."""
    (old, old_rows), (new, new_rows) = (
        origin(of, np.array([*heights], dtype=np.int64))
        for of, heights in zip(ids, (before, after), strict=True)
    )
    # Ids may lie in a file: where both are taken from the same ones, their places say enough.
    names: tuple[list[Any], list[Any]] = old_rows.tolist(), new_rows.tolist()
    if old is not new:
        names = [old[row] for row in names[0]], [new[row] for row in names[1]]
    named = dict(zip(names[0], before.values(), strict=True))
    return {row: named[name] for row, name in zip(after, names[1], strict=True) if name in named}


def _lanes(scene: Scene) -> dict[_LaneKey, Header]:
    """Return the headers by what they say: lanes of one name are told apart by their order."""
    seen: Counter[tuple[str, str]] = Counter()
    found = {}
    for header in scene.headers:
        name = (header.title, header.colour)
        found[*name, seen[name]] = header
        seen[name] += 1
    return found


def _header(header: Header, tops: dict[int, float], bottoms: dict[int, float]) -> Header:
    top, bottom = tops.get(header.lane, 0.0), bottoms.get(header.lane, 0.0)
    if not (top or bottom):
        return header
    box = header.box
    return replace(header, box=Rect(box.x, box.y + top, box.width, max(box.height + bottom - top, 0.0)))


def _coverage(coverage: Coverage, tops: dict[int, float]) -> Coverage:
    by = tops.get(coverage.lane)
    return coverage if by is None else coverage._replace(y=coverage.y + by)
