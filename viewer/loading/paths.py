"""Whether a path that a collection names may be opened, and which file it is."""

import errno
import re
from pathlib import Path

_DEVICE = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\..*)?", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_NOT_ON_WINDOWS = re.compile(r'[<>"|?*:]')
_PART_LIMIT = 255  # bytes; the longest name of the usual file systems
_LENGTH_LIMIT = 1000


class PathRefusedError(Exception):
    """A path that is not followed. `message` is a sentence without a full stop, `advice` what to do."""

    def __init__(self, message: str, advice: str) -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice


def resolve_inside(folder: Path, path: str) -> Path:
    """Return the real path of `path`, written relative to `folder`; both without symbolic links.

    `folder` must be resolved. Raises PathRefusedError for what is not portable, does not exist, or leaves the
    folder, be it by a symbolic link. Rules are the same on every system, so that a collection travels.
    """
    refusal = objection(path)
    if refusal:
        raise PathRefusedError(*refusal)
    try:
        real = folder.joinpath(*path.split("/")).resolve(strict=True)
    except (OSError, RuntimeError, ValueError) as error:
        raise PathRefusedError(*_unreachable(path, error)) from error
    if not real.is_relative_to(folder):
        raise PathRefusedError(
            f'"{path}" leaves the collection\'s folder through a symbolic link',
            "Put the file itself into the folder",
        )
    return real


def objection(path: str) -> tuple[str, str] | None:
    """Return what speaks against `path` before any file is looked at, as (message, advice), or None."""
    shown = path if len(path) <= 120 else f"{path[:120]}…"
    for refused, message, advice in (
        (not path, "the path is empty", "Name a file, such as sources/text.txt"),
        (
            len(path) > _LENGTH_LIMIT,
            f'the path "{shown}" is too long',
            f"Use at most {_LENGTH_LIMIT} characters",
        ),
        (_CONTROL.search(path), f'the path "{shown}" holds a control character', "Rename the file"),
        (
            path.startswith(("/", "\\")) or re.match(r"[A-Za-z]:", path),
            f'"{shown}" is an absolute path and leaves the collection\'s folder',
            "Put the file into the folder and name it from there",
        ),
        ("\\" in path, f'"{shown}" holds a backslash', "Write folders with a forward slash"),
    ):
        if refused:
            return message, advice
    for part in path.split("/"):
        reason = _part_objection(part)
        if reason:
            return f'"{shown}" {reason[0]}', reason[1]
    return None


def _part_objection(part: str) -> tuple[str, str] | None:
    if part == "..":
        return "leaves the collection's folder", "Put the file into the folder and name it from there"
    if part in ("", "."):
        return 'has an empty or "." part', "Write the path without it"
    if part[-1] in ". ":
        return "has a name that ends in a full stop or space", "Rename the file; Windows cannot open it"
    if _DEVICE.fullmatch(part):
        return f'has the name of a Windows device, "{part}"', "Rename the file; Windows cannot open it"
    if _NOT_ON_WINDOWS.search(part):
        return "has a character that Windows does not allow in names", "Rename the file"
    if len(part.encode("utf-8", "replace")) > _PART_LIMIT:
        return "has a name that is too long", f"Rename it to at most {_PART_LIMIT} bytes"
    return None


def _unreachable(path: str, error: BaseException) -> tuple[str, str]:
    number = getattr(error, "errno", None)
    if isinstance(error, FileNotFoundError):
        return f'there is no file "{path}"', "Add the file, or correct the path"
    if isinstance(error, RuntimeError) or number == errno.ELOOP:  # RuntimeError up to Python 3.12
        return f'"{path}" is a symbolic link that leads back to itself', "Put the file itself into the folder"
    if isinstance(error, NotADirectoryError):
        return f'"{path}" goes through something that is no folder', "Correct the path"
    if isinstance(error, PermissionError):
        return f'"{path}" may not be read', "Ask for the right to read it"
    reason = getattr(error, "strerror", None) or str(error)
    return f'"{path}" cannot be opened: {reason}', "Correct the path"
