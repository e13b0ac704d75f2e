"""A thousand views of real and of seeded collections in real type: nothing overlaps and nothing is lost."""

from itertools import pairwise
from random import Random

import pytest
from PySide6.QtGui import QFontMetricsF, QImage

from tests.bench.generator import LANES, columns_of_seeded, seeded
from tests.reference import columns_of
from viewer.model.records import Collection
from viewer.render.fonts import font, register_fonts
from viewer.render.measure import text_width
from viewer.timeline.columns import Columns
from viewer.timeline.metrics import Metrics
from viewer.timeline.place import Placer
from viewer.timeline.rect import Rect
from viewer.timeline.rows.title_widths import role_of
from viewer.timeline.scene import Scene
from viewer.timeline.viewport import Viewport

SIZES = [(640, 500), (1040, 700), (1900, 1000)]

Looked = tuple[Placer, Columns]


@pytest.fixture(scope="module")
def bundled_events(qapp: object, bundled: Collection) -> Looked:
    register_fonts()
    columns = columns_of(bundled, bundled.events)
    return Placer(columns, bundled.lanes, bundled.eras, Metrics(), text_width), columns


@pytest.fixture(scope="module")
def seeded_events(qapp: object) -> Looked:
    """Thai, Czech and English titles, long ones and none at all."""
    register_fonts()
    columns = columns_of_seeded(seeded(5000))
    return Placer(columns, LANES, (), Metrics(), text_width), columns


def views(seed: int, count: int, around: tuple[float, float]) -> list[tuple[Viewport, int, int]]:
    random = Random(seed)
    found = []
    for _ in range(count):
        span = 10 ** random.uniform(0.5, 4.9)
        middle = random.uniform(*around)
        found.append((Viewport(middle - span / 2, span), *random.choice(SIZES)))
    return found


def widths(ratio: int) -> dict[str, QFontMetricsF]:
    """The type as it is drawn on a screen of so many device pixels a pixel."""
    screen = QImage(8, 8, QImage.Format.Format_RGB32)
    screen.setDevicePixelRatio(ratio)
    return {role: QFontMetricsF(font(role), screen) for role in ("title", "title-strong", "date", "count")}


def drawn_boxes(scene: Scene, type_of: dict[str, QFontMetricsF]) -> list[tuple[object, Rect]]:
    """What ink covers, each with its owner: words by their true width, signs, bars, counts."""
    half = Metrics().mark / 2
    boxes: list[tuple[object, Rect]] = [
        (mark.event, Rect(mark.x - half, mark.y - half, 2 * half, 2 * half)) for mark in scene.marks
    ]
    boxes += [(bar.event, bar.box) for bar in scene.bars]
    for label in scene.labels:
        end = label.box.x + type_of[role_of(label.rank)].horizontalAdvance(label.text)
        if label.date:
            assert end < label.date_x
            end = label.date_x + type_of["date"].horizontalAdvance(label.date)
        boxes.append((label.event, label.box._replace(width=end - label.box.x)))
    for fold in scene.folds:
        width = type_of["count"].horizontalAdvance(fold.text)
        assert width <= fold.box.width
        boxes.append((fold, fold.box))
    return boxes


def overlaps(boxes: list[tuple[object, Rect]]) -> list[tuple[object, object]]:
    ordered = sorted(boxes, key=lambda pair: pair[1].x)
    found = []
    for at, (owner, box) in enumerate(ordered):
        inner = Rect(box.x, box.y, box.width - 0.02, box.height)
        for other_owner, other in ordered[at + 1 :]:
            if other.x >= box.right:
                break
            if owner != other_owner and inner.overlaps(other) and min(inner.height, other.height) > 0:
                found.append((owner, other_owner))
    return found


def assert_laws(looked: Looked, view: tuple[Viewport, int, int], ratio: int) -> None:
    placer, columns = looked
    viewport, width, height = view
    scene = placer.scene(viewport, width, height)
    assert overlaps(drawn_boxes(scene, widths(ratio))) == []
    touches = (columns.start < viewport.end) & (columns.end > viewport.start)
    groups = {group: placer.members(scene, group) for group in (*scene.folds, *scene.pips)}
    assert all(len(rows) == group.number for group, rows in groups.items() if group in scene.folds)
    hidden = [row for rows in groups.values() for row in rows.tolist()]
    assert sorted((*scene.shown, *hidden)) == touches.nonzero()[0].tolist()
    assert not columns.contested[[row for fold in scene.folds for row in groups[fold]]].any()


@pytest.mark.parametrize("ratio", [1, 2])
@pytest.mark.parametrize("seed", range(10))
def test_in_the_bundled_collection_nothing_overlaps_and_nothing_is_lost(
    bundled_events: Looked, seed: int, ratio: int
) -> None:
    for view in views(seed, 25, (-33_500, 12_000)):
        assert_laws(bundled_events, view, ratio)


@pytest.mark.parametrize("ratio", [1, 2])
@pytest.mark.parametrize("seed", range(10))
def test_in_a_seeded_collection_nothing_overlaps_and_nothing_is_lost(
    seeded_events: Looked, seed: int, ratio: int
) -> None:
    _, columns = seeded_events
    for view in views(100 + seed, 25, (float(columns.start[40]), float(columns.start[-40]))):
        assert_laws(seeded_events, view, ratio)


def test_tick_words_never_meet(bundled_events: Looked) -> None:
    placer, _ = bundled_events
    for viewport, width, height in views(1, 60, (-33_500, 12_000)):
        labels = placer.scene(viewport, width, height).tick_labels
        for row in {label.row for label in labels}:
            ordered = sorted((label for label in labels if label.row == row), key=lambda label: label.x)
            assert all(a.x + a.width <= b.x + 0.01 for a, b in pairwise(ordered))
