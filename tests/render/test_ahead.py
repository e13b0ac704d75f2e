"""What is made ready between two frames is what the next ones need, and changes nothing that is seen."""

from itertools import islice

import pytest
from PySide6.QtGui import QImage, QPainter

from tests.bench.generator import DENSEST, LANES, columns_of_seeded, seeded
from viewer.render.ahead import WORDS, words_ahead, work_ahead
from viewer.render.measure import text_width
from viewer.render.paint import paint_scene
from viewer.render.raster import kept_for
from viewer.render.screen_pen import ScreenPen
from viewer.render.theme import load_theme
from viewer.render.titles import TitleInks
from viewer.timeline.metrics import Metrics
from viewer.timeline.movement.foresight import ahead_of
from viewer.timeline.place import Placer
from viewer.timeline.sight import Sight
from viewer.timeline.viewport import Viewport

pytestmark = pytest.mark.usefixtures("qapp")

LIGHT = load_theme("light")
WIDTH, HEIGHT = 900, 600
EVENTS = columns_of_seeded(seeded(3000))


@pytest.mark.parametrize("ratio", [1.0, 2.0])
@pytest.mark.parametrize(
    "before",
    [Viewport(DENSEST - 500, 1000.0), Viewport(DENSEST - 450, 900.0), Viewport(DENSEST - 500, 950.0)],
)
def test_titles_and_counts_made_ready_need_not_be_written_in_the_frame(
    before: Viewport, ratio: float
) -> None:
    kept_for.cache_clear()
    placer, now = Placer(EVENTS, LANES, (), Metrics(), text_width), Viewport(DENSEST - 475, 950.0)
    ahead = ahead_of(before, now, Sight(now, WIDTH, HEIGHT).scale(Metrics()).width)
    for _ in work_ahead(placer, Sight(ahead, WIDTH, HEIGHT), LIGHT, ratio):
        pass
    words = kept_for(LIGHT).words
    assert words.made > 10
    made = words.made
    _paint(placer, ahead, ratio)
    while words.work(1):
        pass
    # The names of the lanes alone were new.
    scene = placer.scene(ahead, WIDTH, HEIGHT)
    assert words.made - made <= len(scene.headers)
    assert scene == Placer(EVENTS, LANES, (), Metrics(), text_width).scene(ahead, WIDTH, HEIGHT)


def test_making_words_ready_ends_however_many_others_come_to_be_wanted_meanwhile() -> None:
    kept_for.cache_clear()
    scene = Placer(EVENTS, LANES, (), Metrics(), text_width).scene(
        Viewport(DENSEST - 475, 950.0), WIDTH, HEIGHT
    )
    kept, count = kept_for(LIGHT), 0
    for count, _ in enumerate(islice(words_ahead(scene, LIGHT, 1.0), 1000)):
        for at in range(2 * WORDS):
            kept.words.foresee(kept.words.line(f"{count} {at}", "tick", LIGHT.color("secondary"), 1.0))
    assert 0 < count < 999
    assert all(line.picture is not None for line in kept.titles.lines(scene.labels, TitleInks(LIGHT), 1.0))


def _paint(placer: Placer, viewport: Viewport, ratio: float) -> None:
    image = QImage(round(WIDTH * ratio), round(HEIGHT * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    with QPainter(image) as painter:
        paint_scene(ScreenPen(painter), placer.scene(viewport, WIDTH, HEIGHT), LIGHT, Metrics())
