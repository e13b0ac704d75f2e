"""A picture that is laid out bit by bit is the one that is placed at once."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.timeline.build import METRICS, day, happenings, measure, placer, rows_of_items, viewports
from viewer.timeline.rows.packing import Packing
from viewer.timeline.rows.pinning import Pinning
from viewer.timeline.rows.stock import Stock, seats_of, stock_of, stock_where
from viewer.timeline.rows.tiles import Tiles
from viewer.timeline.rows.title_widths import TitleWidths
from viewer.timeline.sight import Sight
from viewer.timeline.strips.binned import binned
from viewer.timeline.viewport import Viewport

LANES = 20
SIZE = 1000.0, 900.0
CROWD = [day(at % 900 * 7, f"Event {at}", lane=at % LANES, contested=at % 9 == 0) for at in range(4000)]
VIEW = Viewport(1000.0, 2500.0)
WHOLE = Sight(VIEW, *SIZE)
TOP = [(0.0, 300.0)]


@pytest.mark.parametrize("pinned", [frozenset(), frozenset({700}), frozenset({3999}), frozenset({700, 701})])
@pytest.mark.parametrize("seen", [None, TOP])
def test_once_all_is_filled_nothing_is_left_to_do_and_the_picture_is_the_same(pinned, seen):
    used, sight = placer(CROWD, LANES), Sight(VIEW, *SIZE, pinned, seen)
    assert used.cost(sight) > 0
    for _ in used.fill(sight):
        pass
    assert used.cost(sight) == 0
    assert used.picture(sight) == placer(CROWD, LANES).picture(sight)


def test_a_bare_picture_is_the_picture_without_its_events_and_nothing_is_filled_for_it():
    used = placer(CROWD, LANES)
    cost, bare = used.cost(WHOLE), used.picture(WHOLE, bare=True)
    assert used.cost(WHOLE) == cost > 0
    scene = used.picture(WHOLE)
    assert rows_of_items(scene)
    none = {name: getattr(bare, name) for name in ("bars", "marks", "labels", "folds", "pips", "rugs")}
    assert not any(map(len, none.values()))
    assert bare == replace(scene, shown=frozenset(), **none)


def test_the_more_is_filled_the_less_is_left_to_do():
    used = placer(CROWD, LANES)
    left = [used.cost(WHOLE), *(used.cost(WHOLE) for _ in used.fill(WHOLE))]
    assert left == sorted(left, reverse=True)
    assert left[0] > left[-1] == 0


def test_no_step_gives_rows_to_more_than_one_lane_of_a_tile(monkeypatch):
    packed, given_rows = Packing.packed, []
    monkeypatch.setattr(Packing, "packed", lambda *one: given_rows.append(one) or packed(*one))
    reached = [len(given_rows) for _ in placer(CROWD, LANES).fill(WHOLE)]
    assert max(np.diff([0, *reached])) == 1
    assert reached[-1] > LANES


@settings(max_examples=60, deadline=None)
@given(happenings(most=40, lane_count=LANES), viewports(), st.data())
def test_what_a_pinned_event_changes_is_what_reckoning_all_anew_gives(events, viewport, data):
    if not events:
        return
    used = placer(events, LANES)
    pinned = frozenset(data.draw(st.sets(st.integers(0, len(events) - 1), min_size=1, max_size=2)))
    seen = data.draw(st.sampled_from([None, TOP]))
    layout, blocks, tiles = used._wanted(Sight(viewport, *SIZE, seen=seen))
    laid = used._tiles.laid(layout, blocks, tiles, pinned)

    words = TitleWidths(used._columns, measure)
    seats = seats_of(layout, blocks, tiles, words, METRICS)
    lanes = layout.lanes_of(blocks)
    seated = [s for s in Pinning(used.index, layout, words, METRICS).seated(seats, pinned) if s.lane in lanes]
    stock = stock_of(used._columns, seated, layout.shares, words, METRICS)
    days = layout.blocks[0].days
    bins = binned(used.index, lanes, tiles, days, stock)

    window = (tiles.start - 2) * days, tiles.stop * days
    assert _records(laid.stock, pinned, window) == _records(stock, pinned, window)
    for now, anew in zip(laid.binned, bins, strict=True):
        assert np.array_equal(now, anew)


@settings(max_examples=60, deadline=None)
@given(happenings(most=40, lane_count=LANES), viewports(), st.data())
def test_where_a_pinned_event_lies_is_known_without_a_picture(events, viewport, data):
    if not events:
        return
    used = placer(events, LANES)
    chosen = data.draw(st.integers(0, len(events) - 1))
    top = used.top_of(chosen, Sight(viewport, *SIZE))
    drawn = rows_of_items(used.scene(viewport, *SIZE, frozenset({chosen})))
    if chosen in drawn:
        assert top is not None
        assert drawn[chosen] == pytest.approx(top + METRICS.row_height / 2)


def test_where_an_event_beside_the_view_lies_is_where_it_is_seen_once_it_is_in_view():
    used, row = placer(CROWD, LANES), 3999
    top, later = used.top_of(row, WHOLE), VIEW.panned(3000.0)
    assert row not in rows_of_items(used.scene(VIEW, *SIZE, frozenset({row})))
    assert rows_of_items(used.scene(later, *SIZE, frozenset({row})))[row] == top + METRICS.row_height / 2


def _records(stock: Stock, pinned: frozenset[int], window: tuple[float, float]) -> list[tuple[object, ...]]:
    """Return what a stock holds, of pinned events only those that may be seen."""
    seen = (stock.start < window[1]) & (stock.end >= window[0]) | ~np.isin(stock.event, [*pinned])
    return sorted(zip(*(array.tolist() for array in stock_where(stock, seen)), strict=True))


def test_going_back_over_two_screens_and_out_again_fills_nothing_and_no_more_is_kept(monkeypatch):
    fill, filled = Tiles._filled, []
    monkeypatch.setattr(Tiles, "_filled", lambda *one: filled.append(one) or fill(*one))
    keeper = placer([day(start * 7) for start in range(5000)], 2)
    views = [Viewport(100 + share * span, span) for span in (20_000, 9_000, 4_000) for share in range(3)]
    for viewport in views:
        keeper.scene(viewport, 3840, 900)
    assert filled
    filled.clear()
    for viewport in reversed(views):
        keeper.scene(viewport, 3840, 900)
    assert not filled
    for start in range(0, 30_000, 100):
        keeper.scene(Viewport(start, 500), 3840, 900)
    kept = [len(grid._tiles._kept) for layout in keeper._layouts._kept.values() for grid in layout.blocks]
    assert len(filled) > max(kept)
    assert max(kept) <= 64


def test_what_was_laid_out_is_forgotten_a_scale_step_at_a_time_and_can_be_laid_out_again():
    keeper = placer(CROWD, LANES)
    views = [Viewport(1000.0, span) for span in (2500.0, 900.0, 300.0)]
    before = [keeper.scene(viewport, *SIZE) for viewport in views]
    layouts = [len(keeper._layouts._kept) for _ in keeper.forgotten()]
    assert max(-np.diff(layouts)) == 1
    assert layouts[-1] == 0
    assert not keeper._tiles._tiles._kept
    assert [keeper.scene(viewport, *SIZE) for viewport in views] == before
