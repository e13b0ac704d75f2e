"""A compiled form that was forged, its seal made good again, is refused or read: nothing else comes of it."""

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ui.factories import attest, make_collection, make_event, make_source
from viewer.model.records import Collection, Relation
from viewer.store.choosing import found
from viewer.store.compiling import compiled
from viewer.store.sections import DamagedError, Held
from viewer.store.store import Store
from viewer.timeline.lanes.facets import ALL_FACETS


def _collection() -> Collection:
    source = make_source("english", text="He left Odessa.")
    events = [
        make_event(f"e{n}", [attest(source, "left", "1929")], relations=(Relation("follows", "e0"),))
        for n in range(5)
    ]
    return make_collection(events, [source])


FORM = compiled(_collection())


@given(st.lists(st.tuples(st.integers(0, len(FORM) - 33), st.integers(0, 255)), min_size=1, max_size=4))
@settings(max_examples=400)
def test_what_is_forged_is_refused_or_read(changes: list[tuple[int, int]]) -> None:
    forged = bytearray(FORM[:-32])
    for at, byte in changes:
        forged[at] = byte
    content = bytes(forged) + hashlib.sha256(forged).digest()
    try:
        store = Store(Held(content), lambda: None)
        assert len(list(store.columns.titles)) == len(list(store.columns.dates)) == len(store.columns)
        for event in store.collection.events:
            store.ties_of(event)
        for facet in ALL_FACETS:
            store.facet(facet)
        store.cited("english")
        store.passages_by_source()
        found(store, "odessa")
    except DamagedError:
        pass


def test_an_unsealed_change_is_refused() -> None:
    with pytest.raises(DamagedError):
        Store(Held(FORM[:100] + bytes([FORM[100] ^ 1]) + FORM[101:]), lambda: None)
