"""The window opens as a process of its own, on no screen and on a real X server, and leaves nothing broken."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from command import ROOT

# Closes the window like its user, a second after the event loop began.
SCRIPT = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
loop = QApplication.exec
def exec_a_while(*_):
    QTimer.singleShot(1000, QApplication.closeAllWindows)
    return loop()
QApplication.exec = exec_a_while
from viewer.app.command_line import run
sys.exit(run(sys.argv[1:]))
"""


@pytest.fixture(params=["offscreen", pytest.param("xcb", marks=pytest.mark.xserver)])
def screen(request: pytest.FixtureRequest) -> Iterator[dict[str, str]]:
    if request.param == "offscreen":
        yield {"QT_QPA_PLATFORM": "offscreen"}
        return
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        with os.fdopen(reading) as answer:
            display = answer.readline().strip()
        yield {"DISPLAY": f":{display}"}
        server.terminate()


def start(
    screen: dict[str, str], state: Path, *arguments: str, cwd: Path = ROOT
) -> "subprocess.CompletedProcess[str]":
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    kept = {name: value for name, value in os.environ.items() if name not in hidden}
    return subprocess.run(
        [sys.executable, "-P", "-c", SCRIPT, *arguments],
        cwd=cwd,
        env={**kept, "PYTHONPATH": str(ROOT), "XDG_STATE_HOME": str(state), **screen},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def test_the_window_opens_closes_and_remembers(screen: dict[str, str], tmp_path: Path) -> None:
    for _ in range(2):
        result = start(screen, tmp_path)
        complaints = [line for line in result.stderr.splitlines() if "plugin does not support" not in line]
        assert (result.returncode, result.stdout, complaints) == (0, "", [])
    state = json.loads((tmp_path / "attested" / "state.json").read_text("utf-8"))["state"]
    assert state["recents"][0].endswith("trotsky-stalin")
    assert [path.name for path in (tmp_path / "attested").iterdir()] == ["state.json"]


def test_what_lies_beside_a_collection_is_not_obeyed(
    screen: dict[str, str], small: Path, tmp_path: Path
) -> None:
    (small / "yaml.py").write_text("import os; os._exit(66)")
    (small / "qt.conf").write_text("[Paths]\nPrefix=/nonexistent\n")
    (small / "platforms").mkdir()
    assert start(screen, tmp_path / "state", ".", cwd=small).returncode == 0
