"""The YAML that is read, and the YAML that is refused (FAULTS rows 1 to 12)."""

import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.loading.nodes import NotYamlError, read_tree
from viewer.loading.problems import Problem
from viewer.loading.tree import Listing, Mapping, Text, Tree


def read(content: str | bytes) -> Tree:
    return read_tree("f.yaml", content if isinstance(content, bytes) else content.encode("utf-8"))


def refusal(content: str | bytes) -> str:
    with pytest.raises(NotYamlError) as refused:
        read(content)
    return str(refused.value)


def plain(node: object) -> object:
    if isinstance(node, Text):
        return node.value
    if isinstance(node, Listing):
        return [plain(item) for item in node.items]
    assert isinstance(node, Mapping)
    return {key: plain(value) for key, value in node.entries.items()}


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "f.yaml:1:1: the file holds nothing. Write its entries, or delete it."),
        (b"# only\n# remarks\n", "f.yaml:1:1: the file holds only comments."),
        (b"\x89PNG\r\n\x1a\n\0\0", "f.yaml:1:1: the file is a PNG picture, not text."),
        (b"%PDF-1.7\n%\xe2\xe3", "f.yaml:1:1: the file is a PDF document, not text."),
        (b"PK\x03\x04\x14\0", "f.yaml:1:1: the file is a ZIP archive"),
        (b"<!DOCTYPE html>\n<html>", "f.yaml:1:1: the file is an HTML or XML page, not plain text."),
        (b"\xef\xbb\xbf\n<html>", "f.yaml:1:1: the file is an HTML or XML page, not plain text."),
        (
            b"version https://git-lfs.github.com/spec/v1\noid sha256:0\n",
            'f.yaml:1:1: the file is a git-LFS pointer, not the text it stands for. Fetch it with "git lfs pull".',
        ),
        ("a: 1\n".encode("utf-16"), "f.yaml:1:1: the file is in UTF-16, not UTF-8. Save it as UTF-8."),
        ("a: 1\n".encode("utf-16-le"), "f.yaml:1:1: the file is in UTF-16 without a mark, not UTF-8."),
        ("a: 1\n".encode("utf-32"), "f.yaml:1:1: the file is in UTF-32, not UTF-8. Save it as UTF-8."),
        (
            "x: y\na: příliš žluťoučký\n".encode("cp1250"),
            'byte 0xF8 is not UTF-8; read as Central European (cp1250) the line would be "a: příliš žluťoučký". Save',
        ),
        (
            "x: y\r\na: ภาษาไทยเป็นภาษา\n".encode("cp874"),
            'f.yaml:2:4: byte 0xC0 is not UTF-8; read as Thai (cp874) the line would be "a: ภาษาไทยเป็นภาษา". Save',
        ),
        (
            "a: Москва столица\n".encode("cp1251"),
            'read as Cyrillic (cp1251) the line would be "a: Москва столица".',
        ),
        ("a: é\n".encode("cp1252"), 'read as Western European (cp1252) the line would be "a: é".'),
        (b"a: x\nb: \0 y\n", "f.yaml:2:4: the control character U+0000 is not allowed. Remove it."),
        (b"a: x\nb: \x1b[31m\n", "f.yaml:2:4: the control character U+001B is not allowed. Remove it."),
    ],
)
def test_what_is_not_utf8_text_is_named_and_refused(content: bytes, words: str) -> None:
    assert words in refusal(content)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("a:\n\tb: 1\n", "f.yaml:2:1: a tab stands where only spaces may indent. Replace the tab by spaces."),
        ("a: |\n\tb\n", "f.yaml:2:1: a tab stands where only spaces may indent."),
        ("a: b: c\n", "f.yaml:1:5: a colon followed by a space stands inside a value without quotes."),
        ("a: 1\n b: 2\n", "f.yaml:2:3: a key stands where the value above has not ended."),
        ('- a: "open\n- b: 1\n', "f.yaml:1:6: the quotation mark opened here is never closed. Close it."),
        ("a: 'open\n---\n'", "f.yaml:1:4: the quotation mark opened here is never closed."),
        ("- a: 1\n  b:\u00a02\n  c: 3\n", "f.yaml:2:5: a no-break space (U+00A0) stands here"),
        ("a: [1, 2\nb: 3\n", 'f.yaml:2:2: the "[" of line 1, column 4 is not closed by a "]"'),
        ('a: {en: He said: "no"}\n', 'f.yaml:1:16: the "{" of line 1, column 4 is not closed by a "}"'),
        ('a: "x" y\n', "f.yaml:1:8: text follows a closing quotation mark. Put the whole value in quotes."),
        ("a: [x] y\n", "f.yaml:1:8: text follows a closing bracket; such a value must be in quotes."),
        ("- a\nb: 1\n", "f.yaml:2:1: this line does not fit what began in line 1"),
        ("a: 1\nfoo\nb: 2\n", 'f.yaml:2:1: this is no "key: value": "foo".'),
        ('a: "\\q"\n', "f.yaml:1:5: a backslash within double quotes begins an escape"),
        ('a: "\\ud800"\n', "the escape names no Unicode character."),
        ("a: - b\n", "f.yaml:1:4: a list cannot begin here."),
        ("a: %1905\n", 'f.yaml:1:4: a value that starts with "%" must be in quotes.'),
        ("a: @b\n", 'f.yaml:1:4: a value that starts with "@" must be in quotes.'),
        ("a: * b\n", 'f.yaml:1:4: a value that starts with "*" must be in quotes.'),
        ("a: ,b\n", 'f.yaml:1:4: "," cannot stand here.'),
        ("x: y\n<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> b\n", "f.yaml:2:1: a conflict of the version"),
        ("a: 1\n---\nb: 2\n", "f.yaml:2:1: a second document begins here."),
        ("? [a]\n: b\n", "f.yaml:1:3: a list or mapping stands where a key is expected."),
        ("- &x a\n", "f.yaml:1:3: anchors are not allowed: &x."),
        ("- *x\n", "f.yaml:1:3: anchors are not allowed: *x repeats one."),
        ("&a [*a]\n", "f.yaml:1:5: anchors are not allowed: *a"),
        ("a: &x {b: 1}\nc:\n  <<: *x\n", "f.yaml:3:3: merge keys are not allowed. Write the keys out."),
        (
            "a: !!python/object:os.system x\n",
            "the tag tag:yaml.org,2002:python/object:os.system is not allowed.",
        ),
        ("a: !!binary aGk=\n", "f.yaml:1:4: the tag tag:yaml.org,2002:binary is not allowed."),
        ("a: !!set {x, y}\n", "f.yaml:1:4: the tag tag:yaml.org,2002:set is not allowed."),
        ("a: !own x\n", "f.yaml:1:4: the tag !own is not allowed."),
        ("a: !e!own x\n", "f.yaml:1:4: the tag !e!own is not allowed."),
        ("%TAG ! tag:x,2000:\n---\na: 1\n", "f.yaml:1:1: the tag directive %TAG is not allowed."),
        ("%YAML 9.0\n---\na: 1\n", 'f.yaml:1:1: a line that starts with "%" is a YAML directive'),
        ("- " * 33 + "x", "f.yaml:1:65: nested deeper than 32 levels."),
        ("[" * 33 + "]" * 33, "f.yaml:1:33: nested deeper than 32 levels."),
        ("- " * 50_000, "nested deeper than 32 levels."),
        ("[" * 50_000, "nested deeper than 32 levels."),
        ("{a: " * 50_000, "nested deeper than 32 levels."),
        ("? " * 50_000, "a list or mapping stands where a key is expected."),
        (
            "a: " + "x" * 1_048_577,
            "f.yaml:1:4: the text has 1,048,577 characters; at most 1,048,576 are read.",
        ),
        ("-\n" * 3_000_001, "f.yaml:1:1: the file has more than 3,000,000 lines."),
    ],
)
def test_what_is_not_our_yaml_is_refused_in_plain_words_at_its_place(content: str, words: str) -> None:
    assert words in refusal(content)


def test_bombs_are_never_unfolded() -> None:
    aliases = "a: &a [x, x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(20)
    )
    merges = "a: &a {x: 1}\nb: &b {<<: [*a, *a]}\nc: {<<: [*b, *b]}\n"

    assert "anchors are not allowed" in refusal(aliases)
    assert "merge keys are not allowed" in refusal(merges)


def test_no_depth_needs_more_than_a_small_stack() -> None:
    found: list[str] = []
    former = threading.stack_size(512 * 1024)
    try:
        for content in ("- " * 50_000, "[" * 50_000, "{a: " * 50_000, "- - - x\n" * 1000):
            thread = threading.Thread(target=lambda c=content: found.append(_outcome(c)))
            thread.start()
            thread.join(timeout=20)
    finally:
        threading.stack_size(former)

    assert [words.endswith("levels. Make it flatter.") for words in found] == [True, True, True, False]


def _outcome(content: str) -> str:
    try:
        read(content)
    except NotYamlError as refused:
        return str(refused)
    return "read"


def test_more_values_than_allowed_are_refused() -> None:
    with pytest.raises(NotYamlError, match="more than 10 values"):
        read_tree("f.yaml", b"- x\n" * 10, values=10)

    assert read_tree("f.yaml", b"- x\n" * 9, values=10).values == 10


@pytest.mark.parametrize(
    "word", ["no", "1:30", "012", "1.10", "0x1F", "~", "null", "true", "1917-10-25", ".inf", "=", "1_000"]
)
def test_every_scalar_is_the_text_that_was_typed(word: str) -> None:
    assert plain(read(f"a: {word}\n").root) == {"a": word}
    assert plain(read(f'a: "{word}"\n').root) == {"a": word}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system_count_as_one_line(end: str) -> None:
    tree = read(f"\ufeffa: 1{end}b: \u2028 \u0085 2{end}c: ' 3 '{end}")

    assert plain(tree.root) == {"a": "1", "b": "\u2028 \u0085 2", "c": " 3 "}
    assert isinstance(tree.root, Mapping)
    assert [tree.lines.place(at) for at in tree.root.keys.values()] == [(1, 1), (2, 1), (3, 1)]


def test_a_line_separator_in_a_text_stays_and_ends_no_line() -> None:
    assert refusal('a: "x\u2028y\u0085z\u2029"\nb: c: d\n').startswith("f.yaml:2:5:")


def test_of_two_equal_keys_the_first_counts_and_both_lines_are_named() -> None:
    tree = read("a: 1\nb: 2\na: 3\n")

    assert plain(tree.root) == {"a": "1", "b": "2"}
    assert [str(p) for p in tree.problems] == [
        'f.yaml:3:1: the key "a" stands here a second time; the first is in line 1. Remove one; the first counts.'
    ]


@pytest.mark.parametrize(
    ("content", "kept", "words"),
    [
        ("- {a: 1}\n- {a: 2, b: ", [{"a": "1"}, {"a": "2"}], "the file ends too early"),
        ("- a: 1\n- b: 'te", [{"a": "1"}, {}], "f.yaml:2:6: the file ends too early: the quotation mark"),
        (
            "- a: 1\n- b: 2\n  c",
            [{"a": "1"}, {"b": "2"}],
            'f.yaml:3:3: the file ends too early: this is no "key',
        ),
    ],
)
def test_a_file_cut_off_is_read_as_far_as_it_goes(content: str, kept: object, words: str) -> None:
    tree = read(content)

    assert tree.cut
    assert plain(tree.root) == kept
    assert any(words in str(problem) for problem in tree.problems)


def test_a_tail_of_nul_bytes_is_damage_and_what_is_readable_is_read() -> None:
    tree = read(b"- a: 1\n" + b"\0" * 500)

    assert tree.cut
    assert plain(tree.root) == [{"a": "1"}]
    assert str(tree.problems[0]).startswith(
        "f.yaml:2:1: the file was damaged while it was saved: its last 500 bytes"
    )


def test_a_file_cut_in_the_middle_of_a_character_is_read_as_far_as_it_goes() -> None:
    tree = read("- a: ภ".encode()[:-1])

    assert tree.cut
    assert plain(tree.root) == [{"a": ""}]


def test_reading_can_be_stopped_between_two_pieces() -> None:
    class StopError(Exception):
        pass

    def stop() -> None:
        raise StopError

    with pytest.raises(StopError):
        read_tree("f.yaml", b"- a\n" * 10_000, pause=stop)


WORDS = st.text(st.sampled_from("aé ภา😀\u2028'\"#:-,[]{}"), max_size=12)


@given(st.lists(st.tuples(st.sampled_from(["\n", "\r\n", "\r"]), WORDS), min_size=1, max_size=8))
def test_places_agree_with_the_text(lines: list[tuple[str, str]]) -> None:
    content = "".join(f"- '{word.replace(chr(39), chr(39) * 2)}'{end}" for end, word in lines)

    tree = read(content)

    assert isinstance(tree.root, Listing)
    assert plain(tree.root) == [word for _, word in lines]
    for number, node in enumerate(tree.root.items, 1):
        assert tree.lines.place(node.at) == (number, 3)
        assert isinstance(node, Text)
        assert tree.lines.text[node.at : node.end] == f"'{node.value.replace(chr(39), chr(39) * 2)}'"


@given(
    st.one_of(
        st.binary(max_size=200),
        st.text(st.sampled_from("ab: \n\r\t-[]{},'\"#&*!|>%@`?\\\u0085\u2028ก\ufeff\0<="), max_size=80),
    )
)
def test_any_bytes_are_read_or_refused_at_a_place_in_the_file(content: bytes | str) -> None:
    data = content if isinstance(content, bytes) else content.encode("utf-8")
    lines = data.count(b"\n") + data.count(b"\r") + 1

    problems = problems_of(data)

    assert all(1 <= p.line <= lines and p.column >= 1 and p.message for p in problems)


def problems_of(data: bytes) -> tuple[Problem, ...]:
    try:
        return tuple(read(data).problems)
    except NotYamlError as refused:
        return refused.problems or (Problem("f.yaml", 0, 0, ""),)


@given(st.text(max_size=60))
def test_a_double_quoted_text_without_escapes_is_what_was_typed(text: str) -> None:
    typed = "".join(sign for sign in text if sign.isprintable() and sign not in '"\\')
    assert plain(read(f'- "{typed}"').root) == [typed]
