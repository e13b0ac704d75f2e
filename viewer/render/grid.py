"""The lines behind a picture: upright ones at the ticks of the axis, level ones between the lanes."""

from typing import Final

from PySide6.QtGui import QColor

from viewer.render.measure import room_for
from viewer.render.pen import Pen
from viewer.render.theme import Theme
from viewer.render.tints import faint, mixed
from viewer.timeline.highlight import Highlight
from viewer.timeline.metrics import Metrics
from viewer.timeline.rect import Rect
from viewer.timeline.scene import Scene

BESIDE: Final = 3.0
"""Pixels beside the name of an era that belong to it."""

QUIET: Final = 0.6
"""How much of a hairline's colour the lesser lines have."""


def draw_grid(pen: Pen, scene: Scene, theme: Theme, metrics: Metrics, highlight: Highlight) -> None:
    """Draw the lines of `scene`; none runs through the name of an era."""
    plot, upright = scene.plot, _Upright(pen, scene, theme, highlight)
    names = [
        (band.title_x - BESIDE, band.title_x + room_for(band.title, "era") + BESIDE)
        for band in scene.bands
        if band.title
    ]
    pen.clip(Rect(plot.x, 0, plot.width, scene.height))
    for x, major in scene.ticks:
        top = scene.axis.y if major else scene.axis.y + metrics.axis_row
        upright.draw(x, top, plot.y, major=major)
        named = any(left <= x < right for left, right in names)
        begin = plot.y + (metrics.era_height if named else 0.0)
        upright.draw(x, begin, plot.bottom, major=major)
    pen.clip(None)
    quiet = _quiet_line(theme)
    for header in scene.headers:
        pen.line(0, header.box.y, scene.width, header.box.y, quiet)


def _quiet_line(theme: Theme) -> QColor:
    """Return the colour of the lesser lines where they lie on the ground."""
    return faint(theme.color("hairline"), QUIET)


class _Upright:
    """Upright lines, in what their colour looks like on what lies behind them.

    Laying a tall thin line over what is there takes Qt twenty times as long as replacing it.
    """

    def __init__(self, pen: Pen, scene: Scene, theme: Theme, highlight: Highlight) -> None:
        self._line = pen.line
        self._plot = scene.plot
        self._chosen = highlight.range
        self._hairline = theme.color("hairline")
        self._range, self._era, self._ground = (
            mixed(self._hairline, QUIET, theme.color(role)) for role in ("range", "era", "ground")
        )
        self._tinted = [(band.box.x, band.box.right) for band in scene.bands if band.index % 2 == 0]

    def draw(self, x: float, top: float, bottom: float, *, major: bool) -> None:
        """Draw a line from `top` down to `bottom`, within the plot or above it."""
        self._line(x, top, x, bottom, self._hairline if major else self._lesser(x, top))

    def _lesser(self, x: float, top: float) -> QColor:
        if self._chosen is not None and self._chosen.x <= x < self._chosen.right:
            return self._range
        is_tinted = top >= self._plot.y and any(left <= x < right for left, right in self._tinted)
        return self._era if is_tinted else self._ground
