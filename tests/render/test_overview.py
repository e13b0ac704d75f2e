"""The overview: events by height, contested ones as red ticks, the window framed."""

import pytest
from PySide6.QtGui import QImage, QPainter

from tests.render.drawing import LIGHT, near
from viewer.render.overview_paint import OverviewPicture
from viewer.timeline.overview import Density, OverviewScene
from viewer.timeline.rect import Rect
from viewer.timeline.scene import TickLabel

pytestmark = pytest.mark.usefixtures("qapp")
WINDOW = Rect(100, 0, 80, 60)


def strip(window: Rect = WINDOW) -> QImage:
    scene = OverviewScene(
        width=300,
        height=60,
        densities=(Density(Rect(140, 20, 6, 24), "plum", 5), Density(Rect(220, 30, 6, 14), "teal", 2)),
        contested=(60.0,),
        tick_bottom=8.0,
        window=window,
        years=(250.0,),
        labels=(TickLabel(252, 44, 30, "1930", "lower", 16),),
    )
    image = QImage(300, 60, QImage.Format.Format_RGB32)
    image.fill(LIGHT.color("accent"))
    with QPainter(image) as painter:
        OverviewPicture().paint(painter, scene, LIGHT)
    return image


def test_density_stands_in_the_colour_of_its_lane() -> None:
    assert near(strip(), 143, 30, "plum", 4)
    assert near(strip(), 223, 40, "teal", 4)


def test_what_is_in_view_is_paper_and_the_rest_is_tinted_over_the_whole_strip() -> None:
    image = strip()
    assert near(image, 120, 30, "ground", 4)
    assert all(near(image, x, 30, "era", 4) for x in (2, 90, 190, 298))


def test_the_window_has_a_frame_with_grips_at_both_edges() -> None:
    image = strip()
    assert near(image, 120, 0, "hairline", 60) or near(image, 120, 0, "ink", 90)
    assert near(image, 101, 30, "ink", 30)
    assert near(image, 178, 30, "ink", 30)


@pytest.mark.parametrize("left", [0, 150, 294])
def test_what_is_in_a_narrow_window_is_seen_between_its_grips(left: int) -> None:
    image = strip(Rect(left, 0, 6, 60))
    grips = [x for x in range(300) if near(image, x, 30, "ink", 30)]
    assert any(near(image, x, 30, "ground", 30) for x in range(left + 1, left + 6))
    assert min(grips) <= left
    assert max(grips) >= left + 5


def test_a_contested_event_is_a_red_tick_at_the_top() -> None:
    image = strip()
    assert any(near(image, x, 5, "accent", 90) for x in (59, 60))
    assert near(image, 60, 30, "era", 4)


def test_years_have_lines_and_words() -> None:
    image = strip()
    assert near(image, 250, 30, "hairline", 6)
    assert any(image.pixelColor(x, y).lightness() < 150 for x in range(252, 282) for y in range(46, 58))
