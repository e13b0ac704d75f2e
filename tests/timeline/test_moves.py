"""Rows that are assigned anew are glided to: only heights change on the way, and the end is the new picture."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.timeline.build import day, happenings, picture, placer, rows_of_items
from viewer.timeline.movement.moves import between, eased, moved, offsets
from viewer.timeline.taken import TakenTexts
from viewer.timeline.viewport import Viewport

VIEW = Viewport(-20_000.0, 3650.0)


def _two(events, factor, pinned=()):
    place = placer(events, 3)
    zoomed = VIEW.zoomed(factor, VIEW.center)
    return place.scene(VIEW, 1000, 400), place.scene(zoomed, 1000, 400, frozenset(pinned))


@settings(max_examples=80, deadline=None)
@given(happenings(most=40), st.sampled_from([0.3, 0.7, 1.5, 4.0]), st.floats(0.01, 0.99))
def test_on_the_way_everything_stands_between_its_two_heights_and_nothing_else_changes(events, factor, share):
    old, new = _two(events, factor)
    on_the_way = between(old, new, share)
    before, after, now = rows_of_items(old), rows_of_items(new), rows_of_items(on_the_way)
    assert set(now) == set(after)
    for event, y in now.items():
        low, high = sorted((before.get(event, after[event]), after[event]))
        assert low - 0.6 <= y <= high + 0.6
    for then, now_ in zip(new.labels, on_the_way.labels, strict=True):
        assert then._replace(box=then.box._replace(y=0)) == now_._replace(box=now_.box._replace(y=0))
    for then, now_ in zip(new.bars, on_the_way.bars, strict=True):
        assert then._replace(box=then.box._replace(y=0)) == now_._replace(box=now_.box._replace(y=0))
    assert [mark._replace(y=0) for mark in new.marks] == [mark._replace(y=0) for mark in on_the_way.marks]
    assert (on_the_way.shown, on_the_way.folded, on_the_way.ticks) == (new.shown, new.folded, new.ticks)


@settings(max_examples=40, deadline=None)
@given(happenings(most=30))
def test_a_move_begins_at_the_old_heights_and_ends_with_the_new_picture(events):
    old, new = _two(events, 4.0)
    before, begun = rows_of_items(old), rows_of_items(between(old, new, 0.0))
    assert all(y == pytest.approx(before[event], abs=0.6) for event, y in begun.items() if event in before)
    assert between(old, new, 1.0) is new


@settings(max_examples=40, deadline=None)
@given(happenings(most=30))
def test_a_title_stays_beside_its_sign(events):
    old, new = _two(events, 4.0)
    half_way = between(old, new, 0.4)
    signs = rows_of_items(half_way)
    for label in half_way.labels:
        if label.event in signs:
            assert label.box.y + label.box.height / 2 == pytest.approx(signs[label.event], abs=1)


def test_panning_moves_nothing():
    place = placer([day(-19_000 + 7 * at, f"Event {at}") for at in range(50)])
    old, new = place.scene(VIEW, 1000, 400), place.scene(VIEW.panned(40), 1000, 400)
    assert between(old, new, 0.2) is new


def test_what_does_not_move_stays_as_it_is():
    place = placer([day(-19_500, "alone"), *(day(-18_000 + at, f"Event {at}") for at in range(50))])
    old, new = place.scene(VIEW, 1000, 400), place.scene(VIEW, 1000, 400, frozenset({40}))
    on_the_way = between(old, new, 0.5)
    still = [mark for mark in new.marks if mark.event not in offsets(old, new).events]
    assert still
    assert set(still) <= set(on_the_way.marks)


def test_lanes_and_their_counts_glide_where_heights_change():
    crowd = [day(-18_000 + at % 9, f"Event {at}" * 5, lane=0) for at in range(80)]
    few = picture(crowd, VIEW, height=500, lane_count=2)
    many = picture(
        [*crowd, *(day(-18_000 + at % 9, f"Event {at}" * 5, lane=1) for at in range(80))],
        VIEW,
        height=500,
        lane_count=2,
    )
    by = offsets(few, many)
    assert by.bottoms
    half = moved(many, by, 0.5)
    for old, now, new in zip(few.headers, half.headers, many.headers, strict=True):
        assert now.box.y == pytest.approx((old.box.y + new.box.y) / 2)
        assert now.box.bottom == pytest.approx((old.box.bottom + new.box.bottom) / 2)
    fold, moved_fold = many.folds[0], half.folds[0]
    assert moved_fold.box.y - fold.box.y == pytest.approx(by.bottoms[fold.lane] / 2)


def test_events_are_known_by_their_ids_where_the_columns_differ():
    old = picture([day(-19_000, "gone"), day(-18_000, "a" * 200), day(-17_990, "b" * 200)], VIEW)
    new = picture([day(-18_000, "a" * 200), day(-17_990, "b" * 200)], VIEW)
    ids = ["gone", "a", "b"]
    by = offsets(old, new, (ids, ["a", "b"]))
    assert by == offsets(old, new, (ids, TakenTexts(ids, np.array([1, 2]))))
    before, after = rows_of_items(old), rows_of_items(new)
    for row in (0, 1):
        assert by.events.get(row, 0.0) == pytest.approx(before[row + 1] - after[row])


def test_a_move_is_fast_at_first_and_then_settles():
    assert (eased(-1), eased(0), eased(1), eased(2)) == (0, 0, 1, 1)
    assert eased(0.3) > 0.6
