"""Saving a file of the open collection shows at once; a broken save costs nothing of what is seen."""

import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QProgressDialog, QPushButton

from tests.journeys.conftest import Visitor
from viewer.loading.load import LoadCancelled, Loaded
from viewer.model.filters import Filter
from viewer.resources import bundled_collection
from viewer.store.opening import open_collection
from viewer.timeline.viewport import Viewport

EVENT = "october-revolution"
REFUSED = "- a: b: c\n"
CUT = '- id: "unclosed\n'


@pytest.fixture
def copy(tmp_path: Path, visitor: Visitor) -> Path:
    folder = Path(shutil.copytree(bundled_collection(), tmp_path / "copy"))
    with visitor.bot.waitSignal(visitor.window.opener.opened, timeout=20_000):
        visitor.window.open(folder)
    visitor.bot.wait(300)
    return folder


def _file(copy: Path) -> Path:
    return next(f for f in sorted((copy / "events").iterdir()) if f"id: {EVENT}\n" in f.read_text("utf-8"))


def _retitled(copy: Path, title: str) -> str:
    text = _file(copy).read_text("utf-8")
    at = text.index("title:", text.index(f"id: {EVENT}\n"))
    return f"{text[:at]}title: {{en: {title}}}{text[text.index(chr(10), at) :]}"


def _in_place(file: Path, text: str) -> None:
    file.write_text(text, "utf-8")


def _by_replacing(file: Path, text: str) -> None:
    part = file.with_name(f".{file.name}.swp")
    part.write_text(text, "utf-8")
    part.replace(file)


def _by_moving_the_old_away(file: Path, text: str) -> None:
    file.rename(file.with_name(f"{file.name}~"))
    file.write_text(text, "utf-8")


def _title(visitor: Visitor) -> str:
    event = visitor.session.event_of(EVENT)
    return "" if event is None else event.title.best()


def _until(visitor: Visitor, holds: Callable[[], bool]) -> None:
    visitor.bot.waitUntil(holds, timeout=10_000)


def _banner(visitor: Visitor) -> str:
    banner = visitor.window.panes.banner
    return banner.text() if banner.isVisible() else ""


@pytest.mark.parametrize("save", [_in_place, _by_replacing, _by_moving_the_old_away])
def test_saves_show_one_after_the_other_however_the_editor_saves(
    visitor: Visitor, copy: Path, save: Callable[[Path, str], None]
) -> None:
    for title in ("A first title", "A second title", "A third title"):
        save(_file(copy), _retitled(copy, title))
        _until(visitor, lambda title=title: _title(visitor) == title)


def test_a_save_is_told_by_the_system_before_anyone_looks(visitor: Visitor, copy: Path) -> None:
    visitor.window.opener._watcher._poll.stop()

    for title in ("A first title", "A second title"):
        _by_replacing(_file(copy), _retitled(copy, title))
        _until(visitor, lambda title=title: _title(visitor) == title)


def test_a_save_of_which_the_system_tells_nothing_is_found(visitor: Visitor, copy: Path) -> None:
    visitor.window.opener._watcher._watcher.blockSignals(True)

    _in_place(_file(copy), _retitled(copy, "Found by looking"))

    _until(visitor, lambda: _title(visitor) == "Found by looking")


def test_a_save_keeps_view_selection_filter_page_and_focus(visitor: Visitor, copy: Path) -> None:
    window, session = visitor.window, visitor.session
    session.set_filter(Filter(text="Petrograd"))
    session.select(EVENT)
    session.set_viewport(Viewport(session.viewport.start + 1000, session.viewport.span / 2))
    session.set_range((700_000, 700_100))
    window.panes.filter_bar.focus_search()
    before = (session.viewport, session.selected, session.filter, session.range, visitor.page())

    _in_place(_file(copy), _retitled(copy, "Renamed"))
    _until(visitor, lambda: _title(visitor) == "Renamed")

    assert (session.viewport, session.selected, session.filter, session.range, visitor.page()) == before
    assert window.focusWidget() is window.panes.filter_bar.field


def test_a_save_keeps_the_place_in_the_source(visitor: Visitor, copy: Path) -> None:
    reader = visitor.window.panes.reader
    collection = visitor.session.collection
    assert collection is not None
    passage = next(a for a in reversed(list(collection.attestations())) if a.source == "thai")
    assert passage.start is not None
    assert passage.end is not None
    visitor.window.choosing.show_passage("thai", passage.start, passage.end)
    visitor.bot.wait(500)
    before = (reader._source.id, reader._lit, reader.view.verticalScrollBar().value())

    _in_place(_file(copy), _retitled(copy, "Renamed"))
    _until(visitor, lambda: _title(visitor) == "Renamed")

    assert (reader._source.id, reader._lit, reader.view.verticalScrollBar().value()) == before
    assert reader._collection is visitor.session.collection


def test_an_aspect_that_is_read_stays(visitor: Visitor, copy: Path) -> None:
    collection = visitor.session.collection
    assert collection is not None
    aspect = collection.aspects[-1]
    visitor.window.choosing.show_aspect(aspect.id)
    shown = visitor.window.panes.detail.view.toPlainText()

    _in_place(_file(copy), _retitled(copy, "Renamed"))
    _until(visitor, lambda: _title(visitor) == "Renamed")

    assert visitor.window.panes.detail.view.toPlainText() == shown


@pytest.mark.parametrize("broken", [REFUSED, CUT, ""])
def test_a_broken_save_keeps_the_last_good_state_and_a_good_one_clears_it(
    visitor: Visitor, copy: Path, broken: str
) -> None:
    session, file = visitor.session, _file(copy)
    good, before = file.read_text("utf-8"), session.collection
    session.select(EVENT)

    _in_place(file, broken)
    _until(visitor, lambda: bool(visitor.window.taking.problems))

    assert session.collection is before
    assert session.selected == EVENT
    assert f"events/{file.name}" in {problem.file for problem in visitor.window.taking.problems}
    assert "last good state" in _banner(visitor)
    assert visitor.window.findChildren(QMessageBox) == []
    assert visitor.window.panes.problems.view.model().rowCount() == len(visitor.window.taking.problems)

    _in_place(file, good)
    _until(visitor, lambda: not visitor.window.taking.problems)

    assert session.collection is not before
    assert _banner(visitor) == ""


def test_reading_again_by_hand_after_a_broken_save_needs_no_box_either(visitor: Visitor, copy: Path) -> None:
    before = visitor.session.collection
    (copy / "people.yaml").write_text(REFUSED, "utf-8")

    with visitor.bot.waitSignal(visitor.window.opener.opened, timeout=20_000):
        visitor.press(Qt.Key.Key_F5)

    assert visitor.session.collection is before
    assert "last good state" in _banner(visitor)
    assert visitor.window.findChildren(QMessageBox) == []


def test_new_and_deleted_event_files_show(visitor: Visitor, copy: Path) -> None:
    session, count = visitor.session, len(visitor.session.events)
    file = copy / "events" / "zz-more.yaml"
    text = _file(copy).read_text("utf-8")
    first = text.index("- id:")
    entry = text[first : text.index("\n- id:", first + 1) + 1]
    identity = entry.split("\n")[0]

    file.write_text(entry.replace(identity, "- id: one-more-event"), "utf-8")
    _until(visitor, lambda: len(session.events) == count + 1)

    session.select("one-more-event")
    file.unlink()
    _until(visitor, lambda: len(session.events) == count)
    assert session.selected is None


def test_a_source_that_is_saved_is_read_again(visitor: Visitor, copy: Path) -> None:
    file = copy / "sources" / "english.txt"

    file.write_bytes(file.read_bytes() + b"\nOne more line.\n")

    _until(
        visitor, lambda: any("has changed" in problem.message for problem in visitor.window.taking.problems)
    )
    collection = visitor.session.collection
    assert collection is not None
    assert any(source.text.endswith("One more line.\n") for source in collection.sources)


def test_a_folder_that_goes_leaves_the_last_state_and_may_come_back(visitor: Visitor, copy: Path) -> None:
    before = visitor.session.collection
    aside = copy.with_name("aside")

    copy.rename(aside)
    _until(visitor, lambda: "folder is gone" in _banner(visitor))
    assert visitor.session.collection is before
    visitor.type("+++")

    aside.rename(copy)
    _until(visitor, lambda: _banner(visitor) == "")
    assert visitor.session.collection is not before


def test_a_folder_that_is_deleted_leaves_the_last_state(visitor: Visitor, copy: Path) -> None:
    before = visitor.session.collection

    shutil.rmtree(copy)

    _until(visitor, lambda: "folder is gone" in _banner(visitor))
    assert visitor.session.collection is before
    assert visitor.window.findChildren(QMessageBox) == []


def test_what_is_saved_while_the_files_are_read_is_not_missed(visitor: Visitor, copy: Path) -> None:
    opener = visitor.window.opener
    _in_place(_file(copy), _retitled(copy, "Before"))
    _until(visitor, lambda: opener._opening is not None)
    assert opener._opening is not None
    opener._opening.wait()
    time.sleep(0.02)

    _in_place(_file(copy), _retitled(copy, "Meanwhile"))

    _until(visitor, lambda: _title(visitor) == "Meanwhile")


@pytest.fixture
def slow(visitor: Visitor, copy: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The folders of which a reading has begun; it goes on until it is cancelled, and half a second longer."""
    begun: list[Path] = []

    def read(
        folder: Path, _cache: object, told: Callable[[int, int, str], None], cancelled: Callable[[], bool]
    ) -> Loaded:
        begun.append(folder)
        told(2, 5, "checking events/all.yaml")
        while not cancelled():
            time.sleep(0.01)
        time.sleep(0.5)
        raise LoadCancelled

    monkeypatch.setattr("viewer.session.opening.open_collection", read)
    monkeypatch.setattr("viewer.ui.collection_opener.PATIENCE", 0)
    return begun


def test_nobody_waits_for_a_reading_that_another_one_replaces(
    visitor: Visitor, copy: Path, slow: list[Path]
) -> None:
    opener = visitor.window.opener
    visitor.window.open(copy)
    first = opener._opening
    assert first is not None
    _until(visitor, lambda: slow == [copy])

    visitor.window.open(copy)

    assert first.isRunning()
    second = opener._opening
    assert second is not None
    assert slow == [copy]
    _until(visitor, lambda: len(slow) == 2)  # what the first has written is whole, or gone
    opener.stop()
    assert second.isRunning()
    _until(visitor, lambda: not opener._former)


def test_of_many_readings_each_in_place_of_another_the_last_goes_on(
    visitor: Visitor, copy: Path, slow: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor.window.open(copy)
    _until(visitor, lambda: slow == [copy])
    monkeypatch.setattr("viewer.session.opening.open_collection", open_collection)
    before = visitor.session.collection

    for _ in range(3):
        visitor.window.open(copy)

    _until(visitor, lambda: visitor.session.collection is not before)
    assert visitor.window.opener._opening is None


def test_a_window_that_closes_waits_for_no_reading(visitor: Visitor, copy: Path, slow: list[Path]) -> None:
    visitor.window.open(copy)
    reading = visitor.window.opener._opening
    assert reading is not None
    _until(visitor, lambda: slow == [copy])

    visitor.window.close()

    assert reading.isRunning()


@pytest.mark.parametrize("how", ["by key", "by mouse"])
def test_a_long_reading_again_is_told_and_can_be_stopped(
    visitor: Visitor, copy: Path, slow: list[Path], how: str
) -> None:
    line, opener = visitor.window.panes.under_way, visitor.window.opener
    visitor.session.select(EVENT)
    before = visitor.session.collection
    assert not line.isVisible()

    _in_place(_file(copy), _retitled(copy, "Long"))
    _until(visitor, lambda: line.text() == "Reading again, step 3 of 5")
    assert line.isVisible()
    assert visitor.window.findChildren(QProgressDialog) == []
    visitor.type("+")
    if how == "by key":
        visitor.press(Qt.Key.Key_Escape)
    else:
        visitor.bot.mouseClick(line.button, Qt.MouseButton.LeftButton)

    assert not line.isVisible()
    assert opener._opening is None
    assert visitor.session.collection is before
    assert visitor.session.selected == EVENT
    assert "has not been read" in _banner(visitor)
    visitor.bot.wait(700)
    assert slow == [copy]
    visitor.press(Qt.Key.Key_Escape)
    assert visitor.session.selected is None


def test_a_reload_that_is_cancelled_after_a_save_is_not_followed_by_another(
    visitor: Visitor, copy: Path, slow: list[Path]
) -> None:
    opener = visitor.window.opener
    visitor.press(Qt.Key.Key_F5)
    _in_place(_file(copy), _retitled(copy, "Saved meanwhile"))
    _until(visitor, lambda: opener._owed)
    assert opener._dialog is not None

    opener._dialog.findChild(QPushButton).click()

    assert "has not been read" in _banner(visitor)
    visitor.bot.wait(1000)
    assert slow == [copy]


def test_a_save_during_another_opening_that_is_cancelled_is_read_then(
    visitor: Visitor, copy: Path, slow: list[Path]
) -> None:
    opener = visitor.window.opener
    visitor.window.open(bundled_collection())
    _in_place(_file(copy), _retitled(copy, "Saved meanwhile"))
    _until(visitor, lambda: opener._owed)
    assert opener._dialog is not None

    opener._dialog.findChild(QPushButton).click()

    _until(visitor, lambda: slow == [bundled_collection(), copy.resolve()])
    opener.stop()


def test_nothing_is_read_again_without_a_change(visitor: Visitor, copy: Path) -> None:
    with visitor.bot.assertNotEmitted(visitor.window.opener.reread, wait=2500):
        (copy / "events" / ".hidden.yaml.swp").write_text("editors leave such files", "utf-8")
        (copy / "notes.txt").write_text("no part of the collection", "utf-8")


def test_a_closed_window_watches_nothing(visitor: Visitor, copy: Path) -> None:
    visitor.window.close()

    with visitor.bot.assertNotEmitted(visitor.window.opener.reread, wait=1000):
        _in_place(_file(copy), _retitled(copy, "Too late"))
