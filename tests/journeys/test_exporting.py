"""A range is chosen, exported from the window and found again in the file."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QMessageBox

from tests.journeys.conftest import Visitor
from viewer.render import export
from viewer.ui.export.dialog import ExportDialog


def _dialog(visitor: Visitor, format_: str) -> ExportDialog:
    dialog = ExportDialog("1917/1918", "Two years", Path(), visitor.window)
    visitor.bot.addWidget(dialog)
    dialog.format.setCurrentText(next(name for name in _formats() if name.startswith(format_)))
    return dialog


def _formats() -> list[str]:
    from viewer.ui.export.dialog import FORMATS

    return list(FORMATS)


@pytest.mark.parametrize("format_", ["PNG", "SVG", "PDF"])
def test_what_the_dialog_says_is_what_is_written(visitor: Visitor, tmp_path: Path, format_: str) -> None:
    target = tmp_path / f"range.{format_.lower()}"
    choice = _dialog(visitor, format_).choice_for(target)
    assert choice is not None
    exporting = visitor.window.exporting

    with visitor.bot.waitSignal(exporting.exported, timeout=20_000) as exported:
        exporting.export(choice)

    done = exported.args[1]
    assert target.stat().st_size == done.size
    assert done.width == choice.width * choice.scale
    assert [path.name for path in tmp_path.iterdir()] == [target.name]
    for box in visitor.window.findChildren(QMessageBox):
        box.close()


def test_a_png_has_the_size_asked_for_and_says_what_it_shows(visitor: Visitor, tmp_path: Path) -> None:
    dialog = _dialog(visitor, "PNG")
    dialog.citations.setChecked(False)
    dialog.scale.setValue(2)
    choice = dialog.choice_for(tmp_path / "two.png")
    assert choice is not None
    exporting = visitor.window.exporting
    with visitor.bot.waitSignal(exporting.exported, timeout=20_000):
        exporting.export(choice)

    image = QImage(str(tmp_path / "two.png"))

    assert (image.width(), image.height()) == (3840, 2160)
    assert "1917" in image.text("Range")
    assert image.text("CollectionVersion")
    for box in visitor.window.findChildren(QMessageBox):
        box.close()


def test_the_window_goes_on_while_a_picture_is_written(
    visitor: Visitor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choice = _dialog(visitor, "PNG").choice_for(tmp_path / "beside.png")
    assert choice is not None
    window_went_on = threading.Event()

    def steps(*_: object) -> Iterator[str]:
        yield "Waiting for the window"
        assert window_went_on.wait(timeout=20)
        yield "Writing"
        raise export.ExportError("The disk is full.")

    monkeypatch.setattr(export, "export_steps", steps)
    visitor.window.exporting.export(choice)
    QTimer.singleShot(0, window_went_on.set)
    boxes = visitor.window.findChildren
    visitor.bot.waitUntil(lambda: any("full" in box.text() for box in boxes(QMessageBox)), timeout=20_000)
    assert window_went_on.is_set()
    for box in boxes(QMessageBox):
        box.close()


def test_an_export_given_up_writes_nothing(visitor: Visitor, tmp_path: Path) -> None:
    choice = _dialog(visitor, "PDF").choice_for(tmp_path / "never.pdf")
    assert choice is not None

    visitor.window.exporting.export(choice)
    visitor.window.exporting.stop()
    visitor.bot.wait(200)

    assert list(tmp_path.iterdir()) == []


def test_the_range_offered_is_the_chosen_one_else_what_is_in_view(visitor: Visitor) -> None:
    visitor.session.set_range((-19358, -18628))
    assert visitor.window.exporting.range_text() == "1917-01-01/1918-12-31"
    visitor.session.set_range(None)
    first, last = visitor.window.exporting.range_text().split("/")
    assert first < "1879" < "2001" < last


@pytest.mark.parametrize("text", ["", "1924/1917", "1985/..", "soon"])
def test_a_range_that_cannot_be_drawn_cannot_be_exported(visitor: Visitor, text: str) -> None:
    dialog = _dialog(visitor, "PNG")
    dialog.range.setText(text)
    assert not dialog.save.isEnabled()
    assert dialog.understood.text()
    assert dialog.choice_for(Path("x.png")) is None


def test_a_picture_shows_the_lanes_of_the_window_and_says_what_is_hidden(
    visitor: Visitor, tmp_path: Path
) -> None:
    session = visitor.session
    session.chosen_lanes.group_by("person")
    session.chosen_lanes.arrange(session.arrangement.with_hidden(("leon-trotsky",), hidden=True))
    choice = _dialog(visitor, "SVG").choice_for(tmp_path / "people.svg")
    assert choice is not None
    with visitor.bot.waitSignal(visitor.window.exporting.exported, timeout=20_000):
        visitor.window.exporting.export(choice)
    written = (tmp_path / "people.svg").read_text()
    assert "Joseph Stalin" in written
    assert ">Leon Trotsky<" not in written
    assert "lanes: person · 1 hidden" in written
    assert f"{session.unseen} events in hidden lanes" in written
    assert "Ramón Mercader" not in written  # he has no event in these two years
    for box in visitor.window.findChildren(QMessageBox):
        box.close()
