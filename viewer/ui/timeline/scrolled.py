"""Painting a scene whose lanes may be scrolled: beneath the axis and the pinned lanes, which stay."""

from dataclasses import replace
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from viewer.render.paint import paint_scene
from viewer.render.screen_pen import ScreenPen
from viewer.render.theme import Theme
from viewer.timeline.highlight import Highlight
from viewer.timeline.lanes.headers import stuck, triangle_box
from viewer.timeline.metrics import Metrics
from viewer.timeline.rect import Rect
from viewer.timeline.scene import Header, Scene
from viewer.ui.timeline.scroll import Scrolled


class Look(NamedTuple):
    """How a scene is painted: in which colours and sizes, and what is marked in it."""

    theme: Theme
    metrics: Metrics
    highlight: Highlight


def paint_scrolled(painter: QPainter, scene: Scene, look: Look, scrolled: Scrolled) -> tuple[str, ...]:
    """Paint the scene; scrolled lanes first, then over them what stays put. Returns what went wrong."""
    pen, (theme, metrics, highlight) = ScreenPen(painter), look
    if scrolled.most == 0:
        return paint_scene(pen, scene, theme, metrics, highlight)
    painter.translate(0, -scrolled.value)
    width, bottom = round(scene.width), round(scrolled.fixed(scene))
    scene = _with_names(scene, metrics, scrolled)
    troubles = paint_scene(pen, scene, theme, metrics, highlight)
    painter.resetTransform()
    painter.fillRect(QRectF(0, 0, width, bottom), theme.color("ground"))
    fixed, above = _above_lanes(scene, highlight, bottom)
    troubles = (*troubles, *paint_scene(pen, fixed, theme, metrics, above))
    if bottom > round(scene.plot.y):
        pen.line(0, bottom, width, bottom, theme.color("secondary"))
    return troubles


def triangle_of(scene: Scene, lane: int, metrics: Metrics, scrolled: Scrolled) -> Rect | None:
    """Return the box of the triangle of a lane that is a group, None where it has none or is not there."""
    for header in scene.headers:
        if header.lane == lane:
            return triangle_box(_with_name(scene, header, metrics, scrolled), metrics.row_height)
    return None


def _with_name(scene: Scene, header: Header, metrics: Metrics, scrolled: Scrolled) -> Header:
    """Return a header with its name at its top where its lane is in sight, that has scrolled out of it."""
    fixed = scrolled.fixed(scene)
    if header.box.bottom <= fixed:
        return header
    return stuck(header, fixed + scrolled.value, metrics.row_height)


def _with_names(scene: Scene, metrics: Metrics, scrolled: Scrolled) -> Scene:
    if scrolled.value == 0:
        return scene
    headers = (_with_name(scene, header, metrics, scrolled) for header in scene.headers)
    return replace(scene, headers=tuple(headers))


def _above_lanes(scene: Scene, highlight: Highlight, bottom: float) -> tuple[Scene, Highlight]:
    """Return only what stays put when lanes scroll: the axis, the evidence, the pinned lanes to `bottom`."""
    height = bottom - scene.plot.y
    lanes = {header.lane for header in scene.headers if header.box.bottom <= bottom}
    kept, chosen = list(lanes), highlight.range
    if chosen is not None:
        chosen = Rect(chosen.x, chosen.y, chosen.width, max(bottom - chosen.y, 0.0))
    bands = tuple(replace(band, box=band.box._replace(height=height)) for band in scene.bands)
    fixed = replace(
        scene,
        plot=scene.plot._replace(height=height),
        bands=bands if height else (),
        headers=tuple(header for header in scene.headers if header.lane in lanes),
        bars=scene.bars.where(np.isin(scene.bars.lane, kept)),
        marks=scene.marks.where(np.isin(scene.marks.lane, kept)),
        labels=scene.labels.where(np.isin(scene.labels.lane, kept)),
        folds=scene.folds.where(np.isin(scene.folds.lane, kept)),
        pips=scene.pips.where(np.isin(scene.pips.lane, kept)),
        coverages=tuple(each for each in scene.coverages if each.lane in lanes),
        rugs=scene.rugs.of_lanes(lanes),
        height=bottom,
    )
    return fixed, replace(highlight, range=chosen, arcs=())
