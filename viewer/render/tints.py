"""Colours made once: the same colour at another strength."""

from functools import lru_cache

from PySide6.QtGui import QColor


def faint(colour: QColor, alpha: float) -> QColor:
    """Return `colour` at a strength from 0 to 1. Shared: never change it."""
    return _faint(colour.rgba(), alpha)


def mixed(colour: QColor, alpha: float, ground: QColor) -> QColor:
    """Return what `colour` at a strength from 0 to 1 looks like on `ground`. Shared: never change it."""
    return _mixed(colour.rgba(), alpha, ground.rgba())


@lru_cache(maxsize=1024)
def _mixed(rgba: int, alpha: float, ground: int) -> QColor:
    over, under = QColor.fromRgba(rgba), QColor.fromRgba(ground)
    pairs = (
        (over.red(), under.red()),
        (over.green(), under.green()),
        (over.blue(), under.blue()),
    )
    return QColor(*(round(above * alpha + below * (1 - alpha)) for above, below in pairs))


@lru_cache(maxsize=1024)
def _faint(rgba: int, alpha: float) -> QColor:
    made = QColor.fromRgba(rgba)
    made.setAlphaF(alpha)
    return made
