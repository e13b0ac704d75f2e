"""Reading a large collection in a process of its own, so that what reading needs ends with that process.

A million records made and dropped in the window's own process leave its memory in pieces that are never given
back, and hold its answers up meanwhile. The process is `reading_process`; a pipe each way is all they share.
A plain program rather than multiprocessing: that would import the window's own main module a second time.
"""

import contextlib
import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

from viewer.loading.folder import Progress
from viewer.loading.load import LoadCancelled, Loaded
from viewer.store.cache import Cache
from viewer.store.loaded_coding import loaded_of

PROGRAM = Path(__file__).with_name("reading_process.py")

START = 30.0
"""Seconds for the process to say its first word."""

_LOOK = 0.03  # seconds between two looks at whether the user has cancelled
_END = 5.0  # seconds for a killed process to be gone


class NotReadError(Exception):
    """The process could not be started, or ended without a result."""


def read_apart(
    folder: Path,
    cache: Cache,
    path: Path,
    progress: Progress | None,
    cancelled: Callable[[], bool] | None,
) -> Loaded | None:
    """Let a process read the collection in `folder` and keep it in `cache`, at `path`.

    Returns None once it is kept, what was found out where there is no collection. Raises OSError where it
    cannot be kept, NotReadError where there is no result for another reason, and LoadCancelled. The process
    is gone then, and has left nothing half-written.
    """
    process = _started()
    told: queue.SimpleQueue[list[Any]] = queue.SimpleQueue()
    listener = threading.Thread(target=_listen, args=(process.stdout, told), daemon=True)
    listener.start()
    writer = 0
    try:
        _ask(process.stdin, folder, cache)
        for what, *more in _words(told, cancelled):
            if what == "process":
                writer = int(more[0])
            elif what == "progress" and progress is not None:
                progress(int(more[0]), int(more[1]), str(more[2]))
            elif what == "kept":
                return None
            elif what == "no collection":
                return loaded_of(more[0], None)
            elif what == "not kept":
                raise OSError("the collection cannot be kept")
    except (ValueError, TypeError, LookupError, AttributeError) as error:
        raise NotReadError("the process said what was not expected") from error
    finally:
        _end(process, listener)
        writer = writer or _unheard_writer(told)
        if writer:
            cache.clear_after(writer, path)
    raise NotReadError("the process ended without a result")


def _started() -> "subprocess.Popen[bytes]":
    """Start the process: isolated, its modules are found only where ours were."""
    if not sys.executable or getattr(sys, "frozen", False):
        raise NotReadError("there is no Python to start")
    options = ["-I", "-X", f"utf8={sys.flags.utf8_mode}", *(["-B"] if sys.dont_write_bytecode else [])]
    if sys.pycache_prefix is not None:
        options += ["-X", f"pycache_prefix={sys.pycache_prefix}"]
    try:
        return subprocess.Popen(  # noqa: S603 our own program, and no shell
            [sys.executable, *options, str(PROGRAM)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=PROGRAM.parent,
            start_new_session=os.name == "posix",  # what a terminal sends its programs is the window's affair
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except (OSError, ValueError) as error:
        raise NotReadError("the process could not be started") from error


def _ask(file: IO[bytes] | None, folder: Path, cache: Cache) -> None:
    own = str(PROGRAM.parents[2])
    path = [entry for entry in sys.path if os.path.isabs(entry)]  # noqa: PTH117 entries are no Path
    request = {
        "path": path if own in path else [own, *path],
        "folder": str(folder.absolute()),
        "cache": str(cache.folder.absolute()),
        "limit": cache.limit,
    }
    try:
        if file is not None:
            file.write(json.dumps(request).encode() + b"\n")
            file.flush()
    except OSError as error:
        raise NotReadError("the process could not be asked") from error


def _words(told: "queue.SimpleQueue[list[Any]]", cancelled: Callable[[], bool] | None) -> Iterator[list[Any]]:
    """Yield what the process tells, until it ends. Raises NotReadError where it never says a word."""
    silence = 0.0
    while True:
        if cancelled is not None and cancelled():
            raise LoadCancelled
        try:
            words = told.get(timeout=_LOOK)
        except queue.Empty:
            silence += _LOOK
            if silence > START:
                raise NotReadError("the process does not answer") from None
            continue
        if not words:
            return
        silence = float("-inf")  # from its first word on it may take its time
        yield words


def _listen(file: IO[bytes], told: "queue.SimpleQueue[list[Any]]") -> None:
    """Pass on each line until there are no more; an empty list is the end."""
    with contextlib.suppress(OSError, ValueError):
        for line in file:
            words = json.loads(line)
            if isinstance(words, list) and words:
                told.put(words)
    told.put([])


def _unheard_writer(told: "queue.SimpleQueue[list[Any]]") -> int:
    """Return the id of a process that was ended before its first word was heard, 0 where it said none."""
    words = [] if told.empty() else told.get()
    return words[1] if words[:1] == ["process"] and isinstance(words[1], int) else 0


def _end(process: "subprocess.Popen[bytes]", listener: threading.Thread) -> None:
    """End the process, if it has not ended; wait until nobody writes any more."""
    process.kill()
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(_END)
    with contextlib.suppress(OSError):
        if process.stdin is not None:
            process.stdin.close()
    listener.join(_END)
    if process.stdout is not None and not listener.is_alive():
        process.stdout.close()
