"""Rows that change are seen to move, and the pointer finds everything where it will be."""

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from tests.journeys.conftest import Visitor
from tests.timeline.build import rows_of_items
from viewer.model.filters import Filter
from viewer.timeline.scene import Scene
from viewer.ui.timeline import row_motion, scrolled


@pytest.fixture
def final(visitor: Visitor) -> list[Scene]:
    """Every picture as it stands when nothing moves any more."""
    pictures = [visitor.scene()]
    visitor.window.panes.timeline.scene_changed.connect(pictures.append)
    return pictures


@pytest.fixture
def seen(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> list[Scene]:
    """What is painted, the latest last; rows glide, the view itself does not."""
    painted: list[Scene] = []

    def paint(pen, scene, *rest):
        if scene.plot.height > 0:  # else it is the axis, painted again over scrolled lanes
            painted.append(scene)
        return paint_scene(pen, scene, *rest)

    paint_scene = scrolled.paint_scene
    monkeypatch.setattr(scrolled, "paint_scene", paint)
    monkeypatch.setattr(row_motion, "SECONDS", 1.0)
    visitor.window.panes.timeline.motion.animated = True
    visitor.bot.wait(100)  # until the window has its size: another size moves nothing
    visitor.window.panes.timeline.grab()
    painted.clear()
    return painted


def _is_on_its_way(painted: Scene, final: Scene) -> bool:
    now, then = rows_of_items(painted), rows_of_items(final)
    return now != then and set(now) == set(then)


def _at_rest(painted: list[Scene], final: list[Scene]) -> bool:
    return bool(painted) and all(any(one is other for other in final) for one in painted)


def _arrives(bot: QtBot, visitor: Visitor, seen: list[Scene]) -> None:
    bot.waitUntil(lambda: seen[-1] is visitor.scene(), timeout=8000)


def test_rows_glide_where_the_zoom_passes_a_step(visitor: Visitor, seen: list[Scene]) -> None:
    visitor.session.set_viewport(visitor.session.viewport.zoomed(3.0, visitor.session.viewport.center))
    visitor.bot.waitUntil(lambda: any(_is_on_its_way(one, visitor.scene()) for one in seen), timeout=8000)
    _arrives(visitor.bot, visitor, seen)


def test_rows_glide_where_the_lanes_scroll(visitor: Visitor, seen: list[Scene]) -> None:
    visitor.window.resize(1500, 560)
    visitor.bot.wait(100)
    assert visitor.window.panes.timeline.lane_scroll.maximum() > 0
    seen.clear()
    visitor.session.set_viewport(visitor.session.viewport.zoomed(3.0, visitor.session.viewport.center))
    visitor.bot.waitUntil(lambda: any(_is_on_its_way(one, visitor.scene()) for one in seen), timeout=8000)


def test_rows_glide_where_a_filter_brings_events_together(visitor: Visitor, seen: list[Scene]) -> None:
    visitor.session.set_filter(Filter(text="Lenin"))
    visitor.bot.waitUntil(lambda: any(_is_on_its_way(one, visitor.scene()) for one in seen), timeout=8000)
    _arrives(visitor.bot, visitor, seen)


def test_a_move_is_interrupted_by_the_next_one(visitor: Visitor, seen: list[Scene]) -> None:
    visitor.session.set_filter(Filter(text="Lenin"))
    visitor.window.panes.timeline.grab()
    visitor.session.set_filter(Filter())
    _arrives(visitor.bot, visitor, seen)


def test_the_pointer_finds_an_event_where_it_will_be(visitor: Visitor, seen: list[Scene]) -> None:
    visitor.session.set_filter(Filter(text="Lenin"))
    visitor.window.panes.timeline.grab()
    label = visitor.scene().labels[0]
    visitor.bot.mouseClick(
        visitor.window.panes.timeline,
        Qt.MouseButton.LeftButton,
        pos=QPoint(round(label.box.x + 5), round(label.box.y + label.box.height / 2)),
    )
    assert visitor.session.columns is not None
    assert visitor.session.selected == visitor.session.columns.ids[label.event]


def test_panning_moves_no_row(visitor: Visitor, final: list[Scene], seen: list[Scene]) -> None:
    visitor.session.set_viewport(visitor.session.viewport.panned(visitor.session.viewport.span / 20))
    visitor.bot.wait(60)
    assert _at_rest(seen, final)


def test_nothing_glides_where_the_window_changes_its_size(
    visitor: Visitor, final: list[Scene], seen: list[Scene]
) -> None:
    visitor.window.resize(1300, 900)
    visitor.bot.wait(60)
    assert _at_rest(seen, final)


def test_nothing_glides_where_animations_are_off(
    visitor: Visitor, final: list[Scene], seen: list[Scene]
) -> None:
    visitor.window.panes.timeline.motion.animated = False
    visitor.session.set_filter(Filter(text="Lenin"))
    visitor.bot.wait(60)
    assert _at_rest(seen, final)
