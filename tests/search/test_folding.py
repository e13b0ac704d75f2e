"""A reader finds a word as they would type it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.search.folding import fold


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Kronštadtské Povstání", "kronstadtske povstani"),
        ("TROCKIJ", "trockij"),
        ("ค.ศ. ๑๙๑๗", "ค.ศ. 1917"),
        ("ตรอตสกี", "ตรอตสกี"),
        ("Alma-Atá", "alma-ata"),
    ],
)
def test_what_is_written_folds_to_what_is_typed(written: str, typed: str) -> None:
    assert fold(written) == typed


def test_thai_vowels_and_tones_are_not_folded_away() -> None:
    assert fold("น้ำ") != fold("นำ")


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_a_million_marks_are_folded_without_putting_them_in_order() -> None:
    marks = "\u05b4\u05b0" * 500_000
    assert marks in fold(f"Á{marks}")
