"""Opening collections and reading them again: a worker, progress with Cancel, the last good view kept."""

import os
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QLabel, QProgressDialog, QWidget

from viewer.loading.folder import HEADER
from viewer.loading.load import Loaded
from viewer.loading.problems import Problem
from viewer.loading.starter import NotStartedError, start_collection
from viewer.session.given_up import give_up
from viewer.session.opening import Opening
from viewer.session.watching import CollectionWatcher
from viewer.store.cache import Cache
from viewer.ui.messages import tell

PATIENCE = 500
"""Milliseconds after which progress is shown."""


class CollectionOpener(QObject):
    """Emits `opened` (folder, Loaded) or `failed` (folder, words); a newer attempt cancels the older one.

    The collection opened last is watched: `reread` (folder, Loaded) follows each save by itself, without
    progress or question, also where the files can no longer be read; `gone` tells that the folder is gone.
    `ended` follows every attempt, whatever has come of it.
    """

    opened = Signal(object, object)
    failed = Signal(object, str)
    reread = Signal(object, object)
    gone = Signal()
    ended = Signal()

    def __init__(self, window: QWidget, cache: Cache | None = None) -> None:
        super().__init__(window)
        self._cache = cache
        self._window = window
        self._opening: Opening | None = None
        self._former: set[Opening] = set()
        self._is_closed = False
        self._asked = False
        self._dialog: QProgressDialog | None = None
        self._watcher = CollectionWatcher(self)
        self._watcher.changed.connect(self._read_again)
        self._watcher.gone.connect(self.gone)

    def ask(self, start: Path) -> None:
        """Let the user choose a folder, then open it."""
        chosen = self._folder("Open collection", start)
        if chosen:
            self.open(Path(chosen))

    def ask_new(self, start: Path) -> None:
        """Let the user choose an empty folder, start a collection in it, and open it."""
        title = "New collection: make or choose an empty folder"
        chosen = self._folder(title, start)
        if not chosen:
            return
        try:
            start_collection(Path(chosen))
        except NotStartedError as why:
            tell(self._window, "Not started", str(why))
        else:
            self.open(Path(chosen))

    def open(self, path: Path) -> None:
        """Open the collection in the folder `path`, or the one that the file `path` belongs to."""
        opening = self._start(collection_folder(path))
        self._asked = True
        opening.loaded.connect(lambda loaded: self._finish(opening, loaded))
        opening.failed.connect(lambda words: self._fail(opening, words))
        self._begin()
        QTimer.singleShot(PATIENCE, self, lambda: self._be_patient(opening))

    def stop(self) -> None:
        """Cancel what is under way, if anything; its worker ends by itself, soon."""
        if self._opening is not None:
            opening, self._opening = self._opening, None
            opening.cancel()
            if opening.isRunning():
                self._former.add(opening)
                give_up(opening)
            elif not opening.isFinished():  # it was still waiting for one before it
                opening.deleteLater()
                self.ended.emit()
        self._close_dialog()

    def close(self) -> None:
        """Stop for good: what is open is not watched any more."""
        self._is_closed = True
        self._watcher.stop()
        self.stop()

    def _folder(self, title: str, start: Path) -> str:
        """Return the folder that the user chooses, "" for none; the window has the keyboard again then."""
        chosen = QFileDialog.getExistingDirectory(self._window, title, str(start))
        self._window.activateWindow()
        return chosen

    def _read_again(self) -> None:
        """Read what is watched again; what the user has asked to open comes first, and is told as such."""
        folder = self._watcher.folder
        if folder is None:
            return
        if self._opening is not None and (
            self._asked or os.path.realpath(self._opening.folder) != str(folder)
        ):
            self._opening.finished.connect(self._read_again)
            return
        opening = self._start(folder)
        self._asked = False
        opening.loaded.connect(lambda loaded: self._finish(opening, loaded, quietly=True))
        opening.failed.connect(lambda words: self._finish(opening, _unread(words), quietly=True))
        self._begin()

    def _start(self, folder: Path) -> Opening:
        self.stop()
        opening = Opening(folder, self, self._cache)
        self._opening = opening
        opening.progressed.connect(lambda done, of, words: self._show_progress(opening, done, of, words))
        opening.finished.connect(lambda: self._end(opening))
        opening.finished.connect(opening.deleteLater)
        return opening

    def _begin(self) -> None:
        """Let the worker start, once those before it have ended: they may be writing what it will write."""
        if self._opening is not None and not self._former:
            self._opening.start()

    def _finish(self, opening: Opening, loaded: Loaded, *, quietly: bool = False) -> None:
        if opening is not self._opening:
            return
        self._opening = None
        self._close_dialog()
        if loaded.collection is not None:
            files = (source.file for source in loaded.collection.sources)
            self._watcher.watch(Path(loaded.collection.folder), files, opening.before)
        (self.reread if quietly else self.opened).emit(opening.folder, loaded)

    def _fail(self, opening: Opening, words: str) -> None:
        if opening is self._opening:
            self._opening = None
            self._close_dialog()
            self.failed.emit(opening.folder, words)

    def _end(self, opening: Opening) -> None:
        """Forget an attempt that has ended without a word: it will be deleted."""
        if self._is_closed:
            return
        if opening is self._opening:
            self._opening = None
            self._close_dialog()
        elif opening in self._former:
            self._former.discard(opening)
            self._begin()
        self.ended.emit()

    def _be_patient(self, opening: Opening) -> None:
        if opening is not self._opening:
            return
        dialog = QProgressDialog(self._window)
        label = QLabel(f"Opening {opening.folder.name}")
        label.setTextFormat(Qt.TextFormat.PlainText)
        dialog.setLabel(label)
        dialog.setWindowTitle("Opening")
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.setMinimumDuration(0)
        dialog.setAutoClose(False)
        dialog.setAutoReset(False)
        dialog.setRange(0, 0)
        dialog.canceled.connect(self.stop)
        dialog.show()
        self._dialog = dialog

    def _show_progress(self, opening: Opening, done: int, of: int, words: str) -> None:
        dialog = self._dialog
        if dialog is not None and opening is self._opening:
            dialog.setRange(0, of)
            dialog.setLabelText(words[:200])
            dialog.setValue(done)  # last: it lets events in, and one of them may close the dialog

    def _close_dialog(self) -> None:
        if self._dialog is not None:
            dialog, self._dialog = self._dialog, None
            dialog.canceled.disconnect()
            if dialog.isActiveWindow():
                self._window.activateWindow()
            dialog.close()
            dialog.deleteLater()


def _unread(words: str) -> Loaded:
    return Loaded(None, (Problem(HEADER, 1, 1, f"the collection could not be read: {words}", "Reload it"),))


def collection_folder(path: Path) -> Path:
    """Return the folder of the collection that `path` names: itself, or the folder of its collection.yaml."""
    return path.parent if path.name == "collection.yaml" else path
