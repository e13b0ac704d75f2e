"""Running one measurement in a process of its own, so that no cache is warm and no memory is another's."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

_NOTHING: Mapping[str, str] = {}


_BYTECODE = tempfile.TemporaryDirectory(prefix="attested-bytecode-")
"""Compiled modules of all runs: as those of a program that was started before."""


def fresh(module: str, *words: object, environment: Mapping[str, str] = _NOTHING) -> dict[str, Any]:
    """Return what `python3 -m tests.bench.MODULE WORDS` prints as JSON. Ends the program where it fails."""
    command = [sys.executable, "-m", f"tests.bench.{module}", *map(str, words)]
    run = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
        env=_environment() | dict(environment),
    )
    if run.returncode:
        raise SystemExit(f"{' '.join(command[2:])} ended with {run.returncode}\n{run.stderr}")
    result: dict[str, Any] = json.loads(run.stdout)
    return result


def _environment() -> dict[str, str]:
    without = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return without | {"PYTHONPYCACHEPREFIX": _BYTECODE.name}
