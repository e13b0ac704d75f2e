"""Files and folders as bad days leave them: the window says so and goes on."""

from collections.abc import Generator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu, QMessageBox

from tests.journeys.conftest import Visitor
from tests.loading.sandbox import EVENT, Sandbox
from viewer.ui.export.dialog import ExportChoice
from viewer.ui.recent_menu import RecentMenu


def _open(visitor: Visitor, folder: Path) -> None:
    with visitor.bot.waitSignal(visitor.window.opener.opened, timeout=20_000):
        visitor.window.open(folder)


@pytest.fixture
def sandbox(tmp_path: Path) -> Sandbox:
    return Sandbox(tmp_path / "collection")


def test_a_file_that_was_cut_off_is_shown_under_a_bar_that_says_so(
    visitor: Visitor, sandbox: Sandbox
) -> None:
    sandbox.write("events/all.yaml", "count: 20\nevents:\n" + EVENT)

    _open(visitor, sandbox.folder)

    assert [event.id for event in visitor.session.events] == ["leaves-odessa"]
    assert visitor.window.panes.banner.isVisible()
    assert "Incomplete: events/all.yaml" in visitor.window.panes.banner.text()


def test_a_collection_that_is_gone_when_it_is_read_again_stays_in_view(
    visitor: Visitor, sandbox: Sandbox
) -> None:
    _open(visitor, sandbox.folder)
    before = visitor.session.collection
    visitor.window.choosing.select("leaves-odessa")
    sandbox.folder.rename(sandbox.folder.with_name("elsewhere"))

    with visitor.bot.waitSignal(visitor.window.opener.opened, timeout=20_000):
        visitor.window.actions_by_id["reload"].trigger()

    assert visitor.session.collection is before
    assert visitor.session.selected == "leaves-odessa"
    for box in visitor.window.findChildren(QMessageBox):
        box.close()


def test_a_failure_nobody_foresaw_ends_the_export_and_leaves_the_window_usable(
    visitor: Visitor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> Generator[str, None, None]:
        yield "Laying out"
        raise ZeroDivisionError

    monkeypatch.setattr("viewer.render.export.export_steps", fail)
    target = tmp_path / "never.png"
    exporting = visitor.window.exporting

    with visitor.bot.captureExceptions() as raised:
        exporting.export(ExportChoice((0, 10), "png", 400, 300, 1.0, "light", "", False, target))
        visitor.bot.waitUntil(lambda: bool(raised))

    assert exporting._progress is None
    assert exporting._work is None
    assert not target.exists()


def test_a_recent_folder_that_cannot_be_looked_into_is_listed_but_not_offered(visitor: Visitor) -> None:
    file_menu = QMenu()
    visitor.bot.addWidget(file_menu)
    RecentMenu(file_menu, file_menu.addAction("Reload"), lambda: ("/" + "a" * 5000, "/a\0b"))
    submenu = file_menu.findChildren(QMenu)[0]

    submenu.aboutToShow.emit()

    too_long, unreal, bundled = submenu.actions()
    assert not too_long.isEnabled()
    assert not unreal.isEnabled()
    assert bundled.isEnabled()
