"""The shipped type: every letter of the collection, real weights, even figures, widths remembered."""

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QRawFont

from viewer.model.records import Collection
from viewer.render.fonts import FAMILIES, TYPES, font
from viewer.render.glyphs import missing_glyphs
from viewer.render.measure import LONGEST, room_for, text_width

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("role", TYPES)
def test_each_role_is_set_in_the_shipped_type(role: str) -> None:
    latin, thai = (QRawFont.fromFont(font(role), system) for system in _systems())
    assert (latin.familyName(), thai.familyName()) == FAMILIES


def test_the_shipped_type_has_every_letter_of_the_bundled_sources(bundled: Collection) -> None:
    fonts = [QRawFont.fromFont(font("passage"), system) for system in _systems()]
    letters = {letter for source in bundled.sources for letter in source.text if not letter.isspace()}
    missing = [letter for letter in letters if not any(raw.supportsCharacter(ord(letter)) for raw in fonts)]
    assert sorted(missing) == []


def test_strong_titles_are_drawn_in_a_heavier_cut() -> None:
    strong, plain = font("title-strong"), QFont(font("title-strong"))
    plain.setVariableAxis(QFont.Tag("wght"), 400.0)
    words = "Deported from the Soviet Union"
    widths = [QFontMetricsF(one).horizontalAdvance(words) for one in (strong, plain)]
    assert widths[0] > widths[1] * 1.02


@pytest.mark.parametrize("role", [role for role, kind in TYPES.items() if kind.tabular])
def test_figures_of_dates_stand_under_each_other(role: str) -> None:
    assert len({text_width(digit * 8, role) for digit in "0123456789"}) == 1


def test_a_text_of_a_megabyte_is_measured_by_its_beginning() -> None:
    assert text_width("m" * 1_000_000, "title") == text_width("m" * LONGEST, "title")


def _systems() -> tuple[QFontDatabase.WritingSystem, QFontDatabase.WritingSystem]:
    return QFontDatabase.WritingSystem.Latin, QFontDatabase.WritingSystem.Thai


def test_letters_that_no_shipped_font_has_are_named_once_and_in_order(bundled: Collection) -> None:
    assert missing_glyphs(["Trockij vyhoštěn", "ตรอตสกี", "托洛茨基 托", "a\u00a0b\n"]) == "".join(
        sorted("托洛茨基")
    )
    assert missing_glyphs(source.text for source in bundled.sources) == ""


@pytest.mark.parametrize(
    "words",
    ["မြန်မာနိုင်ငံ လွတ်လပ်ရေးနေ့", "\u0600\u0601 year \u0603", "བོད་ཡིག་ཀྱི་", "ข้อเขียนที่น่าสนใจ", "A\u0301\u0308\u200dB"],
)
def test_no_words_are_wider_than_their_letters_together(words: str) -> None:
    for role in ("title", "title-strong"):
        assert room_for(words, role) >= text_width(words, role) - 1


def test_marks_that_the_type_sets_upon_letters_take_no_room() -> None:
    assert room_for("ก้", "title") == room_for("ก", "title")
    assert room_for("e\u0301", "title") == room_for("e", "title")
