"""Opening a collection: from what is kept of it where its files are the same, else from its files."""

import hashlib
import io
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from viewer import __version__
from viewer.loading.files import SOURCE_LIMIT, YAML_LIMIT, read_inside
from viewer.loading.folder import CollectionFolder, Progress
from viewer.loading.load import Counts, LoadCancelled, Loaded, read_collection
from viewer.loading.paths import PathRefusedError
from viewer.loading.problems import Problem, Severity
from viewer.store.cache import Cache
from viewer.store.compiling import Compiler
from viewer.store.sections import Bytes, DamagedError, Held, OnDisk, Sections
from viewer.store.store import WRONG, Store

FORMAT = f"1 {__version__}"
"""What another version of the program or of the form of sections cannot read."""


def open_collection(
    folder: Path,
    cache: Cache | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Loaded:
    """Open the collection in `folder`: its events are those of a store, which is kept in `cache`.

    Arguments and errors as for `load_collection`. Where the cache cannot be read or written, there is none.
    """
    if cache is None:
        return _in_memory(folder, progress, cancelled)
    reopened = _reopened(folder, cache, cancelled)
    if reopened is not None:
        return reopened
    try:
        return _kept(folder, cache, progress, cancelled)
    except (OSError, DamagedError):
        return _in_memory(folder, progress, cancelled)


def _in_memory(folder: Path, progress: Progress | None, cancelled: Callable[[], bool] | None) -> Loaded:
    file = io.BytesIO()
    loaded = _compiled(folder, file, progress, cancelled)
    return loaded if loaded.collection is None else _with_store(loaded, Held(file.getvalue()))


def _kept(
    folder: Path, cache: Cache, progress: Progress | None, cancelled: Callable[[], bool] | None
) -> Loaded:
    path = cache.path_of(_real(folder))
    with cache.writing(path) as writing:
        loaded = _compiled(folder, writing.file, progress, cancelled)
        writing.is_wanted = loaded.collection is not None
    return loaded if loaded.collection is None else _with_store(loaded, OnDisk(path))


def _compiled(
    folder: Path,
    file: Any,
    progress: Progress | None,
    cancelled: Callable[[], bool] | None,
) -> Loaded:
    names = _names(folder)  # before the files are read: what comes meanwhile is a change
    compiler = Compiler(file)
    loaded = read_collection(folder, compiler, progress, cancelled)
    if loaded.collection is not None:
        more = {
            "problems": [
                (p.file, p.line, p.column, p.message, p.advice, p.severity) for p in loaded.problems
            ],
            "counts": asdict(loaded.counts),
            "incomplete": loaded.incomplete,
        }
        compiler.finish(loaded.collection, more, _key(loaded.collection.folder, names, loaded.digests))
    return loaded


def _with_store(loaded: Loaded, content: Bytes) -> Loaded:
    return replace(loaded, collection=Store(content).collection)


def _reopened(folder: Path, cache: Cache, cancelled: Callable[[], bool] | None) -> Loaded | None:
    """Return what is kept of a collection, None where nothing is, or its files are others by now."""

    def pause() -> None:
        if cancelled is not None and cancelled():
            raise LoadCancelled

    path = cache.path_of(_real(folder))
    try:
        content = OnDisk(path)
        kept = Sections(content).json("key")
        if kept != _key_now(kept, folder, pause):
            return None
        store = Store(content, pause)
        loaded = _loaded(store)
    except OSError:
        return None
    except (DamagedError, *WRONG):
        cache.drop(path)
        return None
    cache.touch(path)
    return loaded


def _loaded(store: Store) -> Loaded:
    more = store.more
    counts = dict(more["counts"])
    by_source = tuple((str(source), int(number)) for source, number in counts.pop("attestations_by_source"))
    problems = [
        Problem(str(file), int(line), int(column), str(message), str(advice), Severity(severity))
        for file, line, column, message, advice, severity in more["problems"]
    ]
    return Loaded(
        store.collection,
        tuple(problems),
        Counts(attestations_by_source=by_source, **{name: int(n) for name, n in counts.items()}),
        tuple(str(name) for name in more["incomplete"]),
    )


def _key(folder: str, names: list[str], digests: dict[str, str]) -> dict[str, Any]:
    """Return what must be the same for a compiled form to hold: program, folder, and every file read."""
    return {"format": FORMAT, "folder": folder, "names": names, "files": digests}


def _key_now(kept: Any, folder: Path, pause: Callable[[], None]) -> dict[str, Any] | None:
    """Return the key that the folder has now, for the files of the key that was kept."""
    if not isinstance(kept, dict) or kept.get("format") != FORMAT or kept.get("folder") != _real(folder):
        return None
    digests = {name: _digest(Path(kept["folder"]), str(name), pause) for name in kept["files"]}
    return _key(kept["folder"], _names(Path(kept["folder"])), digests)


def _names(folder: Path) -> list[str]:
    """Return the files that loading would read, and what it would say of others in the folder."""
    files = CollectionFolder(folder, lambda: None, None)
    return [*files.names(), *map(str, files.problems)]


def _digest(folder: Path, name: str, pause: Callable[[], None]) -> str:
    pause()
    limit = YAML_LIMIT if name.endswith(".yaml") else SOURCE_LIMIT
    try:
        return hashlib.sha256(read_inside(folder, name, limit)).hexdigest()
    except PathRefusedError:
        return ""


def _real(folder: Path) -> str:
    try:
        return str(folder.resolve())
    except (OSError, RuntimeError, ValueError):
        return str(folder)
