"""A collection is started from the menu, and opens."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox

from tests.journeys.conftest import Visitor


def _choose(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_arguments: str(folder))


def test_a_new_collection_opens_and_follows_its_files(
    visitor: Visitor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _choose(monkeypatch, tmp_path)

    with visitor.bot.waitSignal(visitor.window.opener.opened, timeout=20_000):
        visitor.window.actions_by_id["new_collection"].trigger()

    assert visitor.session.collection is not None
    assert visitor.session.collection.id == "my-collection"
    assert visitor.window.taking.problems == ()
    file = tmp_path / "collection.yaml"
    file.write_text(file.read_text("utf-8").replace("en: My collection", "en: Letters"), "utf-8")
    visitor.bot.waitUntil(lambda: visitor.window.windowTitle().startswith("Letters"), timeout=10_000)


def test_a_folder_that_is_not_empty_is_refused_with_a_sentence(
    visitor: Visitor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mine.txt").write_text("mine", "utf-8")
    before = visitor.session.collection
    _choose(monkeypatch, tmp_path)

    visitor.window.actions_by_id["new_collection"].trigger()

    assert visitor.session.collection is before
    (box,) = visitor.window.findChildren(QMessageBox)
    assert "is not empty" in box.text()
    box.close()
