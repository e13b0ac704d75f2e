"""The worker that opens a collection."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from viewer.session.opening import Opening


def test_the_worker_has_a_name_before_it_starts(qapp: object, tmp_path: Path) -> None:
    """A nameless QThread asks Python for its class name without Python's lock, and at times crashes."""
    assert Opening(tmp_path).objectName()


def test_a_cancelled_opening_ends_without_a_word(qtbot: QtBot, tmp_path: Path) -> None:
    opening = Opening(tmp_path)
    opening.cancel()

    with qtbot.assertNotEmitted(opening.loaded), qtbot.assertNotEmitted(opening.failed):
        opening.start()
        assert opening.wait(5000)


def test_what_goes_wrong_in_the_worker_is_told(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> None:
        raise MemoryError("too much")

    monkeypatch.setattr("viewer.session.opening.open_collection", fail)
    opening = Opening(tmp_path)

    with qtbot.waitSignal(opening.failed, timeout=5000) as told:
        opening.start()

    assert told.args == ["MemoryError: too much"]
    opening.wait(5000)
