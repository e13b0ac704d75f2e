"""Eras behind the events."""

from dataclasses import replace

import pytest

from tests.render.drawing import PLOT, darkness, near, painted, scene
from viewer.timeline.highlight import Highlight
from viewer.timeline.rect import Rect
from viewer.timeline.scene import Band, Tick

pytestmark = pytest.mark.usefixtures("qapp")


def test_the_name_of_an_era_is_read_in_a_chosen_range() -> None:
    picture = replace(scene(), bands=(Band(PLOT, "Exile", 120.0, 0),))
    chosen = Highlight(range=PLOT)
    strip = Rect(120, PLOT.y, 40, 18)
    unnamed = painted(replace(picture, bands=(Band(PLOT, "", 0.0, 0),)), chosen)
    assert darkness(painted(picture, chosen), strip) > darkness(unnamed, strip) + 5


def test_no_line_of_the_axis_runs_through_the_name_of_an_era() -> None:
    name = "Exile" + " " * 30 + "again"
    picture = replace(scene(ticks=[Tick(200.0, major=True)]), bands=(Band(PLOT, name, 120.0, 0),))
    image = painted(picture)
    assert near(image, 200, 49, "era", 2)
    assert near(image, 200, 100, "hairline", 8)
    assert near(painted(replace(picture, bands=(Band(PLOT, "", 0.0, 0),))), 200, 49, "hairline", 8)
