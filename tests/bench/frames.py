"""What a frame costs, layout and paint, caches cold.

`python3 -m tests.bench.frames EVENTS SCALE FRAMES-A-LEG [cpu]` prints one JSON object; 0 events are the bundled
collection's. With "cpu" the clock is that of the processor, for a machine that others use too.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QGuiApplication, QImage, QPainter

from tests.bench.data import Data, data, settled
from tests.bench.generator import DENSEST
from tests.bench.script import HEIGHT, WIDTH, script
from viewer.render.ahead import work_ahead
from viewer.render.fonts import register_fonts
from viewer.render.measure import text_width
from viewer.render.paint import paint_scene
from viewer.render.pen import ScreenPen
from viewer.render.theme import load_theme
from viewer.timeline.metrics import Metrics
from viewer.timeline.movement.fit import fit_all
from viewer.timeline.place import Placer
from viewer.timeline.scene import Scene

BETWEEN = 8.0
"""Milliseconds between two frames that a movement leaves for work ahead: half of those at 60 a second."""


def frames(of: Data, scale: int, leg: int, clock: Callable[[], float]) -> dict[str, Any]:
    """Return the milliseconds of building the index, of layout and of paint by frame, and what was drawn."""
    columns, lanes, eras = of
    theme, metrics = load_theme("light"), Metrics()
    image = QImage(WIDTH * scale, HEIGHT * scale, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    begun = clock()
    placer = Placer(columns, lanes, eras, metrics, text_width)
    index = clock() - begun
    layout, paint, drawn, between = [], [], [], []
    last = fit_all(columns)
    for view in script(last, DENSEST, leg):
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
        ahead = placer.ahead(last, view, WIDTH)
        if ahead is not None:
            for _ in work_ahead(placer, ahead, WIDTH, HEIGHT, theme=theme, ratio=scale):
                if (clock() - done) * 1000 > BETWEEN:
                    break
        between.append((clock() - done) * 1000)
        last = view
    return {"index": index * 1000, "layout": layout, "paint": paint, "between": between, "drawn": drawn}


def _drawn(scene: Scene) -> dict[str, int]:
    return {
        "labels": len(scene.labels),
        "bars": len(scene.bars),
        "marks": len(scene.marks),
        "pips": len(scene.pips),
        "rug columns": sum(len(rug.xs) for rug in scene.rugs),
        "folds": len(scene.folds),
    }


def main() -> None:
    """Measure with the garbage collector as the program has it."""
    count, scale, leg = (int(word) for word in sys.argv[1:4])
    clock = time.thread_time if "cpu" in sys.argv else time.perf_counter
    application = QGuiApplication(sys.argv[:1])
    register_fonts()
    with settled():
        of = data(count)
    print(json.dumps(frames(of, scale, leg, clock)))
    del application


if __name__ == "__main__":
    main()
