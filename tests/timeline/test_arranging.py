"""The laws of lanes: whatever they are made of, every event stands once as itself and nothing is lost."""

from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.timeline.build import columns_from, day
from viewer.model.words import LocalText
from viewer.timeline.columns import Columns
from viewer.timeline.lanes.arranged import Arranged, arranged
from viewer.timeline.lanes.arrangement import Arrangement, LanePath
from viewer.timeline.lanes.facets import MembershipBuilder
from viewer.timeline.lanes.lane import Grouping, siblings
from viewer.timeline.viewport import Viewport
from viewer.timeline.within import columns_within, lanes_within

VALUES = ("a", "b", "c", "d")
PATHS = [(one,) for one in (*VALUES, "")] + [(one, two) for one in (*VALUES, "") for two in (*VALUES, "")]


@st.composite
def worlds(draw: st.DrawFn) -> tuple[Columns, tuple[Grouping, ...], Arrangement]:
    number = draw(st.integers(0, 30))
    starts = draw(st.lists(st.integers(-50, 50), min_size=number, max_size=number))
    columns = columns_from([day(start) for start in starts])
    keys = draw(st.sampled_from([("person",), ("person", "place"), ("source", "person")]))
    groupings = tuple(draw(groupings_of(key, number)) for key in keys)
    paths = st.sampled_from([path for path in PATHS if len(path) <= len(keys)])
    arrangement = Arrangement(
        keys,
        by_count=draw(st.booleans()),
        order=tuple(draw(st.lists(paths, unique=True, max_size=4))),
        hidden=draw(st.frozensets(paths, max_size=3)),
        pinned=tuple(draw(st.lists(paths, unique=True, max_size=3))),
        collapsed=draw(st.frozensets(paths, max_size=3)),
        alone=draw(st.none() | paths),
    )
    return columns, groupings, arrangement


@st.composite
def groupings_of(draw: st.DrawFn, key: str, number: int) -> Grouping:
    builder = MembershipBuilder(VALUES)
    row = st.lists(st.sampled_from(VALUES), max_size=3)
    for values in draw(st.lists(row, min_size=number, max_size=number)):
        builder.add(values)
    return grouping(key, builder)


def grouping(key: str, builder: MembershipBuilder) -> Grouping:
    of = builder.membership()
    titles = tuple(LocalText((("en", value),)) for value in of.values)
    return Grouping(key, of, titles, ("blue",) * len(titles), tuple(of.counts().tolist()))


def stood(result: Arranged, columns: Columns) -> dict[str, list[tuple[LanePath, bool]]]:
    """Where each event stands: the lane's path, and whether as an echo."""
    found: dict[str, list[tuple[LanePath, bool]]] = {event: [] for event in columns.ids}
    lanes = result.columns.lane.tolist()
    for row, event in enumerate(result.columns.ids):
        found[event].append((result.lanes[lanes[row]].path, bool(result.columns.echo[row])))
    return found


def expected(groupings: tuple[Grouping, ...], row: int) -> list[LanePath]:
    first, *rest = [grouping.of.of_row(row) or ("",) for grouping in groupings]
    return [(one, *more) for one in first for more in ([(two,) for two in rest[0]] if rest else [()])]


@settings(max_examples=150)
@given(worlds())
def test_every_event_seen_stands_once_as_itself_and_as_an_echo_in_its_other_lanes(world) -> None:
    columns, groupings, arrangement = world
    result = arranged(columns, groupings, arrangement)
    for places in stood(result, columns).values():
        assert [echo for _, echo in places] == [False] * bool(places) + [True] * (len(places) - 1)
        assert len({path for path, _ in places}) == len(places)


@settings(max_examples=150)
@given(worlds())
def test_what_is_not_seen_is_counted(world) -> None:
    columns, groupings, arrangement = world
    result = arranged(columns, groupings, arrangement)
    unseen = [event for event, places in stood(result, columns).items() if not places]
    assert result.unseen == len(unseen)
    if not arrangement.hidden and arrangement.alone is None:
        assert not unseen


@settings(max_examples=150)
@given(worlds())
def test_an_event_stands_in_exactly_the_lanes_of_its_values(world) -> None:
    columns, groupings, arrangement = world
    result = arranged(columns, groupings, arrangement)
    lanes = {lane.path: lane for lane in result.every}
    for row, places in enumerate(stood(result, columns).values()):
        wanted = []
        for path in expected(groupings, row):
            group, lane = lanes.get(path[:1]), lanes[path]
            inside = group is not None and group.collapsed and lane.at < 0
            shown = group if inside and group is not None else lane
            if not lane.hidden and shown.at >= 0:
                wanted.append(shown.path)
        assert [path for path, _ in places] == list(dict.fromkeys(wanted))


@settings(max_examples=100)
@given(worlds())
def test_collapsing_groups_keeps_the_events_that_are_seen(world) -> None:
    columns, groupings, arrangement = world
    opened = arranged(columns, groupings, replace(arrangement, collapsed=frozenset()))
    closed = arranged(columns, groupings, arrangement)
    assert set(opened.columns.ids) == set(closed.columns.ids)


@settings(max_examples=100)
@given(worlds())
def test_arranged_rows_stay_in_order_and_know_their_events(world) -> None:
    columns, groupings, arrangement = world
    result = arranged(columns, groupings, arrangement).columns
    assert (np.diff(result.start) >= 0).all()
    for row, event in enumerate(result.ids):
        assert result.echo[row] or result.rows[event] == row


@settings(max_examples=100)
@given(worlds())
def test_lanes_shown_are_numbered_as_they_stand_and_pinned_ones_come_first(world) -> None:
    columns, groupings, arrangement = world
    result = arranged(columns, groupings, arrangement)
    assert [lane.at for lane in result.lanes] == list(range(len(result.lanes)))
    pinned = [lane.pinned for lane in result.lanes]
    assert pinned == sorted(pinned, reverse=True)


@settings(max_examples=100)
@given(worlds(), st.data())
def test_a_lane_moves_before_another_and_no_other_changes_place(world, data: st.DataObject) -> None:
    columns, groupings, arrangement = world
    every = arranged(columns, groupings, arrangement).every
    if not every:
        return
    lane = data.draw(st.sampled_from(every))
    peers = [peer.path for peer in siblings(every, lane.path)]
    before = data.draw(st.sampled_from([*peers, None]))
    after = arranged(columns, groupings, arrangement.moved(peers, lane.path, before)).every
    moved = [peer.path for peer in siblings(after, lane.path)]
    rest = [path for path in peers if path != lane.path]
    assert [path for path in moved if path != lane.path] == rest
    if before not in (lane.path, None):
        assert moved[moved.index(lane.path) + 1] == before


def test_the_first_visible_value_holds_the_event() -> None:
    builder = MembershipBuilder(VALUES)
    builder.add(("b", "a"))
    columns, people = columns_from([day(0)]), grouping("person", builder)
    first = arranged(columns, [people], Arrangement(("person",)))
    assert stood(first, columns) == {columns.ids[0]: [(("b",), False), (("a",), True)]}
    hidden = arranged(columns, [people], Arrangement(("person",), hidden=frozenset({("b",)})))
    assert stood(hidden, columns) == {columns.ids[0]: [(("a",), False)]}


def test_the_most_frequent_come_first_where_asked_and_the_unnamed_last() -> None:
    builder = MembershipBuilder(VALUES)
    for values in (("c",), ("c",), ("a",), ()):
        builder.add(values)
    columns, people = columns_from([day(at) for at in range(4)]), grouping("person", builder)
    as_given = arranged(columns, [people], Arrangement(("person",)))
    by_count = arranged(columns, [people], Arrangement(("person",), by_count=True))
    assert [lane.path for lane in as_given.lanes] == [("a",), ("c",), ("",)]
    assert [lane.path for lane in by_count.lanes] == [("c",), ("a",), ("",)]
    assert by_count.lanes[-1].title.best() == "No person named"


def test_a_lane_alone_is_there_without_events_too() -> None:
    builder = MembershipBuilder(VALUES)
    builder.add(("a",))
    columns, people = columns_from([day(0)]), grouping("person", builder)
    result = arranged(columns, [people], Arrangement(("person",), alone=("d",)))
    assert [lane.path for lane in result.lanes] == [("d",)]
    assert result.unseen == 1


@settings(max_examples=100)
@given(worlds())
def test_leaving_out_empty_lanes_moves_no_event_to_another(world) -> None:
    columns, groupings, arrangement = world
    result = arranged(columns, groupings, arrangement)
    half = columns_within(result.columns, Viewport(-60.0, 60.0))
    kept, lanes = lanes_within(half, result.lanes, 0)
    before = [(event, result.lanes[at].path) for event, at in zip(half.ids, half.lane.tolist(), strict=True)]
    assert [(event, lanes[at].path) for event, at in zip(kept.ids, kept.lane.tolist(), strict=True)] == before
    assert {lane.path for lane in lanes if not lane.is_open} == {path for _, path in before}
