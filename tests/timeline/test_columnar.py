"""Records kept as arrays come back as they went in."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from viewer.model.records import KINDS
from viewer.timeline.crowds import Pip, Pips
from viewer.timeline.drawn import Bar, Bars, Label, Labels, Mark, Marks
from viewer.timeline.rect import Rect

PIXELS = st.floats(-1e6, 1e6)
ROWS = st.integers(0, 10**6)
BOXES = st.builds(Rect, PIXELS, PIXELS, PIXELS, PIXELS)
WORDS = st.sampled_from(["", "Deported", "วันที่", "Vyhoštěn"])
LOOKS = st.tuples(st.booleans(), st.sampled_from(KINDS))

MARKS = st.builds(Mark, ROWS, PIXELS, PIXELS, ROWS, st.booleans(), st.sampled_from(KINDS), st.booleans())
BARS = st.builds(
    Bar, ROWS, BOXES, PIXELS, PIXELS, ROWS, st.booleans(), st.sampled_from(KINDS), *3 * (st.booleans(),)
)
LABELS = st.builds(
    Label, ROWS, BOXES, WORDS, WORDS, st.integers(1, 5), ROWS, st.booleans(), PIXELS, st.booleans()
)
PIPS = st.builds(
    Pip, ROWS, *3 * (PIXELS,), ROWS, st.booleans(), st.integers(1, 9), PIXELS, PIXELS, st.booleans()
)
KEPT = [(Marks, MARKS), (Bars, BARS), (Labels, LABELS), (Pips, PIPS)]


@pytest.mark.parametrize(("kind", "records"), KEPT)
@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_records_come_back_as_they_went_in(kind, records, data):
    some = data.draw(st.lists(records, max_size=5))
    kept = kind.of(some)
    assert list(kept) == some
    assert len(kept) == len(some)
    assert kept == kind.of(some)
    assert [kept[at] for at in range(len(some))] == some


@pytest.mark.parametrize(("kind", "records"), KEPT)
@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_what_is_chosen_is_what_is_kept(kind, records, data):
    some = data.draw(st.lists(records, max_size=5))
    chosen = data.draw(st.lists(st.booleans(), min_size=len(some), max_size=len(some)))
    kept = kind.of(some).where(np.array(chosen, dtype=np.bool_))
    assert list(kept) == [record for record, is_chosen in zip(some, chosen, strict=True) if is_chosen]


@settings(max_examples=30, deadline=None)
@given(st.lists(LABELS, min_size=2, max_size=5))
def test_titles_have_one_look_where_nothing_that_is_seen_differs(some):
    looks = Labels.of(some).look.tolist()
    seen = [(one.text, one.date, one.rank, one.inside, one.echo) for one in some]
    for one, look in zip(seen, looks, strict=True):
        assert [other == look for other in looks] == [other == one for other in seen]


@settings(max_examples=30, deadline=None)
@given(st.lists(MARKS, max_size=5), st.dictionaries(ROWS, PIXELS, max_size=3))
def test_what_has_no_pixels_to_go_down_stays(some, by):
    lowered = Marks.of(some).lowered(by)
    assert [mark.y for mark in lowered] == [mark.y + by.get(mark.event, 0.0) for mark in some]
