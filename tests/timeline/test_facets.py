"""What a membership says of an event is what its record says."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reference import facets_of
from viewer.model.filters import FACETS, values_of
from viewer.model.records import Collection
from viewer.timeline.lanes.facets import ALL_FACETS, LANGUAGE, MembershipBuilder

ROWS = st.lists(st.lists(st.sampled_from("abcde"), max_size=4), max_size=12)


def _built(rows: list[list[str]]) -> tuple[MembershipBuilder, list[tuple[str, ...]]]:
    builder = MembershipBuilder("ba")
    for row in rows:
        builder.add(row)
    return builder, [tuple(dict.fromkeys(row)) for row in rows]


@given(ROWS)
def test_each_event_has_its_own_values_once_in_its_own_order(rows: list[list[str]]) -> None:
    builder, expected = _built(rows)
    membership = builder.membership()
    assert [membership.of_row(row) for row in range(len(membership))] == expected
    assert membership.values[:2] == ("b", "a")


@given(ROWS, st.sets(st.sampled_from("abcdex")))
def test_a_mask_says_which_events_have_any_of_the_values(rows: list[list[str]], wanted: set[str]) -> None:
    builder, expected = _built(rows)
    assert builder.membership().having(wanted).tolist() == [bool(wanted & set(row)) for row in expected]


@given(ROWS, st.data())
def test_rows_taken_keep_their_values(rows: list[list[str]], data: st.DataObject) -> None:
    builder, expected = _built(rows)
    chosen = data.draw(st.lists(st.integers(0, len(rows) - 1), max_size=9)) if rows else []
    taken = builder.membership().taken(np.array(chosen, dtype=np.int64))
    assert [taken.of_row(row) for row in range(len(taken))] == [expected[row] for row in chosen]


@given(ROWS)
def test_counts_are_those_of_the_events(rows: list[list[str]]) -> None:
    builder, expected = _built(rows)
    membership = builder.membership()
    assert membership.counts().tolist() == [sum(v in row for row in expected) for v in membership.values]


@pytest.mark.parametrize("facet", FACETS)
def test_the_facets_of_a_collection_are_those_of_its_records(bundled: Collection, facet: str) -> None:
    membership = facets_of(bundled, bundled.events)[facet]
    for row, event in enumerate(bundled.events):
        assert membership.of_row(row) == tuple(dict.fromkeys(values_of(event, facet)))


def test_an_event_has_the_languages_of_its_sources(bundled: Collection) -> None:
    facets = facets_of(bundled, bundled.events)
    assert tuple(facets) == ALL_FACETS
    languages = {source.id: source.language for source in bundled.sources}
    for row, event in enumerate(bundled.events):
        expected = dict.fromkeys(languages[passage.source] for passage in event.attestations)
        assert facets[LANGUAGE].of_row(row) == tuple(expected)
