"""What a frame costs: layout and paint over a scripted zoom into the densest year, a pan, and back out."""

import time
from collections.abc import Iterator
from statistics import median, quantiles

from PySide6.QtGui import QImage, QPainter

from viewer.model.records import Collection
from viewer.render.measure import text_width
from viewer.render.paint import paint_scene
from viewer.render.pen import ScreenPen
from viewer.render.theme import load_theme
from viewer.timeline.columns import columns_of
from viewer.timeline.fit import fit_all
from viewer.timeline.metrics import Metrics
from viewer.timeline.place import Placer
from viewer.timeline.viewport import Viewport

WIDTH, HEIGHT = 1600, 900
DENSEST = -19236.0
"""Day number of 1 May 1917, in the year with most events of the bundled collection."""


def script(whole: Viewport) -> Iterator[Viewport]:
    """Return 60 frames in (1,000 times), 60 frames to the right, 60 frames back out."""
    factor = 1000 ** (1 / 60)
    view = whole
    for _ in range(60):
        view = view.zoomed(factor, DENSEST)
        yield view
    for _ in range(60):
        view = view.panned(view.span / 30)
        yield view
    for _ in range(60):
        view = view.zoomed(1 / factor, view.center)
        yield view


def frames(collection: Collection, scale: int) -> dict[str, tuple[float, float, float]]:
    """Return median, 95th and 99th percentile in milliseconds of layout, paint and whole frame, caches cold."""
    columns = columns_of(collection, collection.events)
    placer = Placer(columns, collection.lanes, collection.eras, Metrics(), text_width)
    theme, metrics = load_theme("light"), Metrics()
    image = QImage(WIDTH * scale, HEIGHT * scale, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    layout, paint = [], []
    for view in script(fit_all(columns)):
        begun = time.perf_counter()
        scene = placer.scene(view, WIDTH, HEIGHT)
        laid_out = time.perf_counter()
        image.fill(theme.color("ground"))
        with QPainter(image) as painter:
            paint_scene(ScreenPen(painter), scene, theme, metrics)
        done = time.perf_counter()
        layout.append((laid_out - begun) * 1000)
        paint.append((done - laid_out) * 1000)
    whole = [a + b for a, b in zip(layout, paint, strict=True)]
    return {"layout": _spread(layout), "paint": _spread(paint), "frame": _spread(whole)}


def _spread(times: list[float]) -> tuple[float, float, float]:
    cuts = quantiles(times, n=100)
    return median(times), cuts[94], cuts[98]
