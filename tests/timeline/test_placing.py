"""How single events are placed."""

import pytest

from tests.timeline.build import (
    METRICS,
    YEAR,
    Happening,
    accounts,
    columns_from,
    day,
    lanes,
    measure,
    picture,
    placer,
    rows_of_items,
)
from viewer.model.calendar import Calendar
from viewer.model.dates import parse_edtf
from viewer.model.records import Era
from viewer.model.words import LocalText
from viewer.timeline.columns import UNBOUNDED, span_of
from viewer.timeline.movement.fit import fit_all
from viewer.timeline.place import place
from viewer.timeline.rows.steps import coarsest
from viewer.timeline.scale import Scale
from viewer.timeline.viewport import Viewport

TEN_YEARS = Viewport(-20_000.0, 10 * YEAR)


def test_a_day_is_a_mark_with_its_title_and_date_to_the_right():
    scene = picture([day(-19_000, "Congress", date="24 Dec 1917")], TEN_YEARS)
    (mark,), (label,) = scene.marks, scene.labels
    assert mark.x == pytest.approx(Scale(TEN_YEARS, scene.plot.width, scene.plot.x).pixel(-18_999.5))
    assert label.box.x == pytest.approx(mark.x + METRICS.mark / 2 + METRICS.label_gap)
    assert (label.text, label.date, label.inside) == ("Congress", "24 Dec 1917", False)
    assert label.box.y < mark.y < label.box.bottom
    assert label.date_x == pytest.approx(label.box.x + 8 * 8 + METRICS.title_date_gap)


def test_a_year_is_a_bar_as_wide_as_its_year_with_nothing_certain():
    scene = picture([Happening(-19_000, -18_635, "", core=(-19_000, -19_000))], TEN_YEARS)
    (bar,) = scene.bars
    assert bar.box.width == pytest.approx(365 / (10 * YEAR) * scene.plot.width)
    assert bar.core_x == bar.core_right


def test_the_core_of_a_bar_is_to_scale():
    scene = picture([Happening(-19_000, -18_000, "War", core=(-18_800, -18_100))], TEN_YEARS)
    (bar,) = scene.bars
    assert (bar.core_x - bar.box.x) / bar.box.width == pytest.approx(0.2)
    assert (bar.core_right - bar.box.x) / bar.box.width == pytest.approx(0.9)


def test_the_title_of_a_long_bar_stays_in_view_while_panning():
    keeper = placer([Happening(-30_000, -10_000, "Exile")])
    for start in (-31_000, -25_000, -14_000):
        scene = keeper.scene(Viewport(float(start), 10 * YEAR), 1000, 600)
        (label,) = scene.labels
        assert label.inside
        assert scene.plot.x <= label.box.x
        assert label.box.right <= scene.plot.right


@pytest.mark.parametrize("ahead", [-9000, -30, 0, 3, 10])
def test_the_title_of_a_bar_begins_behind_the_sign_that_it_began_before_the_view(ahead):
    start = TEN_YEARS.start
    scene = picture([Happening(int(start) + ahead, int(start) + 3000, "Exile")], TEN_YEARS)
    (bar,), (label,) = scene.bars, scene.labels
    assert label.inside
    assert label.box.x >= max(scene.plot.x + METRICS.sign_room, bar.box.x) + METRICS.bar_padding


def test_an_open_bar_reaches_the_edge_and_says_so():
    scene = picture([Happening(-19_000, UNBOUNDED, "Goes on")], TEN_YEARS)
    (bar,) = scene.bars
    assert bar.box.right > scene.plot.right
    assert bar.open_right
    assert not bar.open_left


def test_a_mark_that_left_takes_its_label_along():
    keeper = placer([day(-19_990, "A title of some length")])
    assert keeper.scene(TEN_YEARS, 1000, 600).shown == {0}
    later = keeper.scene(TEN_YEARS.panned(80), 1000, 600)
    assert later.shown == frozenset()
    assert later.folded == 0
    assert not later.labels


def test_rank_decides_who_is_folded():
    crowd = [day(-19_000 + at, "Of little weight", rank=5) for at in range(30)]
    scene = picture([*crowd, day(-18_985, "Of weight", rank=1)], TEN_YEARS, height=300)
    assert "Of weight" in {label.text for label in scene.labels}
    assert scene.folded


def test_a_contested_event_is_seen_in_a_crowd_of_heavier_ones():
    crowd = [day(-19_000 + at, "Of weight", rank=1) for at in range(200)]
    scene = picture([*crowd, day(-18_900, "Disputed", rank=5, contested=True)], TEN_YEARS, height=250)
    assert any(mark.contested for mark in scene.marks)


def test_the_date_is_dropped_before_the_title_and_the_title_cut_before_the_fold():
    # The coarsest scale of a step: at a larger one there may be more room than rows were assigned for.
    span = Viewport(-19_100.0, (1000 - METRICS.header_width) / coarsest(-3) * (1 - 1e-9))

    def first_label(gap_days: int) -> tuple[str, str, int]:
        events = [day(-19_000, "First congress"), day(-19_000 + gap_days, "Second", rank=1)]
        scene = picture(events, span, height=130)
        labels = {label.event: label for label in scene.labels}
        return (labels[0].text, labels[0].date, scene.folded) if 0 in labels else ("", "", scene.folded)

    assert first_label(520) == ("First congress", "1917", 0)
    assert first_label(420) == ("First congress", "", 0)
    text, date, folded = first_label(350)
    assert (text[-1], date, folded) == ("…", "", 0)
    assert first_label(120) == ("", "", 1)


def test_a_bar_over_the_whole_view_leaves_the_lane_to_others():
    bars = [Happening(-300_000, 300_000 + at, f"Age {at}", rank=1) for at in range(9)]
    marks = [day(-19_500 + 300 * at, "Congress", rank=5) for at in range(4)]
    scene = picture([*bars, *marks], TEN_YEARS, height=300)
    assert len(scene.marks) == 4
    assert scene.bars


def test_a_window_too_low_for_rows_folds_what_is_calm_and_gives_pips_to_what_is_contested():
    scene = picture([day(-19_000, contested=True), day(-18_000)], TEN_YEARS, height=120)
    assert [fold.number for fold in scene.folds] == [1]
    assert [(pip.event, pip.number, pip.contested) for pip in scene.pips] == [(0, 1, True)]


@pytest.mark.parametrize("size", [(1, 1), (0, 0), (40, 2000), (3000, 10)])
def test_any_size_has_a_picture(size):
    scene = picture([day(-19_000), Happening(-19_500, -18_500)], TEN_YEARS, *size, lane_count=3)
    assert len(scene.shown) + scene.folded == scene.in_view == 2


def test_no_events_make_an_empty_picture_with_lanes_and_axis():
    scene = picture([], TEN_YEARS, lane_count=2)
    assert len(scene.headers) == 2
    assert scene.ticks
    assert not scene.shown


def test_selecting_a_folded_event_shows_it_and_keeps_the_contested():
    crowd = [day(-19_000 + 3 * at, "Disputed" if at < 2 else "Plain", contested=at < 2) for at in range(40)]
    keeper = placer(crowd)
    before = keeper.scene(TEN_YEARS, 1000, 200)
    chosen = max(accounts(keeper, before)[2])
    after = keeper.scene(TEN_YEARS, 1000, 200, frozenset({chosen}))
    assert chosen in after.shown
    assert {row for row in before.shown if row < 2} <= after.shown
    assert all(rows_of_items(before)[row] == rows_of_items(after)[row] for row in before.shown & after.shown)


def test_folds_keep_their_place_while_panning():
    keeper = placer([day(-19_000 + at % 7 * 60, "Congress") for at in range(60)])
    before = keeper.scene(TEN_YEARS, 1000, 200)
    after = keeper.scene(TEN_YEARS.panned(100), 1000, 200)
    shift = 100 / TEN_YEARS.span * before.plot.width
    moved = {(fold.number, round(fold.box.x - shift, 3)) for fold in before.folds}
    assert before.folds
    assert moved == {(fold.number, round(fold.box.x, 3)) for fold in after.folds}


def test_eras_lie_behind_with_titles_that_stay_in_view_and_never_meet():
    eras = [
        Era(name, LocalText((("en", name),)), parse_edtf(text, Calendar.GREGORIAN))
        for name, text in (
            ("Empire of all Russia", "1721/1917-03-15"),
            ("Civil war", "1917-03-15/1922"),
            ("After", "1922/.."),
        )
    ]
    start = -19_700.0
    scene = place(columns_from([]), lanes(1), eras, Viewport(start, 4 * YEAR), 1000, 600, METRICS, measure)
    assert [band.title for band in scene.bands] == ["Empire of all Russia", "Civil war"]
    assert scene.bands[0].title_x >= scene.plot.x
    assert scene.bands[0].title_x + 8 * 20 < scene.bands[1].title_x


def test_a_title_of_an_export_stands_above_the_axis():
    scene = place(
        columns_from([]), lanes(1), (), TEN_YEARS, 1000, 600, METRICS, measure, title="1917 to 1924"
    )
    assert scene.title == "1917 to 1924"
    assert scene.title_box.bottom == scene.axis.y


@pytest.mark.parametrize(
    ("text", "start", "core", "end"),
    [
        ("1970-01-02", 1, (1, 2), 2),
        ("1970", 0, (0, 0), 365),
        ("1969/1970", -365, (-1, 1), 365),
        ("1970-01-02/..", 1, (1, UNBOUNDED), UNBOUNDED),
        ("1970-01-02/", 1, (1, 2), UNBOUNDED),
        ("../1970-01-02", -UNBOUNDED, (-UNBOUNDED, 2), 2),
    ],
)
def test_a_date_becomes_a_half_open_span_with_a_certain_core(text, start, core, end):
    first, core_first, core_last, last = span_of(parse_edtf(text, Calendar.GREGORIAN))
    assert (first, last) == (start, end)
    assert (core_first, core_last) == core or (core_first >= core_last and core[0] >= core[1])


def test_billions_of_years_and_two_events_a_day_apart_fit_one_view_and_can_be_zoomed_apart():
    events = [day(-5_000_000_000_000, "Beginning"), day(-19_000, "Eve"), day(-18_999, "Morrow")]
    keeper, viewport = placer(events), fit_all(columns_from(events))
    assert [sorted(rows) for rows in accounts(keeper, keeper.scene(viewport, 1600, 600))] == [
        [0, 1, 2],
        [],
        [],
    ]
    while viewport.span > 30:
        viewport = viewport.zoomed(1.6, -18_999.0)
        scene = keeper.scene(viewport, 1600, 600)
        assert {1, 2} <= {row for rows in accounts(keeper, scene) for row in rows}
        assert len(scene.ticks) <= 400
    places = {mark.event: mark.x for mark in scene.marks} | {bar.event: bar.box.x for bar in scene.bars}
    assert places[2] - places[1] == pytest.approx(Scale(viewport, scene.plot.width).pixels_per_day)


def test_events_of_rank_1_keep_their_signs_where_titles_would_cover_them():
    foremost = [day(-19_000 + 60 * at, "A title that is rather long", rank=1) for at in range(8)]
    scene = picture(foremost, TEN_YEARS, height=170)
    assert scene.shown == set(range(8))


def test_a_selected_event_has_its_title_where_only_calm_neighbours_lose_theirs():
    crowd = [day(-19_000 + 4 * at, f"A title of some length {at}", rank=3) for at in range(60)]
    keeper = placer(crowd)
    before = keeper.scene(TEN_YEARS, 1000, 160)
    chosen = accounts(keeper, before)[2][-1]
    after = keeper.scene(TEN_YEARS, 1000, 160, frozenset({chosen}))
    assert any(label.event == chosen and label.text == crowd[chosen].title for label in after.labels)


def test_a_selected_event_without_a_title_gets_it_in_the_row_it_has():
    foremost = [day(-19_000 + 80 * at, "A title that is rather long", rank=1) for at in range(6)]
    keeper = placer(foremost)
    before = keeper.scene(TEN_YEARS, 1000, 170)
    titled = {label.event for label in before.labels}
    bare = next(mark.event for mark in before.marks if mark.event not in titled)
    after = keeper.scene(TEN_YEARS, 1000, 170, frozenset({bare}))
    assert rows_of_items(after)[bare] == rows_of_items(before)[bare]
    assert any(label.event == bare for label in after.labels)


@pytest.mark.parametrize("length", [1, 4000])
def test_several_pinned_events_of_one_day_leave_each_other_their_rows(length):
    events = [Happening(-19_000, -19_000 + length, f"Of that day {at}", rank=5) for at in range(60)]
    keeper = placer(events)
    pinned = frozenset({20, 30, 40})
    assert pinned <= keeper.scene(TEN_YEARS, 1000, 400, pinned).shown
