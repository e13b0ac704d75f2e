"""Columns, lanes and views for tests, in few words; 8 pixels a letter."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from hypothesis import strategies as st

from viewer.model.records import COLOURS, Lane
from viewer.model.words import LocalText
from viewer.timeline.columns import UNBOUNDED, Columns
from viewer.timeline.metrics import Metrics
from viewer.timeline.place import Placer
from viewer.timeline.rect import Rect
from viewer.timeline.scene import Scene
from viewer.timeline.viewport import Viewport

YEAR = 365.2425
METRICS = Metrics()


def measure(text: str, _role: str) -> float:
    return 8.0 * sum(unicodedata.category(letter) not in ("Mn", "Me", "Cf") for letter in text)


@dataclass(frozen=True)
class Happening:
    start: int
    end: int
    title: str = "Event"
    lane: int = 0
    rank: int = 3
    contested: bool = False
    found: bool = False
    core: tuple[int, int] | None = None
    date: str = "1917"


def day(start: int, title: str = "Event", **more: object) -> Happening:
    return Happening(start, start + 1, title, **more)


def columns_from(happenings: Iterable[Happening]) -> Columns:
    events = sorted(happenings, key=lambda event: event.start)
    cores = [event.core or (event.start, event.end) for event in events]
    ids = tuple(f"event-{row}" for row in range(len(events)))

    def array(values: Iterable[object], kind: type) -> np.ndarray:
        return np.array(list(values), dtype=kind)

    return Columns(
        start=array((event.start for event in events), np.int64),
        core_start=array((core[0] for core in cores), np.int64),
        core_end=array((core[1] for core in cores), np.int64),
        end=array((event.end for event in events), np.int64),
        lane=array((event.lane for event in events), np.int32),
        rank=array((event.rank for event in events), np.int8),
        kind=np.zeros(len(events), np.int8),
        contested=array((event.contested for event in events), np.bool_),
        found=array((event.found for event in events), np.bool_),
        echo=np.zeros(len(events), np.bool_),
        ids=ids,
        titles=tuple(event.title for event in events),
        dates=tuple(event.date for event in events),
        rows={name: row for row, name in enumerate(ids)},
    )


def lanes(count: int) -> tuple[Lane, ...]:
    return tuple(
        Lane(f"lane-{at}", LocalText((("en", f"Lane {at}"),)), COLOURS[at % len(COLOURS)])
        for at in range(count)
    )


def placer(happenings: Iterable[Happening], lane_count: int = 1, metrics: Metrics = METRICS) -> Placer:
    return Placer(columns_from(happenings), lanes(lane_count), (), metrics, measure)


def picture(
    happenings: Sequence[Happening],
    viewport: Viewport,
    width: float = 1000,
    height: float = 600,
    lane_count: int = 1,
    pinned: Iterable[int] = (),
) -> Scene:
    return placer(happenings, lane_count).scene(viewport, width, height, frozenset(pinned))


def rows_of_items(scene: Scene) -> dict[int, float]:
    """The y of the middle of what each event is drawn as."""
    bars = {bar.event: bar.box.y + bar.box.height / 2 for bar in scene.bars}
    return bars | {mark.event: mark.y for mark in scene.marks}


def accounts(keeper: Placer, scene: Scene) -> tuple[list[int], list[int], list[int]]:
    """The rows that have a sign, that stand behind a pip, that are folded; each as often as it is counted."""
    pips = [row for pip in scene.pips for row in keeper.members(scene, pip).tolist()]
    folds = [row for fold in scene.folds for row in keeper.members(scene, fold).tolist()]
    assert len(pips) == sum(pip.number for pip in scene.pips)
    assert len(folds) == scene.folded
    return sorted(scene.shown), pips, folds


def item_boxes(scene: Scene) -> list[tuple[object, Rect]]:
    """Everything that may not be overlapped, with its owner; a title inside its bar is part of the bar."""
    half = METRICS.mark / 2
    boxes: list[tuple[object, Rect]] = [
        (mark.event, Rect(mark.x - half, mark.y - half, 2 * half, 2 * half)) for mark in scene.marks
    ]
    boxes += [(bar.event, bar.box) for bar in scene.bars]
    boxes += [(("fold", fold), fold.box) for fold in scene.folds]
    boxes += [(label.event if label.inside else ("label", label.event), label.box) for label in scene.labels]
    return boxes


TITLES = st.sampled_from(
    [
        "",
        "War",
        "Second congress",
        "ตรอตสกีและครอบครัวถูกเนรเทศออกนอกประเทศ",
        "v únoru 1929 byl Trockij zcela vyhoštěn ze Sovětského svazu",
        "A title that is far longer than any window could ever show " * 12,
        "Deported from the Soviet Union",
    ]
)


@st.composite
def happenings(draw: st.DrawFn, most: int = 40, lane_count: int = 3, *, ends: bool = True) -> list[Happening]:
    """Events around 1917, some years long, some open, some a billion years away."""
    starts = st.one_of(
        st.integers(-20_000, -18_000),
        st.integers(-40_000, 11_000),
        st.sampled_from([-5_000_000_000_000, -365_000_000_000, -700_000, 400_000]),
    )
    lengths = st.one_of(st.just(1), st.integers(1, 40), st.integers(300, 4000), st.just(200_000))
    events = []
    for _ in range(draw(st.integers(0, most))):
        start, length = draw(starts), draw(lengths)
        end = start + length
        kind = draw(st.integers(0, 19)) if ends else 9
        start, end = (-UNBOUNDED if kind == 0 else start), (UNBOUNDED if kind in (1, 2) else end)
        events.append(
            Happening(
                start,
                end,
                draw(TITLES),
                draw(st.integers(0, lane_count - 1)),
                draw(st.integers(1, 5)),
                draw(st.integers(0, 5)) == 0,
                draw(st.integers(0, 9)) == 0,
                draw(st.sampled_from([None, (start, start)])),
            )
        )
    return events


@st.composite
def viewports(draw: st.DrawFn) -> Viewport:
    """Any span from a day to billions of years, mostly where events are."""
    span = 10 ** draw(st.floats(0, 13))
    centre = draw(st.one_of(st.floats(-40_000, 12_000), st.floats(-5e12, 5e12)))
    return Viewport(centre - span / 2, max(span, abs(centre) * 2.0**-38))


WIDTHS = st.sampled_from([330.0, 1024.0, 1600.0])
HEIGHTS = st.sampled_from([90.0, 220.0, 400.0, 900.0])
