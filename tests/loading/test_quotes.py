"""Quotations are found letter by letter, and what is not found is shown beside its nearest passage."""

import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from sandbox import Sandbox

from viewer.loading.nearest import NearestPassages
from viewer.loading.quotes import Found, SourceText

LETTERS = st.sampled_from(
    "ab eé\u0301\u0323qกำ\u0e4d\u0e32가각\u1100\u1161\u11a8\u212bÅ\u0344ا\u0653\u09c7\u09be\u0f73 \n"
)


@given(st.text(LETTERS, max_size=40))
def test_the_composed_text_is_nfc(text: str) -> None:
    assert SourceText(text).folded == unicodedata.normalize("NFC", text)


@given(st.text(LETTERS, max_size=40), st.data())
def test_whatever_is_found_is_canonically_equal_to_the_quotation(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    quote = text[start : start + data.draw(st.integers(1, 8))]
    source = SourceText(text)

    found = source.locate(quote)

    assume(found.count == 1)
    passage = unicodedata.normalize("NFC", text[found.start : found.end])
    assert unicodedata.normalize("NFC", quote) in passage
    assert 0 <= found.start < found.end <= len(text)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("quote_form", ["NFC", "NFD"])
def test_offsets_are_those_of_the_file_whatever_the_form_of_either(form: str, quote_form: str) -> None:
    text = unicodedata.normalize(form, "Kronštadtské povstání, příliš")
    quote = unicodedata.normalize(quote_form, "povstání")

    found = SourceText(text).locate(quote)

    assert found.count == 1
    assert text[found.start : found.end] == unicodedata.normalize(form, "povstání")


@pytest.mark.parametrize(
    ("quote", "prefix", "suffix", "found"),
    [
        ("left", "", "", Found(2, 3, 7)),
        ("left", "", " again", Found(1, 12, 16)),
        ("left", "He ", "", Found(1, 3, 7)),
        ("left", "It ", "", Found(0)),
        ("LEFT", "", "", Found(0)),
        ("le  ft", "", "", Found(0)),
        ("", "", "", Found(0)),
    ],
)
def test_prefix_and_suffix_tell_two_passages_apart(
    quote: str, prefix: str, suffix: str, found: Found
) -> None:
    assert SourceText("He left; He4left again").locate(quote, prefix, suffix) == found


def test_overlapping_passages_are_two() -> None:
    assert SourceText("anana").locate("ana").count == 2


def test_a_quotation_not_found_is_a_problem_with_the_nearest_passage_and_stays_visible(
    sandbox: Sandbox,
) -> None:
    sandbox.replace("events/all.yaml", "on 10 February", "He left Odessa on 10th February.")

    loaded = sandbox.load()

    assert str(loaded.problems[0]) == (
        'events/all.yaml:10:32: "He left Odessa on 10th February." does not stand in the source "english"; '
        'the nearest passage, at character 1, is "He left Odessa on 10 February." (U+0020 there, U+0074 "t" here). '
        "Copy the quotation from the source."
    )
    assert loaded.collection is not None
    passage = loaded.collection.events[0].attestations[0]
    assert (passage.quote, passage.found) == ("He left Odessa on 10th February.", False)


def test_a_quotation_found_twice_asks_for_its_surroundings(sandbox: Sandbox) -> None:
    sandbox.replace("events/all.yaml", "on 10 February", "He left Odessa")
    assert sandbox.problem() == (
        'events/all.yaml:10:32: "He left Odessa" stands more than once in the source "english". '
        "Add the words directly before it as prefix, or those directly after it as suffix."
    )

    sandbox.replace("events/all.yaml", "He left Odessa", "He left Odessa, suffix: ' again'")
    loaded = sandbox.load()
    assert not loaded.problems
    assert loaded.collection is not None
    assert loaded.collection.events[0].attestations[0].start == 43


def test_a_wrong_suffix_is_told_from_a_wrong_quotation(sandbox: Sandbox) -> None:
    sandbox.replace("events/all.yaml", "on 10 February", "He left Odessa, suffix: ' never'")
    assert "but not with this prefix and suffix" in sandbox.problem()


def test_the_nearest_passage_of_a_long_text_is_found_and_costs_a_bounded_budget() -> None:
    text = "".join(f"Sentence number {number} of a long source. " for number in range(100_000))
    passages = NearestPassages()

    nearest = passages.nearest("Sentence number 77777 of the long source.", text)

    assert nearest is not None
    assert "77777" in text[nearest.start : nearest.end]
    assert text[nearest.start : nearest.end] == nearest.text
    answers = [passages.nearest(f"No such thing {number}", text) for number in range(40)]
    assert answers[-1] is None


def test_a_million_marks_on_one_letter_are_compared_as_they_stand() -> None:
    marks = "\u05b4\u05b0" * 500_000  # put in order they would take ten minutes
    text = SourceText(f"cafe\u0301 a{marks} b")

    assert text.locate(f"caf\u00e9 a{marks}").end == len(text.text) - 2
    assert text.locate(f"a{marks[2:]} b").count == 0
