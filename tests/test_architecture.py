"""The rules that machines read: style, types and the direction of imports."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TOOLS = Path(sys.executable).parent
CHECKS = {
    "the code is linted": [sys.executable, "-m", "ruff", "check", "--no-cache", "."],
    "the code is formatted": [sys.executable, "-m", "ruff", "format", "--no-cache", "--check", "."],
    "the types are strict": [sys.executable, "-m", "mypy"],
    "imports point downwards": [str(TOOLS / "lint-imports"), "--no-cache"],
}


@pytest.mark.parametrize("command", CHECKS.values(), ids=CHECKS.keys())
def test_the_rules_hold(command: list[str]) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    result = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


def test_the_top_level_holds_what_was_agreed() -> None:
    agreed = {"pyproject.toml", "README.md", "viewer", "resources", "data", "tests"}
    there = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert there <= agreed
