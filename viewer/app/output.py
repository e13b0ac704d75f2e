"""What the command line prints: UTF-8 where a program reads it, and nothing that steers a terminal."""

import os
import sys
from pathlib import Path
from typing import Any

from viewer.model.visible import visible_line


def say(text: str) -> None:
    """Print a line for the person at the terminal."""
    print(plain(text))


def complain(text: str) -> None:
    """Print a line on the error stream."""
    print(plain(text), file=sys.stderr)


def say_json(value: Any) -> None:
    """Print `value` as one JSON document in UTF-8, whatever the locale."""
    import json

    text = json.dumps(value, ensure_ascii=False, indent=1) + "\n"
    data = text.encode("utf-8", "backslashreplace")
    binary = getattr(sys.stdout, "buffer", None)
    if binary is None:
        sys.stdout.write(text)
    else:
        sys.stdout.flush()
        binary.write(data)


def plain(text: str) -> str:
    """Return `text` with what cannot be seen spelt out, "[U+202E]"; line feeds stay.

    Collections are other people's texts: an escape sequence in one must not reach the terminal.
    """
    return "\n".join(visible_line(line) for line in text.split("\n"))


def prepare_streams() -> None:
    """Let no sign fail to print: one that the locale lacks is shown escaped."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def silence() -> None:
    """Send the rest of the output nowhere: whoever read it has gone (`attested check ... | head`)."""
    with Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), sys.stdout.fileno())
