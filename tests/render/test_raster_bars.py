"""Bars to scale on a screen are made of whole device pixels, reckoned here one bar at a time."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QImage

from tests.render.drawing import LIGHT, painted, scene
from viewer.timeline.drawn import Bar
from viewer.timeline.rect import Rect

pytestmark = pytest.mark.usefixtures("qapp")

SCALES = st.sampled_from([1.0, 1.25, 1.5, 2.0, 3.0])
LEFTS = st.floats(102, 240)
WIDTHS = st.one_of(st.floats(0.2, 12), st.floats(5, 140))
PARTS = st.tuples(st.floats(0, 1), st.floats(0, 1)).map(sorted) | st.sampled_from([(0.0, 1.0), (0.0, 0.0)])
TOP, HEIGHT, MIDDLE = 110, 20, 120


@settings(max_examples=150, deadline=None)
@given(x=LEFTS, width=WIDTHS, parts=PARTS, scale=SCALES, echo=st.booleans())
def test_full_colour_is_where_the_line_and_the_edges_of_the_core_are(
    x: float, width: float, parts: tuple[float, float], scale: float, echo: bool
) -> None:
    core, core_end = (x + part * width for part in parts)
    bar = Bar(0, Rect(x, TOP, width, HEIGHT), core, core_end, 0, False, "period", echo=echo)
    left, right = int(x * scale), max(int((x + width) * scale) - int(scale), int(x * scale) + 1)
    line = max(round(scale * (0.75 if echo else 1.0)), 1)
    full = {at for at in range(left, right) if at < left + line or at >= right - line}
    if core_end > core and not echo:
        begin = min(max(int(core * scale), left), right)
        end = min(max(int(core_end * scale), begin + 1), right)
        edge = min(round(2 * scale), (end - begin + 1) // 2)
        full |= {at for at in range(begin, end) if at < begin + edge or at >= end - edge}
    assert _in_full_colour(painted(scene(bars=[bar]), scale=scale), round(MIDDLE * scale)) == full


@settings(max_examples=50, deadline=None)
@given(
    widths=st.lists(WIDTHS, min_size=2, max_size=6),
    contested=st.lists(st.booleans(), min_size=6, max_size=6),
    echo=st.lists(st.booleans(), min_size=6, max_size=6),
    scale=SCALES,
)
def test_bars_look_together_as_they_look_alone(
    widths: list[float], contested: list[bool], echo: list[bool], scale: float
) -> None:
    bars, x = [], 104.3
    for width, is_contested, is_echo in zip(widths, contested, echo, strict=False):
        bars.append(
            Bar(0, Rect(x, TOP, width, HEIGHT), x, x + width / 2, 0, is_contested, "period", echo=is_echo)
        )
        x += width + 12
    together = painted(scene(bars=bars), scale=scale)
    cuts = [0, *(round((bar.box.x - 6) * scale) for bar in bars[1:]), together.width()]
    for bar, (begin, end) in zip(bars, pairwise(cuts), strict=True):
        alone = painted(scene(bars=[bar]), scale=scale)
        assert _part(alone, begin, end) == _part(together, begin, end)


def _in_full_colour(image: QImage, row: int) -> set[int]:
    full = LIGHT.color("blue").rgba()
    return {
        x for x in range(round(100 * image.devicePixelRatio()), image.width()) if image.pixel(x, row) == full
    }


def _part(image: QImage, begin: int, end: int) -> QImage:
    return image.copy(begin, 0, end - begin, image.height())
