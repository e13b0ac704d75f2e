"""The overview strip in ink."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from math import ceil
from typing import Any, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from viewer.render.breaks import draw_strokes
from viewer.render.pen import Pen, qrect
from viewer.render.screen_pen import ScreenPen
from viewer.render.theme import Theme
from viewer.render.troubles import Troubles
from viewer.timeline.folding.breaks import STROKES
from viewer.timeline.overview import AXIS_HEIGHT, OverviewScene
from viewer.timeline.rect import Rect
from viewer.timeline.scene import TickLabel

HANDLE: Final = 3.0
"""Pixels: the width of a grip at an edge of the window."""

NARROW: Final = 20.0
"""Pixels: the width of a window in which there is no room for grips."""

Layer = tuple[str, Sequence[Any], Callable[[Any], object]]


class OverviewPicture:
    """Paints overviews; what does not change while the window moves is painted once and kept as pictures."""

    def __init__(self) -> None:
        self._key: tuple[object, ...] = ()
        self._records: tuple[object, ...] = ()
        self._strip = QPixmap()
        self._troubles: tuple[str, ...] = ()

    def paint(self, painter: QPainter, scene: OverviewScene, theme: Theme) -> tuple[str, ...]:
        """Paint the density of events, the contested ones as red ticks, and the window on the span.

        Return one sentence for every kind of record that could not be drawn; such a record costs itself only.
        """
        self._renew(scene, theme, painter.device().devicePixelRatioF())
        painter.fillRect(QRectF(0, 0, scene.width, scene.height), theme.color("era"))
        painter.fillRect(qrect(scene.window), theme.color("ground"))
        painter.drawPixmap(0, 0, self._strip)
        return (*self._troubles, *_painted(painter, theme, lambda pen: _window_layers(pen, scene, theme)))

    def _renew(self, scene: OverviewScene, theme: Theme, ratio: float) -> None:
        """Paint what stands on the strip, where something else was kept."""
        records = (scene.densities, scene.contested, scene.years, scene.labels)
        # The records are kept with their ids, so that no other record can come to have the same.
        key = (*map(id, records), scene.width, scene.height, theme, ratio)
        if key == self._key:
            return
        size = QSize(ceil(scene.width * ratio), ceil(scene.height * ratio))
        strip = self._strip = QPixmap(size)
        strip.fill(Qt.GlobalColor.transparent)
        strip.setDevicePixelRatio(ratio)
        with QPainter(strip) as painter:
            self._troubles = _painted(painter, theme, partial(_strip_layers, scene=scene, theme=theme))
        self._key, self._records = key, records


def _painted(painter: QPainter, theme: Theme, layers: Callable[[Pen], Iterator[Layer]]) -> tuple[str, ...]:
    pen, troubles = ScreenPen(painter), Troubles()
    with pen.at_work(theme):
        for name, records, draw in layers(pen):
            troubles.of(name, partial(troubles.each, records, draw))
        return troubles.sentences()


def _strip_layers(pen: Pen, *, scene: OverviewScene, theme: Theme) -> Iterator[Layer]:
    """Return what is drawn from the ground up: what it is called, its records, and how one is drawn."""
    hairline, accent, secondary = (theme.color(name) for name in ("hairline", "accent", "secondary"))
    bottom, base = scene.tick_bottom, scene.height - AXIS_HEIGHT

    def label(item: TickLabel) -> None:
        box = Rect(item.x, item.y, item.width, item.height)
        pen.text(item.x, box, item.text, "date", secondary)

    yield "years", scene.years, lambda x: pen.line(x, bottom, x, scene.height, hairline)
    yield "densities", scene.densities, lambda one: pen.fill(one.box, theme.color(one.colour))
    yield "contested events", scene.contested, lambda x: pen.fill(Rect(x - 0.8, 2, 1.6, bottom - 2), accent)
    yield "breaks", scene.breaks, lambda x: draw_strokes(pen, x - STROKES / 2, (bottom + base) / 2, secondary)
    yield "words", scene.labels, label


def _window_layers(pen: Pen, scene: OverviewScene, theme: Theme) -> Iterator[Layer]:
    ink, hairline = theme.color("ink"), theme.color("hairline")
    strip = Rect(0, 0, scene.width, scene.height)
    yield "window", (scene.window,), lambda box: _frame(pen, box, ink, scene.width)
    yield "strip", (strip,), lambda box: pen.line(0, 0, box.width, 0, hairline)


def _frame(pen: Pen, window: Rect, ink: QColor, width: float) -> None:
    left, right = round(window.x), round(window.right)
    window = Rect(left, window.y, right - left, window.height)
    painter = pen.painter
    painter.setPen(QPen(ink, 1.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(qrect(Rect(window.x + 0.5, window.y + 0.5, window.width - 1, window.height - 1)))
    # At a narrow window the grips stand outside, so that what is in it is seen between them.
    outward = HANDLE - 1 if window.width < NARROW else 0.0
    for x in (max(window.x - outward, 0.0), min(window.right - HANDLE + outward, width - HANDLE)):
        pen.fill(Rect(x, window.y + window.height / 2 - 9, HANDLE, 18), ink)
