"""One YAML file read into our own tree. The only importer of yaml.

Events of libyaml are taken one by one: nothing is constructed, no tag obeyed, no alias followed, so that no
file can grow, recurse or run (500 bytes of merge keys occupy `safe_load` for 18 s; 51 kB of hyphens end the
process in `CSafeLoader`). The file is handed over in pieces of 16 kB, between which other threads run and
loading can be cancelled.
"""

import re
from collections.abc import Callable, Iterable

import yaml

from viewer.loading.encoding import NotTextError, decode
from viewer.loading.lines import Lines
from viewer.loading.problems import Problem
from viewer.loading.syntax import Complaint, Refusal, conflict_marker, explain, unreadable_character
from viewer.loading.tree import Listing, Mapping, Node, Text, Tree

DEPTH_LIMIT = 32
VALUE_LIMIT = 3_000_000
TEXT_LIMIT = 1_048_576
"""Characters of one text."""

_COMPLAINT_LIMIT = 20  # of forbidden constructs, in one file
_LINE_SEPARATORS = "\u0085\u2028\u2029"  # line ends to YAML 1.1, and to no editor
_NEXT_ENTRY = re.compile(r"^- ", re.MULTILINE)


class NotYamlError(Exception):
    """A file that is refused as a whole, with every reason found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


def read_tree(
    file: str, data: bytes, *, values: int = VALUE_LIMIT, pause: Callable[[], None] = lambda: None
) -> Tree:
    """Return the tree of a file's bytes; `file` is the name that problems give.

    At most `values` texts, lists and mappings are read. `pause` is called every 16 kB and may raise to stop.
    Raises NotYamlError. A file that was cut off is read as far as it goes, with a problem that says so.
    """
    body = data.rstrip(b"\0")
    if data.count(b"\n") > VALUE_LIMIT:
        raise NotYamlError(
            [Problem(file, 1, 1, f"the file has more than {VALUE_LIMIT:,} lines", "Divide it")]
        )
    try:
        decoded = decode(body)
    except NotTextError as error:
        before = body[: error.offset].decode("utf-8", "replace").removeprefix("\ufeff")
        place = Lines(before).place(len(before))
        raise NotYamlError([Problem(file, *place, error.message, error.advice)]) from error
    lines = Lines(decoded.text.removeprefix("\ufeff"))
    builder = _Builder(file, lines, values)
    if len(body) < len(data):
        builder.damaged(
            f"the file was damaged while it was saved: its last {len(data) - len(body):,} bytes are NUL"
        )
    if decoded.torn:
        builder.damaged("the file is cut off in the middle of a character")
    return builder.build(pause)


class _Pieces:
    """A file as libyaml wants it: something to read from."""

    def __init__(self, data: bytes, pause: Callable[[], None]) -> None:
        self._data = data
        self._pause = pause
        self._start = 0

    def read(self, size: int) -> bytes:
        self._pause()
        start = self._start
        self._start = start + size
        return self._data[start : start + size]


class _Builder:
    """Grows the tree from events, one container on the stack for every level."""

    def __init__(self, file: str, lines: Lines, values: int) -> None:
        self.file = file
        self.lines = lines
        self.problems: list[Problem] = []
        self.forbidden: list[Problem] = []
        self.cut = False
        self.limit = values
        self.left = values
        self.root: Node | None = None
        self.top: Listing | Mapping | None = None
        self.key: str | None = None
        self.key_at = 0
        self.stack: list[Listing | Mapping | None] = []
        self.restore: tuple[tuple[str, str], ...] = ()

    def damaged(self, message: str) -> None:
        """Note that the file ends too early."""
        self.cut = True
        end = len(self.lines.text)
        self.problems.append(self._at(end, message, "Restore the file; what is readable is shown"))

    def build(self, pause: Callable[[], None]) -> Tree:
        """Read the whole text."""
        text = self.lines.text
        marker = conflict_marker(text)
        if marker is not None:
            self._refuse(marker, "a conflict of the version control system is unresolved here", "Resolve it")
        try:
            self._grow(yaml.parse(_Pieces(self._for_libyaml(text), pause), Loader=yaml.CLoader))
        except yaml.reader.ReaderError:
            self._stop(unreadable_character(text))
        except yaml.MarkedYAMLError as error:
            self._stop_or_cut(explain(self._complaint(error), self.lines), error)
        if self.forbidden:
            raise NotYamlError(self.forbidden)
        if self.root is None:
            words = "only comments" if text.strip() else "nothing"
            self._refuse(0, f"the file holds {words}", "Write its entries, or delete it")
            raise AssertionError
        return Tree(self.file, self.lines, self.root, tuple(self.problems), self.cut, self.limit - self.left)

    def _for_libyaml(self, text: str) -> bytes:
        """Return the text with stand-ins for what libyaml alone takes for line ends."""
        present = [sign for sign in _LINE_SEPARATORS if sign in text]
        if present:
            free = (chr(code) for code in range(0xE000, 0xF8FF) if chr(code) not in text)
            self.restore = tuple(zip(present, free, strict=False))
            for sign, stand_in in self.restore:
                text = text.replace(sign, stand_in)
        return text.encode("utf-8")

    def _grow(self, events: Iterable[yaml.Event]) -> None:
        scalar, take = yaml.ScalarEvent, self._scalar
        other = self._take_other
        for event in events:
            if type(event) is scalar:
                take(event)
            else:
                other(event)

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        value: str = event.value
        at: int = event.start_mark.index
        if event.anchor is not None or event.tag is not None:
            self._forbid_properties(event)
        if len(value) > TEXT_LIMIT:
            self._refuse(
                at, f"the text has {len(value):,} characters; at most {TEXT_LIMIT:,} are read", "Cut it"
            )
        if self.restore:
            for sign, stand_in in self.restore:
                value = value.replace(stand_in, sign)
        if self.key is None and type(self.top) is Mapping:
            if value == "<<" and not event.style:
                self._forbid(at, "merge keys are not allowed", "Write the keys out")
            self.key = value
            self.key_at = at
        else:
            self._attach(Text(value, at, event.end_mark.index, not event.style))

    def _take_other(self, event: yaml.Event) -> None:
        kind = type(event)
        if kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            self._open(event)
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            assert self.top is not None  # noqa: S101 libyaml pairs its events
            self.top.end = event.end_mark.index
            self.top = self.stack.pop()
        elif kind is yaml.AliasEvent:
            at = event.start_mark.index
            self._forbid(at, f"anchors are not allowed: *{event.anchor} repeats one", "Write the value out")
            self._scalar(
                yaml.ScalarEvent(None, None, (True, False), "", event.start_mark, event.end_mark, style="'")
            )
        elif kind is yaml.DocumentStartEvent:
            self._open_document(event)

    def _open(self, event: yaml.CollectionStartEvent) -> None:
        at: int = event.start_mark.index
        if event.anchor is not None or event.tag is not None:
            self._forbid_properties(event)
        if len(self.stack) >= DEPTH_LIMIT:
            self._refuse(at, f"nested deeper than {DEPTH_LIMIT} levels", "Make it flatter")
        if self.key is None and type(self.top) is Mapping:
            self._refuse(at, "a list or mapping stands where a key is expected", "Put the key in quotes")
        kind = Mapping if type(event) is yaml.MappingStartEvent else Listing
        node = kind(at, bool(event.flow_style))
        self._attach(node)
        self.stack.append(self.top)
        self.top = node

    def _open_document(self, event: yaml.DocumentStartEvent) -> None:
        at = event.start_mark.index
        if event.tags:
            self._forbid(at, "the tag directive %TAG is not allowed", "Remove it")
        if self.root is not None:
            self._refuse(at, "a second document begins here", 'Remove the line "---", or make two files')

    def _attach(self, node: Node) -> None:
        self.left -= 1
        if self.left < 0:
            self._refuse(node.at, f"more than {self.limit:,} values", "Divide the collection")
        top = self.top
        if top is None:
            self.root = node
        elif type(top) is Mapping:
            key = self.key
            assert key is not None  # noqa: S101 a value follows its key
            self.key = None
            if key in top.entries:
                self._duplicate(top, key, node)
            else:
                top.entries[key] = node
                top.keys[key] = self.key_at
        else:
            top.items.append(node)  # type: ignore[union-attr] # mypy does not narrow by `type(...) is`

    def _duplicate(self, mapping: Mapping, key: str, node: Node) -> None:
        if mapping.flow and isinstance(node, Text) and not node.value:
            return  # {1905, 1905}: a set that lacks its quotes, which the reader of the date will say
        first = mapping.keys[key]
        line, _ = self.lines.place(first)
        self.problems.append(
            self._at(
                self.key_at,
                f'the key "{key[:60]}" stands here a second time; the first is in line {line}',
                "Remove one; the first counts",
            )
        )

    def _forbid_properties(self, event: yaml.NodeEvent) -> None:
        at = event.start_mark.index
        if event.anchor is not None:
            self._forbid(
                at, f"anchors are not allowed: &{event.anchor}", "Write the value out where it is needed"
            )
        tag = getattr(event, "tag", None)
        if tag is not None:
            self._forbid(
                at,
                f"the tag {tag[:60]} is not allowed",
                'Remove it; a text that starts with "!" needs quotes',
            )

    def _forbid(self, at: int, message: str, advice: str) -> None:
        self.forbidden.append(self._at(at, message, advice))
        if len(self.forbidden) >= _COMPLAINT_LIMIT:
            raise NotYamlError(self.forbidden)

    def _complaint(self, error: yaml.MarkedYAMLError) -> Complaint:
        end = len(self.lines.text)
        at = min(error.problem_mark.index, end) if error.problem_mark else end
        opened = min(error.context_mark.index, end) if error.context_mark else at
        return Complaint(error.problem or "", at, error.context or "", opened)

    def _stop_or_cut(self, refusal: Refusal, error: yaml.MarkedYAMLError) -> None:
        """Keep what was read where the trouble is only that the file ends; an open quote in its middle is more."""
        text = self.lines.text
        at_the_end = error.problem_mark is None or error.problem_mark.index >= len(text.rstrip())
        if self.root is None or not at_the_end or _NEXT_ENTRY.search(text, refusal.opened + 1):
            self._stop(refusal)
        self.cut = True
        self.problems.append(
            self._at(refusal.at, f"the file ends too early: {refusal.message}", "Complete the file")
        )

    def _stop(self, refusal: Refusal) -> None:
        self._refuse(refusal.at, refusal.message, refusal.advice)

    def _refuse(self, at: int, message: str, advice: str) -> None:
        raise NotYamlError([*self.forbidden, self._at(at, message, advice)])

    def _at(self, at: int, message: str, advice: str) -> Problem:
        return Problem(self.file, *self.lines.place(at), message, advice)
