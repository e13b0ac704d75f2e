"""Relations as arcs: every one is drawn or counted, and their words lie on nothing that is read."""

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.timeline.build import (
    METRICS,
    WIDTHS,
    Happening,
    columns_from,
    day,
    happenings,
    lanes,
    measure,
    viewports,
)
from viewer.model.records import RELATIONS
from viewer.model.relations import Tie
from viewer.timeline.highlight import Arc, Point
from viewer.timeline.hit import Kind, hit
from viewer.timeline.place import Placer
from viewer.timeline.rect import Rect
from viewer.timeline.relations.arcs import arc_at, place_arcs
from viewer.timeline.relations.ties import MOST, ties_of
from viewer.timeline.scale import Scale
from viewer.timeline.scene import Scene
from viewer.timeline.viewport import Viewport

VIEW = Viewport(-20_000.0, 3650.0)
TIES = st.lists(
    st.builds(
        Tie, st.sampled_from(RELATIONS), st.integers(0, 45).map(lambda row: f"event-{row}"), st.booleans()
    ),
    max_size=14,
    unique=True,
)


def drawn(
    events: list[Happening],
    ties: list[Tie],
    viewport: Viewport = VIEW,
    width: float = 1000,
    selected: int = 0,
) -> tuple[Scene, tuple[Arc, ...]]:
    columns = columns_from(events)
    placer = Placer(columns, lanes(3), (), METRICS, measure)
    scene = placer.scene(viewport, width, 600, frozenset({selected}))
    found = ties_of(columns, selected, ties)
    return scene, place_arcs(scene, columns, viewport, found, METRICS, measure)


@settings(max_examples=150, deadline=None)
@given(happenings(most=40), TIES, viewports(), WIDTHS)
def test_words_of_arcs_overlap_no_other_words_and_no_mark(events, ties, viewport, width):
    if not events:
        return
    scene, arcs = drawn(events, ties, viewport, width)
    half = METRICS.mark / 2
    others = [label.box for label in scene.labels] + [fold.box for fold in scene.folds]
    others += [Rect(mark.x - half, mark.y - half, 2 * half, 2 * half) for mark in scene.marks]
    for arc in arcs:
        assert scene.plot.x <= arc.box.x
        assert arc.box.right <= scene.plot.right
        assert scene.plot.y <= arc.box.y
        assert arc.box.bottom <= scene.plot.bottom
        assert not any(arc.box.overlaps(other) for other in others)
    assert not any(one.box.overlaps(other.box) for one, other in combinations(arcs, 2))


@settings(max_examples=60, deadline=None)
@given(happenings(most=40), TIES)
def test_every_relation_is_drawn_or_counted(events, ties):
    if not events:
        return
    columns = columns_from(events)
    found = ties_of(columns, 0, ties)
    to_itself = sum(tie.event == "event-0" for tie in ties)
    assert len(found.drawn) + found.more + found.absent + to_itself == len(ties)
    assert len(found.drawn) <= MOST


def test_the_arrow_runs_from_what_came_first_to_what_followed():
    events = [day(-19_000, "a"), day(-18_000, "b"), day(-17_500, "c"), day(-17_000, "d")]
    _, arcs = drawn(
        events,
        [Tie("follows", "event-0", True), Tie("causes", "event-2", True), Tie("follows", "event-3", False)],
        selected=1,
    )
    said = {arc.event: (arc.text, arc.to_other) for arc in arcs}
    assert said == {0: ("followed by", False), 2: ("led to", True), 3: ("followed by", True)}


@pytest.mark.parametrize("kind", RELATIONS)
@pytest.mark.parametrize("sayer", [0, 1])
def test_a_word_reads_along_its_arrow_whichever_end_is_selected(kind, sayer):
    events = [day(-19_000, "a"), day(-17_500, "b")]

    def read(selected):
        tie = Tie(kind, f"event-{1 - selected}", outward=selected == sayer)
        _, (arc,) = drawn(events, [tie], selected=selected)
        ends = (selected, 1 - selected) if arc.to_other is not False else (1 - selected, selected)
        return (arc.word, None if arc.to_other is None else ends)

    other = 1 - sayer
    assert read(0) == read(1)
    wanted = {
        "follows": ("followed by", (other, sayer)),
        "causes": ("led to", (sayer, other)),
        "contradicts": ("contradicts", None),
        "part-of": ("part of", (sayer, other)),
    }
    assert read(0) == wanted[kind]


@pytest.mark.parametrize(
    ("kind", "outward", "text"),
    [
        ("follows", True, "‹ Far away  followed by"),
        ("follows", False, "‹ followed by  Far away"),
        ("part-of", True, "‹ part of  Far away"),
        ("part-of", False, "‹ Far away  part of"),
        ("contradicts", False, "‹ contradicts  Far away"),
    ],
)
def test_the_title_of_what_is_out_of_view_stands_in_the_order_of_the_arrow(kind, outward, text):
    events = [day(-40_000, "Far away"), day(-18_000, "here")]
    _, (arc,) = drawn(events, [Tie(kind, "event-0", outward)], selected=1)
    assert arc.text == text


def test_a_title_is_cut_on_its_arc_only_where_room_is_short():
    title = "Trotsky’s name and record disappear from history"
    events = [day(-40_000, title), day(-18_000, "here")]
    ties = [Tie("follows", "event-0", True)]
    assert drawn(events, ties, selected=1)[1][0].text == f"‹ {title}  followed by"
    (narrow,) = drawn(events, ties, selected=1, width=520)[1]
    assert "…" in narrow.text


@pytest.mark.parametrize(("other", "left"), [(-40_000, True), (5_000, False)])
def test_an_arc_to_what_is_out_of_view_ends_at_the_edge_with_its_title(other, left):
    events = sorted([day(-18_000, "here"), day(other, "Far away")], key=lambda event: event.start)
    selected = 1 if left else 0
    scene, (arc,) = drawn(events, [Tie("causes", f"event-{1 - selected}", True)], selected=selected)
    assert arc.beyond
    assert "led to" in arc.text
    assert "Far away" in arc.text
    distance = arc.box.x - scene.plot.x if left else scene.plot.right - arc.box.right
    assert distance == pytest.approx(4)
    assert arc.text.startswith("‹") is left


def test_an_arc_to_a_folded_event_ends_at_its_count_and_says_its_title():
    events = [day(-18_000 - 900, "here"), *(day(-18_000, f"crowd {at}" * 9) for at in range(60))]
    scene, arcs = drawn(events, [Tie("causes", f"event-{row}", True) for row in range(41, 61)])
    (fold,) = scene.folds
    folded = [arc for arc in arcs if arc.event not in (None, *scene.shown)]
    assert folded
    assert all("crowd" in arc.text for arc in folded)
    x = Scale(VIEW, scene.plot.width, scene.plot.x).pixel(-18_000)
    for arc in folded:
        assert arc.curve[3].x == pytest.approx(x, abs=2) or fold.box.x <= arc.curve[3].x <= fold.box.right
        assert fold.box.y - 3 <= arc.curve[3].y <= fold.box.bottom + 3
    assert arcs[-1].event is None
    assert arcs[-1].text.startswith("+")


def test_what_has_no_place_on_the_timeline_is_counted_and_no_cause_is_guessed():
    _, (note,) = drawn([day(-18_000)], [Tie("causes", "elsewhere", True)])
    assert note.text == "1 not on the timeline"


def test_contradictions_are_drawn_before_all_others():
    events = [day(-18_000 + at, f"{at}") for at in range(20)]
    ties = [Tie("follows", f"event-{row}", True) for row in range(1, 19)]
    found = ties_of(columns_from(events), 0, [*ties, Tie("contradicts", "event-19", False)])
    assert found.drawn[0].kind == "contradicts"
    assert (len(found.drawn), found.more) == (MOST, 19 - MOST)


def test_nothing_is_drawn_where_the_selected_event_is_out_of_view():
    events = [day(-18_000), day(9_000)]
    assert drawn(events, [Tie("causes", "event-0", True)], selected=1)[1] == ()


def test_the_pointer_finds_the_words_of_an_arc_before_anything_beneath():
    scene, (arc,) = drawn([day(-19_000), day(-17_500)], [Tie("causes", "event-1", True)])
    x, y = arc.box.x + 3, arc.box.y + 3
    found = hit(scene, x, y, arcs=(arc,))
    assert (found.kind, found.event, found.word) == (Kind.ARC, 1, "led to")
    assert arc_at((arc,), arc.box.right + 1, y) is None
    assert hit(scene, x, y).kind is not Kind.ARC


def test_an_arc_to_a_folded_event_ends_at_its_echo_in_another_lane_where_that_is_seen():
    columns = columns_from([day(-18_500), day(-18_000, lane=1), day(-18_000, lane=2)])
    columns = replace(columns, echo=np.array([False, False, True]))
    whole = Placer(columns, lanes(3), (), METRICS, measure).scene(VIEW, 1000, 600, frozenset({0}))
    found = ties_of(columns, 0, [Tie("causes", "event-1", True)])

    for scene, row in (
        (whole, 1),
        (replace(whole, marks=whole.marks.where(whole.marks.event != 1)), 2),
    ):
        (arc,) = place_arcs(scene, columns, VIEW, found, METRICS, measure)
        sign = next(mark for mark in scene.marks if mark.event == row)
        assert (arc.event, arc.text) == (row, "led to")
        assert abs(arc.curve[3].y - sign.y) <= METRICS.mark


@pytest.mark.parametrize("aside", [0.0, 3.0])
def test_the_pointer_finds_the_line_of_an_arc_where_nothing_else_lies(aside):
    scene, (arc,) = drawn([day(-19_000), day(-17_500, lane=2)], [Tie("causes", "event-1", True)])
    start, first, second, end = arc.curve
    at = [(a + 3 * b + 3 * c + d) / 8 for a, b, c, d in zip(start, first, second, end, strict=True)]

    found = hit(scene, at[0], at[1] - aside, arcs=(arc._replace(box=Rect(0, 0, 0, 0)),))

    assert (found.kind, found.event, found.word) == (Kind.ARC, 1, "led to")
    assert hit(scene, at[0], at[1] - 40, arcs=(arc,)).kind is not Kind.ARC


def test_a_sign_under_the_line_of_an_arc_is_found_before_it():
    scene, (arc,) = drawn([day(-19_000), day(-17_500)], [Tie("causes", "event-1", True)])
    mark = scene.marks[0]
    across = arc._replace(curve=(Point(0, mark.y),) * 2 + (Point(999, mark.y),) * 2, box=Rect(0, 0, 0, 0))
    assert hit(scene, mark.x, mark.y, arcs=(across,)).kind is Kind.MARK


@pytest.mark.parametrize(("seen", "selected", "word"), [((60, 250), 0, "below"), ((330, 600), 1, "above")])
def test_an_arc_to_a_lane_that_is_scrolled_away_ends_at_the_edge_and_says_where(seen, selected, word):
    columns = columns_from([day(-18_500, "Up there"), day(-18_000, "Down here", lane=2)])
    scene = Placer(columns, lanes(3), (), METRICS, measure).scene(VIEW, 1000, 600, frozenset({selected}))
    look = Rect(scene.plot.x, seen[0], scene.plot.width, seen[1] - seen[0])
    found = ties_of(columns, selected, [Tie("causes", f"event-{1 - selected}", True)])

    (arc,) = place_arcs(scene, columns, VIEW, found, METRICS, measure, look)

    other = columns.titles[1 - selected]
    assert arc.text == f"led to  {other}  ({word})"
    assert look.y <= arc.box.y
    assert arc.box.bottom <= look.bottom
    edge = look.bottom if word == "below" else look.y
    assert arc.curve[3].y == pytest.approx(edge, abs=3)
    hidden = ties_of(columns, 1 - selected, [Tie("causes", f"event-{selected}", False)])
    assert place_arcs(scene, columns, VIEW, hidden, METRICS, measure, look) == ()


@settings(max_examples=60, deadline=None)
@given(happenings(most=30), TIES, viewports(), st.floats(100, 500), st.floats(40, 300))
def test_words_of_arcs_stay_within_what_is_seen(events, ties, viewport, top, height):
    if not events:
        return
    columns = columns_from(events)
    scene = Placer(columns, lanes(3), (), METRICS, measure).scene(viewport, 1000, 700, frozenset({0}))
    look = Rect(scene.plot.x, top, scene.plot.width, height)
    for arc in place_arcs(scene, columns, viewport, ties_of(columns, 0, ties), METRICS, measure, look):
        assert look.y <= arc.box.y
        assert arc.box.bottom <= look.bottom
