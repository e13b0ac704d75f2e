"""Source texts: whole, changed, or not opened and said so once (row 34)."""

import hashlib

import pytest
from sandbox import CZECH, ENGLISH, Sandbox

from viewer.model.records import Source


def source(sandbox: Sandbox, identity: str) -> Source:
    collection = sandbox.load().collection
    assert collection is not None
    return next(source for source in collection.sources if source.id == identity)


def test_the_text_is_that_of_the_file_line_ends_and_mark_included(sandbox: Sandbox) -> None:
    text = "\ufeffHe left\r\non 10 February\r"
    sandbox.sources(english=text, czech=CZECH)

    assert sandbox.problems() == []
    assert source(sandbox, "english").text == text


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (
            b"\x89PNG\r\n\x1a\n\0\0on 10 February",
            "sources/english.txt: the file is a PNG picture, not text, so the source",
        ),
        (b"<html>on 10 February</html>", "the file is an HTML or XML page, not plain text"),
        (
            "příliš žluťoučký\n".encode("cp1250"),
            "sources/english.txt, line 1, column 2: byte 0xF8 is not UTF-8",
        ),
        (
            b"on 10 February\0",
            "sources/english.txt, line 1, column 15: a NUL byte shows that this is no text",
        ),
        ("on 10 February ภ".encode()[:-1], "cut off in the middle of a character"),
    ],
)
def test_a_source_that_is_no_text_is_one_problem_and_its_quotations_none(
    sandbox: Sandbox, content: bytes, words: str
) -> None:
    sandbox.sources(english=content, czech=CZECH)

    loaded = sandbox.load()

    assert words in sandbox.problem()
    assert 'so the source "english" is not opened' in sandbox.problem()
    assert loaded.collection is not None
    assert loaded.collection.sources[0].state == "not opened"
    assert loaded.collection.events[0].attestations[0].quote == "on 10 February"
    assert not loaded.collection.events[0].attestations[0].found


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("sources/none.txt", 'there is no file "sources/none.txt", so the source "english" is not opened'),
        ("../../etc/passwd", "leaves the collection's folder"),
        ("sources/nul", "has the name of a Windows device"),
        ("sources", '"sources" is a folder, not a file'),
    ],
)
def test_a_source_that_cannot_be_reached_is_one_problem_at_its_path(
    sandbox: Sandbox, path: str, words: str
) -> None:
    sandbox.replace("sources.yaml", "sources/english.txt", path)

    assert sandbox.problem().startswith("sources.yaml:7:9: ")
    assert words in sandbox.problem()
    assert source(sandbox, "english").state == "not opened"


def test_a_source_of_two_gigabytes_is_refused_by_its_size(sandbox: Sandbox) -> None:
    with (sandbox.folder / "sources" / "english.txt").open("wb") as file:
        file.truncate(2_000_000_000)

    assert "is 2,000 MB large; at most 20 MB are read" in sandbox.problem()


def test_a_changed_source_is_a_problem_and_its_quotations_are_still_found(sandbox: Sandbox) -> None:
    sandbox.write("sources/english.txt", "Then: " + ENGLISH)

    loaded = sandbox.load()

    assert sandbox.problem().startswith(
        'sources.yaml:8:11: "sources/english.txt" has changed: its SHA-256 is not the one given here. Restore the file; '
    )
    assert loaded.collection is not None
    assert loaded.collection.sources[0].state == "changed"
    assert loaded.collection.events[0].attestations[0].start == 6 + ENGLISH.index("on 10 February")


def test_an_uncited_passage_is_located_like_a_quotation(sandbox: Sandbox) -> None:
    sandbox.replace(
        "sources.yaml",
        "colour: blue\n",
        "colour: blue\n  uncited: [{quote: She stayed., because: {en: Vague}}]\n",
    )
    (uncited,) = source(sandbox, "english").uncited
    assert (uncited.start, uncited.end, str(uncited.because)) == (31, 42, "Vague")

    sandbox.replace("sources.yaml", "She stayed.", "She left.")
    assert "does not stand in the source" in sandbox.problem()


def test_bibliographic_fields_keep_their_csl_names(sandbox: Sandbox) -> None:
    sandbox.replace(
        "sources.yaml", "colour: blue\n", "colour: blue\n  URL: https://example.org/a#b\n  genre: notes\n"
    )
    csl = source(sandbox, "english").csl
    assert (csl["URL"], csl["genre"], csl["title"]) == (
        "https://example.org/a#b",
        "notes",
        "The english text",
    )


def test_a_source_without_a_checksum_is_told_its_checksum(sandbox: Sandbox) -> None:
    digest = hashlib.sha256(ENGLISH.encode()).hexdigest()
    sandbox.replace("sources.yaml", f"  sha256: {digest}\n", "")

    assert sandbox.problem() == f'sources.yaml:1:3: source "english" has no "sha256". Add sha256: {digest}.'
