"""Opening the window: what must be asked before Qt is imported, and then the window."""

import gc
import os
import shutil
import subprocess
import sys
from pathlib import Path

from viewer.app.output import complain

GARBAGE = 4_000, 3, 150
"""When garbage is looked for (gc.set_threshold). A picture is made of a thousand records that the next one
replaces: with Python's own figures the search after every 700 of them takes a twentieth of each frame. Of
12,000 records the second search takes some 2 ms, of 30,000 already 6: most of what the slowest frame took."""

TURN = 0.001
"""Seconds for which a worker keeps Python to itself while the window waits for it (sys.setswitchinterval). A
frame gives it away some twenty times: at Python's own 5 ms an export would hold it up for 70."""


def open_window(folder: Path | None) -> int:
    """Show the collection in `folder`, or the bundled one, until the window closes; return the exit code."""
    from viewer.app.system_libraries import objection_to_a_window

    objection = objection_to_a_window()
    if objection:
        _object(f"attested cannot open its window: {objection}")
        return 1
    # What is imported now stays for good: looking for garbage among it costs the first frame 20 ms.
    gc.disable()
    gc.set_threshold(*GARBAGE)
    sys.setswitchinterval(TURN)
    from viewer.app import crash
    from viewer.app.window import run

    crash.install()
    return run(folder)


def _object(sentence: str) -> None:
    """Say why there is no window; to those without a terminal, who double-clicked, by the desktop's means."""
    complain(sentence)
    on_desktop = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if not on_desktop or (sys.stderr is not None and sys.stderr.isatty()):
        return
    for program, *options in _SHOWN_BY:
        if shutil.which(program):
            command = [program, *options, sentence]
            subprocess.run(command, check=False, capture_output=True)  # noqa: S603 one of our table
            return


_SHOWN_BY = (
    ("zenity", "--error", "--no-markup", "--title=Attested", "--text"),
    ("kdialog", "--title", "Attested", "--error"),
    ("notify-send", "Attested"),
    ("xmessage",),
)
