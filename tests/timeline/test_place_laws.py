"""Laws of every picture, whatever the events and the view."""

from collections import Counter
from itertools import combinations
from math import isfinite

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.timeline.build import (
    HEIGHTS,
    WIDTHS,
    Happening,
    columns_from,
    happenings,
    item_boxes,
    measure,
    placer,
    rows_of_items,
    viewports,
)
from viewer.timeline.bodies import role_of
from viewer.timeline.scene import Rect, Scene
from viewer.timeline.viewport import Viewport

LANES = 3


def scene_of(events: list[Happening], viewport: Viewport, width: float, height: float) -> Scene:
    return placer(events, LANES).scene(viewport, width, height)


@settings(max_examples=150, deadline=None)
@given(happenings(), viewports(), WIDTHS, HEIGHTS)
def test_nothing_overlaps_anything(events, viewport, width, height):
    scene = scene_of(events, viewport, width, height)
    for (owner, box), (other_owner, other_box) in combinations(item_boxes(scene), 2):
        if owner != other_owner and box.height > 0 and other_box.height > 0:
            inner = Rect(box.x + 0.01, box.y, box.width - 0.02, box.height)
            assert not inner.overlaps(other_box), (owner, box, other_owner, other_box)


@settings(max_examples=150, deadline=None)
@given(happenings(), viewports(), WIDTHS, HEIGHTS)
def test_shown_and_folded_are_what_is_in_view_each_once_in_its_lane(events, viewport, width, height):
    scene = scene_of(events, viewport, width, height)
    columns = columns_from(events)
    in_view = {
        row
        for row in range(len(columns))
        if columns.start[row] < viewport.end and columns.end[row] > viewport.start
    }
    drawn = Counter(item.event for item in (*scene.bars, *scene.marks))
    in_folds = Counter(row for fold in scene.folds for row in fold.events)
    assert scene.shown | scene.folded == in_view
    assert not scene.shown & scene.folded
    assert all(drawn[row] == 1 for row in scene.shown)
    assert in_folds == Counter(scene.folded)
    assert all(columns.lane[row] == fold.lane for fold in scene.folds for row in fold.events)
    assert all(columns.lane[item.event] == item.lane for item in (*scene.bars, *scene.marks, *scene.labels))


@settings(max_examples=100, deadline=None)
@given(happenings(), viewports(), WIDTHS, HEIGHTS)
def test_a_fold_says_whether_it_hides_what_is_contested(events, viewport, width, height):
    columns = columns_from(events)
    for fold in scene_of(events, viewport, width, height).folds:
        assert fold.contested == any(columns.contested[row] for row in fold.events)


@settings(max_examples=100, deadline=None)
@given(happenings(), viewports(), WIDTHS, HEIGHTS)
def test_everything_is_finite_near_the_picture_and_of_no_negative_size(events, viewport, width, height):
    scene = scene_of(events, viewport, width, height)
    boxes = [box for _, box in item_boxes(scene)]
    boxes += [scene.plot, scene.axis, scene.evidence, *(header.box for header in scene.headers)]
    for box in boxes:
        assert all(isfinite(value) for value in (box.x, box.y, box.width, box.height))
        assert box.width >= 0
        assert box.height >= 0
    for bar in scene.bars:
        assert scene.plot.x - 100 <= bar.box.x <= bar.core_x <= bar.core_right <= bar.box.right + 1e-6
        assert bar.box.right <= scene.plot.right + 100


@settings(max_examples=100, deadline=None)
@given(happenings(), viewports(), WIDTHS, HEIGHTS)
def test_items_lie_in_their_lane_and_folds_in_the_plot(events, viewport, width, height):
    scene = scene_of(events, viewport, width, height)
    headers = {header.lane: header.box for header in scene.headers}
    for item in (*scene.bars, *scene.labels, *scene.folds):
        assert headers[item.lane].y <= item.box.y + 1e-6
        assert item.box.bottom <= headers[item.lane].bottom + 1e-6
    for fold in scene.folds:
        assert scene.plot.x - 1e-6 <= fold.box.x
        assert fold.box.right <= scene.plot.right + 1e-6
    for one, other in combinations(scene.headers, 2):
        assert not one.box.overlaps(other.box)


@settings(max_examples=100, deadline=None)
@given(happenings(), viewports(), WIDTHS, st.floats(-1.5, 1.5))
def test_panning_keeps_rows_and_shown_labels(events, viewport, width, share):
    keeper = placer(events, LANES)
    before = keeper.scene(viewport, width, 600)
    after = keeper.scene(viewport.panned(share * viewport.span), width, 600)
    rows_before, rows_after = rows_of_items(before), rows_of_items(after)
    for row in rows_before.keys() & rows_after.keys():
        assert rows_before[row] == rows_after[row]
    labelled = {label.event: label for label in after.labels}
    for label in before.labels:
        moved = label.box.x - share * before.plot.width
        if not label.inside and moved > after.plot.x + 1 and moved + label.box.width < after.plot.right - 1:
            assert labelled[label.event].text == label.text


@settings(max_examples=100, deadline=None)
@given(happenings(), viewports(), WIDTHS)
def test_a_title_is_whole_or_ends_with_an_ellipsis_and_fits_its_box(events, viewport, width):
    columns = columns_from(events)
    for label in scene_of(events, viewport, width, 600).labels:
        title = columns.titles[label.event].strip()
        assert label.text == title or (label.text[-1] == "…" and title.startswith(label.text[:-1]))
        dated = 6 + measure(label.date, "date") if label.date else 0
        assert abs(measure(label.text, role_of(label.rank)) + dated - label.box.width) < 1e-6


@settings(max_examples=60, deadline=None)
@given(happenings(most=30), viewports(), st.data())
def test_a_pinned_event_is_seen_and_nobody_else_moves(events, viewport, data):
    if not events:
        return
    keeper = placer(events, LANES)
    before = keeper.scene(viewport, 1000, 600)
    chosen = data.draw(st.integers(0, len(events) - 1))
    after = keeper.scene(viewport, 1000, 600, frozenset({chosen}))
    assert chosen not in after.folded
    rows_before, rows_after = rows_of_items(before), rows_of_items(after)
    for row in (rows_before.keys() & rows_after.keys()) - {chosen}:
        assert rows_before[row] == rows_after[row]
    assert before.shown | before.folded == after.shown | after.folded
    for (owner, box), (other_owner, other_box) in combinations(item_boxes(after), 2):
        if owner != other_owner:
            inner = Rect(box.x + 0.01, box.y, box.width - 0.02, box.height)
            assert not inner.overlaps(other_box)
