"""What a crash leaves behind, and what the next start finds of it.

Each process writes to a file of its own, `crash-<process id>.txt` in the state folder, so that two windows do
not read each other's. A process that ends well takes its file away.
"""

import atexit
import contextlib
import faulthandler
import os
import sys
import threading
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TextIO

from viewer.app.folders import state_folder

LONGEST = 100_000
"""Characters of a report that are read back."""

Listener = Callable[[str], None]


def install() -> None:
    """Write the trace of a killed interpreter to our file, and every exception that nobody caught.

    Where the state folder cannot be written, the error stream serves.
    """
    try:
        folder = state_folder()
        folder.mkdir(parents=True, exist_ok=True)
        _STATE.file = _own(folder).open("w", encoding="utf-8", errors="backslashreplace")
    except OSError:
        faulthandler.enable()
    else:
        faulthandler.enable(_STATE.file)
        atexit.register(_end_well, _STATE.file)
    sys.excepthook = _exception
    threading.excepthook = _thread_exception


def listen(listener: Listener | None) -> None:
    """Give every exception that nobody caught to `listener`, as text to show; it comes from any thread.

    Without a listener, or when it fails itself, the text goes to the file for the next start.
    """
    _STATE.listener = listener


def last_crash() -> str | None:
    """Return what earlier runs left behind, None where they ended well. It is told once."""
    reports = []
    with contextlib.suppress(OSError):
        for path in sorted(state_folder().glob("crash-*.txt")):
            if not _in_use(path):
                with contextlib.suppress(OSError):
                    reports.append(path.read_text(encoding="utf-8", errors="replace")[:LONGEST].strip())
                    path.unlink()
    return "\n\n".join(report for report in reports if report) or None


class _State:
    file: TextIO | None = None
    listener: Listener | None = None


_STATE = _State()


def _own(folder: Path) -> Path:
    return folder / f"crash-{os.getpid()}.txt"


def _in_use(path: Path) -> bool:
    """Tell whether the process that writes this file still runs. Windows keeps open files by itself."""
    number = path.stem.removeprefix("crash-")
    if not number.isascii() or not number.isdigit():
        return False
    if int(number) == os.getpid():
        return _STATE.file is not None
    if os.name == "nt":
        return False
    try:
        os.kill(int(number), 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True


def _end_well(file: TextIO) -> None:
    faulthandler.disable()
    _STATE.file = None
    empty = file.tell() == 0
    file.close()
    if empty:
        with contextlib.suppress(OSError):
            Path(file.name).unlink()


def _exception(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    _tell("".join(traceback.format_exception(kind, error, trace)))


def _thread_exception(args: threading.ExceptHookArgs) -> None:
    if args.exc_type is not SystemExit:
        _tell("".join(traceback.format_exception(args.exc_type, args.exc_value, args.exc_traceback)))


def _tell(text: str) -> None:
    if sys.stderr is not None:
        sys.stderr.write(text)
    if _STATE.listener is not None:
        try:
            _STATE.listener(text)
        except Exception:  # the text must not be lost with its messenger
            text += "\nand then\n" + traceback.format_exc()
        else:
            return
    if _STATE.file is not None:
        moment = datetime.now(UTC).isoformat(timespec="seconds")
        _STATE.file.write(f"{moment}\n{text}\n")
        _STATE.file.flush()
