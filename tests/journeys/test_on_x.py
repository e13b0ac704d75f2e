"""The journeys once more on a real X server: focus, keys and pointers go the whole way through a window system."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

HERE = Path(__file__).parent


@pytest.fixture
def display(tmp_path: Path) -> Iterator[str]:
    program = shutil.which("Xvfb")
    if program is None:
        pytest.skip("Xvfb is not installed; the test command installs it")
    read, write = os.pipe()
    command = [program, "-displayfd", str(write), "-screen", "0", "1700x1000x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as pipe:
            number = pipe.readline().strip()
        assert number, "Xvfb did not start"
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


@pytest.mark.xserver
def test_the_journeys_by_keyboard_and_mouse_pass_on_x(display: str, tmp_path: Path) -> None:
    environment = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
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
def test_the_program_opens_paints_and_closes_on_x(display: str, tmp_path: Path) -> None:
    environment = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "XDG_STATE_HOME": str(tmp_path)}
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
