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


def test_everything_is_the_span_of_the_collection_whatever_passes_the_filter(session: Session) -> None:
    everything = session.everything()
    assert everything == session.whole() == session.viewport
    session.set_filter(Filter(text="Kronstadt"))
    assert session.everything() == everything
    assert session.whole().span < everything.span
    session.folded_time.switch(on=True)
    assert session.everything().span <= everything.span


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


def test_a_second_session_has_the_same_store(session: Session) -> None:
    assert session.collection is not None
    second = Session()
    second.set_collection(session.collection)
    assert second.store is session.store
