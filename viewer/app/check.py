"""What is wrong with a collection, how much does it hold, and how much of its sources does it account for?"""

from pathlib import Path

from viewer.app.coverage_report import coverage_as_json, coverage_lines
from viewer.app.output import say, say_json
from viewer.loading.load import Loaded, load_collection
from viewer.loading.problems import Problem, Severity
from viewer.loading.report import in_order
from viewer.model.consistency import contradictions
from viewer.model.coverage import Coverage, coverage
from viewer.model.records import Collection


def check(folder: Path, *, as_json: bool, with_coverage: bool = False) -> int:
    """Print every problem of the collection in `folder` and the counts; return 0 without problems, else 1.

    Contradictions within the collection are problems too. With coverage, so is every gap in it.
    """
    loaded = load_collection(folder)
    collection = loaded.collection
    problems = list(loaded.problems)
    measured = None
    if collection is not None:
        problems = in_order([*problems, *_contradictions(collection)])
        measured = coverage(collection) if with_coverage else None
    if as_json:
        say_json(_report(loaded, problems, measured))
    else:
        _print(loaded, problems, measured)
    sound = collection is not None and not problems and (measured is None or measured.complete)
    return 0 if sound else 1


def _contradictions(collection: Collection) -> list[Problem]:
    return [
        Problem(at.file, at.line, at.column, finding.message, finding.advice, Severity.WARNING)
        for finding in contradictions(collection)
        for at in (finding.event.at,)
    ]


def _print(loaded: Loaded, problems: list[Problem], measured: Coverage | None) -> None:
    for problem in problems:
        say(str(problem))
    for line in () if measured is None else coverage_lines(measured):
        say(line)
    say(_summary(loaded, len(problems)))


def _report(loaded: Loaded, problems: list[Problem], measured: Coverage | None) -> dict[str, object]:
    counts = loaded.counts
    report: dict[str, object] = {
        "problems": [
            {
                "file": problem.file,
                "line": problem.line,
                "column": problem.column,
                "message": problem.message,
                "advice": problem.advice,
                "severity": str(problem.severity),
            }
            for problem in problems
        ],
        "events": counts.events,
        "attestations": counts.attestations,
        "attestations_by_source": dict(counts.attestations_by_source),
        "contested": counts.contested,
    }
    if measured is not None:
        report["coverage"] = coverage_as_json(measured)
    return report


def _summary(loaded: Loaded, number: int) -> str:
    words = {0: "No problem.", 1: "1 problem."}.get(number, f"{number} problems.")
    if loaded.collection is None:
        return f"{words} The collection cannot be opened."
    counts = loaded.counts
    sources = ", ".join(f"{source} {cited}" for source, cited in counts.attestations_by_source)
    return (
        f"{words} {counts.events} events, {counts.contested} of them contested; "
        f"{counts.attestations} attestations{f': {sources}' if sources else ''}."
    )
