"""The main window: it makes the panes and all that acts on them; `connections` says what leads where."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QMainWindow

from viewer.render.theme import Theme
from viewer.session.session import Session
from viewer.store.cache import Cache
from viewer.ui.actions import COMMANDS, build_actions, fill_menus
from viewer.ui.axis_menu import AxisMenu
from viewer.ui.choosing import Choosing
from viewer.ui.collection_opener import CollectionOpener
from viewer.ui.connections import connect_parts
from viewer.ui.export.command import ExportCommand
from viewer.ui.fold_time import FoldTime
from viewer.ui.help_dialogs import about, show_keys
from viewer.ui.lanes.commands import LaneCommands
from viewer.ui.lists.fold_menu import FoldMenu
from viewer.ui.messages import tell
from viewer.ui.navigation import Navigation
from viewer.ui.open_in_editor import open_in_editor
from viewer.ui.plain_text import label_text
from viewer.ui.reading_pane import ReadingPane
from viewer.ui.recent_menu import RecentMenu
from viewer.ui.showing import Showing
from viewer.ui.split.views import Views
from viewer.ui.taking import Taking
from viewer.ui.theme_menu import ThemeMenu
from viewer.ui.tours.menu import TourMenu
from viewer.ui.tours.tours import Tours
from viewer.ui.window_layout import lay_out


class MainWindow(QMainWindow):
    """Shows one session. `collection_opened` (folder) and `closed` are for the application around it.

    `recents` are the folders opened last, `cache` is where collections are kept compiled.
    """

    collection_opened = Signal(object)
    closed = Signal()

    def __init__(
        self,
        session: Session,
        theme: Theme,
        recents: Callable[[], tuple[str, ...]],
        cache: Cache | None = None,
    ) -> None:
        super().__init__()
        self.panes = lay_out(self, theme)
        self.views = Views(session, self.panes.split, self)
        self.navigation = Navigation(self, self.views)
        self.tours = Tours(session, self.panes.tour_bar, self.panes.split)
        self.reading = ReadingPane(self.panes.reading, self.views)
        self.opener = CollectionOpener(self, cache)
        self.lanes = LaneCommands(self.views, self)
        self.exporting = ExportCommand(self, self.views)
        self.folds = FoldMenu(self)
        self.fold_time = FoldTime(self, session)
        self.actions_by_id = build_actions(self, self.panes.split, self._commands())
        self.fold_time.follow(self.actions_by_id["fold_time"])
        self._make_menus(recents)
        self.setWindowTitle("Attested")
        self.setAcceptDrops(True)
        self.showing = Showing(self, self.views, self.panes, self.actions_by_id["contested"])
        self.taking = Taking(self.opener, session, self.panes)
        self.choosing = Choosing(self.views, self.navigation, self.reading, self.panes, self.showing)
        connect_parts(self)
        self.set_theme(theme)

    @property
    def session(self) -> Session:
        """What the active view shows."""
        return self.views.session

    def set_theme(self, theme: Theme) -> None:
        """Dress every pane in another theme."""
        for view in self.views:
            view.timeline.set_theme(theme)
        for pane in (self.panes.overview, self.panes.detail, self.panes.reader):
            pane.set_theme(theme)
        self.panes.event_list.set_theme(theme)
        self.panes.problems.set_theme(theme)

    def open(self, path: Path) -> None:
        """Open the collection at `path`; what is open stays until the new one is there."""
        self.opener.open(path)

    def divide(self, share: float, *, pane: bool) -> None:
        """Give time its `share` (0 to 1) of the width, and show or hide the reading pane."""
        whole = max(self.width(), 1)
        self.panes.splitter.setSizes([round(whole * share), round(whole * (1 - share))])
        self.reading.set_shown(shown=pane)

    def time_share(self) -> float:
        """Return the share of the width that time has."""
        time, reading = self.panes.splitter.sizes()
        return time / (time + reading) if reading else 0.66

    def show_banner(self, words: str) -> None:
        """Say something that stays true, above the timeline; "" takes it away."""
        self.panes.banner.setText(label_text(words))
        self.panes.banner.setVisible(bool(words))

    def open_file(self, file: str, line: int) -> None:
        """Open a file of the collection, named as in it, at a line in the user's editor."""
        words = open_in_editor(self._folder() / file, line)
        if words:
            QGuiApplication.clipboard().setText(f"{self._folder() / file}:{line}")
            tell(self, "Not opened", words)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop what is under way and tell the application."""
        self.opener.close()
        self.exporting.stop()
        for view in self.views:
            view.session.stop()
        self.closed.emit()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take folders and collection files."""
        if _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.open(path)

    def _commands(self) -> dict[str, Callable[[], object]]:
        own: dict[str, Callable[[], object]] = {
            "open_collection": lambda: self.opener.ask(self._folder().parent),
            "new_collection": lambda: self.opener.ask_new(self._folder().parent),
            "reload": lambda: self.opener.open(self._folder()),
            "export": self.exporting.ask,
            "quit": self.close,
            "copy_citation": self.panes.detail.copy_event,
            "search": self.panes.filter_bar.focus_search,
            "contested": self.panes.filter_bar.contested.click,
            "clear_filter": self.panes.filter_bar.take_all_away,
            "fold_time": self.fold_time.toggle,
            "split_timeline": self.views.toggle,
            "lock_views": self.views.toggle_lock,
            "other_view": self.views.other,
            "pane": self.reading.toggle,
            "full_screen": self._toggle_full_screen,
            "read": lambda: self.reading.read(self.panes.detail),
            "other_side": self.reading.change_sides,
            "let_go": lambda: self.choosing.let_go(self.tours),
            "next_step": self.tours.next,
            "previous_step": self.tours.previous,
            "leave_tour": self.tours.leave,
            "show_event": lambda: self.reading.show(self.panes.detail),
            "show_source": lambda: self.reading.show(self.panes.reader),
            "show_list": lambda: self.reading.show(self.panes.event_list),
            "show_problems": lambda: self.reading.show(self.panes.problems),
            "show_lanes": lambda: self.reading.read(self.panes.lanes),
            "keys": lambda: show_keys(self),
            "about": lambda: about(self),
        }
        own |= self.lanes.commands()
        moves = {
            command.id: getattr(self.navigation, command.id) for command in COMMANDS if command.id not in own
        }
        return {**moves, **own}

    def _make_menus(self, recents: Callable[[], tuple[str, ...]]) -> None:
        menus = fill_menus(self.menuBar(), self.actions_by_id)
        self.panes.filter_bar.lanes.setMenu(menus["Lanes"])
        self.themes = ThemeMenu(menus["View"])
        self.axis_menu = AxisMenu(menus["View"])
        self.recents = RecentMenu(menus["File"], self.actions_by_id["reload"], recents)
        self.tour_menu = TourMenu(menus["Go"], self.actions_by_id, self.tours)

    def _toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        self.actions_by_id["full_screen"].setChecked(self.isFullScreen())

    def _folder(self) -> Path:
        collection = self.session.collection
        return Path(collection.folder) if collection is not None else Path.home()


def _dropped(event: QDragEnterEvent | QDropEvent) -> Path | None:
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.is_dir() or path.name == "collection.yaml" else None
