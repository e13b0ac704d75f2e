"""The strip beneath a lane's rows: density, counts, and events that are never folded."""

from dataclasses import replace

import numpy as np
import pytest

from tests.render.drawing import LIGHT, bar, darkness, has_ink, label, mark, near, painted, scene
from viewer.render.pen import Pen
from viewer.render.screen_pen import ScreenPen
from viewer.timeline.crowds import Pip, Pips, Rugs
from viewer.timeline.highlight import Highlight
from viewer.timeline.rect import Rect
from viewer.timeline.scene import Scene

pytestmark = pytest.mark.usefixtures("qapp")

BOTTOM = 160.0
TOP = BOTTOM - 15


def columns(
    xs: tuple[float, ...], widths: tuple[float, ...], heights: tuple[float, ...], *, behind: bool
) -> Rugs:
    of, lanes = np.zeros(len(xs), dtype=np.int64), np.zeros(1, dtype=np.int64)
    return Rugs(lanes, np.array([BOTTOM]), of, *map(np.array, (xs, widths, heights, [behind] * len(xs))))


NONE = Rugs.none()
COLUMNS = columns((150.0, 156.0, 162.0), (5.0, 5.0, 5.0), (2.0, 9.0, 5.0), behind=False)


def strip(*pips: Pip, rugs: Rugs = NONE) -> Scene:
    return replace(scene(), pips=Pips.of(pips), rugs=rugs)


def pip(*, contested: bool = False, number: int = 1, event: int = 5) -> Pip:
    return Pip(event, 200.0, TOP, BOTTOM, 0, contested, number)


@pytest.mark.parametrize("pen", [ScreenPen, Pen])
def test_columns_of_density_stand_on_the_bottom_each_as_high_as_it_says(pen: type[Pen]) -> None:
    image = painted(strip(rugs=COLUMNS), pen=pen)
    for x, height in zip((152, 158, 164), COLUMNS.heights, strict=True):
        assert has_ink(image, Rect(x, BOTTOM - height, 1, height))
        assert not has_ink(image, Rect(x, TOP - 5, 1, 19 - height))
    assert near(image, 155, BOTTOM - 3, "ground", 8), "they stand apart"


def test_density_is_quiet_in_the_colour_of_the_lane_and_seen_in_grey() -> None:
    image = painted(strip(rugs=COLUMNS))
    found = image.pixelColor(158, 155)
    assert found.blue() > found.red(), "blue, as the lane"
    columns, ground = darkness(image, Rect(157, 153, 3, 5)), darkness(image, Rect(250, 153, 3, 5))
    core = darkness(painted(scene(bars=[bar((220, 280))])), Rect(230, 114, 40, 12))
    assert ground + 30 < columns < core


@pytest.mark.parametrize("pen", [ScreenPen, Pen])
def test_columns_behind_a_count_are_faint(pen: type[Pen]) -> None:
    free, behind = (
        painted(strip(rugs=columns((150.0,), (100.0,), (15.0,), behind=behind)), pen=pen).pixelColor(185, 149)
        for behind in (False, True)
    )
    assert free.lightness() + 40 < behind.lightness()


def test_a_pip_runs_from_the_top_of_the_strip_to_its_bottom_in_the_colour_of_its_lane() -> None:
    image = painted(strip(pip()))
    assert all(near(image, 200, y, "blue", 8) for y in range(round(TOP), round(BOTTOM)))
    assert not has_ink(image, Rect(199, TOP - 2, 3, 2))


def test_a_contested_pip_differs_in_shape_not_only_in_colour() -> None:
    plain, contested = painted(strip(pip())), painted(strip(pip(contested=True)))
    assert near(contested, 200, 156, "accent", 8)
    head = Rect(201, TOP + 2, 2, 3)
    assert has_ink(contested, head)
    assert not has_ink(plain, head)


def test_a_pip_of_several_events_is_wider() -> None:
    wide, narrow = (
        sum(has_ink(painted(strip(one)), Rect(x, TOP + 10, 1, 4)) for x in range(195, 206))
        for one in (pip(number=3), pip())
    )
    assert wide > narrow == 1


def test_a_selected_pip_is_red_with_a_wash_behind_it() -> None:
    image = painted(strip(pip()), Highlight(selected=5))
    assert near(image, 200, 156, "accent", 8)
    assert near(image, 196, 156, "selection", 4)
    assert near(painted(strip(pip()), Highlight(hovered=5)), 196, 156, "hover", 4)


@pytest.mark.parametrize("kind", ["event", "work", "period", "claim"])
def test_an_echo_is_an_outline_of_the_same_sign(kind: str) -> None:
    box = Rect(194, 114, 13, 13)
    whole, echo = mark(kind), mark(kind)._replace(echo=True)
    image = painted(scene([echo]))
    assert has_ink(image, box)
    assert 0 < darkness(image, box) - _ground() < darkness(painted(scene([whole])), box) - _ground()


def test_an_echo_of_a_contested_event_is_an_empty_red_diamond() -> None:
    image = painted(scene([mark(contested=True)._replace(echo=True)]))
    assert near(image, 200, 120, "ground", 8)
    assert near(image, 195, 120, "accent", 90) or near(image, 196, 120, "accent", 90)


@pytest.mark.parametrize("pen", [ScreenPen, Pen])
@pytest.mark.parametrize("contested", [True, False])
def test_an_echo_of_a_bar_is_empty(pen: type[Pen], contested: bool) -> None:
    image = painted(scene(bars=[bar((220, 280), contested=contested)._replace(echo=True)]), pen=pen)
    assert not has_ink(image, Rect(160, 114, 180, 12))
    assert has_ink(image, Rect(200, 109, 100, 3))


def test_the_title_of_an_echo_is_quieter() -> None:
    box = Rect(215, 107, 170, 26)
    title = label("Deported from the Soviet Union")
    loud, quiet = painted(scene(labels=[title])), painted(scene(labels=[title._replace(echo=True)]))
    assert _ground() < darkness(quiet, box) < darkness(loud, box)


def _ground() -> float:
    return 255.0 - LIGHT.color("ground").lightness()
