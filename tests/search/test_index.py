"""What a passage, a title or a name says is found, in any script, however it is typed."""

import pytest

from viewer.model.records import Collection
from viewer.search.index import Index


@pytest.fixture(scope="module")
def index(bundled: Collection) -> Index:
    return Index(bundled)


def test_every_quotation_finds_its_event(bundled: Collection, index: Index) -> None:
    for event in bundled.events[::7]:
        for attestation in event.attestations:
            assert event.id in (index.find(attestation.quote) or ())


@pytest.mark.parametrize("query", ["kronstadtske", "KRONŠTADTSKÉ", "ครอนชตัดท์", "kronstadt"])
def test_kronstadt_is_found_in_three_scripts(index: Index, query: str) -> None:
    assert index.find(query)


def test_words_may_stand_apart_but_must_all_occur(index: Index) -> None:
    both = index.find("lenin stalin") or frozenset()
    assert both == (index.find("lenin") or frozenset()) & (index.find("stalin") or frozenset())
    assert index.find("lenin qqqqqq") == frozenset()


def test_an_empty_query_asks_nothing(index: Index) -> None:
    assert index.find("") is None
    assert index.find("  \t") is None
