"""What is remembered between two runs: our own JSON, versioned, checksummed, read with distrust.

No QSettings: up to Qt 6.11 its `value` unpickles what the file says.
"""

import contextlib
import hashlib
import json
import math
import os
import stat
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Self

from viewer.loading.atomic import atomic_write
from viewer.session.kept_lanes import arrangements_of
from viewer.session.second_view import SecondView, read_second_view
from viewer.timeline.axis.languages import AXIS_LANGUAGES
from viewer.timeline.lanes.arrangement import Arrangement
from viewer.timeline.viewport import FARTHEST, LONGEST_SPAN, SHORTEST_SPAN

VERSION = 1
LARGEST_FILE = 8_000_000
"""Bytes: a larger state file is not ours."""

RECENTS = 10

MOST_OPENED = 1_000
"""Stretches of time of one collection, opened one by one, that are taken over."""

FAILED_STARTS = 2
THEMES = ("auto", "light", "dark", "contrast")
AXES = tuple(AXIS_LANGUAGES)


_DAMAGE = (ValueError, TypeError, LookupError, AttributeError, ArithmeticError, RecursionError)


class UnreadableStateError(ValueError):
    """What is wrong with a state file, as half a sentence for the user."""


@dataclass(frozen=True, slots=True)
class View:
    """How a collection was left: the selected event's id, and the first day and the span in view in days.

    `lanes` are the arrangements that were chosen, the present one first; none where nothing was.
    `second` is the second view of time, None where the timeline was not split. `folded`: empty stretches of
    time were folded but those in `opened`, each its first day and the one after its last; the days are those
    of the past all the same.
    """

    start: float
    span: float
    selected: str = ""
    lanes: tuple[Arrangement, ...] = ()
    second: SecondView | None = None
    folded: bool = False
    opened: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class State:
    """Window geometry is x, y, width, height in pixels; `split` is the share of the width that time has.

    `theme` is one of THEMES, `axis` the language of its words, one of AXES.
    """

    geometry: tuple[int, int, int, int] | None = None
    maximized: bool = False
    split: float = 0.66
    pane: bool = True
    theme: str = "auto"
    axis: str = "en"
    recents: tuple[str, ...] = ()
    views: Mapping[str, View] = field(default_factory=dict)

    def opened(self, folder: str) -> Self:
        """Return the state with `folder` as the most recent collection."""
        return replace(self, recents=(folder, *(r for r in self.recents if r != folder))[:RECENTS])

    def left(self, folder: str, view: View) -> Self:
        """Return the state that knows how the collection in `folder` was left."""
        kept = {key: value for key, value in self.views.items() if key in self.recents or key == folder}
        return replace(self, views={**kept, folder: view})


@dataclass(frozen=True, slots=True)
class Restored:
    """A state read at the start; `trouble` is one sentence for the user, "" where all went well."""

    state: State
    trouble: str = ""


def write_state(path: Path, state: State) -> None:
    """Write the state atomically. Raises OSError where that cannot be done."""
    body = asdict(state)
    path.parent.mkdir(parents=True, exist_ok=True)
    wrapped = {"version": VERSION, "checksum": _checksum(body), "state": body}
    atomic_write(path, json.dumps(wrapped, indent=1, default=sorted).encode())


def read_state(path: Path) -> Restored:
    """Read the state; whatever is wrong with the file leads to defaults, and the file is kept aside."""
    try:
        if not path.exists():
            return Restored(State())
        return Restored(_state_of(json.loads(_content(path))))
    except OSError as error:
        return Restored(State(), _set_aside(path, error.strerror or "it cannot be opened"))
    except UnreadableStateError as error:
        return Restored(State(), _set_aside(path, str(error)))
    except _DAMAGE:
        return Restored(State(), _set_aside(path, "the file is damaged"))


def begin_start(path: Path) -> str:
    """Leave a mark that a start is under way; after two failed starts, set the state aside and say so."""
    mark = _mark(path)
    try:
        failed = int(_content(mark)) if mark.exists() else 0
    except (OSError, ValueError):
        failed = 0
    trouble = ""
    if failed >= FAILED_STARTS and path.exists():
        trouble = _set_aside(path, f"the last {failed} starts failed")
        failed = 0
    try:
        mark.parent.mkdir(parents=True, exist_ok=True)
        atomic_write(mark, str(failed + 1).encode())
    except OSError as error:
        reason = f"{error.strerror or error} ({mark.parent})"
        return trouble or f"What the window looks like cannot be kept: {reason}."
    return trouble


def end_start(path: Path) -> None:
    """Take the mark away: the start succeeded. Where it cannot be, nothing can be kept, which was said."""
    with contextlib.suppress(OSError):
        _mark(path).unlink(missing_ok=True)


def _content(path: Path) -> str:
    """Return a regular file's text; a pipe in its place is not waited for."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise UnreadableStateError("it is no regular file")
        content = file.read(LARGEST_FILE + 1)
    if len(content) > LARGEST_FILE:
        raise UnreadableStateError("it is far too large")
    return content.decode("utf-8")


def _mark(path: Path) -> Path:
    return path.with_name("starting")


def _set_aside(path: Path, reason: str) -> str:
    kept = path.with_name(f"{path.stem}.bad-{time.strftime('%Y-%m-%d-%H%M%S')}{path.suffix}")
    try:
        path.replace(kept)
    except OSError:
        return f"The remembered window is not restored: {reason}. The defaults are used."
    return (
        f"The remembered window is not restored: {reason}. The defaults are used; {kept.name} keeps the old."
    )


def _checksum(body: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(body, sort_keys=True, default=sorted).encode()).hexdigest()


def _state_of(wrapped: Any) -> State:
    if wrapped["version"] != VERSION:
        raise UnreadableStateError("it is of another version of the program")
    body = wrapped["state"]
    if wrapped["checksum"] != _checksum(body):
        raise UnreadableStateError("its checksum does not fit")
    geometry = body["geometry"]
    return State(
        geometry=None if geometry is None else _geometry(geometry),
        maximized=body["maximized"] is True,
        split=min(max(_finite(body["split"]), 0.1), 0.95),
        pane=body["pane"] is not False,
        theme=body["theme"] if body["theme"] in THEMES else "auto",
        axis=axis if (axis := body.get("axis")) in AXES else "en",
        recents=tuple(_text(folder) for folder in body["recents"][:RECENTS]),
        views={key: _view(value) for key, value in dict(body["views"]).items()},
    )


def _geometry(values: Any) -> tuple[int, int, int, int]:
    x, y, width, height = (max(-100_000, min(100_000, int(_finite(value)))) for value in values)
    return x, y, max(width, 200), max(height, 150)


def _view(value: Any) -> View:
    span = min(max(_finite(value["span"]), SHORTEST_SPAN), LONGEST_SPAN)
    start = min(max(_finite(value["start"]), -FARTHEST), FARTHEST)
    return View(
        start,
        span,
        _text(value["selected"]),
        arrangements_of(value.get("lanes", ())),
        read_second_view(value.get("second")),
        value.get("folded") is True,
        tuple(_days(pair) for pair in value.get("opened", ())[:MOST_OPENED]),
    )


def _days(value: Any) -> tuple[int, int]:
    first, last = value
    if type(first) is not int or type(last) is not int:
        raise UnreadableStateError("it holds something else where a day should be")
    return first, last


def _finite(value: Any) -> float:
    if not isinstance(value, int | float) or not math.isfinite(value):
        raise UnreadableStateError("it holds something else where a number should be")
    return float(value)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise UnreadableStateError("it holds something else where a text should be")
    return value
