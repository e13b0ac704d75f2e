"""What the store gives back is what the loader gave."""

from dataclasses import fields, replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made import collections

from tests.reference import columns_of, facets_of
from viewer.model.filters import FACETS, Filter, values_of
from viewer.model.records import Collection, Event
from viewer.search.folding import fold
from viewer.store.choosing import found, passing
from viewer.store.store import Store, store_of

QUERIES = [
    "odessa",
    "ODESSA left",
    "ครอนชตัดท์",
    "1921",
    "kronstadtske",
    "trotsky",
    "ตรอตสกี",
    "e1",
    "qqq",
    "ss",
    "alma-ata",
]


@pytest.fixture(scope="module")
def store(bundled: Collection) -> Store:
    return store_of(bundled)


def _as_read(collection: Collection) -> Collection:
    return replace(collection, events=tuple(collection.events))


def _check_columns(store: Store, collection: Collection) -> None:
    expected, columns = columns_of(collection, collection.events), store.columns
    for field in fields(expected):
        if field.name not in ("rows", "warp"):
            assert list(getattr(columns, field.name)) == list(getattr(expected, field.name)), field.name
    assert [columns.rows[identity] for identity in expected.ids] == list(range(len(expected)))
    assert columns.rows.get("no-such-event") is None


def test_every_record_of_the_bundled_collection_is_the_same(store: Store, bundled: Collection) -> None:
    assert _as_read(store.collection) == bundled


@given(collections())
@settings(max_examples=60)
def test_every_record_is_the_same(collection: Collection) -> None:
    assert _as_read(store_of(collection).collection) == _as_read(collection)


def test_the_columns_of_the_bundled_collection_are_the_same(store: Store, bundled: Collection) -> None:
    _check_columns(store, bundled)


@given(collections())
@settings(max_examples=40)
def test_the_columns_are_the_same(collection: Collection) -> None:
    _check_columns(store_of(collection), collection)


@given(collections())
@settings(max_examples=30)
def test_the_facets_are_the_same(collection: Collection) -> None:
    store = store_of(collection)
    for name, expected in facets_of(collection, collection.events).items():
        facet = store.facet(name)
        assert facet.values == expected.values
        assert facet.offsets.tolist() == expected.offsets.tolist()
        assert facet.of.tolist() == expected.of.tolist()


def test_an_event_is_found_by_its_id_and_by_no_other(store: Store, bundled: Collection) -> None:
    assert [store.number_of(event.id) for event in bundled.events] == list(range(store.count))
    assert store.number_of("no-such-event") is None
    assert store.number_of(None) is None


def _texts(event: Event, collection: Collection) -> str:
    """Every text by which an event is found."""
    named = {one.id: one for one in (*collection.people, *collection.places)}
    texts = [*event.title.entries, *event.summary.entries, *event.because.entries]
    texts += [entry for note in event.notes for entry in note.text.entries]
    texts += [entry for passage in event.attestations for entry in passage.translation.entries]
    texts += [entry for one in (*event.people, *event.places) for entry in named[one].names.entries]
    plain = [alias for one in (*event.people, *event.places) for alias in named[one].aliases]
    plain += [event.date_text, event.id, *(passage.quote for passage in event.attestations)]
    return fold("\n".join([*plain, *(text for _, text in texts)]))


def _expect(collection: Collection, query: str) -> list[bool]:
    return [
        all(word in _texts(event, collection) for word in fold(query).split()) for event in collection.events
    ]


@given(collections(), st.sampled_from(QUERIES))
@settings(max_examples=60)
def test_an_event_is_found_by_every_word_in_it_or_in_the_names_of_its_people(
    collection: Collection, query: str
) -> None:
    mask = found(store_of(collection), query)
    assert mask is not None
    assert mask.tolist() == _expect(collection, query)


@pytest.mark.parametrize(
    "query", ["kronstadtske", "KRONŠTADTSKÉ", "ครอนชตัดท์", "lenin stalin", "1917", "lenin qqqq"]
)
def test_the_bundled_collection_is_found_in_three_scripts(
    store: Store, bundled: Collection, query: str
) -> None:
    mask = found(store, query)
    assert mask is not None
    assert mask.tolist() == _expect(bundled, query)
    assert mask.any() == ("qqqq" not in query)


def test_every_quotation_finds_its_event(store: Store, bundled: Collection) -> None:
    for number, event in list(enumerate(bundled.events))[::9]:
        for passage in event.attestations:
            mask = found(store, passage.quote)
            assert mask is not None
            assert mask[number]


@pytest.mark.parametrize("query", ["", "  \t"])
def test_an_empty_query_asks_nothing(store: Store, query: str) -> None:
    assert found(store, query) is None


def _passes(event: Event, chosen: Filter) -> bool:
    wanted: dict[str, set[str]] = {}
    for facet, value in chosen.facets:
        wanted.setdefault(facet, set()).add(value)
    met = all(values & set(values_of(event, facet)) for facet, values in wanted.items())
    return met and (event.contested or not chosen.contested)


@pytest.mark.parametrize("facet", FACETS)
def test_a_facet_keeps_the_events_that_have_one_of_its_values(
    store: Store, bundled: Collection, facet: str
) -> None:
    values = store.facet(facet).values
    for chosen in (
        Filter(((facet, values[0]),)),
        Filter(tuple((facet, value) for value in values[:2]), contested=True),
    ):
        expected = [_passes(event, chosen) for event in bundled.events]
        assert passing(store, chosen, None).tolist() == expected


@given(collections())
@settings(max_examples=30)
def test_different_facets_narrow_the_choice(collection: Collection) -> None:
    store = store_of(collection)
    chosen = Filter((("source", "thai"), ("person", "leon-trotsky"), ("source", "czech")))
    assert passing(store, chosen, None).tolist() == [_passes(event, chosen) for event in collection.events]
    nothing = np.zeros(store.count, dtype=np.bool_)
    assert not passing(store, chosen, nothing).any()


@given(collections())
@settings(max_examples=40)
def test_relations_are_seen_from_both_ends_in_the_order_of_the_collection(collection: Collection) -> None:
    store = store_of(collection)
    for event in collection.events:
        outward = [(relation.type, relation.event, True) for relation in event.relations]
        inward = [
            (relation.type, other.id, False)
            for other in collection.events
            for relation in other.relations
            if relation.event == event.id
        ]
        assert [tuple(tie) for tie in store.ties_of(event)] == outward + inward


@given(collections())
@settings(max_examples=40)
def test_the_passages_of_a_source_are_those_that_stand_in_it(collection: Collection) -> None:
    store = store_of(collection)
    for source in collection.sources:
        expected = sorted(
            (passage.start, -(passage.end or 0), number)
            for number, event in enumerate(collection.events)
            for passage in event.attestations
            if passage.source == source.id and passage.start is not None
        )
        cited = store.cited(source.id)
        assert (
            sorted(zip(cited.start.tolist(), (-cited.end).tolist(), cited.event.tolist(), strict=True))
            == expected
        )
        assert cited.start.tolist() == sorted(cited.start.tolist())


@given(collections())
@settings(max_examples=20)
def test_passages_are_counted_by_source_those_of_aspects_too(collection: Collection) -> None:
    counts = store_of(collection).passages_by_source()
    passages = [passage.source for passage in collection.attestations()]
    assert {source: n for source, n in counts.items() if n} == {one: passages.count(one) for one in passages}
