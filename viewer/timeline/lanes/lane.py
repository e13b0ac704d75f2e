"""The lanes of an arrangement as records: which there are, in which order, which of them are shown."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

from viewer.model.records import Lane
from viewer.model.words import LocalText
from viewer.timeline.lanes.arrangement import Arrangement, LanePath
from viewer.timeline.lanes.facets import Membership
from viewer.timeline.lanes.silence import Voice

Counts = npt.NDArray[np.int64]

UNNAMED = {
    "lane": "No theme",
    "person": "No person named",
    "place": "No place named",
    "source": "No source",
    "language": "No language given",
}
"""The lane of the events that have no value of a key."""

UNNAMED_COLOUR = "graphite"


@dataclass(frozen=True, slots=True)
class Grouping:
    """What lanes can be made of: the values of one key with their words, colours and numbers of events.

    `of` says which values each row of the columns has; `totals` count the events of a value in the whole
    collection, so that a filter does not change an order by them; no other order needs them. `kept` lanes are
    there without an event too.
    """

    key: str
    of: Membership
    titles: tuple[LocalText, ...]
    colours: tuple[str, ...]
    totals: tuple[int, ...]
    kept: bool = False

    def title(self, value: int) -> LocalText:
        """Return the words for a value; the number after the last one stands for "none"."""
        if value < len(self.titles):
            return self.titles[value]
        return LocalText((("en", UNNAMED[self.key]),))

    def id(self, value: int) -> str:
        """Return the id of a value, "" for "none"."""
        return self.of.values[value] if value < len(self.titles) else ""

    def colour(self, value: int) -> str:
        """Return the colour name of a value."""
        return self.colours[value] if value < len(self.colours) else UNNAMED_COLOUR

    def values(self, *, by_count: bool) -> list[int]:
        """Return all values in order, "none" last."""
        order = range(len(self.titles))
        ranked = sorted(order, key=lambda value: -self.totals[value]) if by_count else list(order)
        return [*ranked, len(self.titles)]


@dataclass(frozen=True, slots=True)
class ArrangedLane(Lane):
    """A lane of an arrangement; `count` events have its values, of those that pass the filter.

    A group that is open has no events of its own: they stand in the lanes of `depth` 1 below it. `at` is its
    index among the lanes shown, -1 where it is hidden. `speaks`: it is the lane of one source, whose `voice`
    says what it covers. `values` are the indices of its values, one for each key of its path.
    """

    path: LanePath = ()
    values: tuple[int, ...] = ()
    count: int = 0
    depth: int = 0
    is_group: bool = False
    collapsed: bool = False
    pinned: bool = False
    hidden: bool = False
    speaks: bool = False
    at: int = -1
    voice: Voice | None = field(default=None, compare=False, repr=False)

    @property
    def is_open(self) -> bool:
        """Whether it is a group whose lanes stand below it."""
        return self.is_group and not self.collapsed


def lanes_of(
    groupings: Sequence[Grouping], arrangement: Arrangement, counts: Counts, tops: Counts
) -> tuple[ArrangedLane, ...]:
    """Return every lane in order, the hidden ones too, and the lanes of collapsed groups.

    `counts` are the events of each lane, an axis for each key with "none" last; `tops` those of each value of
    the first key.
    """
    lanes: list[ArrangedLane] = []
    shown = 0
    for lane, is_swallowed in _Present(groupings, arrangement, counts, tops).ordered():
        hidden = _is_hidden(arrangement, lane.path)
        seen = not hidden and not is_swallowed
        lanes.append(replace(lane, hidden=hidden, at=shown if seen else -1))
        shown += seen
    return tuple(lanes)


class _Present:
    """The lanes that there are, made of the values that the events have."""

    def __init__(
        self, groupings: Sequence[Grouping], arrangement: Arrangement, counts: Counts, tops: Counts
    ) -> None:
        self._groupings = groupings
        self._arrangement = arrangement
        self._counts = counts
        self._tops = tops
        self._order: Mapping[LanePath, int] = {path: at for at, path in enumerate(arrangement.order)}
        alone = () if arrangement.alone is None else (arrangement.alone,)
        self._named = frozenset((*arrangement.pinned, *alone))

    def ordered(self) -> Iterator[tuple[ArrangedLane, bool]]:
        """Yield the lanes, the pinned ones first, and whether a collapsed group has swallowed them."""
        tops = self._tops_in_order()
        lower = {top.path: self._lower(top) for top in tops} if len(self._groupings) > 1 else {}
        every = {lane.path: lane for lane in (*tops, *(low for lows in lower.values() for low in lows))}
        for path in self._arrangement.pinned:
            if path in every:
                yield from self._unit(_outside(every, path), lower)
        for top in tops:
            if not top.pinned:
                yield from self._unit(top, lower)

    def _unit(
        self, top: ArrangedLane, lower: Mapping[LanePath, Sequence[ArrangedLane]]
    ) -> Iterator[tuple[ArrangedLane, bool]]:
        alone = self._arrangement.alone
        inner = [low for low in lower.get(top.path, ()) if not low.pinned]
        if top.path in lower and not inner:
            return  # every lane of the group is pinned elsewhere
        collapsed = bool(inner) and top.path in self._arrangement.collapsed
        yield replace(top, is_group=bool(inner), collapsed=collapsed), False
        for low in inner:
            if low.path == alone:
                yield replace(_outside({top.path: top, low.path: low}, low.path), pinned=top.pinned), False
            else:
                yield replace(low, pinned=top.pinned), collapsed

    def _tops_in_order(self) -> list[ArrangedLane]:
        first = self._groupings[0]
        named = {path[0] for path in self._named}
        lanes = [
            ArrangedLane(
                id=first.id(value),
                title=first.title(value),
                colour=first.colour(value),
                path=(first.id(value),),
                values=(value,),
                count=int(self._tops[value]),
                pinned=(first.id(value),) in self._arrangement.pinned,
                speaks=first.key == "source" and value < len(first.titles),
            )
            for value in first.values(by_count=self._arrangement.by_count)
            if self._tops[value] or first.id(value) in named or (first.kept and value < len(first.titles))
        ]
        return self._reordered(lanes)

    def _lower(self, top: ArrangedLane) -> list[ArrangedLane]:
        second, counts = self._groupings[1], self._counts[top.values[0]]
        lanes = []
        for value in second.values(by_count=self._arrangement.by_count):
            path = (*top.path, second.id(value))
            if counts[value] or path in self._named:
                lanes.append(
                    ArrangedLane(
                        id="/".join(path),
                        title=second.title(value),
                        colour=top.colour,
                        path=path,
                        values=(*top.values, value),
                        count=int(counts[value]),
                        depth=1,
                        pinned=path in self._arrangement.pinned,
                        speaks=second.key == "source" and value < len(second.titles),
                    )
                )
        return self._reordered(lanes)

    def _reordered(self, lanes: list[ArrangedLane]) -> list[ArrangedLane]:
        last = len(self._order)
        return sorted(lanes, key=lambda lane: self._order.get(lane.path, last))


def _outside(every: Mapping[LanePath, ArrangedLane], path: LanePath) -> ArrangedLane:
    """Return a lane as it stands outside its group: it says which group it is of."""
    lane = every[path]
    if lane.depth == 0:
        return lane
    title = f"{lane.title.best()} · {every[path[:1]].title.best()}"
    return replace(lane, title=LocalText((("en", title),)), depth=0)


def _is_hidden(arrangement: Arrangement, path: LanePath) -> bool:
    if arrangement.alone is not None:
        return arrangement.alone not in (path, path[:1])
    return path in arrangement.hidden or path[:1] in arrangement.hidden


def siblings(lanes: Sequence[ArrangedLane], path: LanePath) -> list[ArrangedLane]:
    """Return the lanes among which one may move, itself included, in order; none where it cannot.

    They are the pinned ones, or those of its group, or the outermost that are not pinned.
    """
    settled = [lane for lane in lanes if lane.pinned or lane.depth == len(lane.path) - 1]
    own = next((lane for lane in settled if lane.path == path), None)
    if own is None:
        return []
    return [
        lane
        for lane in settled
        if (lane.depth, lane.pinned) == (own.depth, own.pinned)
        and (own.depth == 0 or lane.path[:1] == own.path[:1])
    ]
