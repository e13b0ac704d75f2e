"""A seeded collection written as a folder of YAML files that the program opens."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from tests.bench.datings import texts
from tests.bench.documents import Document, documents, english
from tests.bench.generator import LANES, Seeded
from tests.bench.made import id_of
from tests.bench.titles import title
from viewer.model.records import COLOURS, KINDS

PER_FILE = 100_000
"""Events in a file: some 45 MB, of the 64 that are read."""

PEOPLE, OTHERS, PLACES = 97, 101, 60
_BECAUSE = "The chronicle was written nearer to the event than the other."


def write_folder(events: Seeded, folder: Path) -> None:
    """Write the collection to `folder`, which is made. An event without a title gets a title of one sign."""
    (folder / "events").mkdir(parents=True)
    (folder / "sources").mkdir()
    sources = documents(len(events) // 3)
    for source in sources:
        (folder / "sources" / f"{source.id}.txt").write_bytes(source.text.encode())
    for name, lines in (
        ("collection.yaml", _header(len(events))),
        ("sources.yaml", (_source(source, at) for at, source in enumerate(sources))),
        ("people.yaml", (_named("person", at) for at in range(PEOPLE + OTHERS))),
        ("places.yaml", (_named("place", at) for at in range(PLACES))),
    ):
        _write(folder / name, lines)
    for first in range(0, len(events), PER_FILE):
        last = min(first + PER_FILE, len(events))
        name = f"{first // PER_FILE:03}.yaml"
        _write(folder / "events" / name, _events(events, first, last, sources))


def _write(path: Path, lines: Iterator[str]) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(lines)


def _header(count: int) -> Iterator[str]:
    yield f'format: 1\nid: seeded-{count}\ntitle: {{en: "{count:,} events"}}\nversion: "1"\n'
    yield "statement: {en: Made up by the bench.}\nlanes:\n"
    for lane in LANES:
        yield f"  - {{id: {lane.id}, title: {{en: {lane.title.best()}}}, colour: {lane.colour}}}\n"
    yield "eras:\n"
    yield "  - {id: middle-ages, title: {en: Middle Ages}, date: 0476/1492}\n"
    yield "  - {id: modern-times, title: {en: Modern times}, date: 1492/..}\n"


def _source(source: Document, at: int) -> str:
    digest = hashlib.sha256(source.text.encode()).hexdigest()
    return (
        f"- id: {source.id}\n  type: document\n  title: {source.title}\n  title-short: {source.title}\n"
        f"  language: {source.language}\n  script: {source.script}\n  file: sources/{source.id}.txt\n"
        f"  sha256: {digest}\n  colour: {COLOURS[at]}\n"
        f"  kind: {{en: Made up.}}\n  trust: {{en: None.}}\n"
    )


def _named(kind: str, at: int) -> str:
    return f"- {{id: {kind}-{at}, names: {{en: {kind.capitalize()} {at}}}}}\n"


def _events(events: Seeded, first: int, last: int, sources: tuple[Document, ...]) -> Iterator[str]:
    dates = texts(events.datings.taken(np.arange(first, last)))
    lanes, ranks = events.lane[first:last].tolist(), events.rank[first:last].tolist()
    kinds, contested = events.kind[first:last].tolist(), events.contested[first:last].tolist()
    for at, row in enumerate(range(first, last)):
        language, words = title(events.seed, row)
        date = dates[at]
        yield (
            f'- id: {id_of(row)}\n  title: {{{language}: "{words or "·"}"}}\n  kind: {KINDS[kinds[at]]}\n'
            f'  date: "{date}"\n  lane: {LANES[lanes[at]].id}\n  rank: {ranks[at]}\n'
            f"  people: [person-{row % PEOPLE}, person-{PEOPLE + row // PEOPLE % OTHERS}]\n"
            f"  places: [place-{row % PLACES}]\n"
        )
        if contested[at]:
            yield f"  differs: [date]\n  because: {{en: {_BECAUSE}}}\n"
        yield "  attestations:\n"
        yield _attestation(sources, row, date)
        if contested[at]:
            yield _attestation(sources, row + 1, _other(date))


def _attestation(sources: tuple[Document, ...], row: int, says: str) -> str:
    source, sentence = sources[row % 3], row // 3 % len(sources[0].sentences)
    translation = "" if source.language == "en" else f'      translation: {{en: "{english(sentence)}"}}\n'
    return (
        f'    - source: {source.id}\n      quote: "{source.sentences[sentence]}"\n{translation}'
        f'      says: "{says}"\n'
    )


def _other(date: str) -> str:
    """Return the year before, as the second source of a contested event says."""
    return f"{int(date[:4]) - 1:04}"
