"""Writing a file so that there is always either the old one, whole, or the new one, whole."""

import contextlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO


def atomic_write(target: Path, content: bytes) -> None:
    """Replace `target` by `content`; errors and promises are those of `atomic_file`."""
    with atomic_file(target) as file:
        file.write(content)


@contextlib.contextmanager
def atomic_file(target: Path, *, lasting: bool = True) -> Iterator[BinaryIO]:
    """Yield a file whose content replaces `target`, which is untouched until it is complete and on the disk.

    Not `lasting`, it may not have reached the disk when the power fails: for what checks itself when read.
    The new file is written beside it as `name.part-<process id>`, which is taken away where anything fails.
    A link keeps pointing where it points; what it points to is replaced.
    Raises OSError; FileExistsError where `target` is there and is no regular file.
    """
    target = Path(os.path.realpath(target))
    with contextlib.suppress(FileNotFoundError):
        if not stat.S_ISREG(target.stat().st_mode):
            raise FileExistsError(f"{target.name} is not a regular file")
    remove_leftovers(target)
    part = _part(target, os.getpid())
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield file
            file.flush()
            if lasting:
                os.fsync(file.fileno())
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    if lasting:
        _flush_folder(target.parent)


def remove_leftovers(target: Path) -> None:
    """Take away what killed processes left half-written beside `target`."""
    prefix = f"{target.name}.part-"
    with contextlib.suppress(OSError):
        for path in target.parent.iterdir():
            number = path.name.removeprefix(prefix)
            if path.name.startswith(prefix) and number.isdecimal() and not _alive(int(number)):
                path.unlink(missing_ok=True)


def remove_part(target: Path, process: int) -> None:
    """Take away what the process with this id, which has ended, left half-written beside `target`."""
    with contextlib.suppress(OSError):
        _part(Path(os.path.realpath(target)), process).unlink(missing_ok=True)


def _part(target: Path, process: int) -> Path:
    return target.with_name(f"{target.name}.part-{process}")


def _flush_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows cannot open folders; the rename is journalled there
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _alive(process: int) -> bool:
    if process == os.getpid():
        return False
    if os.name == "nt":
        return True
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True
