"""What reading has come to, but for the collection itself, as JSON has it, and back."""

from dataclasses import asdict
from typing import Any

from viewer.loading.load import Counts, Loaded
from viewer.loading.problems import Problem, Severity
from viewer.model.records import Collection


def loaded_row(loaded: Loaded) -> dict[str, Any]:
    """Return problems, counts and incomplete files; digests are not kept."""
    return {
        "problems": [(p.file, p.line, p.column, p.message, p.advice, p.severity) for p in loaded.problems],
        "counts": asdict(loaded.counts),
        "incomplete": loaded.incomplete,
    }


def loaded_of(row: dict[str, Any], collection: Collection | None) -> Loaded:
    """Return what `row` tells, with `collection`. For another row one of `store.WRONG` is raised."""
    counts = dict(row["counts"])
    by_source = tuple((str(source), int(number)) for source, number in counts.pop("attestations_by_source"))
    problems = [
        Problem(str(file), int(line), int(column), str(message), str(advice), Severity(severity))
        for file, line, column, message, advice, severity in row["problems"]
    ]
    return Loaded(
        collection,
        tuple(problems),
        Counts(attestations_by_source=by_source, **{name: int(n) for name, n in counts.items()}),
        tuple(str(name) for name in row["incomplete"]),
    )
