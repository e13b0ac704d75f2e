"""Opening a collection in a worker thread, with progress and Cancel; the last good view stays meanwhile."""

import threading
from pathlib import Path

from PySide6.QtCore import QObject, QThread, Signal

from viewer.loading.load import LoadCancelled, Loaded, load_collection


class Opening(QThread):
    """One attempt to open `folder`. Emits `progressed` (done, all, words), then `loaded` or `failed`."""

    progressed = Signal(int, int, str)
    loaded = Signal(object)
    failed = Signal(str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder = folder
        self.result: Loaded | None = None
        self._stop = threading.Event()

    def cancel(self) -> None:
        """Ask the worker to stop; it then ends without a result."""
        self._stop.set()

    def run(self) -> None:
        """Load; called by QThread in the worker."""
        try:
            result = load_collection(self.folder, self.progressed.emit, self._stop.is_set)
        except LoadCancelled:
            return
        except Exception as error:
            self.failed.emit(f"{type(error).__name__}: {error}")
            return
        if not self._stop.is_set():
            self.result = result
            self.loaded.emit(result)
