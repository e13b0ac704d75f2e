"""The journeys once more on a real X server: focus, keys and pointers go the whole way through a window system."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.xserver import display, there_is_one

HERE = Path(__file__).parent


@pytest.fixture
def environment() -> Iterator[dict[str, str]]:
    if not there_is_one():
        pytest.skip("Xvfb is not installed; the test command installs it")
    with display() as environment:
        yield os.environ | environment


@pytest.mark.xserver
def test_the_journeys_by_keyboard_and_mouse_pass_on_x(environment: dict[str, str]) -> None:
    journeys = [str(HERE / "test_by_keyboard.py"), str(HERE / "test_by_mouse.py")]
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:xdist", *journeys]

    result = subprocess.run(
        command,
        check=False,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        cwd=HERE.parent.parent,
    )

    assert result.returncode == 0, result.stdout[-4000:] + result.stderr[-2000:]


@pytest.mark.xserver
def test_the_program_opens_paints_and_closes_on_x(environment: dict[str, str], tmp_path: Path) -> None:
    environment |= {"XDG_STATE_HOME": str(tmp_path)}
    program = subprocess.Popen([sys.executable, "-m", "viewer"], env=environment, cwd=HERE.parent.parent)
    mark = tmp_path / "attested" / "starting"
    try:
        for _ in range(200):
            if mark.parent.exists() and not mark.exists():
                break
            assert program.poll() is None, "the program ended by itself"
            time.sleep(0.05)
        assert mark.parent.exists()
        assert not mark.exists(), "the start was never finished"
        assert program.poll() is None
    finally:
        program.terminate()
        program.wait()
