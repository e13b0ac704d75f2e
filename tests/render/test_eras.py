"""Eras behind the events."""

from dataclasses import replace

import pytest

from tests.render.drawing import PLOT, near, painted, scene
from viewer.timeline.scene import Band, Tick

pytestmark = pytest.mark.usefixtures("qapp")


def test_no_line_of_the_axis_runs_through_the_name_of_an_era() -> None:
    name = "Exile" + " " * 30 + "again"
    picture = replace(scene(ticks=[Tick(200.0, major=True)]), bands=(Band(PLOT, name, 120.0, 0),))
    image = painted(picture)
    assert near(image, 200, 49, "era", 2)
    assert near(image, 200, 100, "hairline", 8)
    assert near(painted(replace(picture, bands=(Band(PLOT, "", 0.0, 0),))), 200, 49, "hairline", 8)
