"""Whatever the files hold, loading ends with a collection or with problems."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sandbox import CZECH, EVENT, HEADER, PEOPLE, Sandbox, source_entry

NAMES = (
    "collection.yaml",
    "sources.yaml",
    "people.yaml",
    "places.yaml",
    "aspects.yaml",
    "tours.yaml",
    "events/all.yaml",
)
SOUND = HEADER + PEOPLE + EVENT + source_entry("czech", "cs", CZECH.encode())
KEYS = (
    "id", "title", "names", "sides", "steps", "attestations", "source", "quote", "date", "says", "calendar", "rank",
    "kind", "lane", "lanes", "eras", "file", "sha256", "events", "count", "en", "differs", "relations", "notes",
    "coordinates", "mattered", "uncited", "inferred", "colour", "aliases", "people", "event", "person",
)  # fmt: skip

scalars = st.one_of(
    st.sampled_from(
        [
            "",
            "x",
            "1905",
            "[1905..]",
            "english",
            "julian",
            "true",
            "sources/czech.txt",
            "1e9",
            "leaves-odessa",
        ]
    ),
    st.text(max_size=8),
)
nodes = st.recursive(
    scalars,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(KEYS), inner, max_size=5)
    ),
    max_leaves=25,
)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Sandbox(tmp_path_factory.mktemp("fuzz") / "collection").folder


def load_with(folder: Path, name: str, content: bytes) -> None:
    box = Sandbox.__new__(Sandbox)
    box.folder = folder
    before = (folder / name).read_bytes() if (folder / name).exists() else None
    box.write(name, content)
    try:
        loaded = box.load()
        assert loaded.collection is not None or loaded.problems
        assert all(problem.line >= 1 and problem.column >= 1 and str(problem) for problem in loaded.problems)
    finally:
        if before is None:
            (folder / name).unlink()
        else:
            box.write(name, before)


fuzz = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@fuzz
@given(st.sampled_from((*NAMES, "sources/english.txt")), st.binary(max_size=120))
def test_any_bytes_in_any_file(shared: Path, name: str, content: bytes) -> None:
    load_with(shared, name, content)


@fuzz
@given(st.sampled_from(NAMES), nodes)
def test_any_tree_in_any_file(shared: Path, name: str, node: object) -> None:
    load_with(shared, name, written(node).encode("utf-8", "replace"))


@fuzz
@given(st.sampled_from(NAMES), st.data())
def test_any_piece_of_sound_text_pasted_anywhere(shared: Path, name: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(SOUND)))
    piece = SOUND[start : start + data.draw(st.integers(0, 300))]
    at = data.draw(st.integers(0, len(SOUND)))
    junk = data.draw(st.text(st.sampled_from("-:[]{}'\"#\n \t,&*!|>%กé"), max_size=4))
    load_with(shared, name, (SOUND[:at] + junk + piece + SOUND[at:]).encode())


def written(node: object) -> str:
    """Return the node as flow YAML, texts in double quotes."""
    if isinstance(node, dict):
        return "{" + ", ".join(f"{key}: {written(value)}" for key, value in node.items()) + "}"
    if isinstance(node, list):
        return "[" + ", ".join(map(written, node)) + "]"
    return '"' + "".join(f"\\U{ord(sign):08x}" for sign in str(node)) + '"'
