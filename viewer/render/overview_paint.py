"""The overview strip in ink."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPen

from viewer.render.breaks import draw_strokes
from viewer.render.pen import Pen, ScreenPen, qrect
from viewer.render.theme import Theme
from viewer.render.troubles import Troubles
from viewer.timeline.breaks import STROKES
from viewer.timeline.overview import AXIS_HEIGHT, OverviewScene
from viewer.timeline.scene import Rect, TickLabel

Draw = Callable[[Any], object]


def paint_overview(painter: QPainter, scene: OverviewScene, theme: Theme) -> tuple[str, ...]:
    """Paint the density of events, the contested ones as red ticks, and the window on the span.

    Return one sentence for every kind of record that could not be drawn; such a record costs itself only.
    """
    pen, troubles = ScreenPen(painter), Troubles()
    with pen.at_work(theme):
        for name, records, draw in _layers(pen, scene, theme):
            with troubles.of(name):
                troubles.each(records, draw)
        return troubles.sentences()


def _layers(pen: Pen, scene: OverviewScene, theme: Theme) -> Iterator[tuple[str, Sequence[Any], Draw]]:
    """Return what is drawn from the ground up: what it is called, its records, and how one is drawn."""
    ground, hairline = theme.color("ground"), theme.color("hairline")
    accent, secondary = theme.color("accent"), theme.color("secondary")
    strip = Rect(0, 0, scene.width, scene.height)
    bottom, base = scene.tick_bottom, scene.height - AXIS_HEIGHT

    def label(item: TickLabel) -> None:
        box = Rect(item.x, item.y, item.width, item.height)
        pen.text(item.x, box, item.text, "date", secondary)

    yield "strip", (strip,), lambda box: pen.fill(box, theme.color("era"))
    yield "window", (scene.window,), lambda box: pen.fill(box, ground)
    yield "years", scene.years, lambda x: pen.line(x, bottom, x, scene.height, hairline)
    yield "densities", scene.densities, lambda one: pen.fill(one.box, theme.color(one.colour))
    yield "contested events", scene.contested, lambda x: pen.fill(Rect(x - 0.8, 2, 1.6, bottom - 2), accent)
    yield "breaks", scene.breaks, lambda x: draw_strokes(pen, x - STROKES / 2, (bottom + base) / 2, secondary)
    yield "words", scene.labels, label
    yield "window", (scene.window,), lambda box: _frame(pen, box, theme.color("ink"))
    yield "strip", (strip,), lambda box: pen.line(0, 0, box.width, 0, hairline)


def _frame(pen: Pen, window: Rect, ink: QColor) -> None:
    painter = pen.painter
    painter.setPen(QPen(ink, 1.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(qrect(Rect(window.x + 0.5, window.y + 0.5, window.width - 1, window.height - 1)))
    for x in (window.x, window.right - 3):
        pen.fill(Rect(x, window.y + window.height / 2 - 9, 3, 18), ink)
