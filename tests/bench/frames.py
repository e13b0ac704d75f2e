"""What a frame costs, layout and paint, caches cold.

`python3 -m tests.bench.frames EVENTS SCALE FRAMES-A-LEG [cpu] [others=EVENTS]` prints one JSON object; 0 events are
the bundled collection's. With "cpu" the clock is that of the processor, for a machine that others use too. With
"others" there are as many events besides, which lie elsewhere in time: the pictures stay the same.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from itertools import chain
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QGuiApplication, QImage, QPainter

from tests.bench.data import Data, data, settled
from tests.bench.generator import DENSEST
from tests.bench.script import HEIGHT, WIDTH, script
from viewer.render.ahead import words_ahead, work_ahead
from viewer.render.fonts import register_fonts
from viewer.render.measure import text_width
from viewer.render.paint import paint_scene
from viewer.render.screen_pen import ScreenPen
from viewer.render.theme import load_theme
from viewer.timeline.metrics import Metrics
from viewer.timeline.movement.fit import fit_all
from viewer.timeline.movement.foresight import ahead_of
from viewer.timeline.place import Placer
from viewer.timeline.scene import Scene
from viewer.timeline.sight import Sight
from viewer.timeline.viewport import Viewport

BETWEEN = 8.0
"""Milliseconds between two frames that a movement leaves for work ahead: half of those at 60 a second."""


def frames(
    of: Data, scale: int, leg: int, clock: Callable[[], float], whole: Viewport | None = None
) -> dict[str, Any]:
    """Return the milliseconds of building the index, of layout and of paint by frame, and what was drawn.

    "first" is the picture of the `whole` (of everything, if None), which is there before anything moves: the
    end of opening a file.
    """
    columns, lanes, eras = of
    theme, metrics = load_theme("light"), Metrics()
    image = QImage(WIDTH * scale, HEIGHT * scale, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    begun = clock()
    placer = Placer(columns, lanes, eras, metrics, text_width)
    index = clock() - begun
    layout, paint, drawn, between = [], [], [], []
    last = fit_all(columns) if whole is None else whole
    for view in (last, *script(last, DENSEST, leg)):
        begun = clock()
        scene = placer.scene(view, WIDTH, HEIGHT)
        laid_out = clock()
        image.fill(theme.color("ground"))
        with QPainter(image) as painter:
            paint_scene(ScreenPen(painter), scene, theme, metrics)
        done = clock()
        layout.append((laid_out - begun) * 1000)
        paint.append((done - laid_out) * 1000)
        drawn.append(_drawn(scene))
        # As the widget does while it waits for the next frame (ui/timeline/work_ahead.py).
        ahead = Sight(ahead_of(last, view, scene.plot.width), WIDTH, HEIGHT)
        for _ in chain(work_ahead(placer, ahead, theme, scale), words_ahead(scene, theme, scale)):
            if (clock() - done) * 1000 > BETWEEN:
                break
        between.append((clock() - done) * 1000)
        last = view
    return {
        "index": index * 1000,
        "first": layout[0] + paint[0],
        "layout": layout[1:],
        "paint": paint[1:],
        "between": between[1:],
        "drawn": drawn[1:],
    }


def _drawn(scene: Scene) -> dict[str, int]:
    return {
        "labels": len(scene.labels),
        "bars": len(scene.bars),
        "marks": len(scene.marks),
        "pips": len(scene.pips),
        "rug columns": len(scene.rugs),
        "folds": len(scene.folds),
    }


def main() -> None:
    """Measure with the garbage collector as the program has it."""
    count, scale, leg = (int(word) for word in sys.argv[1:4])
    clock = time.thread_time if "cpu" in sys.argv else time.perf_counter
    application = QGuiApplication(sys.argv[:1])
    register_fonts()
    others = next((int(word.removeprefix("others=")) for word in sys.argv if word.startswith("others=")), 0)
    with settled():
        of = data(count, others)
        whole = fit_all(data(count)[0]) if others else None
    print(json.dumps(frames(of, scale, leg, clock, whole)))
    del application


if __name__ == "__main__":
    main()
