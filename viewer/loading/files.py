"""The bytes of one regular file inside a collection's folder, within a limit."""

import os
import stat
from pathlib import Path

from viewer.loading.paths import PathRefusedError, resolve_inside

YAML_LIMIT = 64_000_000
"""Bytes of one YAML file."""

SOURCE_LIMIT = 20_000_000
"""Bytes of one source text."""

# A FIFO without a writer must not be waited for; a terminal must not become ours.
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
_KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


def read_inside(folder: Path, path: str, limit: int) -> bytes:
    """Return the bytes of the file at `path`, relative to the resolved `folder`.

    Raises PathRefusedError for a path that paths.resolve_inside refuses, for what is no regular file, for
    more than `limit` bytes, and for what the system will not read. Never waits, nor reads past the limit.
    """
    real = resolve_inside(folder, path)
    try:
        if not stat.S_ISREG(real.lstat().st_mode):
            raise _not_regular(path, real.lstat().st_mode)
        descriptor = os.open(real, _FLAGS)
        try:
            return _read(descriptor, path, limit)
        finally:
            os.close(descriptor)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise PathRefusedError(
            f'"{path}" cannot be read: {reason}', "Check the file and its rights"
        ) from error


def _read(descriptor: int, path: str, limit: int) -> bytes:
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode):
        raise _not_regular(path, status.st_mode)
    if status.st_size > limit:
        raise _too_large(path, limit, f"{_megabytes(status.st_size)} MB large")
    pieces: list[bytes] = []
    left = limit + 1
    while left > 0:
        piece = os.read(descriptor, min(left, 1 << 20))
        if not piece:
            return b"".join(pieces)
        pieces.append(piece)
        left -= len(piece)
    raise _too_large(path, limit, "larger than it says")


def _not_regular(path: str, mode: int) -> PathRefusedError:
    kind = next((words for test, words in _KINDS if test(mode)), "something else")
    return PathRefusedError(f'"{path}" is {kind}, not a file', "Put a regular file in its place")


def _too_large(path: str, limit: int, how: str) -> PathRefusedError:
    return PathRefusedError(
        f'"{path}" is {how}; at most {_megabytes(limit)} MB are read', "Divide it into smaller files"
    )


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:,.0f}"
