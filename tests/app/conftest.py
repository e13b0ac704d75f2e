"""A small collection of which the command line can be asked everything."""

import hashlib
from pathlib import Path

import pytest

HEADER = """\
format: 1
id: small
title: {en: A small collection}
version: "1.2"
statement: {en: Made for tests.}
lanes: [{id: life, title: {en: Life}, colour: teal}]
"""
EVENTS = """\
- {id: born, title: {en: Is born}, kind: event, date: 1879-10-26, calendar: julian, lane: life, rank: 1,
   attestations: [{source: letter, quote: 26 October, translation: {en: 26 October}, says: 1879-10-26, calendar: julian}]}
- {id: goes-on, title: {en: Goes on}, kind: state, date: 1985/.., lane: life, rank: 2,
   attestations: [{source: letter, quote: ตรอตสกี, translation: {en: Trotsky}, inferred: true,
                   inferred_from: {en: the year}, says: "1985"}]}
- {id: undated, title: {en: Undated}, kind: claim, lane: life, rank: 3,
   attestations: [{source: letter, quote: Born on, translation: {en: Born on}}]}
"""
TEXT = "Born on 26 October.\nตรอตสกี\n"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    folder = tmp_path / "small"
    (folder / "sources").mkdir(parents=True)
    (folder / "events").mkdir()
    (folder / "collection.yaml").write_text(HEADER, encoding="utf-8")
    (folder / "events" / "all.yaml").write_text(EVENTS, encoding="utf-8")
    (folder / "sources" / "letter.txt").write_bytes(TEXT.encode())
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    (folder / "sources.yaml").write_text(
        "- {id: letter, type: document, title: A letter, title-short: Letter, language: th, script: Thai, colour: blue,\n"
        f"   file: sources/letter.txt, sha256: {digest}, kind: {{en: A letter.}}, trust: {{en: Little.}}}}\n",
        encoding="utf-8",
    )
    return folder
