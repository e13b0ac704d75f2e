"""Ids: unique among their kind, well formed, told apart by eye, and referred to only where they exist."""

import re
from collections.abc import Iterable

from viewer.loading.fields import Fields
from viewer.loading.problems import Problem, Severity, excerpt
from viewer.loading.report import Report
from viewer.loading.suggestions import look_alikes, telling_character
from viewer.loading.tree import Text, Tree

_PART = (1 << 28) - 1  # a line, or a column
_FORM = re.compile(r"[^\W_]+(-[^\W_]+)*")


class Ids:
    """The ids of one collection by kind ("event", "person", ...), and the places that refer to them."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._files: dict[str, int] = {}
        self._known: dict[str, dict[str, int]] = {}
        self._numbers: dict[tuple[str, str], int] = {}
        self._uses: list[tuple[str, str, int]] = []

    def define(self, kind: str, fields: Fields, fallback: str) -> str:
        """Return the record's own id; where it lacks one or repeats one, a made-up id, and a problem.

        `fallback` is what the id is made up from.
        """
        known = self._known.setdefault(kind, {})
        node = fields.scalar("id")
        if node is None:
            return self._unused(kind, fallback, fields.tree, fields.at)
        word = node.value
        if not _FORM.fullmatch(word) or word != word.lower():
            self._report.error(
                fields.tree, node.at, f"the id {excerpt(word)} is not well formed",
                "Use small letters and digits, with single hyphens between words",
            )  # fmt: skip
        if word in known:
            first, line, _ = self._place(known[word])
            self._report.error(
                fields.tree, node.at, f"{kind} {excerpt(word)} stands here a second time; "
                f"the first is in {first}, line {line}", "Give it an id of its own",
            )  # fmt: skip
            return self._unused(kind, word, fields.tree, node.at)
        known[word] = self._site(fields.tree, node.at)
        return word

    def use(self, kind: str, node: Text, tree: Tree) -> str:
        """Note that a record refers to the id in `node`; return the id."""
        if node.value not in self._known.get(kind, ()):  # it may still be defined
            self._uses.append((kind, node.value, self._site(tree, node.at)))
        return node.value

    def use_all(self, kind: str, nodes: Iterable[Text], tree: Tree) -> tuple[str, ...]:
        """Note references to several ids of a kind that has been read; return the known ones, each once."""
        known = self._known.get(kind, {})
        return tuple(dict.fromkeys(word for node in nodes if (word := self.use(kind, node, tree)) in known))

    def known(self, kind: str) -> list[str]:
        """Return the ids of a kind, in the order of the files."""
        return list(self._known.get(kind, ()))

    def check(self) -> None:
        """Report references to nothing, and ids that look alike."""
        for kind, word, site in self._uses:
            known = self._known.get(kind, {})
            if word not in known:
                near = self._report.suggestions.did_you_mean(word, kind, known)
                message = f"there is no {kind} {excerpt(word)}{near}"
                self._report.note(Problem(*self._place(site), message, f"Correct the id, or add the {kind}"))
        for kind, known in self._known.items():
            for first, later in look_alikes(known):
                file, line, _ = self._place(known[first])
                sign = telling_character(later, first) or telling_character(first, later)
                message = (
                    f"the {kind} {excerpt(later)} looks like {excerpt(first)} of {file}, "
                    f"line {line}, but differs in {sign}"
                )
                place = self._place(known[later])
                self._report.note(Problem(*place, message, "Use one of them for both", Severity.WARNING))

    def _site(self, tree: Tree, at: int) -> int:
        """Return a place as one number: a million of them are kept, and no tree for their sake."""
        line, column = tree.lines.place(at)
        return (self._files.setdefault(tree.file, len(self._files)) << 56) | (line << 28) | column

    def _place(self, site: int) -> tuple[str, int, int]:
        return list(self._files)[site >> 56], (site >> 28) & _PART, site & _PART

    def _unused(self, kind: str, word: str, tree: Tree, at: int) -> str:
        known = self._known[kind]
        candidate = word
        number = self._numbers.get((kind, word), 2)
        while candidate in known:
            candidate = f"{word}-{number}"
            number += 1
        self._numbers[kind, word] = (
            number  # a thousand equal ids must not be counted through a thousand times
        )
        known[candidate] = self._site(tree, at)
        return candidate
