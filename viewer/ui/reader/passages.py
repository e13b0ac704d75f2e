"""Which passages of a source are cited, and by what. No Qt."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from viewer.model.records import Attestation, Collection
from viewer.ui.page.content import ToAspect, ToEvent


@dataclass(frozen=True, slots=True)
class Citer:
    """What cites a passage: an event or an aspect, with its title."""

    link: ToEvent | ToAspect
    title: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Characters `start` to `end` (half-open) of a source, with everything that cites exactly these."""

    start: int
    end: int
    citers: tuple[Citer, ...]


class Passages:
    """The cited passages of one source, in order of their beginning, the longer first."""

    def __init__(self, collection: Collection, source_id: str) -> None:
        citers: dict[tuple[int, int], list[Citer]] = {}
        for citer, attestation in _cited(collection):
            if attestation.source != source_id or attestation.start is None or attestation.end is None:
                continue
            at = citers.setdefault((attestation.start, attestation.end), [])
            if citer not in at:
                at.append(citer)
        order = sorted(citers, key=lambda span: (span[0], -span[1]))
        self.all = tuple(Passage(*span, tuple(citers[span])) for span in order)
        self._starts = [passage.start for passage in self.all]
        self._reach: list[int] = []  # the furthest end up to each passage
        for passage in self.all:
            self._reach.append(max(passage.end, self._reach[-1] if self._reach else 0))

    def overlapping(self, start: int, end: int) -> tuple[Passage, ...]:
        """Return the passages that share a character with `start` to `end`, in order."""
        last = bisect_right(self._starts, end - 1)
        found = []
        for number in range(last - 1, -1, -1):
            if self._reach[number] <= start:
                break
            if self.all[number].end > start:
                found.append(self.all[number])
        return tuple(reversed(found))

    def at(self, offset: int) -> tuple[Passage, ...]:
        """Return the passages that hold the character at `offset`, the shortest first."""
        return tuple(sorted(self.overlapping(offset, offset + 1), key=lambda p: p.end - p.start))

    def beside(self, span: tuple[int, int], step: int) -> Passage | None:
        """Return the next (1) or previous (-1) passage after `span` in order, None at the end."""
        key = (span[0], -span[1])
        if step > 0:
            return next((p for p in self.all if (p.start, -p.end) > key), None)
        return next((p for p in reversed(self.all) if (p.start, -p.end) < key), None)

    def number(self, span: tuple[int, int]) -> int | None:
        """Return the place of a passage in the order, counted from 1; None where nothing cites `span`."""
        for number, passage in enumerate(self.all, 1):
            if (passage.start, passage.end) == span:
                return number
        return None


def _cited(collection: Collection) -> Iterator[tuple[Citer, Attestation]]:
    for event in collection.events:
        citer = Citer(ToEvent(event.id), event.title.best())
        for attestation in event.attestations:
            yield citer, attestation
    for aspect in collection.aspects:
        citer = Citer(ToAspect(aspect.id), aspect.title.best())
        for attestation in aspect.attestations:
            yield citer, attestation
