"""Collections are opened, dropped and read again; what was open stays until the new one is there."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QMessageBox

from tests.journeys.conftest import Visitor
from viewer.resources import bundled_collection


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(bundled_collection(), tmp_path / "copy"))


def _open(visitor: Visitor, folder: Path) -> None:
    with visitor.bot.waitSignal(visitor.window.opener.opened, timeout=20_000):
        visitor.window.open(folder)


def test_a_folder_or_its_collection_file_opens(visitor: Visitor, copy: Path) -> None:
    for path in (copy, copy / "collection.yaml"):
        _open(visitor, path)
        assert visitor.session.collection is not None
        assert Path(visitor.session.collection.folder) == copy


def test_a_dropped_folder_opens(visitor: Visitor, copy: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(copy))])
    drop = QDropEvent(
        QPointF(QPoint(10, 10)),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with visitor.bot.waitSignal(visitor.window.opener.opened, timeout=20_000):
        visitor.window.dropEvent(drop)
    assert visitor.session.collection is not None
    assert Path(visitor.session.collection.folder) == copy


def test_what_is_no_collection_leaves_what_was_open_and_says_why(visitor: Visitor, tmp_path: Path) -> None:
    before = visitor.session.collection
    visitor.session.select("october-revolution")

    _open(visitor, tmp_path)

    assert visitor.session.collection is before
    assert visitor.session.selected == "october-revolution"
    boxes = visitor.window.findChildren(QMessageBox)
    assert any("collection.yaml" in box.text() for box in boxes)
    for box in boxes:
        box.close()


def test_reading_again_keeps_view_and_selection(visitor: Visitor, copy: Path) -> None:
    _open(visitor, copy)
    visitor.session.select("october-revolution")
    visitor.type("+++")
    viewport = visitor.session.viewport

    with visitor.bot.waitSignal(visitor.window.opener.opened, timeout=20_000):
        visitor.window.actions_by_id["reload"].trigger()

    assert visitor.session.viewport == viewport
    assert visitor.session.selected == "october-revolution"


def test_a_bad_event_is_kept_and_the_problems_are_counted(visitor: Visitor, copy: Path) -> None:
    path = copy / "events" / "1940-death.yaml"
    path.write_text(path.read_text("utf-8").replace("date: 19", "date: 1999-99-", 1), "utf-8")
    count = len(visitor.session.events)

    _open(visitor, copy)

    assert len(visitor.session.events) == count
    assert visitor.window.taking.problems
    assert visitor.window.panes.banner.isVisible()
    assert "problem" in visitor.window.panes.banner.text()
