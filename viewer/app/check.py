"""What is wrong with a collection, and how much does it hold?"""

from pathlib import Path

from viewer.app.output import say, say_json
from viewer.loading.load import Loaded, load_collection


def check(folder: Path, *, as_json: bool) -> int:
    """Print every problem of the collection in `folder` and the counts; return 0 without problems, else 1."""
    loaded = load_collection(folder)
    if as_json:
        say_json(_report(loaded))
    else:
        for problem in loaded.problems:
            say(str(problem))
        say(_summary(loaded))
    return 1 if loaded.problems or loaded.collection is None else 0


def _report(loaded: Loaded) -> dict[str, object]:
    counts = loaded.counts
    return {
        "problems": [
            {
                "file": problem.file,
                "line": problem.line,
                "column": problem.column,
                "message": problem.message,
                "advice": problem.advice,
                "severity": str(problem.severity),
            }
            for problem in loaded.problems
        ],
        "events": counts.events,
        "attestations": counts.attestations,
        "attestations_by_source": dict(counts.attestations_by_source),
        "contested": counts.contested,
    }


def _summary(loaded: Loaded) -> str:
    number = len(loaded.problems)
    words = {0: "No problem.", 1: "1 problem."}.get(number, f"{number} problems.")
    if loaded.collection is None:
        return f"{words} The collection cannot be opened."
    counts = loaded.counts
    sources = ", ".join(f"{source} {cited}" for source, cited in counts.attestations_by_source)
    return (
        f"{words} {counts.events} events, {counts.contested} of them contested; "
        f"{counts.attestations} attestations{f': {sources}' if sources else ''}."
    )
