"""The strip beneath a lane's rows: how densely folded events lie, their counts, and those never folded."""

from collections.abc import Mapping
from typing import Final

import numpy as np
from PySide6.QtGui import QColor

from viewer.render.measure import middle_rise
from viewer.render.pen import Pen
from viewer.render.raster import ACCENT, Counts, Notes
from viewer.render.tints import faint
from viewer.timeline.crowds import Folds, Pips, Rugs, count_words
from viewer.timeline.rect import Rect

DENSITY: Final = 0.34
"""How much of the lane's colour the columns have: quiet, yet seen in grey."""

BEHIND: Final = 0.05
"""How much of it they have behind a count: they do not run through its figures."""

UNSEEN: Final = -1
"""No event."""

FOOT: Final = 0.2
"""How much of it the line has that they stand on."""


def draw_densities(pen: Pen, rugs: Rugs, colours: Mapping[int, QColor], plot: Rect) -> None:
    """Draw columns of density, and the lines they stand on across the plot."""
    inks = [colours[lane] for lane in rugs.lanes.tolist()]
    if len(rugs):
        pen.columns(rugs, [(faint(ink, DENSITY), faint(ink, BEHIND)) for ink in inks])
    for lane in np.flatnonzero(np.bincount(rugs.of)).tolist():
        bottom = float(rugs.bottoms[lane])
        pen.line(plot.x, bottom, plot.right, bottom, faint(inks[lane], FOOT))


def counts_of(folds: Folds) -> Counts:
    """Return what folds read, each in the middle of its box."""
    baselines = folds.y + folds.height / 2 + middle_rise("count")
    return Counts(folds.x + folds.width / 2, baselines, [*map(count_words, folds.number.tolist())])


def notes_of(pips: Pips, colours: Mapping[int, QColor], selected: int | None, accent: QColor) -> Notes:
    """Return how pips are drawn: wider where several events stand there; a diamond tops a contested one.

    They are in `accent` if contested or lit (selected), else in the lane's colour.
    """
    contested, lit = pips.contested, pips.event == (UNSEEN if selected is None else selected)
    return Notes(
        pips.x,
        pips.top + 3.0 * contested,
        pips.bottom,
        1 + (pips.number > 1) + lit,
        np.where(contested | lit, ACCENT, pips.lane),
        contested,
        {ACCENT: accent, **colours},
    )
