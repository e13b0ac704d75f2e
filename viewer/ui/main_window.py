"""The main window: it makes the panes and alone connects them with the session and with each other."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QMainWindow, QWidget

from viewer.model.filters import Filter
from viewer.render.theme import Theme
from viewer.session.session import Session
from viewer.store.cache import Cache
from viewer.timeline.movement.fit import Rows
from viewer.timeline.viewport import Viewport
from viewer.ui.actions import COMMANDS, build_actions, fill_menus
from viewer.ui.axis_menu import AxisMenu
from viewer.ui.collection_opener import CollectionOpener
from viewer.ui.export.command import ExportCommand
from viewer.ui.fold_time import FoldTime
from viewer.ui.help_dialogs import about, show_keys
from viewer.ui.lanes.commands import LaneCommands
from viewer.ui.lanes.menu import lane_menu
from viewer.ui.lists.fold_menu import FoldMenu
from viewer.ui.messages import tell
from viewer.ui.navigation import Navigation
from viewer.ui.open_in_editor import open_in_editor
from viewer.ui.plain_text import label_text
from viewer.ui.recent_menu import RecentMenu
from viewer.ui.showing import Showing
from viewer.ui.split.views import TimeView, Views
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
        self.tours.event_requested.connect(self._visit)
        self.opener = CollectionOpener(self, cache)
        self.lanes = LaneCommands(self.views, self)
        self.exporting = ExportCommand(self, self.views)
        self.folds = FoldMenu(self)
        self.fold_time = FoldTime(self, session)
        self.actions_by_id = build_actions(self, self.panes.split, self._commands())
        menus = fill_menus(self.menuBar(), self.actions_by_id)
        self.panes.filter_bar.lanes.setMenu(menus["Lanes"])
        self.themes = ThemeMenu(menus["View"])
        self.fold_time.follow(self.actions_by_id["fold_time"])
        self.axis_menu = AxisMenu(menus["View"])
        self.axis_menu.language_requested.connect(self._set_axis_language)
        self.recents = RecentMenu(menus["File"], self.actions_by_id["reload"], recents)
        self.recents.folder_requested.connect(self.open)
        self.tour_menu = TourMenu(menus["Go"], self.actions_by_id, self.tours)
        self.setWindowTitle("Attested")
        self.setAcceptDrops(True)
        self.showing = Showing(self, self.views, self.panes, self.actions_by_id["contested"])
        self.taking = Taking(self.opener, session, self.panes, self.showing)
        self.taking.banner_requested.connect(self.show_banner)
        self.taking.opened.connect(self.collection_opened)
        self.taking.taken.connect(self.panes.split.setFocus)
        self._connect_views()
        self._connect_time()
        self._connect_reading()
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
        self.panes.reading.setVisible(pane)
        self.actions_by_id["pane"].setChecked(pane)

    def time_share(self) -> float:
        """Return the share of the width that time has."""
        time, reading = self.panes.splitter.sizes()
        return time / (time + reading) if reading else 0.66

    def show_banner(self, words: str) -> None:
        """Say something that stays true, above the timeline; "" takes it away."""
        self.panes.banner.setText(label_text(words))
        self.panes.banner.setVisible(bool(words))

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
            "contested": self._toggle_contested,
            "clear_filter": lambda: self._set_filter(Filter()),
            "fold_time": self.fold_time.toggle,
            "split_timeline": self.views.toggle,
            "lock_views": self.views.toggle_lock,
            "other_view": self.views.other,
            "pane": self._toggle_pane,
            "full_screen": self._toggle_full_screen,
            "read": lambda: self.read_page(self.panes.detail),
            "other_side": self._change_sides,
            "let_go": self._let_go,
            "next_step": self.tours.next,
            "previous_step": self.tours.previous,
            "leave_tour": self.tours.leave,
            "show_event": lambda: self.show_page(self.panes.detail),
            "show_source": lambda: self.show_page(self.panes.reader),
            "show_list": lambda: self.show_page(self.panes.event_list),
            "show_problems": lambda: self.show_page(self.panes.problems),
            "show_lanes": lambda: self.read_page(self.panes.lanes),
            "keys": lambda: show_keys(self),
            "about": lambda: about(self),
        }
        own |= self.lanes.commands()
        moves = {
            command.id: getattr(self.navigation, command.id) for command in COMMANDS if command.id not in own
        }
        return {**moves, **own}

    def _connect_views(self) -> None:
        self._connect_view(self.views.first)
        self.views.added.connect(self._connect_view)
        self.views.activated.connect(self.showing.show_active)
        for told in (self.views.activated, self.views.changed):
            told.connect(self._show_views)
        self._show_views()

    def _connect_view(self, view: TimeView) -> None:
        session, timeline, showing = view.session, view.timeline, self.showing
        session.collection_changed.connect(lambda: showing.show_collection(view))
        session.events_changed.connect(lambda: showing.show_events(view))
        session.lanes_changed.connect(lambda: showing.show_lanes(view))
        for changed in (session.collection_changed, session.lanes_changed):
            changed.connect(lambda: self.lanes.show_state(self.actions_by_id))
        session.viewport_changed.connect(lambda: showing.show_viewport(view))
        session.selection_changed.connect(lambda: showing.show_selection(view))
        session.range_changed.connect(lambda: timeline.set_range(session.range))
        session.folding_changed.connect(lambda: showing.show_folding(view))
        session.axis_changed.connect(lambda: showing.show_axis(view))
        session.failed.connect(self.show_banner)
        timeline.failed.connect(self.show_banner)
        timeline.viewport_requested.connect(session.set_viewport)
        timeline.settled.connect(lambda: self.views.remember(view))
        timeline.event_clicked.connect(self._click)
        timeline.event_opened.connect(self.navigation.open_event)
        timeline.relation_followed.connect(self.select)
        timeline.lane_entered.connect(session.enter_lane)
        timeline.lane_clicked.connect(lambda lane: self.lanes.isolate(session.lanes[lane].path))
        timeline.group_folded.connect(lambda lane: self.lanes.fold(session.lanes[lane].path))
        timeline.lane_moved.connect(self.lanes.drop)
        timeline.lane_menu_requested.connect(lambda lane, at: self._open_lane_menu(view, lane, at))
        timeline.range_requested.connect(session.set_range)
        timeline.break_opened.connect(session.folded_time.unfold)
        timeline.fold_opened.connect(lambda rows, at: self._open_fold(session, rows, at))
        timeline.pointed.connect(self.panes.pointed.setText)
        timeline.scene_changed.connect(lambda scene: showing.count(view, scene))

    def _show_views(self) -> None:
        """Tick and enable the commands of two views, and those of the lanes of the active one."""
        split, actions = self.views.second is not None, self.actions_by_id
        actions["split_timeline"].setChecked(split)
        actions["lock_views"].setChecked(split and self.views.locked)
        actions["lock_views"].setEnabled(split)
        actions["other_view"].setEnabled(split)
        self.lanes.show_state(actions)

    def _connect_time(self) -> None:
        panes = self.panes
        for pane in (
            panes.overview,
            panes.detail,
            panes.reader,
            panes.event_list,
            panes.problems,
        ):
            pane.failed.connect(self.show_banner)
        panes.overview.viewport_requested.connect(self._drag_overview)
        panes.overview.settled.connect(lambda: self.views.remember(self.views.active))
        panes.lanes.connect_to(self.lanes)
        self.folds.event_chosen.connect(self.select)
        self.folds.zoom_requested.connect(self.navigation.spread)

    def _connect_reading(self) -> None:
        panes = self.panes
        panes.reading.currentChanged.connect(lambda _index: self.showing.freshen_reader())
        panes.filter_bar.filter_requested.connect(self._set_filter)
        panes.filter_bar.left.connect(panes.split.setFocus)
        panes.detail.passage_requested.connect(self._show_passage)
        panes.detail.event_requested.connect(self.select)
        panes.detail.aspect_requested.connect(self._show_aspect)
        panes.detail.filter_requested.connect(self._add_filter)
        panes.detail.copied.connect(lambda _text: self.statusBar().showMessage("Copied", 2000))
        panes.reader.event_requested.connect(self.select)
        panes.reader.aspect_requested.connect(self._show_aspect)
        panes.event_list.event_requested.connect(self.select)
        panes.problems.open_requested.connect(self._open_file)

    def select(self, event_id: str) -> None:
        """Select an event, bring it into view and show its page."""
        self._look_at(event_id)
        self.navigation.reveal(event_id)

    def _visit(self, event_id: str) -> None:
        self._look_at(event_id)
        self.navigation.visit(event_id)

    def _look_at(self, event_id: str) -> None:
        if self.session.columns is not None and not self.session.passes(event_id):
            self.session.set_filter(Filter())
        self.session.show_lane_of(event_id)
        self.session.select(event_id)
        self.show_page(self.panes.detail)

    def show_page(self, page: QWidget) -> None:
        """Bring a page of the reading pane to the front and give it the focus where keys were used."""
        self.panes.reading.setVisible(True)
        self.actions_by_id["pane"].setChecked(True)
        self.panes.reading.setCurrentWidget(page)

    def read_page(self, page: QWidget) -> None:
        """Bring a page of the reading pane to the front and give it the keyboard."""
        self.show_page(page)
        page.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _click(self, event_id: str | None) -> None:
        self.session.select(event_id)
        if event_id is not None:
            self.show_page(self.panes.detail)

    def _open_fold(self, session: Session, rows: Rows, at: QPoint) -> None:
        if session.columns is not None:
            self.folds.show_rows(session.columns, rows, at)

    def _show_passage(self, source: str, start: int, end: int) -> None:
        if self.session.collection is not None:
            self.show_page(self.panes.reader)
            self.panes.reader.show_source(self.session.collection, source, (start, end))

    def _show_aspect(self, aspect_id: str) -> None:
        self.showing.show_aspect(aspect_id)
        if self.showing.aspect == aspect_id:
            self.show_page(self.panes.detail)

    def _set_axis_language(self, tag: str) -> None:
        for view in self.views:
            view.session.set_axis_language(tag)

    def _set_filter(self, chosen: Filter) -> None:
        self.session.set_filter(chosen)

    def _add_filter(self, facet: str, value: str) -> None:
        self.session.set_filter(self.session.filter.with_facet(facet, value))

    def _change_sides(self) -> None:
        """Give the keyboard to the reading pane, or back to the timeline."""
        if self.views.timeline.hasFocus() and self.panes.reading.isVisible():
            self.panes.reading.currentWidget().setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.views.timeline.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _let_go(self) -> None:
        self.views.be_still()
        if self.session.range is not None:
            self.session.set_range(None)
        elif self.session.selected is not None:
            self.session.select(None)
        else:
            self.tours.leave()

    def _drag_overview(self, viewport: Viewport) -> None:
        self.views.be_still()
        self.session.set_viewport(viewport)

    def _open_lane_menu(self, view: TimeView, lane: int, at: QPoint) -> None:
        arrange = self.actions_by_id["show_lanes"]
        view.timeline.setFocus()
        lane_menu(view.session.lanes[lane], self.lanes, arrange, self).popup(at)

    def _toggle_contested(self) -> None:
        self.panes.filter_bar.contested.click()

    def _toggle_pane(self) -> None:
        shown = not self.panes.reading.isVisible()
        self.panes.reading.setVisible(shown)
        self.actions_by_id["pane"].setChecked(shown)

    def _toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        self.actions_by_id["full_screen"].setChecked(self.isFullScreen())

    def _open_file(self, file: str, line: int) -> None:
        words = open_in_editor(self._folder() / file, line)
        if words:
            QGuiApplication.clipboard().setText(f"{self._folder() / file}:{line}")
            tell(self, "Not opened", words)

    def _folder(self) -> Path:
        collection = self.session.collection
        return Path(collection.folder) if collection is not None else Path.home()


def _dropped(event: QDragEnterEvent | QDropEvent) -> Path | None:
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.is_dir() or path.name == "collection.yaml" else None
