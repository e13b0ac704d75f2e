"""A small sound collection in a temporary folder, of which each test spoils one thing."""

import hashlib
from pathlib import Path

from viewer.loading.load import Loaded, load_collection

HEADER = """\
format: 1
id: small
title: {en: A small collection}
version: "1.0"
statement: {en: Made for tests.}
lanes:
  - {id: life, title: {en: Life}, colour: teal}
  - {id: exile, title: {en: Exile}, colour: plum}
eras:
  - {id: empire, title: {en: The Empire}, date: 1721/1917}
"""

PEOPLE = "- {id: leon-trotsky, names: {en: Leon Trotsky}, born: 1879-11-07}\n"
PLACES = "- {id: odessa, names: {en: Odessa}, coordinates: [46.48, 30.73]}\n"
ENGLISH = "He left Odessa on 10 February. She stayed. He left Odessa again in 1931.\n"
CZECH = "v únoru 1929 byl Trockij zcela vyhoštěn\n"

EVENT = """\
- id: leaves-odessa
  title: {en: Leaves Odessa}
  kind: event
  date: 1929-02-10
  lane: exile
  people: [leon-trotsky]
  places: [odessa]
  rank: 2
  attestations:
    - {source: english, quote: on 10 February}
"""


def source_entry(identity: str, language: str, text: bytes) -> str:
    return f"""\
- id: {identity}
  type: document
  title: The {identity} text
  title-short: {identity}
  language: {language}
  script: Latn
  file: sources/{identity}.txt
  sha256: {hashlib.sha256(text).hexdigest()}
  colour: blue
  kind: {{en: A text.}}
  trust: {{en: Far.}}
"""


class Sandbox:
    """The folder of one collection; `load` reads it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "sources").mkdir(parents=True)
        (folder / "events").mkdir()
        self.write("collection.yaml", HEADER)
        self.write("people.yaml", PEOPLE)
        self.write("places.yaml", PLACES)
        self.write("events/all.yaml", EVENT)
        self.sources(english=ENGLISH, czech=CZECH)

    def write(self, name: str, content: str | bytes) -> None:
        data = content if isinstance(content, bytes) else content.encode("utf-8")
        (self.folder / name).write_bytes(data)

    def replace(self, name: str, old: str, new: str) -> None:
        path = self.folder / name
        text = path.read_bytes().decode("utf-8")
        assert old in text
        path.write_bytes(text.replace(old, new, 1).encode("utf-8"))

    def sources(self, **texts: str | bytes) -> None:
        entries = []
        for identity, content in texts.items():
            data = content if isinstance(content, bytes) else content.encode("utf-8")
            self.write(f"sources/{identity}.txt", data)
            entries.append(source_entry(identity, {"czech": "cs"}.get(identity, "en"), data))
        self.write("sources.yaml", "".join(entries))

    def load(self) -> Loaded:
        return load_collection(self.folder)

    def problems(self) -> list[str]:
        return [str(problem) for problem in self.load().problems]

    def problem(self) -> str:
        """Return the only problem there is."""
        problems = self.problems()
        assert len(problems) == 1, problems
        return problems[0]
