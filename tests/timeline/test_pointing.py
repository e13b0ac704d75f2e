"""What the pointer finds: in the picture, in the overview; and the strip of evidence."""

import re
from collections import Counter
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.timeline.build import (
    WIDTHS,
    Happening,
    columns_from,
    day,
    happenings,
    lanes,
    measure,
    picture,
    placer,
    viewports,
)
from viewer.model.calendar import Calendar
from viewer.model.dates import parse_edtf
from viewer.timeline.at_once import all_at_once
from viewer.timeline.evidence import Claim, place_evidence
from viewer.timeline.hit import Kind, hit
from viewer.timeline.movement.fit import fit_all, middle
from viewer.timeline.overview import BIN, OverviewScene, Part, overview_steps, part_at, with_window
from viewer.timeline.rect import Rect
from viewer.timeline.scale import Scale
from viewer.timeline.viewport import Viewport

VIEW = Viewport(-20_000.0, 3650.0)


@settings(max_examples=60, deadline=None)
@given(happenings(most=25), viewports(), WIDTHS)
def test_the_pointer_finds_what_is_drawn_under_it(events, viewport, width):
    scene = placer(events, 3).scene(viewport, width, 600)
    for mark in scene.marks:
        if scene.plot.contains(mark.x, mark.y):
            assert hit(scene, mark.x, mark.y).event == mark.event
    for label in scene.labels:
        x, y = label.box.x + label.box.width / 2, label.box.y + label.box.height / 2
        if scene.plot.contains(x, y):
            assert hit(scene, x, y).event == label.event
    for fold in scene.folds:
        x, y = fold.box.x + fold.box.width / 2, fold.box.y + fold.box.height / 2
        if scene.plot.contains(x, y):
            assert hit(scene, x, y).fold == fold


def test_a_few_pixels_beside_a_mark_still_find_it_and_far_away_does_not():
    scene = picture([day(-18_000, "")], VIEW)
    (mark,) = scene.marks
    assert hit(scene, mark.x + 9, mark.y).event == 0
    assert hit(scene, mark.x + 40, mark.y).kind is Kind.NOTHING


@settings(max_examples=60, deadline=None)
@given(happenings(most=60), viewports(), st.floats(0, 1200), st.floats(0, 700))
def test_an_event_is_hit_where_its_record_is_the_nearest(events, viewport, x, y):
    scene = picture(events, viewport)
    boxes = [Rect(mark.x - 5, mark.y - 5, 10, 10) for mark in scene.marks]
    boxes += [Rect(pip.x - 1, pip.top, 2, pip.bottom - pip.top) for pip in scene.pips]
    boxes += [record.box for record in (*scene.labels, *scene.bars, *scene.folds)]
    far = min((max(b.x - x, x - b.right, b.y - y, y - b.bottom, 0.0) for b in boxes), default=99.0)
    found = hit(scene, x, y)
    if scene.plot.contains(x, y):
        assert (found.event is not None or found.fold is not None) == (far <= 6.0)


def test_axis_evidence_and_headers_are_told_apart():
    scene = picture([day(-18_000)], VIEW, lane_count=2)
    assert hit(scene, scene.plot.x + 5, scene.axis.y + 5).kind is Kind.AXIS
    assert hit(scene, scene.plot.x + 5, scene.evidence.y + 5).kind is Kind.EVIDENCE
    header = scene.headers[1]
    found = hit(scene, 5, header.box.y + 5)
    assert (found.kind, found.lane) == (Kind.HEADER, 1)


@settings(max_examples=60, deadline=None)
@given(happenings(most=60), WIDTHS, st.sampled_from([3, 40]))
def test_the_overview_counts_every_event_once(events, width, number):
    columns = columns_from(events)
    whole, all_lanes = fit_all(columns), lanes(number)
    scene = all_at_once(overview_steps(columns, all_lanes, whole, whole, width, 58, measure))
    assert sum(density.count for density in scene.densities) == len(columns)
    for lane in range(3):
        counted = sum(
            density.count for density in scene.densities if density.colour == all_lanes[lane].colour
        )
        assert counted == int(np.sum(columns.lane == lane))
    for density in scene.densities:
        assert 0 <= density.box.y <= density.box.bottom <= scene.height
    assert all(0 <= x <= width for x in scene.contested)
    labels = sorted(scene.labels, key=lambda label: label.x)
    assert all(one.x + one.width < other.x for one, other in pairwise(labels))


@settings(max_examples=60, deadline=None)
@given(happenings(most=60), WIDTHS, st.sampled_from([3, 40]))
def test_every_column_of_the_overview_counts_the_events_whose_middle_lies_in_it(events, width, number):
    columns = columns_from(events)
    whole, all_lanes = fit_all(columns), lanes(number)
    scene = all_at_once(overview_steps(columns, all_lanes, whole, whole, width, 58, measure))
    scale = Scale(whole, width)
    wanted = Counter()
    ticks = set()
    for row in range(len(columns)):
        x = min(max((middle(columns, row) - whole.start) * scale.pixels_per_day, 0.0), width - 0.5)
        wanted[int(x / BIN), all_lanes[int(columns.lane[row])].colour] += 1
        if columns.contested[row]:
            ticks.add(float(round(x)))
    counted = {(round(density.box.x / BIN), density.colour): density.count for density in scene.densities}
    assert counted == wanted
    assert set(scene.contested) == ticks


@settings(max_examples=60, deadline=None)
@given(st.integers(-30_000, 20_000), st.integers(10, 5000), WIDTHS)
def test_the_overview_tells_the_year_of_its_days_and_months(start, span, width):
    scene = overview(VIEW, Viewport(float(start), float(span)), width)
    labels = sorted(scene.labels, key=lambda label: label.x)
    told = [label for label in labels if re.search(r"\d{4}", label.text)]
    assert told or len(labels) < 2
    assert all(one.x + one.width < other.x for one, other in pairwise(labels))
    assert all(label.x + label.width <= width for label in told)


@given(viewports(), viewports())
def test_an_overview_whose_window_moved_is_the_overview_of_that_view(before, after):
    moved = with_window(overview(before), VIEW, after)
    assert moved == overview(after)


def overview(viewport: Viewport, whole: Viewport = VIEW, width: float = 1000) -> OverviewScene:
    columns = columns_from([day(-19_000)])
    return all_at_once(overview_steps(columns, lanes(1), whole, viewport, width, 58, measure))


@pytest.mark.parametrize(
    ("x", "part"),
    [(300, Part.LEFT_EDGE), (296, Part.LEFT_EDGE), (350, Part.INSIDE), (400, Part.RIGHT_EDGE), (404, Part.RIGHT_EDGE),
     (280, Part.OUTSIDE), (420, Part.OUTSIDE)],
)  # fmt: skip
def test_edges_and_inside_of_the_window_are_told_apart(x, part):
    scene = overview(Viewport(VIEW.start + 0.3 * VIEW.span, 0.1 * VIEW.span))
    assert part_at(scene, x, 30) is part


@settings(max_examples=60, deadline=None)
@given(viewports())
def test_the_window_of_the_overview_can_always_be_taken_hold_of(viewport):
    scene = overview(viewport)
    assert scene.window.x >= 0
    assert scene.window.right <= 1000.001
    assert scene.window.width >= 6
    assert part_at(scene, scene.window.x + scene.window.width / 2, 20) is Part.INSIDE


CLAIMS = (
    Claim("Czech account", "blue", parse_edtf("1929-02", Calendar.GREGORIAN)),
    Claim("Thai life", "ochre", parse_edtf("1929-01-20", Calendar.GREGORIAN)),
)


def test_each_source_has_a_ghost_to_scale_and_a_bracket_spans_what_differs():
    scene = picture([day(-14_957)], Viewport(-15_000.0, 100.0))
    scale = Scale(Viewport(-15_000.0, 100.0), scene.plot.width, scene.plot.x)
    (thai, czech), bracket = place_evidence(scene, Viewport(-15_000.0, 100.0), CLAIMS, measure)
    assert (thai.source, czech.source) == ("Thai life", "Czech account")
    assert thai.box.width == pytest.approx(scale.pixels_per_day)
    assert czech.box.width == pytest.approx(28 * scale.pixels_per_day)
    assert bracket is not None
    assert (bracket.x, bracket.right) == (pytest.approx(thai.box.x), pytest.approx(czech.box.right))
    assert scene.evidence.y <= thai.box.y < czech.box.bottom <= scene.evidence.bottom


def test_sources_that_agree_have_no_bracket():
    scene = picture([], VIEW)
    ghosts, bracket = place_evidence(scene, VIEW, (CLAIMS[0], CLAIMS[0]), measure)
    assert len(ghosts) == 2
    assert bracket is None


@settings(max_examples=100, deadline=None)
@given(viewports(), WIDTHS)
def test_words_of_the_evidence_stay_in_the_strip_and_never_meet(viewport, width):
    scene = picture([], viewport, width)
    ghosts, _ = place_evidence(scene, viewport, CLAIMS, measure)
    stretches = [
        (ghost.box.y, ghost.label_x, ghost.label_x + measure(f"{ghost.source}  {ghost.text}", "date"))
        for ghost in ghosts
        if ghost.text
    ]
    for _, left, right in stretches:
        assert scene.evidence.x <= left
        assert right <= scene.evidence.right + 1e-6
    assert stretches[0][0] != stretches[-1][0] or len(stretches) < 2 or stretches[0][2] <= stretches[1][1]


def test_selecting_changes_no_row():
    events = [Happening(-19_000 + at * 50, -18_990 + at * 50, "Congress") for at in range(8)]
    keeper = placer(events)
    assert keeper.scene(VIEW, 1000, 600) == keeper.scene(VIEW, 1000, 600, frozenset({3}))
