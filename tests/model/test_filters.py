"""A filter narrows by every facet, widens within one, and says in words what it does."""

from viewer.model.filters import FACETS, Filter, filter_words, selected_events, values_of
from viewer.model.records import Collection


def test_no_filter_keeps_every_event_in_order(bundled: Collection) -> None:
    assert selected_events(bundled.events, Filter(), None) == bundled.events


def test_each_value_of_each_facet_keeps_just_the_events_that_have_it(bundled: Collection) -> None:
    for facet in FACETS:
        for value in {value for event in bundled.events for value in values_of(event, facet)}:
            kept = selected_events(bundled.events, Filter().with_facet(facet, value), None)
            assert kept == tuple(event for event in bundled.events if value in values_of(event, facet))


def test_two_values_of_one_facet_widen_and_two_facets_narrow(bundled: Collection) -> None:
    thai = Filter().with_facet("source", "thai")
    both = thai.with_facet("source", "czech")
    of_stalin = both.with_facet("person", "joseph-stalin")

    counts = [len(selected_events(bundled.events, chosen, None)) for chosen in (thai, both, of_stalin)]

    assert counts[0] < counts[1] > counts[2] > 0


def test_contested_only_keeps_what_the_sources_differ_on(bundled: Collection) -> None:
    kept = selected_events(bundled.events, Filter(contested=True), None)
    assert kept
    assert all(event.differs for event in kept)


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
