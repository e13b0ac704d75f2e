"""The collection that ships: no problem, and every quotation is the source's own text."""

import hashlib

import pytest

from viewer.loading.load import Loaded, load_collection
from viewer.model.records import Collection
from viewer.resources import bundled_collection

DOCUMENTS = {
    "thai": "bbe6789c30cb82cd72d7fa28063b079fad291c3961d41fe9de6642f6dc46bc98",
    "czech": "31b18e246415201132aa639bcb3fb2c473d92774fc1f946a6235daa1bb5be5fd",
    "english": "8fcaee6e2a82c3ee40f5da57d0871994040cb5821ade905ed4ff5ad388a71640",
}


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    return load_collection(bundled_collection())


@pytest.fixture(scope="module")
def collection(loaded: Loaded) -> Collection:
    assert loaded.collection is not None
    return loaded.collection


def test_there_is_no_problem(loaded: Loaded) -> None:
    assert [str(problem) for problem in loaded.problems] == []
    assert loaded.incomplete == ()


def test_the_documents_are_the_ones_that_were_given(collection: Collection) -> None:
    assert {source.id for source in collection.sources} == set(DOCUMENTS)
    for source in collection.sources:
        data = (bundled_collection() / source.file).read_bytes()
        assert hashlib.sha256(data).hexdigest() == source.sha256 == DOCUMENTS[source.id]
        assert source.text.encode("utf-8") == data
        assert source.state == "whole"


def test_every_quotation_is_exactly_the_text_at_its_offsets(collection: Collection) -> None:
    texts = {source.id: source.text for source in collection.sources}
    passages = list(collection.attestations())
    assert len(passages) > 200
    for passage in passages:
        assert passage.start is not None
        assert texts[passage.source][passage.start : passage.end] == passage.quote


def test_every_uncited_passage_stands_in_its_source(collection: Collection) -> None:
    for source in collection.sources:
        for passage in source.uncited:
            assert passage.start is not None
            assert source.text[passage.start : passage.end] == passage.quote


def test_it_covers_what_the_first_harvest_asks_for(collection: Collection) -> None:
    of_two = [event for event in collection.events if len({a.source for a in event.attestations}) >= 2]
    differing = [event for event in collection.events if event.contested and event.because]

    assert len(collection.events) >= 90
    assert len(of_two) >= 25
    assert len(differing) >= 12
    assert len(collection.aspects) == 5
    assert all(len(aspect.sides) == 2 and aspect.mattered for aspect in collection.aspects)


def test_every_event_that_has_a_date_can_be_placed(collection: Collection) -> None:
    assert [event.id for event in collection.events if event.unreadable] == []
