"""Which signal of the window's parts leads where: the panes know nothing of each other.

What is asked of the active view is asked when it happens: another one may be active by then.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from viewer.model.filters import Filter
from viewer.session.session import Session
from viewer.timeline.movement.fit import Rows
from viewer.timeline.viewport import Viewport
from viewer.ui.banner_words import UNREAD
from viewer.ui.lanes.menu import lane_menu
from viewer.ui.picking_progress import PickingProgress
from viewer.ui.split.views import TimeView

if TYPE_CHECKING:
    from viewer.ui.main_window import MainWindow

READING = "reading"
"""The task of reading the open collection again."""


def connect_parts(window: "MainWindow") -> None:
    """Connect the parts of a window that has all of them."""
    _connect_views(window)
    _connect_time(window)
    _connect_reading(window)
    _connect_collection(window)


def _connect_views(window: "MainWindow") -> None:
    views = window.views
    _connect_view(window, views.first)
    views.added.connect(lambda view: _connect_view(window, view))
    views.activated.connect(window.showing.show_active)
    for told in (views.activated, views.changed):
        told.connect(lambda: _show_views(window))
    _show_views(window)


def _connect_view(window: "MainWindow", view: TimeView) -> None:
    _show_session(window, view)
    _grant_wishes(window, view)


def _show_session(window: "MainWindow", view: TimeView) -> None:
    """Let the facts of a view's session be shown."""
    session, showing = view.session, window.showing
    session.collection_changed.connect(lambda: showing.show_collection(view))
    session.filter_changed.connect(lambda: showing.show_filter(view))
    session.events_changed.connect(lambda: showing.show_events(view))
    session.lanes_changed.connect(lambda: showing.show_lanes(view))
    for changed in (session.collection_changed, session.lanes_changed):
        changed.connect(lambda: window.lanes.show_state(window.actions_by_id))
    session.viewport_changed.connect(lambda: showing.show_viewport(view))
    session.selection_changed.connect(lambda: showing.show_selection(view))
    session.range_changed.connect(lambda: view.timeline.set_range(session.range))
    session.folding_changed.connect(lambda: showing.show_folding(view))
    session.axis_changed.connect(lambda: showing.show_axis(view))
    session.failed.connect(window.show_banner)
    session.went_back.connect(lambda renewing: _show_again(window, view, renewing=renewing))
    PickingProgress(session, window.panes.under_way)


def _grant_wishes(window: "MainWindow", view: TimeView) -> None:
    """Let what is wished in a view's timeline be done."""
    session, timeline, lanes = view.session, view.timeline, window.lanes
    timeline.failed.connect(window.show_banner)
    timeline.viewport_requested.connect(session.set_viewport)
    timeline.settled.connect(lambda: window.views.remember(view))
    timeline.event_clicked.connect(window.choosing.click)
    timeline.event_opened.connect(window.navigation.open_event)
    timeline.relation_followed.connect(window.choosing.select)
    timeline.lane_entered.connect(session.enter_lane)
    timeline.lane_clicked.connect(lambda lane: lanes.isolate(session.lanes[lane].path))
    timeline.group_folded.connect(lambda lane: lanes.fold(session.lanes[lane].path))
    timeline.lane_moved.connect(lanes.drop)
    timeline.lane_menu_requested.connect(lambda lane, at: _open_lane_menu(window, view, lane, at))
    timeline.range_requested.connect(session.set_range)
    timeline.break_opened.connect(session.folded_time.unfold)
    timeline.fold_opened.connect(lambda rows, at: _open_fold(window, session, rows, at))
    timeline.pointed.connect(window.panes.pointed.setText)
    timeline.scene_changed.connect(lambda scene: window.showing.count(view, scene))


def _show_views(window: "MainWindow") -> None:
    """Tick and enable the commands of two views, and those of the lanes of the active one."""
    split, actions = window.views.second is not None, window.actions_by_id
    actions["split_timeline"].setChecked(split)
    actions["lock_views"].setChecked(split and window.views.locked)
    actions["lock_views"].setEnabled(split)
    actions["other_view"].setEnabled(split)
    window.lanes.show_state(actions)


def _connect_time(window: "MainWindow") -> None:
    panes = window.panes
    for pane in (panes.overview, panes.detail, panes.reader, panes.event_list, panes.problems):
        pane.failed.connect(window.show_banner)
    panes.overview.viewport_requested.connect(lambda viewport: _drag_overview(window, viewport))
    panes.overview.settled.connect(lambda: window.views.remember(window.views.active))
    panes.lanes.connect_to(window.lanes)
    window.folds.event_chosen.connect(window.choosing.select)
    window.folds.zoom_requested.connect(window.navigation.spread)
    window.tours.event_requested.connect(window.choosing.visit)
    window.axis_menu.language_requested.connect(lambda tag: _set_axis_language(window, tag))


def _connect_reading(window: "MainWindow") -> None:
    panes, choosing = window.panes, window.choosing
    window.reading.shown.connect(window.actions_by_id["pane"].setChecked)
    panes.reading.currentChanged.connect(lambda _index: window.showing.freshen_reader())
    panes.filter_bar.filter_requested.connect(lambda chosen: _set_filter(window, chosen))
    panes.filter_bar.left.connect(panes.split.setFocus)
    panes.detail.passage_requested.connect(choosing.show_passage)
    panes.detail.event_requested.connect(choosing.select)
    panes.detail.aspect_requested.connect(choosing.show_aspect)
    panes.detail.filter_requested.connect(lambda facet, value: _add_filter(window, facet, value))
    panes.detail.copied.connect(lambda _text: window.statusBar().showMessage("Copied", 2000))
    panes.reader.event_requested.connect(choosing.select)
    panes.reader.aspect_requested.connect(choosing.show_aspect)
    panes.event_list.event_requested.connect(choosing.select)
    panes.problems.open_requested.connect(window.open_file)


def _connect_collection(window: "MainWindow") -> None:
    window.recents.folder_requested.connect(window.open)
    window.opener.read_on.connect(lambda words: window.panes.under_way.tell(READING, words))
    window.panes.under_way.stop_requested.connect(lambda task: _stop(window, task))
    window.taking.banner_requested.connect(window.show_banner)
    window.taking.opened.connect(window.collection_opened)
    window.taking.taken.connect(window.panes.split.setFocus)


def _stop(window: "MainWindow", task: str) -> None:
    if task == READING:
        window.opener.stop_reading_again()


def _show_again(window: "MainWindow", view: TimeView, *, renewing: bool) -> None:
    window.showing.show_again(view)
    window.lanes.show_state(window.actions_by_id)
    window.actions_by_id["fold_time"].setChecked(window.session.folded_time.now.on)
    if renewing:
        window.show_banner(UNREAD)


def _drag_overview(window: "MainWindow", viewport: Viewport) -> None:
    window.views.be_still()
    window.session.set_viewport(viewport)


def _set_axis_language(window: "MainWindow", tag: str) -> None:
    for view in window.views:
        view.session.set_axis_language(tag)


def _set_filter(window: "MainWindow", chosen: Filter) -> None:
    window.session.set_filter(chosen)


def _add_filter(window: "MainWindow", facet: str, value: str) -> None:
    window.session.set_filter(window.session.filter.with_facet(facet, value))


def _open_fold(window: "MainWindow", session: Session, rows: Rows, at: QPoint) -> None:
    if session.columns is not None:
        window.folds.show_rows(session.columns, rows, at)


def _open_lane_menu(window: "MainWindow", view: TimeView, lane: int, at: QPoint) -> None:
    arrange = window.actions_by_id["show_lanes"]
    view.timeline.setFocus()
    lane_menu(view.session.lanes[lane], window.lanes, arrange, window).popup(at)
