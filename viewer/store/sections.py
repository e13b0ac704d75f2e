"""One file of many named sections, each a run of bytes, sealed with a SHA-256 over everything.

    mark (16 bytes) · chunks and sections · directory (JSON) · its offset and length (2 x 8) · SHA-256 (32)

Nothing in it is ever executed or unpickled, and nothing is believed: what does not fit is DamagedError.
"""

import hashlib
import io
import json
import os
import stat
import struct
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO, Protocol

import numpy as np
import numpy.typing as npt

from viewer.timeline.last_used import LastUsed

MARK = b"attested store\n\0"
_END = struct.Struct("<QQ")
_SEAL = 32
_PIECE = 1 << 22
_LARGEST_DIRECTORY = 64_000_000
_BLOCK = 16_384
_BLOCKS = 256

# The writer of a pipe is not waited for.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)

Span = tuple[int, int]
"""Offset and length in bytes."""


class DamagedError(ValueError):
    """A compiled collection that does not hold what it should."""


class Bytes(Protocol):
    """What can be read at any place, from any thread."""

    size: int

    def read(self, at: int, length: int) -> bytes:
        """Return `length` bytes from offset `at`. Raises DamagedError where there are fewer."""


class Held:
    """Bytes in memory."""

    __slots__ = ("_content", "size")

    def __init__(self, content: bytes) -> None:
        self._content = content
        self.size = len(content)

    def read(self, at: int, length: int) -> bytes:
        """Return `length` bytes from offset `at`."""
        if at < 0 or length < 0 or at + length > self.size:
            raise DamagedError("it ends too early")
        return self._content[at : at + length]


class OnDisk:
    """An open file, read piece by piece and never mapped: a mapped file that is cut kills its reader.

    Short pieces are cut out of blocks, some of which are kept: texts that are looked at together lie
    together, and whoever reads from a file has to wait for every other thread of Python that is busy.
    Raises OSError where it cannot be opened.
    """

    __slots__ = ("_blocks", "_descriptor", "_lock", "size")

    def __init__(self, path: Path) -> None:
        self._descriptor = -1
        self._descriptor = os.open(path, _FLAGS)
        self._lock = threading.Lock()
        self._blocks: LastUsed[int, bytes] = LastUsed(_BLOCKS)
        status = os.fstat(self._descriptor)
        self.size = status.st_size
        if not stat.S_ISREG(status.st_mode):
            raise DamagedError("it is no regular file")

    def __del__(self) -> None:
        if self._descriptor >= 0:
            os.close(self._descriptor)

    def read(self, at: int, length: int) -> bytes:
        """Return `length` bytes from offset `at`."""
        if at < 0 or length < 0 or at + length > self.size:
            raise DamagedError("it ends too early")
        block, begin = divmod(at, _BLOCK)
        if begin + length <= _BLOCK:
            return self._blocks.get(block, self._block)[begin : begin + length]
        return self._piece(at, length)

    def _block(self, number: int) -> bytes:
        return self._piece(number * _BLOCK, min(_BLOCK, self.size - number * _BLOCK))

    def _piece(self, at: int, length: int) -> bytes:
        try:
            content = self._at(at, length)
        except OSError as error:
            raise DamagedError(f"it cannot be read: {error.strerror}") from error
        if len(content) != length:
            raise DamagedError("it was cut while it was open")
        return content

    def _at(self, at: int, length: int) -> bytes:
        if hasattr(os, "pread"):
            return os.pread(self._descriptor, length, at)
        with self._lock:  # Windows has one place for all readers
            os.lseek(self._descriptor, at, os.SEEK_SET)
            return os.read(self._descriptor, length)


class SectionWriter:
    """Writes a file from its beginning to its end; what is written is counted and hashed as it goes."""

    def __init__(self, file: BinaryIO | io.BytesIO) -> None:
        self._file = file
        self._hash = hashlib.sha256()
        self._sections: dict[str, Span] = {}
        self.at = 0
        self._write(MARK)

    def chunk(self, content: bytes) -> Span:
        """Write a nameless piece, whose span the caller keeps."""
        at = self.at
        self._write(content)
        return at, len(content)

    def add(self, name: str, content: bytes | npt.NDArray[Any]) -> None:
        """Write a section."""
        data = content if isinstance(content, bytes) else np.ascontiguousarray(content).tobytes()
        self._sections[name] = self.chunk(data)

    def finish(self) -> None:
        """Write directory and seal."""
        at, length = self.chunk(json.dumps(self._sections).encode())
        self._write(_END.pack(at, length))
        self._file.write(self._hash.digest())

    def _write(self, content: bytes) -> None:
        self._hash.update(content)
        self._file.write(content)
        self.at += len(content)


class Sections:
    """A file of sections, opened. Raises DamagedError for anything that a SectionWriter has not written."""

    def __init__(self, content: Bytes) -> None:
        self.content = content
        end = content.size - _SEAL - _END.size
        if end < len(MARK) or content.read(0, len(MARK)) != MARK:
            raise DamagedError("it is of another kind")
        at, length = _END.unpack(content.read(end, _END.size))
        if at + length != end or length > _LARGEST_DIRECTORY:
            raise DamagedError("its directory is not where it should be")
        self._sections = _directory(content.read(at, length), end)

    def check_seal(self, pause: Callable[[], None]) -> None:
        """Compare everything with the seal; `pause` is called every 4 MB and may raise to stop."""
        found = hashlib.sha256()
        end = self.content.size - _SEAL
        for at in range(0, end, _PIECE):
            pause()
            found.update(self.content.read(at, min(_PIECE, end - at)))
        if found.digest() != self.content.read(end, _SEAL):
            raise DamagedError("its checksum does not fit")

    def span(self, name: str) -> Span:
        """Return where a section lies."""
        try:
            return self._sections[name]
        except KeyError:
            raise DamagedError(f"it lacks {name}") from None

    def read(self, name: str) -> bytes:
        """Return a whole section."""
        return self.content.read(*self.span(name))

    def json(self, name: str) -> Any:
        """Return what a section of JSON says."""
        try:
            return json.loads(self.read(name))
        except (ValueError, RecursionError) as error:
            raise DamagedError(f"{name} cannot be read") from error

    def array(self, name: str, kind: npt.DTypeLike, length: int | None = None) -> npt.NDArray[Any]:
        """Return a section of numbers, which is read-only; `length` is how many there must be."""
        dtype = np.dtype(kind).newbyteorder("<")
        content = self.read(name)
        if len(content) % dtype.itemsize or length not in (None, len(content) // dtype.itemsize):
            raise DamagedError(f"{name} has the wrong length")
        return np.frombuffer(content, dtype=dtype)


def _directory(content: bytes, end: int) -> dict[str, Span]:
    try:
        sections = {str(name): (int(at), int(length)) for name, (at, length) in json.loads(content).items()}
    except (ValueError, TypeError, AttributeError, RecursionError, OverflowError) as error:
        raise DamagedError("its directory cannot be read") from error
    if any(at < 0 or length < 0 or at + length > end for at, length in sections.values()):
        raise DamagedError("its directory points outside")
    return sections
