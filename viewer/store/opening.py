"""Opening a collection: from what is kept of it where its files are the same, else from its files."""

import contextlib
import hashlib
import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from viewer import __version__
from viewer.loading.files import SOURCE_LIMIT, YAML_LIMIT, read_inside
from viewer.loading.folder import CollectionFolder, Progress
from viewer.loading.load import LoadCancelled, Loaded, read_collection
from viewer.loading.paths import PathRefusedError
from viewer.store.cache import Cache
from viewer.store.compiling import Compiler
from viewer.store.loaded_coding import loaded_of, loaded_row
from viewer.store.reading_apart import NotReadError, read_apart
from viewer.store.sections import Bytes, DamagedError, Held, OnDisk, Sections
from viewer.store.store import WRONG, Store

FORMAT = f"1 {__version__}"
"""What another version of the program or of the form of sections cannot read."""

APART = 8_000_000
"""Bytes of YAML (20,000 events, 3 s) from which on a process of their own reads them: it costs 0.2 s."""


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
        if _yaml_size(folder) >= APART:
            with contextlib.suppress(NotReadError):
                return _read_apart(folder, cache, progress, cancelled)
        loaded = compile_into(cache, folder, progress, cancelled)
        return loaded if loaded.collection is None else _with_store(loaded, OnDisk(_path(cache, folder)))
    except (OSError, DamagedError):
        return _in_memory(folder, progress, cancelled)


def compile_into(
    cache: Cache, folder: Path, progress: Progress | None, cancelled: Callable[[], bool] | None
) -> Loaded:
    """Read the collection in `folder` and keep its compiled form in `cache`; the one returned has no events.

    Arguments as for `open_collection`. Raises LoadCancelled, and OSError where the cache cannot be written.
    Of what cannot be read nothing is kept.
    """
    with cache.writing(_path(cache, folder)) as writing:
        loaded = _compiled(folder, writing.file, progress, cancelled)
        writing.is_wanted = loaded.collection is not None
    return loaded


def _read_apart(
    folder: Path, cache: Cache, progress: Progress | None, cancelled: Callable[[], bool] | None
) -> Loaded:
    path = _path(cache, folder)
    loaded = read_apart(folder, cache, path, progress, cancelled)
    if loaded is not None:
        return loaded
    try:
        content = OnDisk(path)
        # What was saved while it was read is a change to be read next, as when it is read here.
        kept = Sections(content).json("key")
        if kept["format"] != FORMAT or kept["folder"] != _real(folder):
            raise NotReadError("it was kept by another program")
        store = Store(content)
        return loaded_of(store.more, store.collection)
    except (DamagedError, *WRONG) as error:
        raise NotReadError("what was kept is damaged") from error


def _in_memory(folder: Path, progress: Progress | None, cancelled: Callable[[], bool] | None) -> Loaded:
    file = io.BytesIO()
    loaded = _compiled(folder, file, progress, cancelled)
    return loaded if loaded.collection is None else _with_store(loaded, Held(file.getvalue()))


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
        key = _key(loaded.collection.folder, names, loaded.digests)
        compiler.finish(loaded.collection, loaded_row(loaded), key)
    return loaded


def _with_store(loaded: Loaded, content: Bytes) -> Loaded:
    return replace(loaded, collection=Store(content).collection)


def _reopened(folder: Path, cache: Cache, cancelled: Callable[[], bool] | None) -> Loaded | None:
    """Return what is kept of a collection, None where nothing is, or its files are others by now."""

    def pause() -> None:
        if cancelled is not None and cancelled():
            raise LoadCancelled

    path = _path(cache, folder)
    try:
        content = OnDisk(path)
        kept = Sections(content).json("key")
        if kept != _key_now(kept, folder, pause):
            return None
        store = Store(content, pause)
        loaded = loaded_of(store.more, store.collection)
    except OSError:
        return None
    except (DamagedError, *WRONG):
        cache.drop(path)
        return None
    cache.touch(path)
    return loaded


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


def _yaml_size(folder: Path) -> int:
    """Return the bytes of YAML that would be read."""
    files = CollectionFolder(folder, lambda: None, None)
    sizes = (_size(files.folder / name) for name in files.names())
    return sum(size for size in sizes if size <= YAML_LIMIT)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except (OSError, ValueError):
        return 0


def _digest(folder: Path, name: str, pause: Callable[[], None]) -> str:
    pause()
    limit = YAML_LIMIT if name.endswith(".yaml") else SOURCE_LIMIT
    try:
        return hashlib.sha256(read_inside(folder, name, limit)).hexdigest()
    except PathRefusedError:
        return ""


def _path(cache: Cache, folder: Path) -> Path:
    return cache.path_of(_real(folder))


def _real(folder: Path) -> str:
    try:
        return str(folder.resolve())
    except (OSError, RuntimeError, ValueError):
        return str(folder)
