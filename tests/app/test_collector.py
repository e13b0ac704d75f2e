"""Garbage is looked for in the running window, but not while it reads its first collection."""

import gc
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from viewer.app import crash
from viewer.app.window import RunningWindow
from viewer.loading.load import LoadCancelled, Loaded, load_collection
from viewer.store.cache import Cache


@pytest.fixture
def running(qapp: QApplication, tmp_path: Path) -> Iterator[RunningWindow]:
    gc.disable()  # as `open_window` does
    running = RunningWindow(qapp, tmp_path / "state.json")
    yield running
    for box in running.window.findChildren(QMessageBox):
        box.close()
    running.window.close()
    crash.listen(None)
    qapp.setStyleSheet("")
    gc.enable()


@pytest.mark.parametrize("end", ["loaded", "without a collection", "failed", "cancelled"])
def test_however_the_first_opening_ends(
    end: str,
    running: RunningWindow,
    qtbot: QtBot,
    tmp_path: Path,
    bundled_folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    going = threading.Event()

    def opened(_folder: Path, _cache: Cache, _progress: object, cancelled: Callable[[], bool]) -> Loaded:
        while not going.wait(0.01):
            if cancelled():
                raise LoadCancelled
        if end == "failed":
            raise MemoryError("too much")
        return load_collection(bundled_folder if end == "loaded" else tmp_path)

    monkeypatch.setattr("viewer.session.opening.open_collection", opened)
    running.start(tmp_path)
    qtbot.waitUntil(lambda: not (tmp_path / "starting").exists())
    assert not gc.isenabled()

    if end == "cancelled":
        running.window.opener.stop()
    else:
        going.set()

    qtbot.waitUntil(gc.isenabled)
