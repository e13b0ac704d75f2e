"""Long empty stretches of time are folded by choice, and opened again by their sign."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from tests.journeys.apart import collection_apart
from tests.journeys.conftest import Visitor
from tests.journeys.test_by_mouse import wheel
from viewer.app import crash
from viewer.app.window import RunningWindow
from viewer.model.calendar import Calendar, day_number
from viewer.timeline.folding.warp import Warp
from viewer.timeline.movement.fit import fit_range
from viewer.timeline.scene import Break
from viewer.timeline.viewport import Viewport
from viewer.ui.date_dialog import DateDialog
from viewer.ui.export.dialog import FORMATS, ExportDialog
from viewer.ui.timeline.hovering import hover

SVG = "{http://www.w3.org/2000/svg}"


def _day(year: int, month: int = 1, day: int = 1) -> int:
    return day_number(Calendar.GREGORIAN, year, month, day)


@pytest.fixture
def apart(visitor: Visitor, tmp_path: Path) -> Visitor:
    with visitor.bot.waitSignal(visitor.session.collection_changed, timeout=20_000):
        visitor.window.open(collection_apart(tmp_path / "apart"))
    return visitor


def _breaks(visitor: Visitor) -> tuple[Break, ...]:
    return visitor.scene().breaks


def _sign(found: Break) -> QPoint:
    return QPoint(round(found.axis.x + found.axis.width / 2), round(found.axis.y + 30))


def _years_seen(visitor: Visitor) -> float:
    view, warp = visitor.session.viewport, visitor.session.warp
    return (warp.back(view.end) - warp.back(view.start)) / 365.25


def test_b_folds_what_is_empty_and_unfolds_it(apart: Visitor) -> None:
    whole = apart.session.viewport
    assert _breaks(apart) == ()

    apart.press(Qt.Key.Key_B)
    apart.press(Qt.Key.Key_0)

    assert len(_breaks(apart)) == 2
    assert apart.window.actions_by_id["fold_time"].isChecked()
    assert "2 empty stretches of time folded" in apart.window.statusBar().currentMessage()
    assert apart.scene().in_view == 8
    assert _years_seen(apart) > 790

    apart.press(Qt.Key.Key_B)

    assert _breaks(apart) == ()
    assert not apart.window.actions_by_id["fold_time"].isChecked()
    assert apart.session.viewport.span > 0.85 * whole.span


def test_folding_gives_the_years_that_are_full_their_room(apart: Visitor) -> None:
    def width() -> float:
        first, last = apart.label("revolution").box.x, apart.label("murder").box.x
        return last - first

    apart.press(Qt.Key.Key_B)
    apart.press(Qt.Key.Key_0)

    assert width() > 0.6 * apart.scene().plot.width
    assert {"Founded", "Party", "Archive"} <= {label.text for label in apart.scene().labels}


def test_the_same_dates_stay_in_view(apart: Visitor) -> None:
    apart.session.set_viewport(fit_range(_day(1916), _day(1942)))
    before = apart.session.viewport
    apart.press(Qt.Key.Key_B)
    view, warp = apart.session.viewport, apart.session.warp
    assert warp.back(view.start) == pytest.approx(before.start, abs=1e-3)
    assert warp.back(view.end) == pytest.approx(before.end, abs=1e-3)
    apart.press(Qt.Key.Key_B)
    assert apart.session.viewport.start == pytest.approx(before.start, abs=1e-3)


def test_where_everything_is_in_view_it_is_fitted_however_time_is_folded(apart: Visitor) -> None:
    apart.press(Qt.Key.Key_0)
    unfolded = apart.session.viewport

    apart.press(Qt.Key.Key_B)
    assert apart.session.viewport == apart.session.whole()
    apart.session.folded_time.unfold(apart.session.warp.gaps[1])
    assert apart.session.viewport == apart.session.whole()
    apart.press(Qt.Key.Key_B)

    assert apart.session.viewport == apart.session.whole() == unfolded


def test_the_sign_of_a_break_says_what_is_folded_and_opens_it(apart: Visitor) -> None:
    apart.press(Qt.Key.Key_B)
    apart.press(Qt.Key.Key_0)
    said: list[str] = []
    apart.window.panes.timeline.pointed.connect(said.append)
    first, second = _breaks(apart)

    hover(apart.window.panes.timeline, QPointF(_sign(first)))
    assert said[-1].startswith(
        "717 years without an event, folded (1 January 1201 to 6 November 1917): click"
    )

    apart.bot.mouseClick(apart.window.panes.timeline, Qt.MouseButton.LeftButton, pos=_sign(second))
    assert [found.gap for found in _breaks(apart)] == [first.gap]

    inside = QPoint(round(_breaks(apart)[0].plot.x + 2), round(apart.scene().plot.bottom - 20))
    apart.bot.mouseClick(apart.window.panes.timeline, Qt.MouseButton.LeftButton, pos=inside)
    assert len(_breaks(apart)) == 1
    apart.bot.mouseDClick(apart.window.panes.timeline, Qt.MouseButton.LeftButton, pos=inside)
    assert _breaks(apart) == ()
    assert apart.session.folded_time.now.on


def test_going_to_a_date_in_a_folded_stretch_unfolds_it(
    apart: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    apart.press(Qt.Key.Key_B)
    monkeypatch.setattr("viewer.ui.navigation.ask", lambda dialog: dialog.field.setText("1500") or True)
    assert DateDialog("x").days() is None
    apart.window.navigation.go_to_date()
    assert [gap.first > _day(1900) for gap in apart.session.warp.gaps] == [True]
    view, warp = apart.session.viewport, apart.session.warp
    assert warp.back(view.start) < _day(1500) < _day(1501) < warp.back(view.end)
    assert _years_seen(apart) < 2


def test_in_a_large_collection_a_date_in_a_folded_stretch_is_gone_to_when_it_is_unfolded(
    apart: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    apart.press(Qt.Key.Key_B)
    monkeypatch.setattr("viewer.ui.navigation.ask", lambda dialog: dialog.field.setText("1500") or True)
    monkeypatch.setattr("viewer.session.picking.LARGE", 0)
    with apart.bot.waitSignal(apart.session.folding_changed):
        apart.window.navigation.go_to_date()
    warp = apart.session.warp
    assert len(warp.gaps) == 1
    assert warp.back(apart.session.viewport.start) < _day(1500) < warp.back(apart.session.viewport.end)
    assert _years_seen(apart) < 2


def test_a_range_across_a_break_is_one_of_real_dates(apart: Visitor) -> None:
    apart.press(Qt.Key.Key_B)
    apart.press(Qt.Key.Key_0)
    warp, scale = apart.session.warp, apart.window.panes.timeline.scale()
    view = apart.window.panes.timeline
    ends = [QPoint(round(scale.pixel(warp.forward(float(_day(year))))), 400) for year in (1936, 2001)]
    shift = Qt.KeyboardModifier.ShiftModifier
    apart.bot.mousePress(view, Qt.MouseButton.LeftButton, shift, ends[0])
    apart.bot.mouseMove(view, QPoint(ends[0].x() + 40, 400))
    apart.bot.mouseMove(view, ends[1])
    apart.bot.mouseRelease(view, Qt.MouseButton.LeftButton, shift, ends[1])
    assert apart.session.range is not None
    first, last = apart.session.range
    assert abs(first - _day(1936)) < 40
    assert abs(last - _day(2001)) < 40
    apart.press(Qt.Key.Key_R)
    assert _years_seen(apart) == pytest.approx(68, abs=6)
    assert len(_breaks(apart)) == 1


@pytest.mark.parametrize("format_", ["PNG", "SVG", "PDF"])
def test_an_export_is_folded_as_the_screen_is_and_names_real_dates(
    apart: Visitor, tmp_path: Path, format_: str
) -> None:
    apart.press(Qt.Key.Key_B)
    apart.press(Qt.Key.Key_0)
    exporting, target = apart.window.exporting, tmp_path / f"folded.{format_.lower()}"
    first, _, last = exporting.range_text().partition("/")
    assert (first[:2], last[:3]) == ("11", "200")
    dialog = ExportDialog(exporting.range_text(), "", tmp_path, apart.window)
    apart.bot.addWidget(dialog)
    dialog.format.setCurrentText(next(name for name in FORMATS if name.startswith(format_)))
    choice = dialog.choice_for(target)
    assert choice is not None
    with apart.bot.waitSignal(exporting.exported, timeout=20_000) as exported:
        exporting.export(choice)
    assert exported.args[1].shown == 8
    if format_ == "SVG":
        words = {"".join(text.itertext()).strip() for text in ET.parse(target).iter(f"{SVG}text")}
        assert {"1200s", "1930s", "1200", "1930", "2002"} <= words
        assert any("8 of 8 events shown, 2 empty stretches of time folded" in each for each in words)
    for box in apart.window.findChildren(QMessageBox):
        box.close()


def test_back_leads_to_the_same_dates_across_a_change_of_folding(apart: Visitor) -> None:
    apart.session.set_viewport(fit_range(_day(1916), _day(1942)))
    apart.session.remember()
    apart.session.set_viewport(fit_range(_day(1928), _day(1931)))
    apart.session.remember()
    apart.press(Qt.Key.Key_B)
    apart.window.navigation.back()
    view, warp = apart.session.viewport, apart.session.warp
    assert warp.back(view.center) == pytest.approx(_day(1929), abs=300)


def test_a_filter_leaves_the_folds_as_they_are(apart: Visitor) -> None:
    apart.press(Qt.Key.Key_B)
    before = apart.session.warp
    apart.window.panes.filter_bar.field.setText("murder")
    apart.window.panes.filter_bar.field.textEdited.emit("murder")
    apart.bot.waitUntil(lambda: len(apart.session.events) == 1)
    assert apart.session.warp is before
    columns = apart.session.columns
    assert columns is not None
    assert columns.warp.back(int(columns.start[0])) == _day(1940, 8, 20)


def test_nothing_is_folded_where_nothing_is_empty_for_long(visitor: Visitor) -> None:
    before = visitor.session.viewport
    visitor.press(Qt.Key.Key_B)
    assert visitor.session.viewport == before
    assert "No empty stretch" in visitor.window.statusBar().currentMessage()


@pytest.fixture
def state_file(qapp: QApplication, tmp_path: Path) -> Iterator[Path]:
    yield tmp_path / "state" / "state.json"
    crash.listen(None)
    qapp.setStyleSheet("")


def test_folding_is_remembered_for_the_collection(
    qapp: QApplication, qtbot: QtBot, state_file: Path, tmp_path: Path
) -> None:
    folder = collection_apart(tmp_path / "apart")
    for already in (False, True):
        running = RunningWindow(qapp, state_file)
        qtbot.addWidget(running.window)
        with qtbot.waitSignal(running.window.collection_opened, timeout=20_000):
            running.start(folder)
        session = running.session
        assert session.folded_time.now.on == already
        if already:
            assert session.warp.back(session.viewport.start) == pytest.approx(_day(1920), abs=300)
            assert running.window.actions_by_id["fold_time"].isChecked()
        session.folded_time.switch(on=True)
        session.set_viewport(fit_range(session.warp.forward(_day(1920)), session.warp.forward(_day(2001))))
        running.window.close()


def test_a_stretch_that_was_opened_alone_stays_open_at_the_next_start(
    qapp: QApplication, qtbot: QtBot, state_file: Path, tmp_path: Path
) -> None:
    folder = collection_apart(tmp_path / "apart")
    folded = []
    for _ in range(3):
        running = RunningWindow(qapp, state_file)
        qtbot.addWidget(running.window)
        with qtbot.waitSignal(running.window.collection_opened, timeout=20_000):
            running.start(folder)
        time = running.session.folded_time
        time.switch(on=True)
        folded.append(running.session.warp.gaps)
        time.unfold(folded[0][0])
        running.window.close()

    first, second, third = folded
    assert second == third == first[1:] != ()


def test_both_views_of_time_are_folded_alike(apart: Visitor) -> None:
    apart.press(Qt.Key.Key_B)
    apart.window.views.split()
    second = apart.window.views.second
    assert second is not None
    assert second.session.warp == apart.session.warp != Warp()

    second.session.folded_time.unfold(apart.session.warp.gaps[0])
    apart.window.fold_time.toggle()

    assert second.session.warp == apart.window.views.first.session.warp == Warp()
    assert second.session.viewport == apart.window.views.first.session.viewport
    remembered = apart.window.views.remembered()
    assert remembered is not None
    assert remembered.start == pytest.approx(second.session.viewport.start)


@pytest.mark.parametrize("folded", [False, True])
@pytest.mark.parametrize(("start", "span"), [(-20_000.3, 1.0), (-280_000.0, 3e5), (-1.8e11, 3.65e11)])
def test_the_wheel_holds_the_date_over_100_steps_in_and_out(
    apart: Visitor, start: float, span: float, *, folded: bool
) -> None:
    view, x = apart.window.panes.timeline, 777.0
    apart.session.folded_time.switch(on=folded)
    for turns in ((1, -1), (-1, 1)):
        apart.session.set_viewport(Viewport(start, span))
        under = view.scale().day(x)
        for turn in turns:
            for _ in range(100):
                wheel(apart, x, turn)
                assert abs(view.scale().pixel(under) - x) < 1
