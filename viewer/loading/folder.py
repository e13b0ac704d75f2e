"""The files that make up a collection, each read into its tree."""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

from viewer.loading.files import YAML_LIMIT, read_inside
from viewer.loading.nodes import VALUE_LIMIT, NotYamlError, read_tree
from viewer.loading.paths import PathRefusedError, resolve_inside
from viewer.loading.problems import Problem, Severity
from viewer.loading.suggestions import Suggestions
from viewer.loading.tree import Tree
from viewer.model.visible import visible_line

Progress = Callable[[int, int, str], None]

HEADER = "collection.yaml"
EVENTS = "events"
REQUIRED = (HEADER, "sources.yaml")
OPTIONAL = ("people.yaml", "places.yaml", "aspects.yaml", "tours.yaml")
FILE_LIMIT = 5_000
"""Files in the folder of events."""

COLLECTION_LIMIT = 60_000_000
"""Texts, lists and mappings of all files together: some three million events."""


class CollectionFolder:
    """The YAML files of one collection, read one by one.

    `folder` is its real path once `names` has found it. `digests` has the SHA-256 of each file read. Every
    reason why one could not be read is in `problems`.
    """

    def __init__(self, folder: Path, pause: Callable[[], None], progress: Progress | None) -> None:
        self.folder = folder
        self.problems: list[Problem] = []
        self.event_files: list[str] = []
        self.digests: dict[str, str] = {}
        self._is_refused = False
        self._left = COLLECTION_LIMIT
        self._pause = pause
        self._progress = progress
        self._done = 0
        self._steps = 1

    def names(self) -> list[str]:
        """Return the files to be read, relative to the folder, those of events last.

        None of them, and a problem, where the folder cannot be read.
        """
        try:
            names = self._names()
        except PathRefusedError as error:
            self._is_refused = True
            self.problems.append(Problem(HEADER, 1, 1, error.message, error.advice))
            return []
        self._steps = 2 * len(names) + 1
        return names

    def tree(self, name: str) -> Tree | None:
        """Return the tree of a file, None where it cannot be read."""
        self.step(f"reading {name}")
        try:
            data = read_inside(self.folder, name, YAML_LIMIT)
            self.digests[name] = hashlib.sha256(data).hexdigest()
            tree = read_tree(name, data, values=min(VALUE_LIMIT, self._left), pause=self._pause)
        except PathRefusedError as error:
            self.problems.append(Problem(name, 1, 1, error.message, error.advice))
        except NotYamlError as error:
            self.problems.extend(error.problems)
        else:
            self._left -= tree.values
            self.problems.extend(tree.problems)
            return tree
        self._is_refused = True
        return None

    def is_refused(self) -> bool:
        """Whether the folder, or a file so far, could not be read at all."""
        return self._is_refused

    def step(self, words: str) -> None:
        """Tell that the next step begins."""
        self._pause()
        if self._progress is not None:
            self._progress(self._done, self._steps, visible_line(words))
        self._done += 1

    def _names(self) -> list[str]:
        """Return the files to be read, relative to the folder, in their order. Raises PathRefusedError."""
        self.folder = _real_folder(self.folder)
        here = set(self._entries(self.folder, ""))
        names = [name for name in (*REQUIRED, *OPTIONAL) if name in here or name in REQUIRED]
        self._warn_unread(here - {*REQUIRED, *OPTIONAL}, "", (*REQUIRED, *OPTIONAL))
        if EVENTS not in here:
            self._complain(
                HEADER, 'the collection has no folder "events"', "Add it, with events in .yaml files"
            )
            return names
        events = self.folder / EVENTS
        if not resolve_inside(self.folder, EVENTS).is_dir():
            raise PathRefusedError('"events" is not a folder', "Put a folder with .yaml files in its place")
        found = sorted(self._entries(events, f"{EVENTS}/"))
        if len(found) > FILE_LIMIT:
            raise PathRefusedError(f'"events" holds more than {FILE_LIMIT:,} files', "Put events together")
        self.event_files = [f"{EVENTS}/{name}" for name in found if name.endswith(".yaml")]
        self._warn_unread({name for name in found if not name.endswith(".yaml")}, f"{EVENTS}/", ())
        if not self.event_files:
            self._complain(HEADER, 'the folder "events" holds no .yaml file', "Add one")
        return names + self.event_files

    @staticmethod
    def _entries(folder: Path, prefix: str) -> Iterator[str]:
        try:
            for path in folder.iterdir():
                if not path.name.startswith("."):
                    yield path.name
        except OSError as error:
            raise PathRefusedError(
                f'the folder "{prefix or folder.name}" cannot be read: {error.strerror}', "Check its rights"
            ) from error

    def _warn_unread(self, names: set[str], prefix: str, known: tuple[str, ...]) -> None:
        """Say so of files that look as if they belonged to the collection and are not read."""
        for name in sorted(names):
            if not name.lower().endswith((".yaml", ".yml")):
                continue
            near = Suggestions().did_you_mean(name, "files", known) if known else ""
            advice = "Rename it" if near or not known else "Put events into the folder events/"
            if not known:
                advice = "Rename it so that it ends in .yaml"
            self._complain(f"{prefix}{name}", f"this file is not read{near}", advice, Severity.WARNING)

    def _complain(self, file: str, message: str, advice: str, severity: Severity = Severity.ERROR) -> None:
        self.problems.append(Problem(file, 1, 1, message, advice, severity))


def _real_folder(folder: Path) -> Path:
    advice = "Name the folder that holds collection.yaml"
    try:
        real = folder.resolve(strict=True)
        if real.is_dir():
            return real
    except FileNotFoundError as error:
        raise PathRefusedError(f'there is no folder "{folder}"', advice) from error
    except (OSError, RuntimeError, ValueError) as error:  # RuntimeError: a loop of links, up to Python 3.12
        raise PathRefusedError(f'the folder "{folder}" cannot be opened: {error}', advice) from error
    raise PathRefusedError(f'"{folder}" is not a folder', advice)
