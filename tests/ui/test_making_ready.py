"""While a picture that takes long is made ready, the former one stays, and nothing acts on it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from tests.bench.data import arranged
from tests.bench.generator import DENSEST, LANES, columns_of_seeded, seeded
from viewer.model.records import Era
from viewer.render.raster import kept_for
from viewer.render.theme import load_theme
from viewer.render.titles import TitleInks
from viewer.timeline.columns import Columns, taken
from viewer.timeline.lanes.lane import ArrangedLane
from viewer.timeline.scene import Scene
from viewer.timeline.viewport import Viewport
from viewer.ui.timeline import placing, readying, scrolled
from viewer.ui.timeline.view import TimelineView

EVENTS, OTHERS = (columns_of_seeded(seeded(3000, seed=seed)) for seed in (1, 2))
VIEW = Viewport(DENSEST - 500, 1000.0)
FAR = VIEW.panned(5000.0)


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[Scene]:
    """What is painted, the latest last."""
    pictures: list[Scene] = []

    def paint(pen, scene, *rest):
        if scene.plot.height > 0:
            pictures.append(scene)
        return paint_scene(pen, scene, *rest)

    paint_scene = scrolled.paint_scene
    monkeypatch.setattr(scrolled, "paint_scene", paint)
    return pictures


@pytest.fixture
def view(qtbot: QtBot, painted: list[Scene], monkeypatch: pytest.MonkeyPatch) -> TimelineView:
    """A view that is seen, of which every picture counts as one that takes long from then on."""
    view = TimelineView(load_theme("light"))
    view.motion.animated = False
    qtbot.addWidget(view)
    view.resize(900, 600)
    _show(view, EVENTS)
    view.set_viewport(VIEW)
    with qtbot.waitExposed(view):
        view.show()
    qtbot.waitUntil(lambda: bool(painted))
    monkeypatch.setattr(placing, "EASY", 0)
    monkeypatch.setattr(readying, "AT_ONCE", -1.0)
    monkeypatch.setattr(readying, "PATIENCE", 1000.0)
    monkeypatch.setattr(readying, "BIT", 1e-9)
    _show(view, EVENTS)
    qtbot.waitUntil(lambda: not view.is_behind)
    view.repaint()
    return view


def _show(view: TimelineView, columns: Columns) -> None:
    view.set_events(columns, arranged(LANES), ())


def _told(view: TimelineView) -> list[object]:
    """Return what the view will have told of clicks."""
    told: list[object] = []
    for signal in (view.event_clicked, view.event_opened, view.lane_clicked, view.viewport_requested):
        signal.connect(told.append)
    view.fold_opened.connect(lambda *_: told.append("fold"))
    return told


def test_the_former_picture_stays_until_the_new_one_comes_by_itself(
    view: TimelineView, qtbot: QtBot, painted: list[Scene]
) -> None:
    former = painted[-1]
    _show(view, OTHERS)
    view.repaint()
    assert painted[-1] is former
    qtbot.waitUntil(lambda: painted[-1] is not former)
    assert painted[-1] is view.scene()
    at_once = TimelineView(view.theme)
    qtbot.addWidget(at_once)
    at_once.resize(view.size())
    _show(at_once, OTHERS)
    at_once.set_viewport(VIEW)
    assert at_once.scene() == painted[-1]


def test_nothing_is_hit_clicked_or_hovered_in_a_former_picture(view: TimelineView, qtbot: QtBot) -> None:
    scene = view.scene()
    assert scene is not None
    mark = next(mark for mark in scene.marks if mark.x > scene.plot.x)
    at = QPoint(round(mark.x), round(mark.y))
    assert view.hit_at(at) is not None
    told = _told(view)

    _show(view, OTHERS)
    assert view.hit_at(at) is None
    for click in (qtbot.mouseClick, qtbot.mouseDClick):
        view._picture.renew()  # as if the work began just now
        click(view, Qt.MouseButton.LeftButton, pos=at)
    assert told == []
    qtbot.waitUntil(lambda: not view.is_behind)
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)
    assert told


def test_a_press_upon_a_former_picture_is_no_click_upon_the_new_one(view: TimelineView, qtbot: QtBot) -> None:
    told, at = _told(view), QPoint(500, 300)
    _show(view, OTHERS)
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=at)
    qtbot.waitUntil(lambda: not view.is_behind)
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=at)
    assert told == []


def test_what_is_wanted_last_is_shown_in_the_end(
    view: TimelineView, qtbot: QtBot, painted: list[Scene]
) -> None:
    former = painted[-1]
    for columns, viewport in ((OTHERS, VIEW), (EVENTS, FAR), (OTHERS, FAR)):
        _show(view, columns)
        view.set_viewport(viewport)
        view.repaint()
        qtbot.wait(1)
    qtbot.waitUntil(lambda: not view.is_behind)
    view.repaint()
    assert set(map(id, painted[1:])) >= {id(former), id(view.scene())}
    assert view.columns is OTHERS
    assert painted[-1] is view.scene()
    assert painted[-1].in_view == ((OTHERS.start < FAR.end) & (OTHERS.end > FAR.start)).sum()


def test_a_picture_that_is_ready_is_shown_at_once(
    view: TimelineView, qtbot: QtBot, painted: list[Scene], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readying, "AT_ONCE", 0.0)
    view.set_viewport(FAR)
    view.repaint()
    qtbot.waitUntil(lambda: not view.is_behind)
    view.set_viewport(VIEW)
    view.repaint()
    assert painted[-1] is view.scene()
    assert view.scale().viewport == VIEW


def test_a_picture_that_cannot_be_made_is_told_of_and_the_next_one_comes(
    view: TimelineView, qtbot: QtBot, painted: list[Scene], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> Iterator[None]:
        raise ValueError("no such tile")

    with monkeypatch.context() as broken:
        broken.setattr(placing.Placing, "fill", fail)
        broken.setattr(placing.Placing, "scene", fail)
        with qtbot.waitSignal(view.failed) as told:
            view.set_viewport(FAR)
    assert "no such tile" in told.args[0]
    _show(view, OTHERS)
    qtbot.waitUntil(lambda: not view.is_behind)
    view.repaint()
    assert painted[-1] is view.scene()


def test_a_selected_event_out_of_sight_is_scrolled_to_once_its_place_is_known(
    view: TimelineView, qtbot: QtBot
) -> None:
    view.setMinimumSize(100, 100)
    view.resize(900, 240)
    columns, lanes, _ = _laned(90)
    view.set_events(columns, lanes, ())
    qtbot.waitUntil(lambda: view.lane_scroll.maximum() > 0 and not view.is_behind)
    far = np.flatnonzero((columns.lane == 80) & (columns.start > VIEW.start) & (columns.end < VIEW.end))
    last = int(far[0])

    view.set_selected(last, ())
    qtbot.waitUntil(lambda: view.lane_scroll.value() > 0)
    qtbot.waitUntil(lambda: not view.is_behind)

    scene = view.scene()
    assert scene is not None
    tops = [mark.y for mark in scene.marks if mark.event == last]
    tops += [bar.box.y for bar in scene.bars if bar.event == last]
    assert scene.plot.y <= tops[0] - view.lane_scroll.value() <= view.height()


def test_fewer_lanes_are_seen_down_to_the_last_where_more_were_scrolled_farther(
    view: TimelineView, qtbot: QtBot
) -> None:
    view.setMinimumSize(100, 100)
    view.resize(900, 240)
    qtbot.waitUntil(lambda: view.lane_scroll.maximum() > 0 and not view.is_behind)
    view.set_events(*_laned(90))
    qtbot.waitUntil(lambda: not view.is_behind)
    view.lane_scroll.setValue(view.lane_scroll.maximum())
    qtbot.waitUntil(lambda: not view.is_behind)
    before = view.lane_scroll.value()

    view.set_events(*_laned(40))
    qtbot.waitUntil(lambda: not view.is_behind)

    scene, scroll = view.scene(), view.lane_scroll
    assert scene is not None
    assert 0 < scroll.value() == scroll.maximum() < before
    assert scene.headers[-1].lane == 39
    seen = [header for header in scene.headers if header.box.bottom > scroll.value() + scene.plot.y]
    assert [header.lane for header in seen] == [*range(seen[0].lane, 40)]


def _laned(count: int) -> tuple[Columns, Sequence[ArrangedLane], Sequence[Era]]:
    """Return the events in `count` lanes."""
    lane = (np.arange(len(EVENTS)) % count).astype(np.int32)
    lanes = [replace(arranged(LANES)[0], id=str(at), at=at, count=3000 // count) for at in range(count)]
    return taken(EVENTS, np.arange(len(EVENTS)), lane=lane), lanes, ()


def test_words_that_are_seen_become_pictures_as_soon_as_there_is_time(
    view: TimelineView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readying, "AT_ONCE", 1e9)
    monkeypatch.setattr(placing, "work_ahead", lambda *_: iter(()))
    kept_for.cache_clear()
    view.set_viewport(FAR)
    scene, kept = view.scene(), kept_for(view.theme)
    assert scene is not None
    lines = kept.titles.lines(scene.labels, TitleInks(view.theme), 1.0)
    assert any(line.picture is None for line in lines)
    qtbot.waitUntil(lambda: all(line.picture is not None for line in lines))


def test_rows_glide_from_when_they_are_seen_and_nothing_is_painted_over_and_over_before(
    view: TimelineView, qtbot: QtBot, painted: list[Scene], monkeypatch: pytest.MonkeyPatch
) -> None:
    held, former = [True], painted[-1]

    def words(*_: object) -> Iterator[None]:
        while held:
            yield

    monkeypatch.setattr(placing, "words_ahead", words)
    view.motion.animated = True
    _show(view, OTHERS)
    qtbot.waitUntil(lambda: view.painted is not None)
    painted.clear()
    qtbot.wait(60)
    assert painted.count(former) == len(painted) <= 2
    held.clear()
    qtbot.waitUntil(lambda: bool(painted) and painted[-1] is view.painted)
    assert {id(former), id(view.painted)} < {id(former), *map(id, painted)}


def test_a_view_that_has_shown_nothing_yet_shows_axis_and_lanes_until_its_first_picture(
    view: TimelineView, qtbot: QtBot, painted: list[Scene]
) -> None:
    first = TimelineView(view.theme)
    qtbot.addWidget(first)
    first.resize(view.size())
    _show(first, EVENTS)
    first.set_viewport(VIEW)
    painted.clear()
    first.grab()
    bare = painted[-1]
    assert first.is_behind
    assert (len(bare.marks), len(bare.bars), len(bare.labels)) == (0, 0, 0)
    with qtbot.waitExposed(first):
        first.show()
    qtbot.waitUntil(lambda: not first.is_behind)
    scene = first.scene()
    assert scene is not None
    assert (bare.headers, bare.ticks, bare.tick_labels) == (scene.headers, scene.ticks, scene.tick_labels)


def test_in_a_window_that_grows_the_former_picture_stays_where_it_is_and_reaches_to_the_edges(
    view: TimelineView, painted: list[Scene]
) -> None:
    former = painted[-1]
    view.resize(1300, 800)
    view.grab()
    seen = painted[-1]
    assert view.is_behind
    assert (seen.width, seen.height, seen.plot.right) == (1300, 800, former.plot.right + 400)
    assert {header.box.right for header in seen.headers} == {1300}
    for name in ("bars", "marks", "labels", "ticks", "tick_labels"):
        assert getattr(seen, name) is getattr(former, name)
    assert [header.box.y for header in seen.headers] == [header.box.y for header in former.headers]
