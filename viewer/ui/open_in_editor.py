"""Opening a file of the collection in the user's own editor, at a line where the editor can."""

import os
import shlex
import shutil
import subprocess
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

_AT_LINE = {
    "code": ("--goto", "{file}:{line}"),
    "codium": ("--goto", "{file}:{line}"),
    "subl": ("{file}:{line}",),
    "gedit": ("+{line}", "{file}"),
    "kate": ("--line", "{line}", "{file}"),
    "gvim": ("+{line}", "{file}"),
    "emacs": ("+{line}", "{file}"),
    "notepad++": ("-n{line}", "{file}"),
}
"""How editors with windows of their own are told the line."""


def open_in_editor(file: Path, line: int) -> str:
    """Open `file` (line from 1); return "" or one sentence on why it could not be opened.

    $VISUAL and $EDITOR are obeyed where they name an editor of the table; else the desktop's choice opens it.
    """
    if not file.is_file():
        return f"{file.name} is not there any more. Its path was copied."
    for wanted in (os.environ.get("VISUAL", ""), os.environ.get("EDITOR", "")):
        words = shlex.split(wanted) if wanted else []
        name = Path(words[0]).name if words else ""
        program = shutil.which(words[0]) if name in _AT_LINE else None
        if program:
            arguments = [part.format(file=file, line=line) for part in _AT_LINE[name]]
            subprocess.Popen([program, *words[1:], *arguments])  # noqa: S603 the user's own editor
            return ""
    if QDesktopServices.openUrl(QUrl.fromLocalFile(str(file))):
        return ""
    return f"No editor was found for {file.name}. Its path and line were copied."
