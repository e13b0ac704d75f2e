"""The session compares, sets, then tells; once for a change and not at all for none."""

import pytest
from pytestqt.qtbot import QtBot

from viewer.model.filters import Filter
from viewer.model.records import Collection
from viewer.session.session import Session
from viewer.timeline.viewport import Viewport


@pytest.fixture
def session(qapp: object, bundled: Collection) -> Session:
    session = Session()
    session.set_collection(bundled)
    return session


def test_a_collection_opens_whole_unfiltered_and_unselected(session: Session, bundled: Collection) -> None:
    assert tuple(session.events) == tuple(bundled.events)
    assert session.selected is None
    assert session.columns is not None
    assert session.viewport.start < session.columns.start.min()
    assert session.viewport.end > session.columns.end.max()


def test_each_setter_tells_once_and_only_of_a_change(session: Session, qtbot: QtBot) -> None:
    event = session.events[0].id
    changes = [
        (session.viewport_changed, lambda: session.set_viewport(Viewport(0.0, 5.0))),
        (session.selection_changed, lambda: session.select(event)),
        (session.range_changed, lambda: session.set_range((0, 10))),
        (session.events_changed, lambda: session.set_filter(Filter(contested=True))),
    ]
    for signal, change in changes:
        with qtbot.waitSignal(signal, timeout=1000):
            change()
        with qtbot.assertNotEmitted(signal):
            change()


def test_an_unknown_event_selects_nothing(session: Session) -> None:
    session.select("no-such-event")
    assert session.selected is None


def test_text_finds_events_and_marks_them_found(session: Session) -> None:
    session.set_filter(Filter(text="Brest-Litovsk"))
    assert 0 < len(session.events) < 30
    assert session.columns is not None
    assert session.columns.found.all()


def test_columns_hold_every_dated_event_once(session: Session, bundled: Collection) -> None:
    dated = [event.id for event in bundled.events if event.date is not None]
    assert session.columns is not None
    assert sorted(session.columns.ids) == sorted(dated)


@pytest.fixture
def large(session: Session, monkeypatch: pytest.MonkeyPatch) -> Session:
    """A session to which every collection is a large one."""
    monkeypatch.setattr("viewer.session.passing.LARGE", 0)
    return session


def test_words_in_a_large_collection_are_found_a_little_later(large: Session, qtbot: QtBot) -> None:
    everything = len(large.events)
    with qtbot.waitSignal(large.events_changed, timeout=5000):
        large.set_filter(Filter(text="Brest-Litovsk"))
        assert len(large.events) == everything
    assert 0 < len(large.events) < 30
    assert all(large.passes(event.id) for event in large.events)


def test_a_newer_search_takes_the_place_of_an_older_one(large: Session, qtbot: QtBot) -> None:
    told = []
    large.events_changed.connect(lambda: told.append(large.filter))
    for text in ("Brest", "Kronstadt", "Lenin"):
        large.set_filter(Filter(text=text))
    qtbot.waitUntil(lambda: bool(told), timeout=5000)
    qtbot.wait(50)
    assert told == [Filter(text="Lenin")]
    large.set_filter(Filter(text="Stalin"))
    large.set_filter(Filter())
    qtbot.wait(50)
    assert told == [Filter(text="Lenin"), Filter()]


def test_a_facet_narrows_what_was_found_without_another_search(large: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(large.events_changed, timeout=5000):
        large.set_filter(Filter(text="Lenin"))
    found = len(large.events)
    large.set_filter(Filter(text="Lenin", contested=True))
    assert 0 < len(large.events) < found


def test_a_large_collection_read_again_keeps_its_words(
    large: Session, bundled: Collection, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(large.events_changed, timeout=5000):
        large.set_filter(Filter(text="Lenin"))
    found = len(large.events)
    with qtbot.waitSignal(large.events_changed, timeout=5000):
        large.renew_collection(bundled)
    assert (len(large.events), large.filter.text) == (found, "Lenin")


def test_a_second_session_has_the_same_store(session: Session) -> None:
    assert session.collection is not None
    second = Session()
    second.set_collection(session.collection)
    assert second.store is session.store
