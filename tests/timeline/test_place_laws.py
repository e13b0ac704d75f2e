"""Laws of every picture, whatever the events and the view."""

from collections import Counter
from itertools import combinations, islice, pairwise
from math import isfinite
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.timeline.build import (
    HEIGHTS,
    METRICS,
    WIDTHS,
    Happening,
    accounts,
    columns_from,
    day,
    happenings,
    item_boxes,
    measure,
    placer,
    rows_of_items,
    viewports,
)
from viewer.timeline.columns import Columns
from viewer.timeline.place import Placer
from viewer.timeline.rect import Rect
from viewer.timeline.rows.steps import coarsest, step_of
from viewer.timeline.rows.title_widths import role_of
from viewer.timeline.scene import Scene
from viewer.timeline.sight import Sight
from viewer.timeline.viewport import Viewport

LANES = 3


def scene_of(events: list[Happening], viewport: Viewport, width: float, height: float) -> Scene:
    return placer(events, LANES).scene(viewport, width, height)


@settings(max_examples=150, deadline=None)
@given(happenings(), viewports(), WIDTHS, HEIGHTS)
def test_nothing_overlaps_anything(events, viewport, width, height):
    assert_no_overlap(scene_of(events, viewport, width, height))


@settings(max_examples=150, deadline=None)
@given(happenings(), viewports(), WIDTHS, HEIGHTS)
def test_shown_and_folded_are_what_is_in_view_each_once_in_its_lane(events, viewport, width, height):
    keeper, columns = placer(events, LANES), columns_from(events)
    scene = keeper.scene(viewport, width, height)
    shown, pipped, folded = accounts(keeper, scene)
    drawn = Counter(item.event for item in (*scene.bars, *scene.marks))
    assert sorted((*shown, *pipped, *folded)) == rows_in_view(columns, viewport)
    assert scene.in_view == len(rows_in_view(columns, viewport))
    assert all(drawn[row] == 1 for row in scene.shown)
    assert all(columns.lane[item.event] == item.lane for item in (*scene.bars, *scene.marks, *scene.labels))
    for group in (*scene.pips, *scene.folds):
        assert {int(columns.lane[row]) for row in keeper.members(scene, group)} == {group.lane}


@settings(max_examples=100, deadline=None)
@given(happenings(), viewports(), WIDTHS, HEIGHTS)
def test_contested_and_found_events_are_never_folded(events, viewport, width, height):
    keeper, columns = placer(events, LANES), columns_from(events)
    scene = keeper.scene(viewport, width, height)
    _, pipped, folded = accounts(keeper, scene)
    assert not columns.contested[folded].any()
    assert columns.found.all() or not columns.found[folded].any()
    assert all(columns.contested[row] or columns.found[row] for row in pipped)
    for pip in scene.pips:
        assert pip.contested == columns.contested[pip.event]
        assert pip.event in keeper.members(scene, pip)
        assert scene.plot.x - 1e-6 <= pip.x <= scene.plot.right + 1e-6


@settings(max_examples=100, deadline=None)
@given(happenings(), viewports(), WIDTHS, HEIGHTS)
def test_the_rug_lies_where_something_is_folded_and_stays_in_the_plot(events, viewport, width, height):
    scene = scene_of(events, viewport, width, height)
    begun = {fold.lane for fold in scene.folds if not fold.before or fold.last > fold.first}
    rugs = scene.rugs
    assert begun >= set(rugs.lanes[rugs.of].tolist())
    assert all(0 < height <= 9 for height in rugs.heights)
    columns = list(zip(rugs.of.tolist(), rugs.xs, rugs.xs + rugs.widths, rugs.behind, strict=True))
    for (lane, _, end, _), (following, x, _, _) in pairwise(columns):
        assert lane < following or (lane == following and end <= x + 1e-6)
    for of, x, end, behind in columns:
        lies = [
            fold
            for fold in scene.folds
            if fold.lane == rugs.lanes[of] and x < fold.box.right and end > fold.box.x
        ]
        assert behind or not lies, "no column runs through a count"
        assert lies or not behind or end - x < 16, "only what a count touches is faint"


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
    assert chosen not in (*accounts(keeper, after)[1], *accounts(keeper, after)[2])
    rows_before, rows_after = rows_of_items(before), rows_of_items(after)
    for row in (rows_before.keys() & rows_after.keys()) - {chosen}:
        assert rows_before[row] == rows_after[row]
    assert everyone(keeper, before) == everyone(keeper, after)
    assert_no_overlap(after)


@pytest.mark.parametrize("seed", [4, 5])
def test_a_picture_is_the_same_whatever_was_looked_at_or_prepared_before(seed):
    chance, used = Random(seed), placer(crowd(seed), LANES)
    for _ in range(12):
        span = 10 ** chance.uniform(1, 4.5)
        viewport = Viewport(chance.gauss(-16_800, 3000) - span / 2, span)
        work = used.prepare(Sight(viewport.panned(span * chance.uniform(-1, 1)), 1200, 700))
        for _ in islice(work, chance.randint(0, 8)):
            pass
        assert used.scene(viewport, 1200, 700) == placer(crowd(seed), LANES).scene(viewport, 1200, 700)


def rows_in_view(columns: Columns, viewport: Viewport) -> list[int]:
    return [
        row
        for row in range(len(columns))
        if columns.start[row] < viewport.end and columns.end[row] > viewport.start
    ]


def everyone(keeper: Placer, scene: Scene) -> list[int]:
    return sorted(row for rows in accounts(keeper, scene) for row in rows)


def crowd(seed: int, count: int = 400) -> list[Happening]:
    """A crowd around 1924 as history has it: days, months, years, long states; one in eight contested."""
    chance = Random(seed)
    events = []
    for at in range(count):
        start = int(chance.gauss(-16_800, 3000))
        length = chance.choice([1, 1, 1, 30, 365, int(chance.lognormvariate(6, 1.2)) + 1])
        title = " ".join(
            chance.choices(
                ["Trotsky", "in", "exile", "of", "the", "congress", "สตาลิน"], k=chance.randint(1, 6)
            )
        )
        contested = chance.random() < 0.125
        core = None if length == 1 else (start, start)
        events.append(
            Happening(
                start, start + length, f"{title} {at}", at % LANES, chance.randint(1, 5), contested, core=core
            )
        )
    return events


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_crowd_seen_from_everywhere_breaks_no_law_with_or_without_a_selection(seed):
    chance, keeper = Random(seed), placer(crowd(seed), LANES)
    for _ in range(25):
        span = 10 ** chance.uniform(0.3, 4.8)
        viewport = Viewport(chance.gauss(-16_800, 4000) - span / 2, span)
        before = keeper.scene(viewport, chance.choice([800, 1600]), 700)
        assert_no_overlap(before)
        folded = accounts(keeper, before)[2]
        if not folded:
            continue
        chosen = chance.choice(folded)
        after = keeper.scene(viewport, before.width, 700, frozenset({chosen}))
        assert_no_overlap(after)
        assert chosen in after.shown
        assert everyone(keeper, after) == everyone(keeper, before)
        rows_before, rows_after = rows_of_items(before), rows_of_items(after)
        assert all(rows_before[row] == rows_after[row] for row in rows_before.keys() & rows_after.keys())


def assert_no_overlap(scene: Scene) -> None:
    boxes = sorted(item_boxes(scene), key=lambda pair: pair[1].x)
    for at, (owner, box) in enumerate(boxes):
        inner = Rect(box.x + 0.01, box.y, box.width - 0.02, box.height)
        for other_owner, other_box in boxes[at + 1 :]:
            if other_box.x >= box.right:
                break
            assert (
                owner == other_owner
                or not box.height
                or not other_box.height
                or not inner.overlaps(other_box)
            )


@pytest.mark.parametrize("offset", range(0, 4000, 250))
def test_no_title_hides_an_event_of_the_first_rank_however_near_or_far_it_is_seen_from(offset):
    before = [day(-24_000 + 150 * at + offset, "A long title " * 3, rank=1) for at in range(6)]
    keeper = placer([*before, day(-19_400 + offset, "Seen", rank=1)])
    for halvings in range(28):
        span = 60_000 / 2 ** (halvings / 4)
        scene = keeper.scene(Viewport(-19_400 + offset - span / 2, span), 1000, 190)
        assert len(before) in scene.shown


@settings(max_examples=100, deadline=None)
@given(happenings(), viewports(), WIDTHS)
def test_a_title_never_stands_in_view_without_its_sign(events, viewport, width):
    scene = scene_of(events, viewport, width, 600)
    signs = {mark.event: mark.x for mark in scene.marks}
    bars = {bar.event: bar.box for bar in scene.bars}
    for label in scene.labels:
        assert label.event in bars or signs[label.event] > scene.plot.x - 12.0
        assert label.inside or label.box.x > scene.plot.x


@settings(max_examples=100, deadline=None)
@given(happenings(), viewports(), st.floats(1.0, 1.4))
def test_within_a_scale_step_zooming_in_takes_no_word_away(events, viewport, factor):
    keeper, width = placer(events, LANES), 1000 - METRICS.header_width
    coarse = width / coarsest(step_of(width / viewport.span)) * (1 - 1e-9)
    far = Viewport(viewport.start, coarse)
    near = far.zoomed_at(0.5, coarse / factor)
    before = {label.event: label for label in keeper.scene(far, 1000, 600).labels}
    after = {label.event: label for label in keeper.scene(near, 1000, 600).labels}
    for event in before.keys() & after.keys():
        assert len(after[event].text.rstrip("…")) >= len(before[event].text.rstrip("…"))
        assert after[event].date or not before[event].date


def test_a_title_that_was_cut_at_the_coarsest_scale_is_whole_where_a_larger_one_leaves_it_room():
    events = [day(-19_000, "First congress"), day(-19_000 + 350, "Second", rank=1)]
    keeper = placer(events)
    days = (1000 - METRICS.header_width) / coarsest(-3) * (1 - 1e-9)
    cut, whole = (
        {label.event: label.text for label in keeper.scene(Viewport(-19_100.0, span), 1000, 130).labels}
        for span in (days, days / 1.4)
    )
    assert cut[0].endswith("…")
    assert whole[0] == "First congress"
