"""A picture that takes long is made ready bit by bit, between events, while the former one is seen."""

import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer, Signal

AT_ONCE = 12
"""Milliseconds, about, that it may take to lay a picture out where it is wanted; of two views each may."""

BEARABLE = 30
"""Milliseconds that it may where nothing new was seen for PATIENCE."""

PATIENCE = 0.15
"""Seconds for which a former picture is seen while what is wanted changes on and on."""

BIT = 0.004
"""Seconds of work between two looks at what the user does."""


class Readying(QObject):
    """Decides when a picture is made, and makes it ready where that takes long.

    `cost` tells about how many milliseconds the picture would take that is wanted now, `work` makes it ready,
    a little for each step. Emits `done` when it can be shown.
    """

    done = Signal()

    def __init__(
        self, cost: Callable[[], float], work: Callable[[], Iterator[None]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._cost = cost
        self._begun = work
        self._work: Iterator[None] | None = None
        self._is_done = False
        self._behind_since: float | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_under_way(self) -> bool:
        """Whether a picture is being made ready."""
        return self._work is not None

    def renew(self) -> None:
        """Another picture is wanted: what was made ready for the last one is left at that."""
        self._timer.stop()
        self._work = None
        self._is_done = False

    def must_wait(self) -> bool:
        """Whether the picture is not to be shown yet; what it needs is then made ready."""
        if self._work is not None:
            return True
        if self._is_done or self._cost() <= (BEARABLE if self._is_impatient() else AT_ONCE):
            return False
        self.begin()
        return True

    def begin(self) -> None:
        """Make the picture ready that is wanted now; what is seen stays meanwhile."""
        if self._behind_since is None:
            self._behind_since = time.monotonic()
        self._work = self._begun()
        self._timer.start()

    def shown(self) -> None:
        """Take note that the picture that is wanted is seen."""
        self._behind_since = None

    def _is_impatient(self) -> bool:
        return self._behind_since is not None and time.monotonic() - self._behind_since > PATIENCE

    def _go_on(self) -> None:
        work, until = self._work, time.monotonic() + BIT
        # At work, another picture may come to be wanted: what is seen may be scrolled.
        while work is not None and work is self._work:
            if not _go_on(work) and work is self._work:
                self._timer.stop()
                self._work, self._is_done = None, True
                self.done.emit()
            if time.monotonic() >= until:
                return


def _go_on(work: Iterator[None]) -> bool:
    """Do a little; return whether there may be more."""
    try:
        next(work)
    except StopIteration:
        return False
    except Exception:  # what is wrong with a picture is told when it is drawn
        return False
    return True
