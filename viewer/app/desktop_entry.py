"""The program's place in the desktop's menu: an entry and an icon, as freedesktop.org describes them."""

import os
import shutil
import sys
from pathlib import Path

from viewer.app.output import complain, say
from viewer.loading.atomic import atomic_write
from viewer.resources import resource

NAME = "attested"


def install_desktop_entry() -> int:
    """Put entry and icon into the user's data folder, or bring them up to date; return the exit code."""
    if not sys.platform.startswith("linux"):
        complain("attested: desktop entries are for Linux; see the README for a shortcut on this system.")
        return 2
    try:
        changed = _put(_files(_data_folder(), _command()))
    except OSError as error:
        complain(f"attested: the desktop's menu could not be written: {error}")
        return 1
    say("Attested is in the desktop's menu." if changed else "Attested was in the desktop's menu already.")
    return 0


def entry(template: str, command: Path) -> str:
    """Return the text of the entry that starts `command` with the file dropped on it."""
    path = str(command).replace("\\", "\\\\")
    return template.replace("@EXEC@", quoted(str(command))).replace("@PATH@", path)


def quoted(argument: str) -> str:
    r"""Quote an argument for the Exec key.

    "/opt/my progs/a" becomes '"/opt/my progs/a"'. Within quotes, \ " ` and $ get a backslash; % is doubled;
    then the backslashes are doubled once more, for the string that the key holds (Desktop Entry
    Specification, "The Exec key").
    """
    escaped = "".join(f"\\{sign}" if sign in '\\"`$' else sign for sign in argument)
    return f'"{escaped}"'.replace("%", "%%").replace("\\", "\\\\")


def _files(data: Path, command: Path) -> dict[Path, bytes]:
    template = resource("linux", "attested.desktop").read_text(encoding="utf-8")
    return {
        data / "applications" / f"{NAME}.desktop": entry(template, command).encode(),
        data / "icons/hicolor/scalable/apps" / f"{NAME}.svg": resource("icons", "attested.svg").read_bytes(),
    }


def _put(files: dict[Path, bytes]) -> bool:
    """Write what is not yet there as it should be; tell whether that was anything."""
    stale = [path for path, data in files.items() if not (path.is_file() and path.read_bytes() == data)]
    for path in stale:
        path.parent.mkdir(parents=True, exist_ok=True)
        atomic_write(path, files[path])
    return bool(stale)


def _data_folder() -> Path:
    chosen = os.environ.get("XDG_DATA_HOME", "")
    return Path(chosen) if Path(chosen).is_absolute() else Path.home() / ".local/share"


def _command() -> Path:
    """Return the installed command: beside this Python, else on the path."""
    beside = Path(sys.executable).parent / NAME
    found = beside if beside.exists() else Path(shutil.which(NAME) or beside)
    if not found.exists():
        raise FileNotFoundError(f"the command {NAME} is not installed beside {sys.executable}")
    return found.absolute()
