"""What a scene looks like as ink: shapes first, colour only repeats them."""

import sys
from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from tests.render.drawing import (
    HEIGHT,
    LIGHT,
    PLOT,
    WIDTH,
    attempted,
    bar,
    darkness,
    has_ink,
    label,
    mark,
    near,
    painted,
    scene,
)
from viewer.render import paint
from viewer.render.pen import Pen
from viewer.render.screen_pen import ScreenPen
from viewer.timeline.highlight import Ghost, Highlight
from viewer.timeline.rect import Rect
from viewer.timeline.scene import Tick

pytestmark = pytest.mark.usefixtures("qapp")
MIDDLE = (200, 120)


def test_painting_does_not_use_up_the_references_to_none() -> None:
    # PySide6 6.12.0 on Python 3.11 loses one for nearly every void call and aborts within seconds.
    image = QImage(64, 64, QImage.Format.Format_RGB32)
    before = sys.getrefcount(None)
    with QPainter(image) as painter:
        for _ in range(2_000):
            painter.save()
            painter.setPen(QColor("black"))
            painter.fillRect(QRectF(0, 0, 4, 4), QColor("white"))
            painter.drawRect(QRectF(0, 0, 4, 4))
            painter.restore()
    assert abs(sys.getrefcount(None) - before) < 1_000


def test_an_event_is_a_disc_in_the_colour_of_its_lane() -> None:
    image = painted(scene([mark()]))
    assert near(image, *MIDDLE, "blue")
    assert not near(image, 204, 116, "blue"), "the corner of its square is empty"


def test_a_claim_is_a_ring() -> None:
    image = painted(scene([mark("claim")]))
    assert near(image, *MIDDLE, "ground")
    assert near(image, 196, 120, "blue", 60)


def test_a_publication_fills_the_corners_of_its_page() -> None:
    image = painted(scene([mark("work")]))
    assert near(image, 197, 117, "blue")


def test_every_kind_has_its_own_shape() -> None:
    kinds = ("event", "period", "work", "claim")
    shapes = {bytes(painted(scene([mark(kind)])).constBits()) for kind in kinds}
    assert len(shapes) == len(kinds)


def test_a_contested_event_differs_in_shape_not_only_in_colour() -> None:
    plain = painted(scene([mark()])).convertToFormat(QImage.Format.Format_Mono)
    contested = painted(scene([mark(contested=True)])).convertToFormat(QImage.Format.Format_Mono)
    assert plain != contested
    assert near(painted(scene([mark(contested=True)])), *MIDDLE, "accent")


def test_what_is_certain_is_darker_in_grey_than_what_is_not() -> None:
    image = painted(scene(bars=[bar((220, 280))]))
    core, flank = darkness(image, Rect(230, 114, 40, 12)), darkness(image, Rect(170, 114, 40, 12))
    ground = darkness(image, Rect(360, 114, 30, 12))
    assert core > flank + 12 > ground + 20


def test_a_flank_fades_away_from_what_is_certain() -> None:
    image = painted(scene(bars=[bar((240, 260))]))
    far, near_core = darkness(image, Rect(154, 114, 24, 12)), darkness(image, Rect(210, 114, 24, 12))
    assert near_core > far + 4


def test_a_flank_stays_within_its_bar() -> None:
    image = painted(scene(bars=[bar()]), pen=Pen)
    assert not has_ink(image, Rect(130, 105, 18, 30))
    assert not has_ink(image, Rect(353, 105, 18, 30))


def test_a_contested_bar_is_pointed() -> None:
    square, pointed = painted(scene(bars=[bar()])), painted(scene(bars=[bar(contested=True)]))
    corner = Rect(149, 109, 2, 2)
    assert has_ink(square, corner)
    assert not has_ink(pointed, corner)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0, 3.0])
def test_a_hairline_is_one_device_pixel_at_every_scale(scale: float) -> None:
    image = painted(scene(ticks=[Tick(250.3, major=True)]), scale=scale)
    row = round(180 * scale)
    inked = [x for x in range(round(240 * scale), round(260 * scale)) if not near(image, x, row, "ground", 6)]
    assert len(inked) == 1


def test_titles_do_not_run_into_the_lane_names() -> None:
    image = painted(scene(labels=[label("MMMMMMMM hanging in from the left", x=60)]))
    name_free = Rect(70, 100, PLOT.x - 71, 40)
    assert not has_ink(image, name_free)
    assert has_ink(image, Rect(101, 107, 60, 26))


def test_markup_in_a_title_is_drawn_as_it_is_written() -> None:
    plain = painted(scene(labels=[label("<b>x</b>")]))
    bold = painted(scene(labels=[label("x")]))
    assert _right_edge(plain) > _right_edge(bold) + 30


def test_the_screen_and_the_sheet_write_a_title_at_the_same_place() -> None:
    picture = scene(labels=[label("Vyhoštěn ตรอตสกี 1929")])
    box = Rect(215, 107, 170, 26)
    on_screen, on_sheet = (painted(picture, pen=pen) for pen in (ScreenPen, Pen))
    assert abs(_right_edge(on_screen) - _right_edge(on_sheet)) <= 1
    assert darkness(on_screen, box) == pytest.approx(darkness(on_sheet, box), rel=0.1)


def test_hovering_and_selecting_tint_the_event_and_only_it() -> None:
    picture = scene([mark()], labels=[label("Deported")])
    edge = (189, 120)
    assert near(painted(picture), *edge, "ground", 4)
    assert near(painted(picture, Highlight(hovered=0)), *edge, "hover", 4)
    assert near(painted(picture, Highlight(selected=0)), 389, 120, "selection", 4)
    assert near(painted(picture, Highlight(hovered=7)), *edge, "ground", 4)


def test_the_chosen_range_is_tinted() -> None:
    image = painted(scene(), Highlight(range=Rect(150, 40, 100, 160)))
    assert near(image, 200, 190, "range", 4)
    assert near(image, 300, 190, "ground", 4)


def test_each_source_of_the_selected_event_has_a_ghost_to_scale() -> None:
    strip = replace(scene([mark()]), evidence=PLOT)
    ghost = Ghost(Rect(260, 60, 60, 20), 330, "1929-02", "Czech", "indigo")
    image = painted(strip, Highlight(selected=0, ghosts=(ghost,), bracket=Rect(200, 84, 120, 6)))
    assert near(image, 260, 70, "indigo", 90)
    assert any(near(image, 240, y, "accent", 110) for y in (89, 90))


@pytest.mark.parametrize(
    "layer", ["bars", "marks", "labels", "folds", "headers", "axis", "evidence", "lines"]
)
def test_a_layer_that_fails_is_named_and_the_others_are_drawn(
    layer: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_self: object) -> None:
        raise ZeroDivisionError("no such day")

    monkeypatch.setattr(paint._Ink, layer, fail)
    image, troubles = attempted(scene([mark()], [bar()], [label("Deported")]))
    assert len(troubles) == 1
    assert "could not be drawn" in troubles[0]
    assert "no such day" in troubles[0]
    assert has_ink(image, Rect(12, 40, WIDTH - 12, 20)), "it is said in the picture"
    assert has_ink(image, Rect(150, 107, 200, 26)), "the rest is there"


def test_a_painter_is_given_back_as_it_came() -> None:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(LIGHT.color("ground"))
    with QPainter(image) as painter:
        painter.setOpacity(0.5)
        paint.paint_scene(Pen(painter), scene([mark()]), LIGHT, paint.Metrics())
        assert (painter.opacity(), painter.hasClipping()) == (0.5, False)
        assert painter.compositionMode() == QPainter.CompositionMode.CompositionMode_SourceOver
        assert painter.brush().style() == Qt.BrushStyle.NoBrush


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_flank_is_as_dark_on_the_screen_as_on_the_sheet(scale: float) -> None:
    picture = scene(bars=[bar()])
    box = Rect(160 * scale, 112 * scale, 180 * scale, 16 * scale)
    on_screen, on_sheet = (darkness(painted(picture, scale=scale, pen=pen), box) for pen in (ScreenPen, Pen))
    assert on_screen == pytest.approx(on_sheet, rel=0.15)


def _right_edge(image: QImage) -> int:
    columns = [x for x in range(215, WIDTH) if has_ink(image, Rect(x, 107, 1, 26))]
    return max(columns)
