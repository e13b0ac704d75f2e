"""Pixels of arcs: the line, the arrowhead, the word, and red for a contradiction alone."""

import pytest

from tests.render.drawing import has_ink, near, painted, scene
from viewer.timeline.highlight import Arc, Highlight, Point
from viewer.timeline.rect import Rect

pytestmark = pytest.mark.usefixtures("qapp")

CURVE = (Point(150, 150), Point(150, 100), Point(350, 100), Point(350, 150))
BOX = Rect(225, 105, 60, 15)


def _painted(kind: str, *, to_other: bool | None = True, scale: float = 1.0, hovered: int | None = None):
    arc = Arc(kind, 1, CURVE, to_other, "led to", "led to", BOX)
    return painted(scene(), Highlight(arcs=(arc,), hovered=hovered), scale)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_word_stands_on_its_arc(scale):
    image = _painted("causes", scale=scale)
    assert has_ink(image, Rect(BOX.x * scale, BOX.y * scale, BOX.width * scale, BOX.height * scale))


@pytest.mark.parametrize(("to_other", "x"), [(True, 350), (False, 150)])
def test_the_arrowhead_is_at_the_end_to_which_the_relation_runs(to_other, x):
    image = _painted("causes", to_other=to_other)
    for end in (150, 350):
        wide = sum(not near(image, at, 145, "ground", 40) for at in range(end - 5, end + 6))
        assert (wide >= 3) is (end == x)


def test_what_holds_both_ways_has_no_arrowhead():
    image = _painted("contradicts", to_other=None)
    for end in (150, 350):
        assert sum(not near(image, at, 145, "ground", 40) for at in range(end - 5, end + 6)) < 3


def test_only_a_contradiction_is_red():
    def is_red(kind):
        image = _painted(kind, hovered=1)
        return any(near(image, at, 146, "accent", 60) for at in range(345, 356))

    assert is_red("contradicts")
    assert not any(map(is_red, ("follows", "causes", "part-of")))


def test_words_away_from_their_arc_are_led_to_it():
    box = Rect(225, 165, 60, 15)
    arc = Arc("causes", 1, CURVE, True, "led to", "led to", box)
    image = painted(scene(), Highlight(arcs=(arc,)))
    nothing = painted(scene(), Highlight())
    between = Rect(220, 130, 70, 32)
    assert has_ink(image, between)
    assert not has_ink(nothing, between)
