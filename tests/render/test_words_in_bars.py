"""Words in bars: read on every core, clear of outlines, and nothing runs through their letters."""

from collections.abc import Sequence
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QImage

from tests.render.drawing import PLOT, near, painted, scene
from viewer.model.records import COLOURS
from viewer.render.bar_look import CORE, NEAR, WASH
from viewer.render.pen import Pen
from viewer.render.screen_pen import ScreenPen
from viewer.render.theme import THEMES, load_theme
from viewer.render.tints import mixed
from viewer.render.titles import PLATE
from viewer.timeline.drawn import Bar, Label
from viewer.timeline.metrics import Metrics
from viewer.timeline.rect import Rect

pytestmark = pytest.mark.usefixtures("qapp")

METRICS = Metrics()
ROW = 100.0
TOP = ROW + (METRICS.row_height - METRICS.bar_height) / 2
PENS = (ScreenPen, Pen)
AA_TEXT = 4.5


@pytest.mark.parametrize(("name", "hue"), list(product(THEMES, COLOURS)))
@pytest.mark.parametrize("strength", [1 - (1 - WASH) * (1 - CORE), 1 - (1 - WASH) * (1 - NEAR)])
def test_titles_and_dates_can_be_read_on_the_darkest_part_of_a_bar(
    name: str, hue: str, strength: float
) -> None:
    theme = load_theme(name)
    for tint, ink in product(("ground", "era", "hover", "selection", "range"), ("ink", "secondary")):
        inside = mixed(theme.color(hue), strength, theme.color(tint))
        behind = mixed(theme.color("ground"), PLATE, inside)
        assert _contrast(theme.color(ink), behind) >= AA_TEXT


def test_bars_lie_on_whole_pixels_in_their_rows() -> None:
    assert ((METRICS.row_height - METRICS.bar_height) / 2).is_integer()


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("pen", PENS)
@pytest.mark.parametrize("rank", [1, 3])
def test_capitals_and_descenders_keep_clear_of_the_outline(scale: float, pen: type[Pen], rank: int) -> None:
    bar = _bar(150, 340, (0, 0))
    image = painted(scene(bars=[bar], labels=[_label("Tdlbgypqj", rank=rank)]), scale=scale, pen=pen)
    alone = painted(scene(bars=[bar]), scale=scale, pen=pen)
    outer = (bar.box.y * scale, bar.box.bottom * scale - 1)
    for y, x in product(map(round, outer), range(round(155 * scale), round(330 * scale))):
        assert abs(image.pixelColor(x, y).lightness() - alone.pixelColor(x, y).lightness()) < 50


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("rank", [1, 3])
def test_capitals_stand_in_the_middle_of_their_bar(scale: float, rank: int) -> None:
    ys = _inked_rows(painted(scene(labels=[_label("HHHHHH", rank=rank)]), scale=scale))
    middle = TOP + METRICS.bar_height / 2
    assert (ys[0] + ys[-1] + 1) / 2 / scale == pytest.approx(middle, abs=1.0)


@settings(max_examples=40, deadline=None)
@given(edge=st.integers(160, 330), pen=st.sampled_from(PENS))
def test_no_edge_of_a_core_runs_through_letters(edge: int, pen: type[Pen]) -> None:
    bar, label = _bar(150, 340, (edge, 340)), _label("Trotter")
    image = painted(scene(bars=[bar], labels=[label]), pen=pen)
    behind = label.box.x - 4 <= edge <= label.box.right + 4
    if abs(edge - label.box.x) > 8 and abs(edge - label.box.right) > 8:
        low = round(bar.box.bottom) - 2
        assert near(image, edge, low, "blue", 30) is not behind


@pytest.mark.parametrize("pen", PENS)
@pytest.mark.parametrize(("x", "shown"), [(PLOT.x + 11, True), (PLOT.x - 20, False)])
def test_the_sign_that_a_bar_goes_on_is_not_drawn_under_words(pen: type[Pen], x: float, shown: bool) -> None:
    bar = _bar(PLOT.x - 12, 340, (0, 0))._replace(open_left=True)
    label = _label("........................", x)
    image = painted(scene(bars=[bar], labels=[label]), pen=pen)
    assert near(image, PLOT.x + 4, TOP + METRICS.bar_height / 2, "blue", 40) is shown


def _bar(left: float, right: float, core: Sequence[float]) -> Bar:
    box = Rect(left, TOP, right - left, METRICS.bar_height)
    return Bar(0, box, core[0], core[1], 0, False, "period")


def _label(text: str, x: float = 200.0, rank: int = 3) -> Label:
    box = Rect(x, ROW + 1 - METRICS.bar_words_rise, 60.0, METRICS.row_height - 2)
    return Label(0, box, text, "", rank, 0, inside=True)


def _inked_rows(image: QImage) -> list[int]:
    rows = range(round((ROW - 5) * image.devicePixelRatio()), round((ROW + 30) * image.devicePixelRatio()))
    xs = range(round(200 * image.devicePixelRatio()), round(240 * image.devicePixelRatio()))
    return [y for y in rows if any(image.pixelColor(x, y).lightness() < 120 for x in xs)]


def _contrast(one: QColor, other: QColor) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: QColor) -> float:
    parts = [part / 255 for part in (colour.red(), colour.green(), colour.blue())]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
