"""Contested and found events that have no row of their own: never folded, each seen where it is."""

import numpy as np

from viewer.timeline.columnar import Flags, Floats, Numbers
from viewer.timeline.crowds import Folds, Pips
from viewer.timeline.strips.binned import first_without_row
from viewer.timeline.strips.bins import Bins
from viewer.timeline.strips.room import StripRoom

SHORT_PIP = 4.0
"""Pixels: the height of a pip beneath the words of a count."""

SEARCHED = 32
"""Events looked at together for one that began before the view, at first; then four times as many."""


def pips_of(bins: Bins, room: StripRoom, folds: Folds, left: float) -> Pips:
    """Return the pips of lanes; what began before the view and goes on has one at the pixel `left`."""
    columns, view, urgent = bins.index.columns, bins.scale.viewport, bins.urgent
    if not (urgent.before.any() or urgent.bins.any()):
        return Pips.of()
    begins = bins.stretches
    edges = np.concatenate([bins.edges[:1], bins.edges[begins], bins.edges[-1:]])
    counts = bins.stretched(urgent, begins)
    of, at = np.nonzero(counts > 0)
    first = _first(bins, of, at)
    before, lane = at == 0, room.lanes[of]
    days = columns.start[first].astype(np.float64) - view.start - view.rest
    x = np.where(before, left, bins.scale.left + days * bins.scale.pixels_per_day)
    short = ~before & _beneath(folds, lane, x)
    tops, bottoms = room.tops[of], room.bottoms[of]
    return Pips(
        event=first,
        x=x,
        top=np.where(short, np.maximum(bottoms - SHORT_PIP, tops), tops),
        bottom=bottoms,
        lane=lane,
        contested=columns.contested[first],
        number=counts[of, at],
        first=edges[at],
        last=np.where(before, edges[0], edges[at + 1]),
        before=before,
    )


def _first(bins: Bins, of: Numbers, at: Numbers) -> Numbers:
    """Return the first event of each pip, of what began before the view the last."""
    begins, urgent, starts = bins.stretches, bins.urgent, bins.index.columns.start
    own = set(bins.drawn.tolist())
    first = bins.foremost[of, np.maximum(at - 1, 0)]
    earlier = np.flatnonzero(at == 0)
    first[earlier] = _latest_of(bins, of[earlier], own)
    # The first of a stretch that the view cuts may lie before it.
    for cut in np.flatnonzero((at == 1) & (starts[first] < bins.scale.viewport.start)).tolist():
        begun, end = urgent.begun[of[cut]], begins[1] if len(begins) > 1 else -1
        first[cut] = first_without_row(bins.index, int(begun[0]), int(begun[end]), own)
    return first


def _latest_of(bins: Bins, of: Numbers, own: set[int]) -> list[int]:
    """Return the last event of each lane that began before the view, goes on in it and is not in `own`."""
    ends = bins.index.columns.end
    low, high = bins.urgent.none[of], bins.urgent.begun[of, 0]
    places = high[:, None] - _LAST
    latest = bins.index.parts.rows(np.maximum(places, 0))
    going = (ends[latest] > bins.scale.viewport.start) & (places >= low[:, None])
    found = latest[np.arange(len(of)), going.argmax(axis=1)].tolist()
    # Mostly one of the last few goes on, and has no row: else they are looked at one by one.
    sure = going.any(axis=1).tolist()
    spans = zip(found, sure, low.tolist(), high.tolist(), strict=True)
    return [
        row if sure and row not in own else _latest(bins, low, high, own) for row, sure, low, high in spans
    ]


def _latest(bins: Bins, low: int, high: int, own: set[int]) -> int:
    """Return the last event of the rows of parts [low, high) that goes on in view and is not in `own`."""
    parts, ends, day = bins.index.parts, bins.index.columns.end, bins.scale.viewport.start
    event, searched = -1, SEARCHED
    while event < 0 and low < high:
        latest = parts.rows(slice(max(low, high - searched), high))
        going = latest[ends[latest] > day].tolist()
        event = next((row for row in reversed(going) if row not in own), -1)
        high, searched = high - searched, 4 * searched
    return event


_LAST = np.arange(1, SEARCHED + 1)


def _beneath(folds: Folds, lane: Numbers, x: Floats) -> Flags:
    """Return which places in lanes lie at the words of a count: pips there are short, beneath them."""
    if not len(folds):
        return np.zeros(len(x), dtype=np.bool_)
    # Folds stand in the order of lanes, then from left to right.
    rights = folds.x + folds.width
    reach = max(float(np.max(rights)), float(np.max(x))) + 1.0
    at = np.searchsorted(folds.lane * reach + folds.x, lane * reach + x, side="right") - 1
    at = np.maximum(at, 0)
    beneath: Flags = (folds.lane[at] == lane) & (folds.x[at] <= x) & (x <= rights[at])
    return beneath
