"""Many events are counted bit by bit: what is seen of the overview stays meanwhile, and the new one comes."""

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from tests.bench.data import arranged
from tests.bench.generator import DENSEST, LANES, columns_of_seeded, seeded
from viewer.render.measure import text_width
from viewer.render.theme import load_theme
from viewer.timeline.at_once import all_at_once
from viewer.timeline.columns import Columns
from viewer.timeline.movement.fit import fit_all
from viewer.timeline.overview import OverviewScene, overview_steps
from viewer.timeline.viewport import Viewport
from viewer.ui import overview
from viewer.ui.overview import Overview

EVENTS, OTHERS = (columns_of_seeded(seeded(2000, seed=seed)) for seed in (1, 2))
SPAN, OTHER_SPAN = fit_all(EVENTS), Viewport(DENSEST - 9000, 18_000.0)
HERE, THERE = Viewport(DENSEST - 500, 1000.0), Viewport(DENSEST + 2000, 3000.0)


@pytest.fixture
def strip(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Overview:
    """An overview that is seen, to which any events are many."""
    monkeypatch.setattr(overview, "AT_ONCE", 0)
    monkeypatch.setattr(overview, "BIT", 1e-9)
    strip = Overview(load_theme("light"))
    qtbot.addWidget(strip)
    strip.resize(700, overview.HEIGHT)
    strip.set_events(EVENTS, arranged(LANES), SPAN)
    strip.set_viewport(HERE)
    with qtbot.waitExposed(strip):
        strip.show()
    strip.repaint()
    qtbot.waitUntil(lambda: not strip._is_behind)
    return strip


def _placed(strip: Overview, columns: Columns, whole: Viewport, viewport: Viewport) -> OverviewScene:
    size = strip.width(), strip.height()
    return all_at_once(overview_steps(columns, arranged(LANES), whole, viewport, *size, text_width))


def test_the_former_overview_stays_until_the_new_one_has_been_counted(strip: Overview, qtbot: QtBot) -> None:
    former = strip._placed()
    assert former == _placed(strip, EVENTS, SPAN, HERE)
    strip.set_events(OTHERS, arranged(LANES), OTHER_SPAN)
    strip.repaint()
    assert strip._placed() == former
    qtbot.waitUntil(lambda: strip._placed() == _placed(strip, OTHERS, OTHER_SPAN, HERE))


def test_what_is_wanted_last_is_counted_with_its_window(strip: Overview, qtbot: QtBot) -> None:
    for columns, whole in ((OTHERS, OTHER_SPAN), (EVENTS, OTHER_SPAN), (OTHERS, SPAN)):
        strip.set_events(columns, arranged(LANES), whole)
        qtbot.wait(5)
    strip.set_viewport(THERE)
    qtbot.waitUntil(lambda: not strip._is_behind)
    assert strip._placed() == _placed(strip, OTHERS, SPAN, THERE)


def test_a_press_takes_hold_of_what_is_so_now(strip: Overview, qtbot: QtBot) -> None:
    wished: list[Viewport] = []
    strip.viewport_requested.connect(wished.append)
    strip.set_events(OTHERS, arranged(LANES), OTHER_SPAN)
    qtbot.mousePress(strip, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    assert not strip._is_behind
    assert [round(one.center) for one in wished] == [round(OTHER_SPAN.start + 20 / 700 * OTHER_SPAN.span)]


def test_an_overview_that_cannot_be_counted_is_told_of_when_it_is_drawn(
    strip: Overview, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> object:
        raise ValueError("no such column")

    monkeypatch.setattr("viewer.timeline.overview._counts", fail)
    with qtbot.waitSignal(strip.failed) as told:
        strip.set_events(OTHERS, arranged(LANES), OTHER_SPAN)
    assert "no such column" in told.args[0]
