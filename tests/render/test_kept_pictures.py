"""What a screen keeps between frames changes nothing that is seen, and stays within its bounds."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from tests.render.drawing import HEIGHT, LIGHT, WIDTH, attempted, bar, has_ink, label, mark, painted, scene
from viewer.render.bar_inks import KEPT, BarInks
from viewer.render.fonts import font
from viewer.render.lines import write_line
from viewer.render.paint import paint_scene
from viewer.render.raster import kept_for
from viewer.render.screen_pen import ScreenPen
from viewer.render.stamps import Copier
from viewer.render.theme import load_theme
from viewer.render.word_pictures import WordPictures
from viewer.timeline.crowds import Pip, Pips, Rugs
from viewer.timeline.drawn import Label
from viewer.timeline.metrics import Metrics
from viewer.timeline.rect import Rect

pytestmark = pytest.mark.usefixtures("qapp")

INK = QColor("#1F1D1A").rgba()
LATIN = "".join(chr(code) for code in range(0x21, 0x180) if chr(code).isprintable())
WORDS = (
    "Vyhoštěn ze Sovětského svazu",
    "ที่ปรึกษา กี๊ด ปู่",
    "Deported, jgpqy (AV) […] “1929”",
    *(LATIN[at : at + 45] for at in range(0, len(LATIN), 45)),
)


@pytest.fixture(autouse=True)
def _nothing_kept() -> Iterator[None]:
    kept_for.cache_clear()
    yield
    kept_for.cache_clear()


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_a_picture_is_the_same_cold_and_warm(scale: float) -> None:
    labels = [
        Label(0, Rect(110.4, 45.3 + 14 * n, 280, 21), words, "c. 1929", 1 + n, 0, inside=n == 0, date_x=330.7)
        for n, words in enumerate(WORDS)
    ]
    picture = replace(
        scene([mark("work"), mark(contested=True)], [bar((220, 280)), bar((0, 0), contested=True)], labels),
        pips=Pips.of([Pip(9, 150.7, 170, 185, 0, contested=True, number=1)]),
        rugs=Rugs(
            *map(np.array, ([0], [185.0], [0, 0], (180.2, 186.9), (5.3, 5.3), (4.4, 8.0), [False, True]))
        ),
    )
    cold, *warm = (painted(picture, scale=scale) for _ in range(3))
    assert all(_apart(cold, image) <= 2 for image in warm)


def test_pictures_made_between_frames_are_the_same_too() -> None:
    picture = scene(labels=[label(words) for words in WORDS])
    cold = painted(picture)
    painted(picture)
    made = kept_for(LIGHT).words.made
    while kept_for(LIGHT).words.work(1):
        pass
    assert kept_for(LIGHT).words.made > made
    assert _apart(cold, painted(picture)) <= 2


@pytest.mark.parametrize("ratio", [1.0, 2.0])
@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("role", ["title", "title-strong", "date"])
def test_no_letter_is_cut_off_and_none_is_blurred(words: str, role: str, ratio: float) -> None:
    drawn, copied = (_blank(ratio) for _ in range(2))
    drawn.setDevicePixelRatio(ratio)
    with QPainter(drawn) as painter:
        painter.setFont(font(role))
        painter.setPen(QColor.fromRgba(INK))
        painter.drawText(QPointF(10, 40), words)
    _copied(WordPictures(Copier()), words, role, copied, ratio)
    drawn.setDevicePixelRatio(1)
    assert _apart(drawn, copied) <= 2


def test_pictures_of_words_stay_within_their_bytes_and_remain_true() -> None:
    pictures = WordPictures(Copier(), kept=2**20)
    for number in range(400):
        _copied(pictures, f"Congress number {number} of the International", "title", _blank(1.0))
    assert pictures.bytes() <= 2**20
    assert pictures.made < 400
    again, fresh = _blank(1.0), _blank(1.0)
    _copied(pictures, "Congress number 0 of the International", "title", again)
    _copied(WordPictures(Copier()), "Congress number 0 of the International", "title", fresh)
    assert again == fresh


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 400), st.sampled_from(("title", "count", "era", "heading"))), max_size=300
    )
)
def test_each_line_has_its_own_picture_however_many_were_wiped_before(asked: list[tuple[int, str]]) -> None:
    pictures = WordPictures(Copier(), kept=2**19, fresh=10**6)
    ink = QColor.fromRgba(INK)
    lines = [pictures.line(f"Congress number {number}", role, ink, 1.0) for number, role in asked]
    for begin in range(0, len(lines), 20):
        together = lines[begin : begin + 20]
        for line in together:
            pictures.foresee(line)
        while pictures.work(16):
            pass
        ready = [line for line in dict.fromkeys(together) if line.picture is not None]
        assert len({line.picture for line in ready}) == len(ready)
        for line in ready[:2]:
            drawn, copied = _blank(1.0), _blank(1.0)
            with QPainter(drawn) as painter:
                painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
                write_line(painter, line, 10, 40)
            with QPainter(copied) as painter:
                pictures.copy(painter, [line], np.array([10]), np.array([40]))
            assert _apart(drawn, copied) <= 2
    pictures.rest()


def test_pictures_of_flanks_stay_within_their_bytes() -> None:
    inks = BarInks(LIGHT.color("blue"), 2.0)
    for height in range(10, 40):
        picture = inks.fade(2000, height, outwards=True)
        assert picture is not None
        assert inks.bytes() <= KEPT + picture.sizeInBytes()


def test_another_theme_drops_what_was_kept_for_the_last() -> None:
    painted(scene([mark()], labels=[label("Deported")]))
    kept = kept_for(LIGHT)
    assert len(kept.stamps)
    dark = load_theme("dark")
    image = _blank(1.0)
    with QPainter(image) as painter:
        paint_scene(ScreenPen(painter), scene([mark()]), dark, Metrics())
    assert image.pixelColor(200, 120) == dark.color("blue")
    assert kept_for(dark) is not kept
    assert kept_for(LIGHT) is not kept


def test_a_title_and_its_date_are_one_picture() -> None:
    plain = label("Deported")
    assert _pictures_of(plain) == _pictures_of(plain._replace(date="1929", date_x=300.2))


def test_words_too_wide_to_keep_are_drawn_all_the_same() -> None:
    for _ in range(3):
        image = painted(scene(labels=[label("m" * 400)]))
        assert has_ink(image, Rect(380, 107, 10, 26))


@settings(max_examples=25, deadline=None)
@given(scroll=st.integers(0, 60))
def test_scrolled_lanes_are_the_same_pixels_further_up(scroll: int) -> None:
    picture = scene([mark()], [bar((150, 350))], [label(WORDS[0])])
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(LIGHT.color("ground"))
    with QPainter(image) as painter:
        painter.translate(0, -scroll)
        paint_scene(ScreenPen(painter), picture, LIGHT, Metrics())
    assert _apart(painted(picture).copy(0, 101, WIDTH, 60), image.copy(0, 101 - scroll, WIDTH, 60)) <= 2


def test_what_fails_in_one_record_costs_that_record_only() -> None:
    lost = [bar()._replace(lane=7), mark()._replace(lane=8)]
    image, troubles = attempted(scene([lost[1], mark()], [lost[0], bar((220, 280))], [label("Deported")]))
    assert len(troubles) == 2
    assert all("Some" in trouble and "could not be drawn: KeyError" in trouble for trouble in troubles)
    assert has_ink(image, Rect(230, 112, 40, 6))
    assert has_ink(image, Rect(197, 117, 6, 6))


def _pictures_of(one: Label) -> int:
    """How many pictures are made of the words of a scene with this label."""
    kept_for.cache_clear()
    words = kept_for(LIGHT).words
    for _ in range(2):
        painted(scene(labels=[one]))
    while words.work(1):
        pass
    return words.made


def _copied(pictures: WordPictures, words: str, role: str, onto: QImage, ratio: float = 1.0) -> None:
    """Copy words onto a picture, from (10, 40) on."""
    line = pictures.line(words, role, QColor.fromRgba(INK), ratio)
    for _ in range(2):
        ready = pictures.ready([line])
        pictures.rest()
    assert ready == [True]
    with QPainter(onto) as painter:
        pictures.copy(painter, [line], np.array([round(10 * ratio)]), np.array([round(40 * ratio)]))


def _blank(ratio: float) -> QImage:
    image = QImage(round(2.4 * WIDTH * ratio), round(HEIGHT * ratio), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    return image


def _apart(one: QImage, other: QImage) -> int:
    """How far two pictures are apart at most, 0 to 255."""
    pixels = [
        np.frombuffer(bytes(image.constBits()), dtype=np.uint8).astype(np.int16) for image in (one, other)
    ]
    return int(np.abs(pixels[0] - pixels[1]).max())
