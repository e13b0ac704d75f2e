"""A problem says where, what and what to do, in signs that can be seen."""

from viewer.loading.problems import Problem, Severity, excerpt
from viewer.loading.report import in_order
from viewer.loading.suggestions import Suggestions
from viewer.model.visible import visible_line


def test_a_problem_reads_as_a_place_and_two_sentences() -> None:
    assert str(Problem("a.yaml", 2, 7, "no date", "Add one")) == "a.yaml:2:7: no date. Add one."
    assert (
        str(Problem("a.yaml", 2, 7, "no date", 'Perhaps "1905~"?')) == 'a.yaml:2:7: no date. Perhaps "1905~"?'
    )
    assert str(Problem("a.yaml", 2, 7, "no date")) == "a.yaml:2:7: no date."
    assert Problem("a.yaml", 1, 1, "x").severity is Severity.ERROR


def test_what_cannot_be_seen_is_spelt_out_and_what_can_stays() -> None:
    problem = Problem("a\u202e.yaml", 1, 1, "odd\x1b[31m\n\u200b", "ภาษาไทย, příliš")

    assert problem.file == "a[U+202E].yaml"
    assert problem.message == "odd[U+001B][31m[U+000A][U+200B]"
    assert problem.advice == "ภาษาไทย, příliš"
    assert visible_line("\ud800\n\U000e0041") == "[U+D800][U+000A][U+E0041]"


def test_problems_come_in_the_order_of_their_places_and_once() -> None:
    late, early = Problem("b.yaml", 10, 1, "x"), Problem("b.yaml", 9, 3, "x")
    other = Problem("a.yaml", 99, 1, "x")

    assert in_order([late, early, other, late]) == [other, early, late]


def test_a_long_text_is_cut_and_stays_on_one_line() -> None:
    assert excerpt("a\nb") == '"a b"'
    assert excerpt("x" * 1_000_000) == f'"{"x" * 60}…"'


def test_a_suggestion_is_near_or_not_made() -> None:
    suggestions = Suggestions()

    assert suggestions.did_you_mean("titel", "keys", {"title", "rank"}) == ' (did you mean "title"?)'
    assert suggestions.did_you_mean("Title", "keys", {"title", "rank"}) == ' (did you mean "title"?)'
    assert suggestions.did_you_mean("zzz", "keys", {"title", "rank"}) == ""
    assert suggestions.did_you_mean("x" * 1_000_000, "keys", {"title"}) == ""


def test_suggestions_stop_when_they_would_cost_too_much() -> None:
    suggestions = Suggestions()
    ids = {f"event-{number}" for number in range(20_000)}

    found = [bool(suggestions.did_you_mean(f"event_{number}", "event", ids)) for number in range(40)]

    assert found[0]
    assert not found[-1]
