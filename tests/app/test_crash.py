import os
import subprocess
import sys
from pathlib import Path

import pytest
from command import ROOT

from viewer.app import crash
from viewer.app.folders import state_folder


@pytest.fixture(autouse=True)
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    return state_folder()


def run(code: str) -> "subprocess.CompletedProcess[str]":
    script = f"from viewer.app import crash\ncrash.install()\n{code}"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", script]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_a_run_that_ends_well_leaves_nothing(folder: Path) -> None:
    assert run("pass").returncode == 0
    assert (crash.last_crash(), list(folder.iterdir())) == (None, [])


def test_a_killed_interpreter_leaves_its_trace_to_the_next_start_once() -> None:
    assert run("import os; os.abort()").returncode != 0
    report = crash.last_crash() or ""
    assert "Aborted" in report
    assert crash.last_crash() is None


def test_an_exception_that_nobody_caught_is_told_at_the_next_start() -> None:
    assert "ZeroDivisionError" in run("1 / 0").stderr
    assert "ZeroDivisionError" in (crash.last_crash() or "")


def test_an_exception_in_a_thread_is_kept_too() -> None:
    run("import threading; t = threading.Thread(target=lambda: 1 / 0); t.start(); t.join()")
    assert "ZeroDivisionError" in (crash.last_crash() or "")


def test_what_a_listener_was_told_is_not_told_again() -> None:
    heard = run("crash.listen(lambda text: print('HEARD', text.splitlines()[-1]))\n1 / 0")
    assert "HEARD ZeroDivisionError" in heard.stdout
    assert crash.last_crash() is None


def test_a_listener_that_fails_loses_nothing() -> None:
    run("crash.listen(lambda text: [][0])\n1 / 0")
    report = crash.last_crash() or ""
    assert "ZeroDivisionError" in report
    assert "IndexError" in report


def test_the_report_of_a_window_that_still_runs_is_left_alone(folder: Path) -> None:
    folder.mkdir(parents=True)
    theirs = folder / f"crash-{os.getppid()}.txt"
    theirs.write_text("not yet")
    assert crash.last_crash() is None
    assert theirs.exists()


def test_a_state_folder_that_cannot_be_made_does_not_keep_the_program_from_starting(tmp_path: Path) -> None:
    (tmp_path / "attested").write_text("a file in the way")
    assert run("pass").returncode == 0
    assert crash.last_crash() is None
