"""Taking over what the opener has read: a new collection, the same one again, or what is wrong with it."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from viewer.loading.load import Loaded
from viewer.session.session import Session
from viewer.ui.banner_words import GONE, UNREAD, problems_words
from viewer.ui.collection_opener import CollectionOpener
from viewer.ui.messages import tell
from viewer.ui.window_layout import Panes

if TYPE_CHECKING:
    from viewer.loading.problems import Problem


class Taking(QObject):
    """Gives what `opener` has read to the session, and its `problems` to their page and the banner.

    Emits `opened` (folder) for another collection, `taken` when the attempt to open one is over, and
    `banner_requested` (words).
    """

    opened = Signal(object)
    taken = Signal()
    banner_requested = Signal(str)

    def __init__(self, opener: CollectionOpener, session: Session, panes: Panes) -> None:
        super().__init__(opener)
        self.problems: tuple[Problem, ...] = ()
        self._session = session
        self._panes = panes
        self._incomplete: tuple[str, ...] = ()
        self._is_stale = False
        opener.opened.connect(self._take)
        opener.reread.connect(self._take_again)
        opener.gone.connect(lambda: self.banner_requested.emit(GONE))
        opener.left_unread.connect(lambda: self.banner_requested.emit(UNREAD))
        opener.failed.connect(lambda _folder, words: tell(panes.reading.window(), "Not opened", words))

    def _take(self, folder: Path, loaded: Loaded) -> None:
        if loaded.collection is None and not self._is_open(folder):
            first = str(loaded.problems[0]) if loaded.problems else "There is no collection here."
            rest = "\n".join(map(str, loaded.problems))
            words = f"{folder.name} could not be opened. {first}"
            tell(self._panes.reading.window(), "Not opened", words, rest)
            return
        if loaded.collection is None or self._is_open(folder):
            self._take_again(folder, loaded)
        else:
            self._session.set_collection(loaded.collection)
            self.opened.emit(folder)
            self._incomplete = loaded.incomplete
            self._take_problems(loaded, stale=False)
        self.taken.emit()

    def _take_again(self, _folder: Path, loaded: Loaded) -> None:
        """Show what is open as it was read again; where that would lose something, keep it and say why.

        A file that ends too early, as one with an unclosed quotation mark does, loses the rest of its events.
        """
        cut = bool(loaded.incomplete and not self._incomplete)
        if loaded.collection is not None and not cut:
            self._incomplete = loaded.incomplete
            self._session.renew_collection(loaded.collection)
        self._take_problems(loaded, stale=loaded.collection is None or cut)

    def _take_problems(self, loaded: Loaded, *, stale: bool) -> None:
        self._is_stale = stale
        self.problems = tuple(loaded.problems)
        self._show_problems()

    def _is_open(self, folder: Path) -> bool:
        collection = self._session.collection
        return collection is not None and os.path.realpath(folder) == collection.folder

    def _show_problems(self) -> None:
        problems, reading = self.problems, self._panes.reading
        self._panes.problems.show_problems(problems)
        title = f"Problems ({len(problems)})" if problems else "Problems"
        reading.setTabText(reading.indexOf(self._panes.problems), title)
        words = problems_words(len(problems), stale=self._is_stale, incomplete=self._incomplete)
        self.banner_requested.emit(words)
