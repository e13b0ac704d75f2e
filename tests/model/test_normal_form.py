"""Normal forms are Unicode's, and never a matter of minutes."""

import unicodedata
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.model.normal_form import LONGEST_RUN, normalized

FORMS: tuple[Literal["NFC", "NFD", "NFKC"], ...] = ("NFC", "NFD", "NFKC")
_MARKED = st.text(st.sampled_from("aåé ŝ\u0323\u0301\u0e34\u0e48\u05b4\u05b0\u0f73\u0344ก\uac00\u11a8"))


@pytest.mark.parametrize("form", FORMS)
@given(text=st.one_of(st.text(max_size=300), _MARKED))
def test_short_runs_of_marks_are_put_in_order_as_unicode_says(
    form: Literal["NFC", "NFD", "NFKC"], text: str
) -> None:
    assert normalized(form, text * 3) == unicodedata.normalize(form, text * 3)


@pytest.mark.parametrize("form", FORMS)
def test_a_million_marks_are_left_alone(form: Literal["NFC", "NFD", "NFKC"]) -> None:
    marks = "\u0301\u0323\u05b4\u05b0" * 250_000  # in order they would come out after ten minutes

    assert normalized(form, f"caf\u00e9 a{marks} b").count(marks) == 1


def test_what_stands_around_a_long_run_is_still_normalized() -> None:
    marks = "\u0301\u0323" * LONGEST_RUN
    assert normalized("NFC", f"e\u0301 a{marks}e\u0301") == f"\u00e9 a{marks}\u00e9"


def test_letters_that_hold_their_mark_are_no_run_of_marks() -> None:
    assert normalized("NFD", "\u00e9" * 1000) == "e\u0301" * 1000
