"""Choices of lanes can be undone, are kept for each grouping, and never name what is not there."""

from hypothesis import given
from hypothesis import strategies as st

from viewer.model.records import Collection
from viewer.session.lane_choices import LaneChoices
from viewer.session.session import Session
from viewer.timeline.lanes.arrangement import Arrangement

arrangements = st.builds(
    Arrangement,
    keys=st.sampled_from([("lane",), ("person",), ("lane", "person")]),
    hidden=st.frozensets(st.tuples(st.sampled_from("ab")), max_size=2),
    by_count=st.booleans(),
)


@given(st.lists(arrangements, max_size=12))
def test_undoing_every_change_leads_back_and_redoing_forth(steps: list[Arrangement]) -> None:
    choices = LaneChoices()
    seen = [choices.now]
    for step in steps:
        choices = choices.changed(step)
        if choices.now != seen[-1]:
            seen.append(choices.now)
    for expected in reversed(seen[:-1]):
        choices = choices.undone()
        assert choices.now == expected
    assert choices.undone() is choices
    for expected in seen[1:]:
        choices = choices.redone()
        assert choices.now == expected
    assert choices.redone() is choices


@given(st.lists(arrangements, min_size=1, max_size=8))
def test_a_grouping_comes_back_as_it_was_last_arranged(steps: list[Arrangement]) -> None:
    choices = LaneChoices()
    for step in steps:
        choices = choices.changed(step)
    last = {step.keys: step for step in steps}
    for keys, arrangement in last.items():
        assert choices.for_keys(keys) == arrangement


def test_lanes_that_a_collection_does_not_have_are_dropped() -> None:
    arrangement = Arrangement(
        ("lane", "person"),
        order=(("a",), ("x",), ("a", "p"), ("a", "x")),
        hidden=frozenset({("x",), ("", "p")}),
        pinned=(("a", ""),),
        alone=("x", "p"),
    )
    known = LaneChoices(arrangement).fitting({"lane": {"a"}, "person": {"p"}}).now
    assert known.order == (("a",), ("a", "p"))
    assert known.hidden == {("", "p")}
    assert known.pinned == (("a", ""),)
    assert known.alone is None


def test_a_session_tells_once_of_other_lanes_and_not_of_the_same(bundled: Collection) -> None:
    session = Session()
    session.set_collection(bundled)
    told: list[Arrangement] = []
    session.lanes_changed.connect(lambda: told.append(session.arrangement))
    session.chosen_lanes.group_by("person")
    session.chosen_lanes.group_by("person")
    session.chosen_lanes.undo()
    assert [arrangement.keys for arrangement in told] == [("person",), ("lane",)]


def test_every_grouping_of_the_bundled_collection_has_every_dated_event_once(bundled: Collection) -> None:
    session = Session()
    session.set_collection(bundled)
    assert session.columns is not None
    everything = set(session.columns.ids)
    for keys in (
        ("person",),
        ("place",),
        ("source",),
        ("language",),
        ("lane", "person"),
        ("person", "source"),
    ):
        session.chosen_lanes.group_by(*keys)
        own = [event for row, event in enumerate(session.columns.ids) if not session.columns.echo[row]]
        assert len(own) == len(set(own))
        assert set(own) == everything
    session.chosen_lanes.group_by("lane")
    assert list(session.columns.ids) == sorted(everything, key=session.columns.rows.__getitem__)
