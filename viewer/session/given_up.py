"""Workers that are not wanted any more: nobody waits for them, only the end of the program."""

import atexit
from typing import Final

from PySide6.QtCore import QThread

_GIVEN_UP: Final[set[QThread]] = set()


def give_up(worker: QThread) -> None:
    """Let a worker that was asked to stop end by itself, soon."""
    worker.setParent(None)
    _GIVEN_UP.add(worker)
    worker.finished.connect(lambda: _GIVEN_UP.discard(worker))
    if worker.isFinished():
        _GIVEN_UP.discard(worker)


def _wait() -> None:
    # A thread that is destroyed while it runs ends the process with an error.
    for worker in tuple(_GIVEN_UP):
        worker.wait()


atexit.register(_wait)
