"""A scene for paper: nobody will pan it, so nothing may hang over its edges."""

from dataclasses import replace

from viewer.timeline.drawn import Bars, Label, Labels, Marks
from viewer.timeline.ellipsis import cut
from viewer.timeline.metrics import Measure, TextRole
from viewer.timeline.scene import Scene

LEAST = 24.0
"""Pixels: a title with less room than this is left out; its sign stays."""


def trimmed(scene: Scene, measure: Measure) -> Scene:
    """Return `scene` without the traces of events outside it, and with every title cut to the plot."""
    shown = scene.shown
    labels = (_fitted(label, scene, measure) for label in scene.labels if label.event in shown)
    return replace(
        scene,
        marks=Marks.of(mark for mark in scene.marks if mark.event in shown),
        bars=Bars.of(bar for bar in scene.bars if bar.event in shown),
        labels=Labels.of(label for label in labels if label is not None),
    )


def _fitted(label: Label, scene: Scene, measure: Measure) -> Label | None:
    """Return a label within the plot: without its date, then cut, then None where even that has no room."""
    left, right = max(label.box.x, scene.plot.x + 3), min(label.box.right, scene.plot.right - 3)
    if left == label.box.x and right == label.box.right:
        return label
    role: TextRole = "title-strong" if label.rank <= 2 else "title"
    text = (
        label.text
        if measure(label.text, role) <= right - left
        else cut(label.text, right - left, role, measure)
    )
    if not text or right - left < LEAST:
        return None
    box = label.box._replace(x=left, width=right - left)
    return label._replace(box=box, text=text, date="")
