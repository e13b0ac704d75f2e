"""Opening a collection in a worker thread, with progress and Cancel; the last good view stays meanwhile."""

import threading
from pathlib import Path

from PySide6.QtCore import QObject, QThread, Signal

from viewer.loading.load import LoadCancelled, Loaded
from viewer.session.free_memory import give_back
from viewer.session.picking import LARGE
from viewer.session.watching import Stamps, yaml_stamps
from viewer.store.cache import Cache
from viewer.store.opening import open_collection
from viewer.store.store import store_of


class Opening(QThread):
    """One attempt to open `folder`, from `cache` where nothing has changed.

    Emits `progressed` (done, all, words), then `loaded` or `failed`.

    `before` is what the YAML files looked like when the reading began: what is saved meanwhile is a change.
    """

    progressed = Signal(int, int, str)
    loaded = Signal(object)
    failed = Signal(str)

    def __init__(self, folder: Path, parent: QObject | None = None, cache: Cache | None = None) -> None:
        super().__init__(parent)
        # Without a name the worker would ask for the class's, before it holds Python's lock: one start in
        # twenty then ended in PySide's MetaObjectBuilder::update (seen with 6.11).
        self.setObjectName("opening")
        self.folder = folder
        self._cache = cache
        self.result: Loaded | None = None
        self.before: Stamps | None = None
        self._stop = threading.Event()

    def cancel(self) -> None:
        """Ask the worker to stop; it then ends without a result."""
        self._stop.set()

    def run(self) -> None:
        """Load; called by QThread in the worker."""
        self.before = yaml_stamps(self.folder)
        try:
            result = open_collection(self.folder, self._cache, self.progressed.emit, self._stop.is_set)
            if result.collection is not None:
                store_of(result.collection).prepare()  # here rather than in the thread of the window
            if result.counts.events > LARGE:
                give_back()
        except LoadCancelled:
            return
        except Exception as error:
            self.failed.emit(f"{type(error).__name__}: {error}")
            return
        if not self._stop.is_set():
            self.result = result
            self.loaded.emit(result)
