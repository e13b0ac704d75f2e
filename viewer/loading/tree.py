"""What a YAML file holds, before it means anything: texts, lists and mappings with their places."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from viewer.loading.lines import Lines
from viewer.loading.problems import Problem, Severity

_COMMENT = re.compile(r"[ \t]+(#[^\r\n]*)")

# The three kinds of node are not frozen: half a million are built for ten thousand events, and freezing
# doubles the cost of each. Nothing changes them once the tree stands.


@dataclass(slots=True)
class Text:
    """A scalar, exactly as typed whatever it looks like. `at` and `end` are characters of the file's text."""

    value: str
    at: int
    end: int
    plain: bool


@dataclass(slots=True)
class Listing:
    """A sequence; `flow` when written in square brackets. `end` is 0 where the file was cut off inside."""

    at: int
    flow: bool
    items: list["Node"] = field(default_factory=list)
    end: int = 0


@dataclass(slots=True)
class Mapping:
    """Keys and their values in the order of the file; `keys` holds where each key stands."""

    at: int
    flow: bool
    entries: dict[str, "Node"] = field(default_factory=dict)
    keys: dict[str, int] = field(default_factory=dict)
    end: int = 0


Node = Text | Listing | Mapping


@dataclass(frozen=True, slots=True)
class Tree:
    """One file read. `problems` are those of its YAML; `cut` tells that it ends too early."""

    file: str
    lines: Lines
    root: Node
    problems: Sequence[Problem] = ()
    cut: bool = False
    values: int = 0

    def problem(
        self, at: int, message: str, advice: str = "", severity: Severity = Severity.ERROR
    ) -> Problem:
        """Return a problem that stands at character `at` of the file."""
        return Problem(self.file, *self.lines.place(at), message, advice, severity)

    def written(self, node: Node) -> str:
        """Return the characters of the file that make up `node`, quotation marks and brackets included."""
        return self.lines.text[node.at : node.end] if node.end > node.at else ""

    def swallowed_comment(self, node: Text) -> str:
        """Return the comment right behind a text without quotes, which its author may have meant as text."""
        if not node.plain:
            return ""
        found = _COMMENT.match(self.lines.text, node.end)
        return found[1] if found else ""

    def index_within(self, node: Text, position: int) -> int:
        """Return where character `position` of the node's value stands in the file.

        Where escapes or folded lines make that unclear, it is where the node begins.
        """
        first = node.at if node.plain else node.at + 1
        text = self.lines.text
        return first + position if text.startswith(node.value, first) else node.at
