"""How much of the sources does a collection account for, and what has it left out?

A character is *cited* where a passage of an event or of an aspect covers it, *excused* where the source's
list `uncited` does. What lies between is judged stretch by stretch: the longest runs of characters neither
cited nor excused, within one line of the text. A stretch counts as left out when it holds a word, a name or a
number beside the connectives of its language (viewer/model/connectives.py): "and" between two cited clauses
is nothing, any other word is. This needs no notion of a sentence, which Thai does not mark.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from viewer.model.connectives import says_something
from viewer.model.date_words import date_words
from viewer.model.records import Attestation, Collection, Event, Source

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of a source. Offsets in characters; line and column count from 1, as an editor does."""

    start: int
    end: int
    line: int
    column: int
    text: str


@dataclass(frozen=True, slots=True)
class SourceCoverage:
    """What of one source is accounted for; `cited` and `excused` are numbers of its characters.

    `uncited` are the stretches left out; `dates` are the numbers, months and seasons that no cited or excused
    passage contains whole. A source that could not be opened has no characters, and nothing left out.
    """

    source: str
    file: str
    characters: int
    cited: int
    excused: int
    uncited: tuple[Stretch, ...]
    dates: tuple[Stretch, ...]

    @property
    def share(self) -> float:
        """The cited share of its characters, 0 to 1; 0 for an empty source."""
        return self.cited / self.characters if self.characters else 0.0


@dataclass(frozen=True, slots=True)
class Untranslated:
    """A quotation that readers of English cannot read. `owner` is "event ..." or "aspect ..." with the id."""

    owner: str
    passage: Attestation


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a collection accounts for, and every gap."""

    sources: tuple[SourceCoverage, ...]
    unattested: tuple[Event, ...]
    untranslated: tuple[Untranslated, ...]
    unexplained: tuple[Event, ...]

    @property
    def complete(self) -> bool:
        """Whether there is no gap."""
        gaps = (self.unattested, self.untranslated, self.unexplained)
        return not any(gaps) and not any(source.uncited or source.dates for source in self.sources)


def coverage(collection: Collection) -> Coverage:
    """Measure a collection. A quotation that is not found in its source covers nothing."""
    cited: dict[str, list[Span]] = {source.id: [] for source in collection.sources}
    for passage in collection.attestations():
        if passage.source in cited and passage.start is not None and passage.end is not None:
            cited[passage.source].append((passage.start, passage.end))
    return Coverage(
        tuple(_of_source(source, cited[source.id]) for source in collection.sources),
        tuple(event for event in collection.events if not event.attestations),
        tuple(_untranslated(collection)),
        tuple(event for event in collection.events if event.contested and not event.because),
    )


def _of_source(source: Source, passages: list[Span]) -> SourceCoverage:
    cited = _merged(passages)
    excused = [(u.start, u.end) for u in source.uncited if u.start is not None and u.end is not None]
    accounted = _merged([*cited, *excused])
    text = source.text
    starts = _line_starts(text)
    left_out = (_trimmed(text, span) for gap in _gaps(accounted, len(text)) for span in _lines(text, gap))
    return SourceCoverage(
        source.id,
        source.file,
        len(text),
        _length(cited),
        _length(accounted) - _length(cited),
        tuple(
            _stretch(text, span, starts)
            for span in left_out
            if says_something(text[slice(*span)], source.language)
        ),
        tuple(
            _stretch(text, span, starts)
            for span in date_words(text, source.language)
            if not _within(span, accounted)
        ),
    )


def _untranslated(collection: Collection) -> Iterator[Untranslated]:
    foreign = {s.id for s in collection.sources if s.language.split("-", 1)[0].casefold() not in ("en", "")}
    owners: list[tuple[str, tuple[Attestation, ...]]] = [
        *((f'event "{event.id}"', event.attestations) for event in collection.events),
        *((f'aspect "{aspect.id}"', aspect.attestations) for aspect in collection.aspects),
    ]
    for owner, passages in owners:
        for passage in passages:
            if passage.source in foreign and not passage.translation:
                yield Untranslated(owner, passage)


def _merged(spans: Iterable[Span]) -> list[Span]:
    """Return the union of half-open spans as spans that do not touch, in order."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def _gaps(merged: list[Span], length: int) -> Iterator[Span]:
    done = 0
    for start, end in [*merged, (length, length)]:
        if done < start:
            yield done, start
        done = end


def _lines(text: str, gap: Span) -> Iterator[Span]:
    start, end = gap
    for line in text[start:end].splitlines(keepends=True):
        yield start, start + len(line)
        start += len(line)


def _trimmed(text: str, span: Span) -> Span:
    start, end = span
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())


def _length(merged: list[Span]) -> int:
    return sum(end - start for start, end in merged)


def _within(span: Span, merged: list[Span]) -> bool:
    at = bisect_right(merged, span[0], key=lambda one: one[0]) - 1
    return at >= 0 and span[1] <= merged[at][1]


def _line_starts(text: str) -> list[int]:
    return [0, *(place + 1 for place, sign in enumerate(text) if sign == "\n")]


def _stretch(text: str, span: Span, starts: list[int]) -> Stretch:
    start, end = span
    line = bisect_right(starts, start)
    return Stretch(start, end, line, start - starts[line - 1] + 1, text[start:end])
