"""The tree of one file as it grows, with the limits that no file may exceed."""

from collections.abc import Iterable
from typing import Never

from viewer.loading.lines import Lines
from viewer.loading.problems import Problem
from viewer.loading.tree import Listing, Mapping, Node, Text, Tree

DEPTH_LIMIT = 32
VALUE_LIMIT = 3_000_000
TEXT_LIMIT = 1_048_576
"""Characters of one text."""

_COMPLAINT_LIMIT = 20  # of forbidden constructs, in one file


class NotYamlError(Exception):
    """A file that is refused as a whole, with every reason found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


class TreeBuilder:
    """Takes texts and the edges of lists and mappings in the order of the file; offsets are characters."""

    def __init__(self, file: str, lines: Lines, values: int) -> None:
        self._file = file
        self._lines = lines
        self._limit = self._left = values
        self._problems: list[Problem] = []
        self._forbidden: list[Problem] = []
        self._cut = False
        self._top: Listing | Mapping | None = None
        self._stack: list[Listing | Mapping | None] = []
        self._key: str | None = None
        self._key_at = 0
        self.root: Node | None = None

    def tree(self) -> Tree:
        """Return the tree. Raises NotYamlError where something forbidden was met, or nothing at all."""
        if self._forbidden:
            raise NotYamlError(self._forbidden)
        if self.root is None:
            words = "only comments" if self._lines.text.strip() else "nothing"
            self.refuse(0, f"the file holds {words}", "Write its entries, or delete it")
        problems, used = tuple(self._problems), self._limit - self._left
        return Tree(self._file, self._lines, self.root, problems, self._cut, used)

    def text(self, value: str, at: int, end: int, plain: bool) -> None:  # noqa: FBT001 (half a million calls)
        """Add a text, as a value or as a key."""
        if len(value) > TEXT_LIMIT:
            self.refuse(
                at, f"the text has {len(value):,} characters; at most {TEXT_LIMIT:,} are read", "Cut it"
            )
        if self._key is None and type(self._top) is Mapping:
            if plain and value == "<<":
                self.forbid(at, "merge keys are not allowed", "Write the keys out")
            self._key = value
            self._key_at = at
        else:
            self._attach(Text(value, at, end, plain))

    def open(self, node: Listing | Mapping) -> None:
        """Add an empty list or mapping; what follows goes into it."""
        if len(self._stack) >= DEPTH_LIMIT:
            self.refuse(node.at, f"nested deeper than {DEPTH_LIMIT} levels", "Make it flatter")
        if self._key is None and type(self._top) is Mapping:
            self.refuse(node.at, "a list or mapping stands where a key is expected", "Put the key in quotes")
        self._attach(node)
        self._stack.append(self._top)
        self._top = node

    def close(self, end: int) -> None:
        """End the innermost list or mapping."""
        if self._top is not None:
            self._top.end = end
            self._top = self._stack.pop()

    def cut_off(self, at: int, message: str, advice: str) -> None:
        """Note that the file ends too early; what was read counts."""
        self._cut = True
        self._problems.append(self._at(at, message, advice))

    def forbid(self, at: int, message: str, advice: str) -> None:
        """Note what makes the file unacceptable, and read on for more of it."""
        self._forbidden.append(self._at(at, message, advice))
        if len(self._forbidden) >= _COMPLAINT_LIMIT:
            raise NotYamlError(self._forbidden)

    def refuse(self, at: int, message: str, advice: str) -> Never:
        """Raise NotYamlError."""
        raise NotYamlError([*self._forbidden, self._at(at, message, advice)])

    def _attach(self, node: Node) -> None:
        self._left -= 1
        if self._left < 0:
            self.refuse(node.at, f"more than {self._limit:,} values", "Divide the collection")
        top = self._top
        if top is None:
            self.root = node
        elif type(top) is Listing:
            top.items.append(node)
        elif type(top) is Mapping and self._key is not None:
            key, self._key = self._key, None
            if key in top.entries:
                self._duplicate(top, key, node)
            else:
                top.entries[key] = node
                top.keys[key] = self._key_at

    def _duplicate(self, mapping: Mapping, key: str, node: Node) -> None:
        if mapping.flow and isinstance(node, Text) and not node.value:
            return  # {1905, 1905}: a set that lacks its quotes, which the reader of the date will say
        line, _ = self._lines.place(mapping.keys[key])
        self._problems.append(
            self._at(
                self._key_at,
                f'the key "{key[:60]}" stands here a second time; the first is in line {line}',
                "Remove one; the first counts",
            )
        )

    def _at(self, at: int, message: str, advice: str) -> Problem:
        return Problem(self._file, *self._lines.place(at), message, advice)
