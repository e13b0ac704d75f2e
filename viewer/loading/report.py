"""Collecting everything that is wrong while a collection is read."""

from collections.abc import Iterable

from viewer.loading.problems import Problem, Severity
from viewer.loading.suggestions import Suggestions
from viewer.loading.tree import Tree

_LIMIT = 20_000  # problems kept; a file of another kind altogether can have millions


class Report:
    """The problems found so far. Beyond 20,000 they are counted, no longer kept."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.suggestions = Suggestions()
        self.left_out = 0

    def error(self, tree: Tree, at: int, message: str, advice: str = "") -> None:
        """Note that something is not as character `at` of the file says it."""
        self.add(tree, at, message, advice, Severity.ERROR)

    def warn(self, tree: Tree, at: int, message: str, advice: str = "") -> None:
        """Note that character `at` of the file may not say what its author meant."""
        self.add(tree, at, message, advice, Severity.WARNING)

    def add(self, tree: Tree, at: int, message: str, advice: str, severity: Severity) -> None:
        """Note a problem at character `at` of the file."""
        if len(self.problems) < _LIMIT:
            self.problems.append(tree.problem(at, message, advice, severity))
        else:
            self.left_out += 1

    def note(self, problem: Problem) -> None:
        """Note a problem whose place is known."""
        if len(self.problems) < _LIMIT:
            self.problems.append(problem)
        else:
            self.left_out += 1

    def all_problems(self) -> tuple[Problem, ...]:
        """Return the problems in the order of their places; the last says how many were left out."""
        found = in_order(self.problems)
        if self.left_out:
            last = Problem("collection.yaml", 1, 1, f"{self.left_out:,} more problems are not listed")
            found.append(last)
        return tuple(found)


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems sorted by place, each once."""
    return sorted(set(problems), key=lambda p: (p.file, p.line, p.column, p.message, p.advice))
