"""Two hundred views of the real collection in real type: nothing overlaps and nothing is lost."""

from itertools import pairwise
from random import Random

import pytest

from viewer.model.records import Collection
from viewer.render.fonts import register_fonts
from viewer.render.measure import text_width
from viewer.timeline.columns import Columns, columns_of
from viewer.timeline.metrics import Metrics
from viewer.timeline.place import Placer
from viewer.timeline.scene import Scene
from viewer.timeline.viewport import Viewport


@pytest.fixture(scope="module")
def placer(qapp: object, bundled: Collection) -> Placer:
    register_fonts()
    columns = columns_of(bundled, bundled.events)
    return Placer(columns, bundled.lanes, bundled.eras, Metrics(), text_width)


@pytest.fixture(scope="module")
def columns(bundled: Collection) -> Columns:
    return columns_of(bundled, bundled.events)


def _views(count: int) -> list[tuple[Viewport, int, int]]:
    random = Random(1917)
    sizes = [(1040, 700), (640, 500), (1900, 1000)]
    views = []
    for _ in range(count):
        span = 10 ** random.uniform(0.5, 4.9)
        middle = random.uniform(-33500, 12000)
        views.append((Viewport(middle - span / 2, span), *random.choice(sizes)))
    return views


def _overlaps(scene: Scene) -> list[str]:
    boxes = sorted(
        [*(label.box for label in scene.labels), *(f.box for f in scene.folds)], key=lambda b: (b.y, b.x)
    )
    found = []
    for index, box in enumerate(boxes):
        for other in boxes[index + 1 :]:
            if other.y >= box.bottom:
                break
            if box.overlaps(other):
                found.append(f"{box} {other}")
    return found


@pytest.mark.parametrize("view", _views(200))
def test_labels_never_overlap_and_shown_and_folded_are_all(
    placer: Placer, columns: Columns, view: tuple[Viewport, int, int]
) -> None:
    viewport, width, height = view

    scene = placer.scene(viewport, width, height)

    assert _overlaps(scene) == []
    groups = (*scene.folds, *scene.pips)
    hidden = [row for group in groups for row in placer.members(scene, group).tolist()]
    assert len(hidden) == scene.folded + sum(pip.number for pip in scene.pips)
    assert sorted((*scene.shown, *hidden)) == [
        row
        for row in range(len(columns))
        if columns.start[row] < viewport.end and columns.end[row] > viewport.start
    ]
    assert not columns.contested[[row for fold in scene.folds for row in placer.members(scene, fold)]].any()


def test_tick_words_never_meet(placer: Placer) -> None:
    for viewport, width, height in _views(60):
        labels = placer.scene(viewport, width, height).tick_labels
        for row in {label.row for label in labels}:
            ordered = sorted((label for label in labels if label.row == row), key=lambda label: label.x)
            assert all(a.x + a.width <= b.x + 0.01 for a, b in pairwise(ordered))
