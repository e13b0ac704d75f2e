"""How is the coverage of a collection told, to people and to programs?"""

from collections.abc import Iterator
from typing import Any

from viewer.model.coverage import Coverage, SourceCoverage, Stretch
from viewer.model.records import Event


def coverage_lines(measured: Coverage) -> Iterator[str]:
    """Yield every gap as "file:line:column: what is missing", then a line for each source, then the sum."""
    gaps = list(_gaps(measured))
    yield from gaps
    for source in measured.sources:
        yield (
            f"{source.source}: {source.share:.1%} of {source.characters:,} characters cited, "
            f"{source.excused:,} excused."
        )
    yield {0: "Coverage: no gap.", 1: "Coverage: 1 gap."}.get(len(gaps), f"Coverage: {len(gaps)} gaps.")


def coverage_as_json(measured: Coverage) -> dict[str, Any]:
    """Return the same for programs; offsets in characters, `share` 0 to 1, all lists empty where complete."""
    return {
        "complete": measured.complete,
        "sources": [_source(source) for source in measured.sources],
        "events_without_attestation": [event.id for event in measured.unattested],
        "quotations_without_translation": [
            {"owner": one.owner, "source": one.passage.source, "quote": one.passage.quote}
            for one in measured.untranslated
        ],
        "contested_without_because": [event.id for event in measured.unexplained],
    }


def _gaps(measured: Coverage) -> Iterator[str]:
    for source in measured.sources:
        for stretch in source.uncited:
            yield f'{_place(source, stretch)}: cited by nothing and not excused: "{stretch.text}"'
        for stretch in source.dates:
            yield (
                f"{_place(source, stretch)}: a number, month or season outside every passage: "
                f'"{stretch.text}"'
            )
    for event in measured.unattested:
        yield f'{_line_of(event)}: event "{event.id}" has no attestation.'
    for one in measured.untranslated:
        quoted = one.passage
        yield f'{one.owner}: a quotation from "{quoted.source}" has no translation: "{quoted.quote}"'
    for event in measured.unexplained:
        yield f'{_line_of(event)}: event "{event.id}" is contested and has no "because".'


def _source(source: SourceCoverage) -> dict[str, Any]:
    return {
        "source": source.source,
        "file": source.file,
        "characters": source.characters,
        "cited": source.cited,
        "excused": source.excused,
        "share": round(source.share, 4),
        "uncited": [_stretch(stretch) for stretch in source.uncited],
        "dates_outside": [_stretch(stretch) for stretch in source.dates],
    }


def _stretch(stretch: Stretch) -> dict[str, Any]:
    return {
        "start": stretch.start,
        "end": stretch.end,
        "line": stretch.line,
        "column": stretch.column,
        "text": stretch.text,
    }


def _place(source: SourceCoverage, stretch: Stretch) -> str:
    return f"{source.file}:{stretch.line}:{stretch.column}"


def _line_of(event: Event) -> str:
    return f"{event.at.file}:{event.at.line}:{event.at.column}"
