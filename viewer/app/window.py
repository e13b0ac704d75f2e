"""The running window: application, session, remembered state, theme, and the last line of defence."""

import gc
import os
import sys
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from viewer.app import crash
from viewer.app.folders import cache_folder, state_folder
from viewer.render.fonts import register_fonts
from viewer.render.theme import load_theme
from viewer.resources import bundled_collection, resource
from viewer.session.free_memory import give_back_large_pieces
from viewer.session.kept_lanes import kept_of
from viewer.session.session import Session
from viewer.session.state import View, begin_start, end_start, read_state, write_state
from viewer.store.cache import Cache
from viewer.timeline.folding.breaks import refolded
from viewer.timeline.folding.warp import UNFOLDED
from viewer.timeline.viewport import Viewport
from viewer.ui.appearance import dress
from viewer.ui.main_window import MainWindow
from viewer.ui.messages import tell
from viewer.ui.plain_text import label_text

DEFAULT_SIZE = (1500, 880)
"""Pixels of a first window, where the screen has them."""

TROUBLE_SHOWN = 30_000
"""Milliseconds for which the status line tells what was wrong at the start."""


def run(folder: Path | None) -> int:
    """Show the collection in `folder`, else the last one, until the window closes.

    Returns the exit code.
    """
    application = QApplication(sys.argv[:1])
    application.setApplicationName("attested")
    application.setApplicationDisplayName("Attested")
    application.setDesktopFileName("attested")
    application.setStyle("Fusion")
    application.setWindowIcon(QIcon(str(resource("icons", "attested.svg"))))
    register_fonts()
    running = RunningWindow(application, state_folder() / "state.json")
    running.start(folder)
    return application.exec()


class RunningWindow(QObject):
    """One window with what is remembered of it between two runs."""

    def __init__(self, application: QApplication, state_file: Path) -> None:
        super().__init__(application)
        self._application = application
        self._state_file = state_file
        self._troubles = [begin_start(state_file)]
        restored = read_state(state_file)
        self._troubles.append(restored.trouble)
        self.state = restored.state
        self.session = Session(self)
        theme = load_theme(self._theme_name())
        dress(application, theme)
        self.window = MainWindow(self.session, theme, lambda: self.state.recents, Cache(cache_folder()))
        self.window.themes.choose(self.state.theme)
        self.window.themes.theme_requested.connect(self._choose_theme)
        self.session.set_axis_language(self.state.axis)
        self.window.axis_menu.choose(self.state.axis)
        self.window.collection_opened.connect(self._remember_opened)
        self.window.closed.connect(self._keep)
        application.styleHints().colorSchemeChanged.connect(lambda _scheme: self._apply_theme())
        crash.listen(lambda text: QTimer.singleShot(0, self, lambda: self._tell_crash(text)))

    def start(self, folder: Path | None) -> None:
        """Show the window where it was, open the collection, and say what went wrong before."""
        self._place()
        self.window.show()
        self.window.activateWindow()
        once = Qt.ConnectionType.SingleShotConnection
        for then in (gc.enable, give_back_large_pieces):  # both would hold the first opening up
            self.window.opener.ended.connect(then, once)
        self.window.open(folder if folder is not None else self._last_or_bundled())
        QTimer.singleShot(0, self, self._after_first_paint)

    def _after_first_paint(self) -> None:
        gc.freeze()  # not later: a collection that is open would stay for good
        end_start(self._state_file)
        report = crash.last_crash()
        if report:
            tell(
                self.window,
                "After a crash",
                "The last run ended unexpectedly. This is what it left behind.",
                report,
            )
        # Not in the banner: that tells of the collection, which is not yet read.
        troubles = " ".join(filter(None, self._troubles))
        self.window.statusBar().showMessage(label_text(troubles), TROUBLE_SHOWN)

    def _last_or_bundled(self) -> Path:
        for recent in self.state.recents[:1]:
            # Path.is_file would raise where the folder may not be entered or its name is too long.
            if os.path.isfile(Path(recent) / "collection.yaml"):  # noqa: PTH113
                return Path(recent)
        return bundled_collection()

    def _place(self) -> None:
        screen = QGuiApplication.primaryScreen().availableGeometry()
        wanted = QRect(*self.state.geometry) if self.state.geometry else _centred(screen)
        visible = any(s.availableGeometry().intersects(wanted) for s in QGuiApplication.screens())
        self.window.setGeometry(wanted.intersected(screen) if visible else _centred(screen))
        if self.state.maximized:
            self.window.setWindowState(Qt.WindowState.WindowMaximized)
        self.window.divide(self.state.split, pane=self.state.pane)

    def _remember_opened(self, folder: Path) -> None:
        self.state = self.state.opened(str(folder.absolute()))
        left = self.state.views.get(str(folder.absolute()))
        if left is not None:
            self.session.folded_time.restore(on=left.folded, opened=left.opened)
            view = Viewport(left.start, left.span)
            self.session.set_viewport(refolded(view, UNFOLDED, self.session.warp))
            self.session.chosen_lanes.restore(left.lanes)
            self.session.select(left.selected or None)
            self.window.views.close()
            if left.second is not None:
                self.window.views.split(left.second)
        self.session.remember()

    def _keep(self) -> None:
        window = self.window
        box = window.normalGeometry() if window.isMaximized() else window.geometry()
        state = replace(
            self.state,
            geometry=(box.x(), box.y(), box.width(), box.height()),
            maximized=window.isMaximized(),
            split=window.time_share(),
            pane=window.panes.reading.isVisibleTo(window),
            axis=self.session.axis_language,
        )
        if self.session.collection is not None:
            viewport = refolded(self.session.viewport, self.session.warp, UNFOLDED)
            selected, folding = self.session.selected or "", self.session.folded_time.now
            lanes, second = kept_of(self.session.chosen_lanes.choices), window.views.remembered()
            view = View(
                viewport.start, viewport.span, selected, lanes, second, folding.on, folding.opened_days()
            )
            state = state.left(str(Path(self.session.collection.folder).absolute()), view)
        try:
            write_state(self._state_file, state)
        except OSError as error:
            print(f"attested: the window's state could not be kept: {error}", file=sys.stderr)

    def _choose_theme(self, name: str) -> None:
        self.state = replace(self.state, theme=name)
        self._apply_theme()

    def _apply_theme(self) -> None:
        theme = load_theme(self._theme_name())
        if self.window.isVisible():  # the picture in other colours comes in a turn of its own
            self.window.setUpdatesEnabled(False)
            QTimer.singleShot(0, self.window, lambda: self.window.setUpdatesEnabled(True))
        dress(self._application, theme)
        self.window.set_theme(theme)

    def _theme_name(self) -> str:
        if self.state.theme != "auto":
            return self.state.theme
        dark = self._application.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return "dark" if dark else "light"

    def _tell_crash(self, text: str) -> None:
        tell(self.window, "Something went wrong", "The program goes on, but this did not work.", text)


def _centred(screen: QRect) -> QRect:
    width, height = (min(DEFAULT_SIZE[0], screen.width()), min(DEFAULT_SIZE[1], screen.height()))
    box = QRect(0, 0, width, height)
    box.moveCenter(screen.center())
    return box
