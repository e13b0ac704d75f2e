"""What was remembered is distrusted: whatever it says, the program starts and tells of it."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from viewer.app import crash
from viewer.app.window import RunningWindow
from viewer.model.filters import Filter
from viewer.session.state import State, View, write_state
from viewer.timeline.viewport import Viewport


@pytest.fixture
def state_file(qapp: QApplication, tmp_path: Path) -> Iterator[Path]:
    yield tmp_path / "state" / "state.json"
    crash.listen(None)
    qapp.setStyleSheet("")


def _run(qapp: QApplication, qtbot: QtBot, state_file: Path) -> RunningWindow:
    running = RunningWindow(qapp, state_file)
    with qtbot.waitSignal(running.window.opener.opened, timeout=20_000):
        running.start(None)
    qtbot.waitUntil(lambda: not state_file.with_name("starting").exists())
    return running


def _end(running: RunningWindow) -> None:
    for box in running.window.findChildren(QMessageBox):
        box.close()
    running.window.close()


def test_a_broken_state_is_told_in_the_status_line(
    qapp: QApplication, qtbot: QtBot, state_file: Path
) -> None:
    state_file.parent.mkdir()
    state_file.write_text(json.dumps({"version": 99}))

    running = _run(qapp, qtbot, state_file)

    assert "The defaults are used" in running.window.statusBar().currentMessage()
    _end(running)


@pytest.mark.skipif(sys.platform == "win32", reason="paths as on Unix")
@pytest.mark.parametrize("recent", ["/" + "a" * 5000, "/a\0b", "/nowhere/\udcff"])
def test_a_recent_folder_that_cannot_be_looked_into_gives_way_to_the_bundled_collection(
    qapp: QApplication, qtbot: QtBot, state_file: Path, recent: str
) -> None:
    write_state(state_file, State(recents=(recent,), views={recent: View(0.0, 1.0)}))

    running = _run(qapp, qtbot, state_file)

    assert running.session.collection is not None
    assert running.session.collection.id == "trotsky-stalin"
    _end(running)


def test_lanes_come_back_as_they_were_left(qapp: QApplication, qtbot: QtBot, state_file: Path) -> None:
    first = _run(qapp, qtbot, state_file)
    first.window.actions_by_id["by_person"].trigger()
    session = first.session
    session.chosen_lanes.arrange(session.arrangement.with_hidden(("joseph-stalin",), hidden=True))
    session.chosen_lanes.arrange(session.arrangement.with_pinned(("nobody-of-that-name",), pinned=True))
    _end(first)

    second = _run(qapp, qtbot, state_file)

    assert second.session.arrangement.keys == ("person",)
    assert second.session.arrangement.hidden == {("joseph-stalin",)}
    assert second.session.arrangement.pinned == ()
    assert second.session.unseen > 0
    _end(second)


def test_a_split_timeline_comes_back_split(qapp: QApplication, qtbot: QtBot, state_file: Path) -> None:
    running = _run(qapp, qtbot, state_file)
    running.window.views.split()
    running.window.views.toggle_lock()
    running.window.session.set_filter(Filter(contested=True))
    running.window.session.chosen_lanes.group_by("source")
    lower = running.window.views.second
    assert lower is not None
    lower.session.set_viewport(Viewport(-19_000.0, 400.0))
    running.window.panes.split.set_share(0.4)
    _end(running)

    again = _run(qapp, qtbot, state_file)

    second = again.window.views.second
    assert second is not None
    assert not again.window.views.locked
    assert second.session.filter == Filter(contested=True)
    assert second.session.arrangement.keys == ("source",)
    assert second.session.viewport == Viewport(-19_000.0, 400.0)
    assert again.session.viewport == running.session.viewport
    assert again.window.views.active is again.window.views.first
    assert again.window.panes.split.share() == pytest.approx(0.4, abs=0.03)
    _end(again)
