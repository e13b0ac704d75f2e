"""Lanes share the height for what is near, and panning changes nothing of that."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.timeline.build import (
    HEIGHTS,
    WIDTHS,
    YEAR,
    Happening,
    accounts,
    columns_from,
    day,
    happenings,
    placer,
    rows_of_items,
    viewports,
)
from tests.timeline.test_place_laws import LANES, assert_no_overlap, crowd, rows_in_view
from viewer.timeline.place import Placer
from viewer.timeline.rows.nearby import Nearby, stretch_of
from viewer.timeline.scene import Scene
from viewer.timeline.sight import Sight
from viewer.timeline.viewport import Viewport

SIZE = 1200.0, 420.0
SHARES = st.lists(st.floats(-1.4, 1.4), max_size=12)


def picture(keeper: Placer, viewport: Viewport, nearby: Nearby, width: float = SIZE[0]) -> Scene:
    nearby.seen(viewport, width)
    return keeper.picture(Sight(viewport, width, SIZE[1], near=nearby.of(viewport, width)))


def rows_with_an_event(scene: Scene, lane: int) -> int:
    return len({item.box.y for item in scene.bars if item.lane == lane})


def period(start: float, years: float, lane: int, at: int = 0) -> Happening:
    first = int(start * YEAR) + at
    return Happening(first, first + int(years * YEAR), f"Period {start} {at}", lane, 3, False)


@given(viewports(), WIDTHS)
def test_the_stretch_holds_the_view(viewport, width):
    first, last = stretch_of(viewport, width)
    assert first <= viewport.start < viewport.end <= last


@given(viewports(), WIDTHS, SHARES)
def test_panning_changes_no_stretch_however_far_it_goes(viewport, width, shares):
    nearby = Nearby()
    nearby.seen(viewport, width)
    before = nearby.of(viewport, width)
    for share in shares:
        viewport = viewport.panned(share * viewport.span)
        assert nearby.of(viewport, width) == before
        nearby.seen(viewport, width)


def test_a_jump_to_where_nothing_seen_is_in_view_is_for_what_is_near_there():
    nearby, here = Nearby(), Viewport(0.0, 1000.0)
    nearby.seen(here, 1200)
    there = here.panned(50_000.0)
    assert nearby.of(there, 1200) == stretch_of(there, 1200) != nearby.of(here, 1200)


def test_of_a_jump_on_its_way_the_end_counts():
    nearby, here = Nearby(), Viewport(0.0, 1000.0)
    nearby.seen(here, 1200)
    half, there = here.panned(20_000.0), here.panned(50_000.0)
    assert nearby.of(half, 1200, there) == stretch_of(there, 1200)


def test_zooming_in_and_back_out_finds_the_stretch_it_left():
    nearby, here = Nearby(), Viewport(0.0, 1000.0)
    for viewport in (here, here.zoomed(16, 510.0), here.panned(30.0)):
        nearby.seen(viewport, 1200)
    assert nearby.of(here.panned(30.0), 1200) == stretch_of(here, 1200)


def test_lanes_that_are_crowded_in_other_years_leave_their_rows():
    elsewhere = [period(1500 + at % 3, 3, lane=0, at=at) for at in range(60)]
    here = [period(2000, 4, lane=1, at=at) for at in range(60)]
    keeper, viewport = placer([*elsewhere, *here], 2), Viewport(1990 * YEAR, 40 * YEAR)
    of_all_time = keeper.picture(Sight(viewport, *SIZE))
    near = keeper.picture(Sight(viewport, *SIZE, near=stretch_of(viewport, SIZE[0])))
    assert rows_with_an_event(near, lane=1) > 1.5 * rows_with_an_event(of_all_time, lane=1) > 0
    # The other lane keeps a row, and room for a count.
    there = keeper.picture(Sight(Viewport(1490 * YEAR, 40 * YEAR), *SIZE, near=stretch_of(viewport, SIZE[0])))
    assert rows_with_an_event(there, lane=0) == 1
    assert sum(fold.number for fold in there.folds) > 0


def test_long_bars_have_the_rows_that_no_shorter_event_needs():
    keeper, viewport = (
        placer([period(1900, 90, lane=0, at=at) for at in range(8)]),
        Viewport(1940 * YEAR, 365),
    )
    everything = keeper.picture(Sight(viewport, *SIZE, near=stretch_of(viewport, SIZE[0])))
    assert len(everything.bars) == 8
    assert len(keeper.picture(Sight(viewport, *SIZE)).bars) < 8


def test_shorter_events_keep_their_rows_beside_long_bars():
    long = [period(1900, 90, lane=0, at=at) for at in range(40)]
    short = [day(int(1940 * YEAR) + 20 * at, f"Day {at}") for at in range(40)]
    keeper, viewport = placer([*long, *short]), Viewport(1940 * YEAR, 800)
    scene = keeper.picture(Sight(viewport, *SIZE, near=stretch_of(viewport, SIZE[0])))
    assert len(scene.marks) >= 8
    assert len(scene.bars) >= 4


@settings(max_examples=80, deadline=None)
@given(happenings(), viewports(), viewports(), WIDTHS, HEIGHTS)
def test_whatever_is_near_nothing_is_lost_and_nothing_overlaps(events, viewport, other, width, height):
    keeper, columns = placer(events, LANES), columns_from(events)
    scene = keeper.picture(Sight(viewport, width, height, near=stretch_of(other, width)))
    shown, pipped, folded = accounts(keeper, scene)
    assert sorted((*shown, *pipped, *folded)) == rows_in_view(columns, viewport)
    assert_no_overlap(scene)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_panning_through_a_crowd_moves_no_row_and_more_is_seen_than_with_shares_for_all_time(seed):
    chance, keeper, here, always = Random(seed), placer(crowd(seed), LANES), 0, 0
    for _ in range(12):
        nearby, span = Nearby(), 10 ** chance.uniform(1.5, 4.5)
        viewport = Viewport(chance.gauss(-16_800, 2000) - span / 2, span)
        before = rows_of_items(picture(keeper, viewport, nearby))
        here += len(before)
        always += len(rows_of_items(keeper.picture(Sight(viewport, *SIZE))))
        for _ in range(6):
            viewport = viewport.panned(chance.uniform(-0.8, 0.8) * span)
            after = rows_of_items(picture(keeper, viewport, nearby))
            assert all(before[row] == after[row] for row in before.keys() & after.keys())
            before |= after
    assert here >= always
