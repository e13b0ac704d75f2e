"""Which passages of a source are cited, and by what. No Qt."""

from dataclasses import dataclass

import numpy as np

from viewer.model.records import Collection
from viewer.store.store import store_of
from viewer.ui.page.content import ToAspect, ToEvent

MOST = 50
"""Citers of one passage that are named; the rest is counted."""


@dataclass(frozen=True, slots=True)
class Citer:
    """What cites a passage: an event or an aspect, with its title."""

    link: ToEvent | ToAspect
    title: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Characters `start` to `end` (half-open) of a source, and the numbers of what cites exactly these.

    `more` is how many there are beyond the first MOST. Passages.citers names them.
    """

    start: int
    end: int
    cited_by: tuple[int, ...]
    more: int = 0


class Passages:
    """The cited passages of one source, in order of their beginning, the longer first."""

    def __init__(self, collection: Collection, source_id: str) -> None:
        self._store = store_of(collection)
        self._aspects = collection.aspects
        cited = self._store.cited(source_id)
        spans = [
            (passage.start, passage.end, -1 - number)
            for number, aspect in enumerate(collection.aspects)
            for passage in aspect.attestations
            if passage.source == source_id and passage.start is not None and passage.end is not None
        ]
        start, end, self._by = cited
        if spans:
            own = np.array(spans, dtype=np.int32)
            start, end, by = (np.concatenate([column, own[:, at]]) for at, column in enumerate(cited))
            order = np.lexsort((-end, start))
            start, end, self._by = start[order], end[order], by[order]
        changes = np.flatnonzero((start[1:] != start[:-1]) | (end[1:] != end[:-1])) + 1
        self._firsts = np.append(np.zeros(min(len(start), 1), dtype=np.int64), changes)
        self._starts, self._ends = start[self._firsts], end[self._firsts]
        self._reach = np.maximum.accumulate(self._ends)  # the furthest end up to each passage

    def __len__(self) -> int:
        return len(self._firsts)

    def __getitem__(self, number: int) -> Passage:
        """Return a passage by its place in the order, from 0; negative ones count from the end."""
        at = range(len(self))[number]
        first = int(self._firsts[at])
        last = int(self._firsts[at + 1]) if at + 1 < len(self) else len(self._by)
        cited_by = tuple(dict.fromkeys(self._by[first : min(last, first + MOST)].tolist()))
        return Passage(int(self._starts[at]), int(self._ends[at]), cited_by, max(last - first - MOST, 0))

    def citers(self, passage: Passage) -> tuple[Citer, ...]:
        """Return what cites a passage: their records are read, so ask for few."""
        return tuple(self._citer(by) for by in passage.cited_by)

    def overlapping(self, start: int, end: int) -> tuple[Passage, ...]:
        """Return the passages that share a character with `start` to `end`, in order."""
        last = int(np.searchsorted(self._starts, end - 1, side="right"))
        first = int(np.searchsorted(self._reach[:last], start, side="right"))
        shared = np.flatnonzero(self._ends[first:last] > start) + first
        return tuple(self[number] for number in shared.tolist())

    def at(self, offset: int) -> tuple[Passage, ...]:
        """Return the passages that hold the character at `offset`, the shortest first."""
        return tuple(sorted(self.overlapping(offset, offset + 1), key=lambda p: p.end - p.start))

    def beside(self, span: tuple[int, int], step: int) -> Passage | None:
        """Return the next (1) or previous (-1) passage after `span` in order, None at the end."""
        before, after = self._around(span)
        number = after if step > 0 else before - 1
        return self[number] if 0 <= number < len(self) else None

    def number(self, span: tuple[int, int]) -> int | None:
        """Return the place of a passage in the order, counted from 1; None where nothing cites `span`."""
        before, after = self._around(span)
        return before + 1 if after > before else None

    def _around(self, span: tuple[int, int]) -> tuple[int, int]:
        """Return the first passage that is not before `span` in order, and the first that is after it."""
        start, end = span
        first, last = (int(np.searchsorted(self._starts, start, side)) for side in ("left", "right"))
        ends = -self._ends[first:last]
        low, high = (first + int(np.searchsorted(ends, -end, side)) for side in ("left", "right"))
        return low, high

    def _citer(self, by: int) -> Citer:
        if by < 0:
            aspect = self._aspects[-1 - by]
            return Citer(ToAspect(aspect.id), aspect.title.best())
        return Citer(ToEvent(self._store.ids[by]), self._store.event(by).title.best())
