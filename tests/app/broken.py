"""A small collection that breaks every rule of consistency once, each in an event named after its rule."""

import hashlib
from pathlib import Path

HEADER = """\
format: 1
id: broken
title: {en: A broken collection}
version: "1.0"
statement: {en: Made for tests.}
lanes: [{id: life, title: {en: Life}, colour: teal}, {id: work, title: {en: Work}, colour: plum}]
"""
PEOPLE = '- {id: ann, names: {en: Ann}, born: "1880", died: "1920"}\n'
PLACES = """\
- {id: moscow, names: {en: Moscow}, coordinates: [55.76, 37.62]}
- {id: paris, names: {en: Paris}, coordinates: [48.86, 2.35]}
- {id: versailles, names: {en: Versailles}, coordinates: [48.80, 2.13]}
- {id: nowhere, names: {en: Nowhere}}
"""

Fields = tuple[str, str]  # of the event, of its passage

BREAKING: dict[str, Fields] = {
    "person-before-birth": ("date: '1850', people: [ann]", ""),
    "person-after-death": ("date: '1950', people: [ann]", ""),
    "age": ("date: '1900'", "age: {person: ann, years: 30}"),
    "order": ("date: '1901', relations: [{type: follows, event: comes-first}]", ""),
    "distance": ("date: 1910-05-05, people: [ann], places: [paris]", ""),
    "old-style": ("date: 1918-02-20, calendar: julian", ""),
    "duplicate": ("date: 1911-01-01", ""),
    "date-excludes-sources": ("date: '1912'", "says: '1913'"),
}
"""For each rule, an event that breaks it beside the events of SOUND."""

SOUND: dict[str, Fields] = {
    "comes-first": ("date: '1905'", ""),
    "in-moscow": ("date: 1910-05-05, people: [ann], places: [moscow], lane: work", ""),
    "original": ("date: 1911-01-01", ""),
}


def collection(folder: Path, events: dict[str, Fields], acknowledged: dict[str, str] | None = None) -> Path:
    """Write a collection of `events`; those that `acknowledged` has acknowledge the rule that it names."""
    (folder / "sources").mkdir(parents=True)
    (folder / "events").mkdir()
    text = "".join(f"{_quote(identity)}\n" for identity in events)
    files = {
        "collection.yaml": HEADER,
        "people.yaml": PEOPLE,
        "places.yaml": PLACES,
        "sources/letter.txt": text,
        "sources.yaml": "- {id: letter, type: document, title: A, title-short: A, language: en, script: Latn, "
        f"colour: blue, file: sources/letter.txt, sha256: {hashlib.sha256(text.encode()).hexdigest()}, "
        "kind: {en: A letter.}, trust: {en: Little.}}\n",
        "events/all.yaml": "".join(
            _event(identity, *fields, (acknowledged or {}).get(identity))
            for identity, fields in events.items()
        ),
    }
    for name, content in files.items():
        (folder / name).write_bytes(content.encode())
    return folder


def _quote(identity: str) -> str:
    return f"This tells of <{identity}>."


def _event(identity: str, fields: str, of_passage: str, rule: str | None) -> str:
    lane = "" if "lane:" in fields else "lane: life, "
    title = "" if "title:" in fields else f"title: {{en: About {identity}}}, "
    known = f" acknowledged: [{{rule: {rule}, because: {{en: It is so.}}}}]," if rule else ""
    says = f", {of_passage}" if of_passage else ""
    return (
        f"- {{id: {identity}, {title}kind: event, {lane}rank: 1, {fields},{known}\n"
        f"   attestations: [{{source: letter, quote: '{_quote(identity)}'{says}}}]}}\n"
    )
