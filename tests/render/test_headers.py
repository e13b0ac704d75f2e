"""A lane's name is whole where two lines hold it, and its number of events is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QImage, QPainter

from viewer.render.headers import draw_header, in_lines
from viewer.render.measure import text_width
from viewer.render.pen import Pen
from viewer.render.theme import load_theme
from viewer.timeline.metrics import Metrics
from viewer.timeline.rect import Rect
from viewer.timeline.scene import Header

pytestmark = pytest.mark.usefixtures("qapp")

WORDS = st.lists(st.text("abcdefg", min_size=1, max_size=12), min_size=1, max_size=6).map(" ".join)


@given(WORDS, st.integers(40, 200), st.integers(1, 2), st.integers(30, 200))
def test_lines_are_few_and_fit_and_lose_nothing_but_behind_an_ellipsis(
    title: str, width: int, most: int, second: int
) -> None:
    lines = in_lines(title, width, most, min(second, width))
    assert 1 <= len(lines) <= most
    assert all(text_width(line, "lane") <= room for line, room in zip(lines, (width, second), strict=False))
    said = " ".join(lines)
    assert said == title or (said.endswith("…") and title.startswith(said[:-1].rstrip()))
    if not said.endswith("…"):
        assert said == title


@pytest.mark.parametrize("height", [38.0, 80.0])
@pytest.mark.parametrize("title", ["War", "Revolution and party", "Ideas and judgements of the two"])
def test_where_a_lane_has_a_row_its_number_of_events_is_told(title: str, height: float) -> None:
    header = Header(Rect(0, 100, 900, height), title, "blue", 0, count=1_234)
    image = QImage(200, 200, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        texts = draw_header(Pen(painter), header, 148.0, load_theme("light"), Metrics())
    (count,) = (text for text in texts if text[3] == "count")
    assert count[2] == "1,234"
    names = [text for text in texts if text[3] == "lane"]
    beside = [text for text in names if text[1].y == count[1].y]
    assert all(text[0] + text_width(text[2], "lane") < count[0] for text in beside)
    assert all(text[1].y + 12 <= 100 + height for text in texts)
