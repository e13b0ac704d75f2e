"""Counts written figure by figure look as if they were written at once."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QImage, QPainter

from viewer.render.measure import middle_rise, room_for
from viewer.render.raster import Counts, kept_for
from viewer.render.screen_pen import ScreenPen
from viewer.render.theme import load_theme
from viewer.timeline.crowds import count_words

pytestmark = pytest.mark.usefixtures("qapp")

LIGHT = load_theme("light")
INK = QColor("#1F1D1A")


@pytest.mark.parametrize("ratio", [1.0, 2.0])
@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(1, 10**9), min_size=1, max_size=4), st.floats(60, 90))
def test_a_count_is_written_as_words_are(ratio: float, numbers: list[int], middle: float) -> None:
    words = [count_words(number) for number in numbers]
    baselines = 20 + 20 * np.arange(len(words)) + middle_rise("count")
    counts = Counts(np.full(len(words), middle), baselines, words)
    figures, text = _blank(ratio), _blank(ratio)
    with QPainter(figures) as painter, (pen := ScreenPen(painter)).at_work(LIGHT):
        pen.figures(counts, "count", INK)
    with QPainter(text) as painter, (pen := ScreenPen(painter)).at_work(LIGHT):
        for x, y, said in zip(counts.middles, baselines, words, strict=True):
            pen.write(
                int((x - room_for(said, "count") / 2) * ratio) / ratio, _whole(y, ratio), said, "count", INK
            )
    assert figures == text


def test_figures_outlast_a_page_that_is_forgotten() -> None:
    counts = Counts(np.array([60.0]), np.array([30.0]), ["+1,234"])
    before, after = _blank(1.0), _blank(1.0)
    for image in (before, after):
        with QPainter(image) as painter, (pen := ScreenPen(painter)).at_work(LIGHT):
            pen.figures(counts, "count", INK)
        stamps = kept_for(LIGHT).stamps
        while len(stamps):
            stamps.solid(len(stamps) + 1)
            stamps.rest()
    assert before == after


def _whole(y: float, ratio: float) -> float:
    return int(y * ratio + 0.5) / ratio


def _blank(ratio: float) -> QImage:
    image = QImage(round(160 * ratio), round(120 * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(LIGHT.color("ground"))
    return image
