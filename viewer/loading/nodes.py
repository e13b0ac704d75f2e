"""One YAML file read into our own tree. The only importer of yaml.

Events of libyaml are taken one by one: nothing is constructed, no tag obeyed, no alias followed, so that no
file can grow, recurse or run (500 bytes of merge keys occupy `safe_load` for 18 s; 51 kB of hyphens end the
process in `CSafeLoader`). The file is handed over in pieces of 16 kB, between which other threads run and
loading can be cancelled.
"""

import re
from collections.abc import Callable
from typing import Any

import yaml

from viewer.loading.builder import VALUE_LIMIT, NotYamlError, TreeBuilder
from viewer.loading.encoding import NotTextError, decode
from viewer.loading.lines import Lines
from viewer.loading.problems import Problem
from viewer.loading.syntax import Complaint, conflict_marker, explain, unreadable_character
from viewer.loading.tree import Listing, Mapping, Tree

__all__ = ["VALUE_LIMIT", "NotYamlError", "read_tree"]

_LINE_SEPARATORS = "\u0085\u2028\u2029"  # line ends to YAML 1.1, and to no editor
_NEXT_ENTRY = re.compile(r"^- ", re.MULTILINE)


def read_tree(
    file: str, data: bytes, *, values: int = VALUE_LIMIT, pause: Callable[[], None] = lambda: None
) -> Tree:
    """Return the tree of a file's bytes; `file` is the name that problems give.

    At most `values` texts, lists and mappings are read. `pause` is called every 16 kB and may raise to stop.
    Raises NotYamlError. A file that was cut off is read as far as it goes, with a problem that says so.
    """
    body = data.rstrip(b"\0")
    if data.count(b"\n") > VALUE_LIMIT:
        words = f"the file has more than {VALUE_LIMIT:,} lines"
        raise NotYamlError([Problem(file, 1, 1, words, "Divide it into smaller files")])
    try:
        decoded = decode(body)
    except NotTextError as error:
        before = body[: error.offset].decode("utf-8", "replace").removeprefix("\ufeff")
        place = Lines(before).place(len(before))
        raise NotYamlError([Problem(file, *place, error.message, error.advice)]) from error
    lines = Lines(decoded.text.removeprefix("\ufeff"))
    builder = TreeBuilder(file, lines, values)
    end, advice = len(lines.text), "Restore the file; what is readable is shown"
    if len(body) < len(data):
        lost = len(data) - len(body)
        builder.cut_off(
            end, f"the file was damaged while it was saved: its last {lost:,} bytes are NUL", advice
        )
    if decoded.torn:
        builder.cut_off(end, "the file is cut off in the middle of a character", advice)
    marker = conflict_marker(lines.text)
    if marker is not None:
        builder.refuse(marker, "a conflict of the version control system is unresolved here", "Resolve it")
    _parse(lines, builder, pause)
    return builder.tree()


def _parse(lines: Lines, builder: TreeBuilder, pause: Callable[[], None]) -> None:
    data, stand_ins = _for_libyaml(lines.text)
    try:
        # Marks are optional to the stubs, which libyaml always gives; hence Any from here on.
        parser: Any = yaml.CLoader(_Pieces(data, pause))
        _take(iter(parser.get_event, None), builder, stand_ins)
    except yaml.reader.ReaderError:
        refusal = unreadable_character(lines.text)
        builder.refuse(refusal.at, refusal.message, refusal.advice)
    except yaml.MarkedYAMLError as error:
        _stop_or_cut(_complaint(error, len(lines.text)), lines, builder)


class _Pieces:
    """A file as libyaml wants it: something to read from."""

    def __init__(self, data: bytes, pause: Callable[[], None]) -> None:
        self._data = data
        self._pause = pause
        self._start = 0

    def read(self, size: int = -1, /) -> bytes:
        """Return the next `size` bytes."""
        self._pause()
        start = self._start
        self._start = start + size
        return self._data[start : start + size]


def _for_libyaml(text: str) -> tuple[bytes, list[tuple[str, str]]]:
    """Return the text with stand-ins for what libyaml alone takes for line ends, and the pairs."""
    present = [sign for sign in _LINE_SEPARATORS if sign in text]
    free = (chr(code) for code in range(0xE000, 0xF8FF) if chr(code) not in text)
    pairs = list(zip(present, free, strict=False))
    for sign, stand_in in pairs:
        text = text.replace(sign, stand_in)
    return text.encode("utf-8"), pairs


def _take(events: Any, builder: TreeBuilder, stand_ins: list[tuple[str, str]]) -> None:
    scalar: Any = yaml.ScalarEvent
    text = builder.text
    for event in events:
        if type(event) is scalar:
            value = event.value
            for sign, stand_in in stand_ins:
                value = value.replace(stand_in, sign)
            if event.anchor is not None or event.tag is not None:
                _forbid_properties(event, builder)
            text(value, event.start_mark.index, event.end_mark.index, not event.style)
        else:
            _take_edge(event, builder)


def _take_edge(event: Any, builder: TreeBuilder) -> None:
    kind = type(event)
    at: int = event.start_mark.index
    if kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
        _forbid_properties(event, builder)
        flow = bool(event.flow_style)
        builder.open(Mapping(at, flow) if kind is yaml.MappingStartEvent else Listing(at, flow))
    elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
        builder.close(event.end_mark.index)
    elif kind is yaml.AliasEvent:
        builder.forbid(
            at, f"anchors are not allowed: *{event.anchor[:60]} repeats one", "Write the value out"
        )
        builder.text("", at, at, plain=False)
    elif kind is yaml.DocumentStartEvent:
        if event.tags:
            builder.forbid(at, "the tag directive %TAG is not allowed", "Remove it")
        if builder.root is not None:
            builder.refuse(at, "a second document begins here", 'Remove the line "---", or make two files')


def _forbid_properties(event: Any, builder: TreeBuilder) -> None:
    at: int = event.start_mark.index
    if event.anchor is not None:
        builder.forbid(
            at, f"anchors are not allowed: &{event.anchor[:60]}", "Write the value out where it is needed"
        )
    if event.tag is not None:
        advice = 'Remove it; a text that starts with "!" must be in quotes'
        builder.forbid(at, f"the tag {event.tag[:60]} is not allowed", advice)


def _complaint(error: Any, end: int) -> Complaint:
    at = min(error.problem_mark.index, end) if error.problem_mark else end
    opened = min(error.context_mark.index, end) if error.context_mark else at
    return Complaint(error.problem or "", at, error.context or "", opened)


def _stop_or_cut(complaint: Complaint, lines: Lines, builder: TreeBuilder) -> None:
    """Keep what was read where only the end is missing; a quote left open in the middle is another matter."""
    refusal = explain(complaint, lines)
    before_the_end = complaint.at < len(lines.text.rstrip())
    if builder.root is None or before_the_end or _NEXT_ENTRY.search(lines.text, refusal.opened + 1):
        builder.refuse(refusal.at, refusal.message, refusal.advice)
    builder.cut_off(refusal.at, f"the file ends too early: {refusal.message}", "Complete the file")
