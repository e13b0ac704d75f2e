"""What the eye cannot see is spelt out; what is too long is cut; nothing else is touched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication, QLabel

from viewer.model.visible import UNSEEN, visible_text
from viewer.ui.plain_text import (
    LABEL_LIMIT,
    TOOLTIP_WIDTH,
    button_text,
    first_part,
    label_text,
    tooltip_text,
)

UNSEEN_SAMPLES = "\u202e\u2066\u200b\ufeff\u200f\x1b\x00\u2028\U000e0041\ud800\x85\u00ad\ufdd0\ufffc"
SEEN_SAMPLES = (
    "ตรอตสกีถูกเนรเทศ",
    "Během následujících",
    "a\tb\nc",
    "می\u200cخواهم",
    "👩\u200d🚀",
    "क्\u200dष",
    "e\u0301",
)


@pytest.mark.parametrize("character", UNSEEN_SAMPLES)
def test_an_unseen_control_is_spelt_out(character: str) -> None:
    assert visible_text(f"a{character}b") == f"a[U+{ord(character):04X}]b"


@pytest.mark.parametrize("text", SEEN_SAMPLES)
def test_what_can_be_seen_stays_as_it_is(text: str) -> None:
    assert visible_text(text) == text


def test_a_joiner_between_latin_letters_is_spelt_out() -> None:
    assert visible_text("Sta\u200dlin") == "Sta[U+200D]lin"


@given(st.text(alphabet=st.characters(codec=None), max_size=50))
def test_nothing_unseen_is_left(text: str) -> None:
    assert not UNSEEN.search(visible_text(text))


@given(st.text(max_size=2000))
def test_a_label_is_one_line_of_at_most_the_limit(text: str) -> None:
    label = label_text(text)

    assert len(label) <= LABEL_LIMIT
    assert "\n" not in label


def test_a_cut_label_says_so() -> None:
    assert label_text("x" * 1_000_000) == "x" * (LABEL_LIMIT - 1) + "…"


def test_a_short_label_is_the_text() -> None:
    assert label_text("<b>Death & burial</b>") == "<b>Death & burial</b>"


def test_an_ampersand_on_a_button_is_shown() -> None:
    assert button_text("Socialism & power") == "Socialism && power"


def test_a_tooltip_has_no_markup_of_the_data() -> None:
    assert "&lt;img src=&quot;/dev/zero&quot;&gt;<br>x<" in tooltip_text('<img src="/dev/zero">\nx')


@pytest.mark.parametrize("words", ["Trotsky sides with the Mensheviks, 1903, contested", "word " * 40])
def test_a_tooltip_is_as_wide_as_reading_asks(qapp: QApplication, words: str) -> None:
    label = QLabel(tooltip_text(words))
    label.setWordWrap(True)  # as Qt's own tooltips do
    plain = label.fontMetrics().horizontalAdvance(words.strip())

    width = label.sizeHint().width()

    assert width == pytest.approx(min(plain, TOOLTIP_WIDTH), abs=25)


@given(st.text(max_size=400), st.integers(10, 200))
def test_a_first_part_and_its_rest_make_the_whole(text: str, limit: int) -> None:
    part, left_out = first_part(text, limit)

    assert text.startswith(part)
    assert len(part) + left_out == len(text)
    assert len(part) <= limit
