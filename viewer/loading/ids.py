"""Ids: unique among their kind, well formed, told apart by eye, and referred to only where they exist."""

import re
from collections.abc import Iterable

from viewer.loading.fields import Fields
from viewer.loading.problems import excerpt
from viewer.loading.report import Report
from viewer.loading.suggestions import look_alikes, telling_character
from viewer.loading.tree import Text, Tree

_FORM = re.compile(r"[^\W_]+(-[^\W_]+)*")


class Ids:
    """The ids of one collection by kind ("event", "person", ...), and the places that refer to them."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._known: dict[str, dict[str, tuple[Tree, int]]] = {}
        self._numbers: dict[tuple[str, str], int] = {}
        self._uses: list[tuple[str, str, Tree, int]] = []

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
            tree, at = known[word]
            line, _ = tree.lines.place(at)
            self._report.error(
                fields.tree, node.at, f"{kind} {excerpt(word)} stands here a second time; "
                f"the first is in {tree.file}, line {line}", "Give it an id of its own",
            )  # fmt: skip
            return self._unused(kind, word, fields.tree, node.at)
        known[word] = fields.tree, node.at
        return word

    def use(self, kind: str, node: Text, tree: Tree) -> str:
        """Note that a record refers to the id in `node`; return the id."""
        self._uses.append((kind, node.value, tree, node.at))
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
        for kind, word, tree, at in self._uses:
            known = self._known.get(kind, {})
            if word not in known:
                near = self._report.suggestions.did_you_mean(word, kind, known)
                self._report.error(
                    tree,
                    at,
                    f"there is no {kind} {excerpt(word)}{near}",
                    f"Correct the id, or add the {kind}",
                )
        for kind, known in self._known.items():
            for first, later in look_alikes(known):
                tree, at = known[later]
                other, other_at = known[first]
                line, _ = other.lines.place(other_at)
                sign = telling_character(later, first) or telling_character(first, later)
                self._report.warn(
                    tree, at, f"the {kind} {excerpt(later)} looks like {excerpt(first)} of {other.file}, "
                    f"line {line}, but differs in {sign}", "Use one of them for both",
                )  # fmt: skip

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
        known[candidate] = tree, at
        return candidate
