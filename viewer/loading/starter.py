"""Starting a collection: a small valid one in a new folder, whose comments teach the format."""

import contextlib
import os
import shutil
from pathlib import Path

from viewer.loading.folder import HEADER
from viewer.resources import resource


class NotStartedError(Exception):
    """Why no collection was started, as one sentence or two for the user."""


def start_collection(folder: Path) -> None:
    """Write the starting collection to `folder`, which is new or empty.

    It stands there whole or not at all: it is written beside its place, flushed, and then moved; into a
    folder that is there already collection.yaml comes last. Raises NotStartedError.
    """
    _object(folder)
    is_new = not folder.exists()
    part = f".{folder.name}.part-{os.getpid()}"
    staged = folder.absolute().parent / part if is_new else folder / part
    try:
        try:
            _write(staged)
            if is_new:
                staged.rename(folder)
            else:
                _move_in(staged, folder)
        finally:
            shutil.rmtree(staged, ignore_errors=True)
    except (OSError, ValueError) as error:
        raise NotStartedError(f"{folder} cannot be written: {error}.") from error


def _object(folder: Path) -> None:
    try:
        if folder.is_dir():
            if any(folder.iterdir()):
                raise NotStartedError(f"{folder} is not empty. Name a new folder, or an empty one.")
        elif folder.exists() or folder.is_symlink():
            raise NotStartedError(f"{folder} is there already and is no folder. Name a new folder.")
        elif not folder.absolute().parent.is_dir():
            raise NotStartedError(f"The folder {folder.absolute().parent} does not exist. Make it first.")
    except (OSError, ValueError) as error:
        raise NotStartedError(f"{folder} cannot be looked into: {error}.") from error


def _write(staged: Path) -> None:
    """Copy the shipped files with the line ends that their checksum was made of."""
    shipped = resource("starter")
    staged.mkdir()
    for path in sorted(shipped.rglob("*")):
        target = staged / path.relative_to(shipped)
        if path.is_dir():
            target.mkdir()
            continue
        with target.open("xb") as file:
            file.write(path.read_bytes().replace(b"\r\n", b"\n"))
            file.flush()
            os.fsync(file.fileno())


def _move_in(staged: Path, folder: Path) -> None:
    moved: list[Path] = []
    try:
        for path in sorted(staged.iterdir(), key=lambda path: path.name == HEADER):
            target = folder / path.name
            path.rename(target)
            moved.append(target)
    except BaseException:
        for path in moved:
            with contextlib.suppress(OSError):
                if path.is_dir():
                    shutil.rmtree(path)
                else:
                    path.unlink()
        raise
