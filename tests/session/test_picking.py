"""In a large collection a worker picks what is looked at; until it is there, everything stays as it was."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.factories import make_collection, make_event
from viewer.model.filters import Filter
from viewer.model.records import Collection, Lane
from viewer.model.words import LocalText
from viewer.session import picking
from viewer.session.session import Session
from viewer.timeline.lanes.arrangement import Arrangement


def at_once(bundled: Collection, chosen: Filter) -> Session:
    """What is picked where nothing is large."""
    session = Session()
    session.set_collection(bundled)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(picking, "LARGE", 10**9)
        session.chosen_lanes.group_by("person")
        session.folded_time.switch(on=True)
        session.set_filter(chosen)
    return session


@pytest.fixture
def large(qapp: object, bundled: Collection, monkeypatch: pytest.MonkeyPatch) -> Session:
    monkeypatch.setattr(picking, "LARGE", 10)
    session = Session()
    session.set_collection(bundled)
    return session


def ids(session: Session) -> list[str]:
    assert session.columns is not None
    return list(session.columns.ids)


@pytest.mark.parametrize(
    "chosen", [Filter(contested=True), Filter(text="Lenin"), Filter((("kind", "work"),))]
)
def test_the_same_is_seen_a_little_later(
    large: Session, bundled: Collection, qtbot: QtBot, chosen: Filter
) -> None:
    before, expected = ids(large), at_once(bundled, chosen)
    with qtbot.waitSignals([large.events_changed, large.lanes_changed, large.folding_changed]):
        large.chosen_lanes.group_by("person")
        large.folded_time.switch(on=True)
        large.set_filter(chosen)
        assert ids(large) == before
    assert ids(large) == ids(expected) != before
    assert large.lanes == expected.lanes
    assert large.warp == expected.warp
    assert large.viewport == expected.viewport


def test_of_several_wishes_the_last_is_granted_and_all_are_told(large: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignals([large.events_changed, large.lanes_changed]):
        large.set_filter(Filter(text="Trotsky"))
        large.chosen_lanes.arrange(Arrangement(keys=("place",)))
        large.set_filter(Filter(contested=True))
    assert large.columns is not None
    assert large.columns.contested.all()
    assert all(event.contested for event in large.events)
    assert large.arrangement.keys == ("place",)


def test_a_wish_taken_back_in_time_is_granted_too(large: Session, qtbot: QtBot) -> None:
    before = ids(large)
    with qtbot.waitSignal(large.events_changed):
        large.set_filter(Filter(text="Trotsky"))
        large.set_filter(Filter())
    assert ids(large) == before


def test_what_fails_is_told_and_everything_stays(
    large: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> None:
        raise OSError("the disk is gone")

    monkeypatch.setattr(picking.Passing, "passed", fail)
    before = ids(large)
    with qtbot.waitSignal(large.failed) as told:
        large.set_filter(Filter(contested=True))
    assert "the disk is gone" in told.args[0]
    assert ids(large) == before


def test_another_collection_ends_what_is_being_picked(large: Session, bundled: Collection) -> None:
    large.set_filter(Filter(text="Trotsky"))
    large.set_collection(bundled)
    assert not large.filter
    assert len(large.events) == len(bundled.events)


def test_lanes_without_an_event_count_where_lanes_are_prepared_for_pictures() -> None:
    empty = Lane("nothing", LocalText((("en", "Nothing"),)), "moss")
    full = make_collection([make_event()])
    session = Session()
    session.set_collection(replace(full, lanes=(*full.lanes, empty)))
    for arrangement, count in ((Arrangement(), 2), (Arrangement(hidden=frozenset({("nothing",)})), 1)):
        session.chosen_lanes.restore((arrangement,))
        assert session.picked is not None
        assert session.picked.prepared.index.lanes == len(session.lanes) == count


def _known(large: Session, qtbot: QtBot) -> tuple[object, ...]:
    with qtbot.waitSignals([large.events_changed, large.lanes_changed]):
        large.set_filter(Filter(text="Trotsky"))
        large.chosen_lanes.group_by("person")
    large.select(large.events[1].id)
    large.set_viewport(large.viewport.panned(1000))
    return _facts(large)


def _facts(session: Session) -> tuple[object, ...]:
    return session.filter, session.arrangement, session.viewport, session.history, session.selected


def test_a_collection_read_again_is_seen_when_it_is_picked_and_nothing_else_moves(
    large: Session, bundled: Collection, qtbot: QtBot
) -> None:
    known, before = _known(large, qtbot), (large.store, large.collection, large.picked)
    fewer = replace(bundled, events=tuple(bundled.events)[1:])
    count = len(large.events)
    with qtbot.waitSignal(large.collection_changed):
        large.renew_collection(fewer)
        assert (large.store, large.collection, large.picked) == before
    assert large.collection is not None
    assert len(large.collection.events) == len(fewer.events)
    assert 0 < len(large.events) <= count
    assert _facts(large) == known
    with qtbot.waitSignal(large.lanes_changed):
        large.chosen_lanes.undo()
    assert {lane.id for lane in large.lanes} <= {lane.id for lane in bundled.lanes}


def test_what_is_wanted_while_a_collection_read_again_is_picked_is_wanted_of_it(
    large: Session, bundled: Collection, qtbot: QtBot
) -> None:
    without = tuple(event for event in bundled.events if not event.contested)
    with qtbot.waitSignals([large.collection_changed, large.events_changed]):
        large.renew_collection(replace(bundled, events=without))
        large.set_filter(Filter(contested=True))
    assert ids(large) == []
    assert large.selected is None


def test_a_collection_read_again_that_cannot_be_picked_leaves_the_former_one(
    large: Session, bundled: Collection, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> None:
        raise OSError("the disk is gone")

    before, held = ids(large), (large.store, large.collection)
    with monkeypatch.context() as patch:
        patch.setattr(picking.Passing, "passed", fail)
        with qtbot.waitSignal(large.failed):
            large.renew_collection(replace(bundled, events=tuple(bundled.events)[1:]))
    assert ((large.store, large.collection), ids(large)) == (held, before)
    with qtbot.waitSignal(large.events_changed):
        large.set_filter(Filter(contested=True))
    assert ids(large) == [event for event in before if event in set(ids(large))]


def test_of_collections_read_again_the_last_is_seen(
    large: Session, bundled: Collection, qtbot: QtBot
) -> None:
    events = tuple(bundled.events)
    with qtbot.waitSignal(large.collection_changed):
        large.renew_collection(replace(bundled, events=events[:1]))
        large.renew_collection(replace(bundled, events=events[:2]))
    assert len(large.events) == len(events[:2])


def test_picking_can_be_stopped_between_any_two_steps(large: Session) -> None:
    assert large.store is not None
    assert large.collection is not None

    class Stopped(Exception):  # noqa: N818 no error
        pass

    def stopped_after(steps: int) -> bool:
        left = iter(range(steps))

        def pause() -> None:
            if next(left, None) is None:
                raise Stopped

        choice = picking.Choice(Filter(), Arrangement(keys=("person",)), large.warp)
        try:
            picking.Picker(large.store, large.collection).pick(choice, pause)  # type: ignore[arg-type]
        except Stopped:
            return True
        return False

    assert [stopped_after(steps) for steps in range(5)] == [True] * 5
