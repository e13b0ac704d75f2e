"""Where compiled collections are kept from one opening to the next."""

import contextlib
import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from viewer.loading.atomic import atomic_file, remove_part

LIMIT = 2_000_000_000
"""Bytes of all that is kept; what was not opened for the longest time goes first."""

_END = ".compiled"


@dataclass(slots=True)
class Writing:
    """A file being written; where it turns out not to be wanted, nothing changes."""

    file: BinaryIO
    is_wanted: bool = True


class Cache:
    """The compiled collections in `folder`, one for each collection's folder; any of them can be lost."""

    def __init__(self, folder: Path, limit: int = LIMIT) -> None:
        self.folder = folder
        self.limit = limit

    def path_of(self, collection: str) -> Path:
        """Return where the collection in this folder (its real path) is kept, whether or not it is."""
        name = hashlib.sha256(collection.encode("utf-8", "surrogatepass")).hexdigest()[:32]
        return self.folder / f"{name}{_END}"

    @contextlib.contextmanager
    def writing(self, path: Path) -> Iterator["Writing"]:
        """Yield what takes the place of `path` when all went well, and leaves nothing else behind.

        Raises OSError.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        with contextlib.suppress(_UnwantedError), atomic_file(path, lasting=False) as file:
            writing = Writing(file)
            yield writing
            if not writing.is_wanted:
                raise _UnwantedError
        self._trim(path)

    @staticmethod
    def touch(path: Path) -> None:
        """Note that a collection was opened from here now."""
        with contextlib.suppress(OSError):
            os.utime(path)

    @staticmethod
    def drop(path: Path) -> None:
        """Throw away what cannot be used."""
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)

    @staticmethod
    def clear_after(process: int, path: Path) -> None:
        """Take away what an ended process had begun to write in place of `path`."""
        remove_part(path, process)

    def _trim(self, kept: Path) -> None:
        """Throw away the oldest beyond the limit, never `kept`."""
        with contextlib.suppress(OSError):
            found = [(path.stat(), path) for path in self.folder.iterdir() if path.name.endswith(_END)]
            found.sort(key=lambda pair: (pair[1] == kept, pair[0].st_mtime_ns), reverse=True)
            size = 0
            for status, path in found:
                size += status.st_size
                if size > self.limit and path != kept:
                    self.drop(path)


class _UnwantedError(Exception):
    """What was written is given up."""
