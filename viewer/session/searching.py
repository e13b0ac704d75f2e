"""Looking for words in a large collection: in a worker, so that the window goes on."""

import threading

from PySide6.QtCore import QObject, QThread, Signal

from viewer.store.choosing import Mask, found
from viewer.store.store import Store


class _StoppedError(Exception):
    """The search is not wanted any more."""


class Searching(QThread):
    """One search for `query`. Emits `done` when `result` is there: a mask of events, None for no words."""

    done = Signal()

    def __init__(self, store: Store, query: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("searching")  # see Opening: a worker without a name asks for its class's too early
        self.query = query
        self.result: Mask | None = None
        self._store = store
        self._stop = threading.Event()

    def cancel(self) -> None:
        """Ask the worker to stop, and wait for the megabyte it is at."""
        self._stop.set()
        self.wait()

    def run(self) -> None:
        """Search; called by QThread in the worker."""
        try:
            self.result = found(self._store, self.query, self._pause)
        except _StoppedError:
            return
        self.done.emit()

    def _pause(self) -> None:
        if self._stop.is_set():
            raise _StoppedError
