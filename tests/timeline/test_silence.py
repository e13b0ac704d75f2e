"""Where a source speaks and where it is silent: laws over random spans, and lines in the picture."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.timeline.build import METRICS, Happening, columns_from, measure
from viewer.model.words import LocalText
from viewer.timeline.lanes.coverage import LEAST_GAP, with_coverage
from viewer.timeline.lanes.lane import ArrangedLane
from viewer.timeline.lanes.silence import Stretch, Voice, spoken_and_silent, voices_of
from viewer.timeline.place import Placer
from viewer.timeline.viewport import Viewport

spans = st.lists(st.tuples(st.integers(-300, 300), st.integers(1, 60)), min_size=1, max_size=25)
WHOLE = Stretch(-400, 400)


def voice(made: list[tuple[int, int]]) -> Voice:
    starts = np.array(sorted(start for start, _ in made))
    lengths = np.array([length for _, length in sorted(made)])
    return Voice(starts, starts + lengths, WHOLE)


def covers(made: list[tuple[int, int]], day: int) -> bool:
    return any(start <= day < start + length for start, length in made)


@given(spans)
def test_every_day_is_spoken_of_or_silent_as_the_events_say(made) -> None:
    spoken, silent = spoken_and_silent(voice(made), -400, 400, 1)
    for day in range(-400, 400):
        assert any(stretch.start <= day < stretch.end for stretch in spoken) == covers(made, day)
        assert any(stretch.start <= day < stretch.end for stretch in silent) != covers(made, day)


@given(spans, st.integers(-400, 399), st.integers(1, 300), st.floats(1, 90))
def test_a_view_shows_its_part_of_the_same_stretches(made, first: int, days: int, least: float) -> None:
    spoken, silent = spoken_and_silent(voice(made), first, first + days, least)
    _, everywhere = spoken_and_silent(voice(made), -400, 400, least)
    assert silent == [gap for gap in everywhere if gap.end > first and gap.start < first + days]
    for day in range(first, first + days):
        if covers(made, day):
            assert any(stretch.start <= day < stretch.end for stretch in spoken)


@given(spans, st.floats(1, 90))
def test_no_silence_is_shorter_than_the_least_that_is_drawn(made, least: float) -> None:
    spoken, silent = spoken_and_silent(voice(made), -400, 400, least)
    assert all(stretch.end - stretch.start >= least for stretch in silent)
    assert len(spoken) <= len(silent) + 1


@settings(max_examples=60)
@given(spans, st.integers(-500, 500), st.floats(5, 2000), st.integers(300, 1600))
def test_lines_stay_in_the_plot_and_words_in_their_gap(made, start: int, span: float, width: int) -> None:
    columns = columns_from([Happening(first, first + length) for first, length in made])
    voices = voices_of(columns, [0])
    lane = ArrangedLane("s", LocalText(()), "blue", path=("s",), speaks=True, at=0, voice=voices[0])
    placer = Placer(columns, [lane], [], with_coverage(METRICS, [lane]), measure)
    scene = placer.scene(Viewport(start, span), width, 500)
    plot = scene.plot
    (coverage,) = scene.coverages
    for left, right in coverage.spoken:
        assert plot.x <= left <= plot.right
        assert left < right <= plot.right + 2
    for silence in coverage.silent:
        assert plot.x <= silence.left <= silence.right <= plot.right
        if silence.text:
            assert silence.left < silence.text_x
            assert silence.text_x + silence.text_width < silence.right
    assert len(coverage.spoken) <= width / LEAST_GAP + 2
    tops = [item.box.y for item in (*scene.bars, *scene.labels, *scene.folds)]
    assert all(coverage.y + 7 <= top for top in tops)
