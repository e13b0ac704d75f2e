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
    question, also where the files can no longer be read; `gone` tells that the folder is gone. Where that
    takes long, `read_on` (words) says how far it is, "" at its end. `left_unread` follows when the user stops
    it: what was saved last is not shown. `ended` follows every attempt, whatever has come of it.
    """

    opened = Signal(object, object)
    failed = Signal(object, str)
    reread = Signal(object, object)
    gone = Signal()
    read_on = Signal(str)
    left_unread = Signal()
    ended = Signal()

    def __init__(self, window: QWidget, cache: Cache | None = None) -> None:
        super().__init__(window)
        self._cache = cache
        self._window = window
        self._opening: Opening | None = None
        self._former: set[Opening] = set()
        self._is_closed = False
        self._asked = False
        self._owed = False
        self._is_telling = False
        self._reached = ""
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
        self._owed = self._owed or (self._opening is not None and not self._asked)
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
        self._end_progress()

    def stop_reading_again(self) -> None:
        """Leave what was saved last unread; what is seen stays."""
        if self._opening is not None and not self._asked:
            self.stop()
            self.left_unread.emit()

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
            self._owed = True
            return
        opening = self._start(folder)
        self._asked = False
        opening.loaded.connect(lambda loaded: self._finish(opening, loaded, quietly=True))
        opening.failed.connect(lambda words: self._finish(opening, _unread(words), quietly=True))
        self._begin()
        QTimer.singleShot(PATIENCE, self, lambda: self._tell(opening))

    def _start(self, folder: Path) -> Opening:
        self.stop()
        opening = Opening(folder, self, self._cache)
        self._opening, self._reached = opening, ""
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
        self._end_progress()
        if loaded.collection is not None:
            files = (source.file for source in loaded.collection.sources)
            self._watcher.watch(Path(loaded.collection.folder), files, opening.before)
        self._owed = self._owed and not self._is_watched(opening)
        (self.reread if quietly else self.opened).emit(opening.folder, loaded)

    def _fail(self, opening: Opening, words: str) -> None:
        if opening is self._opening:
            self._opening = None
            self._end_progress()
            self._owed = self._owed and not self._is_watched(opening)
            self.failed.emit(opening.folder, words)

    def _cancel(self) -> None:
        """Stop as the user wishes: where the open collection was to be read again, it is not."""
        unread = self._owed and self._opening is not None and self._is_watched(self._opening)
        self.stop()
        if unread:
            self._owed = False
            self.left_unread.emit()

    def _is_watched(self, opening: Opening) -> bool:
        return os.path.realpath(opening.folder) == str(self._watcher.folder)

    def _end(self, opening: Opening) -> None:
        """Forget an attempt that has ended without a word: it will be deleted."""
        if self._is_closed:
            return
        if opening is self._opening:
            self._opening = None
            self._end_progress()
        elif opening in self._former:
            self._former.discard(opening)
            self._begin()
        self.ended.emit()
        if self._owed and self._opening is None:
            self._owed = False
            self._read_again()

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
        dialog.canceled.connect(self._cancel)
        dialog.show()
        self._dialog = dialog

    def _show_progress(self, opening: Opening, done: int, of: int, words: str) -> None:
        if opening is not self._opening:
            return
        self._reached = f", step {done + 1} of {of}"
        if self._is_telling:
            self._tell(opening)
        dialog = self._dialog
        if dialog is not None:
            dialog.setRange(0, of)
            dialog.setLabelText(words[:200])
            dialog.setValue(done)  # last: it lets events in, and one of them may close the dialog

    def _tell(self, opening: Opening) -> None:
        if opening is self._opening:
            self._is_telling = True
            self.read_on.emit(f"Reading again{self._reached or '…'}")

    def _end_progress(self) -> None:
        if self._is_telling:
            self._is_telling = False
            self.read_on.emit("")
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
