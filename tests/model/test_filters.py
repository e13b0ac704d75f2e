"""A filter is a value that says in words what it does."""

from viewer.model.filters import Filter, filter_words
from viewer.model.records import Collection


def test_a_facet_taken_away_again_leaves_the_same_filter() -> None:
    chosen = Filter(text="war")
    assert chosen.with_facet("kind", "work").without_facet("kind", "work") == chosen
    assert chosen.without_facet("kind", "work") is chosen


def test_the_words_name_every_condition(bundled: Collection) -> None:
    chosen = Filter((("source", "thai"), ("person", "joseph-stalin")), contested=True, text=" kronštadt ")

    words = filter_words(bundled, chosen)

    assert "Stalin" in words
    assert "contested only" in words
    assert "kronštadt" in words
    assert filter_words(bundled, Filter()) == "all events"
