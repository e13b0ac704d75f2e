"""What the session holds, shown in every pane."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow

from viewer.session.session import Session
from viewer.store.events import StoredEvents
from viewer.timeline.evidence import Claim
from viewer.timeline.scene import Scene
from viewer.ui.evidence_words import evidence_words
from viewer.ui.nothing_words import nothing_words
from viewer.ui.plain_text import label_text
from viewer.ui.split.views import TimeView, Views
from viewer.ui.status_words import counts_words, lanes_words
from viewer.ui.window_layout import Panes


class Showing:
    """Hands the facts of each view to its timeline, and those of the active one to the other panes.

    `aspect` is the id of the aspect on the first page.
    """

    def __init__(self, window: QMainWindow, views: Views, panes: Panes, contested: QAction) -> None:
        self.aspect: str | None = None
        self._window = window
        self._views = views
        self._panes = panes
        self._contested = contested
        self._reader_is_stale = False
        self._page: tuple[str, str | None] = "", None

    @property
    def _session(self) -> Session:
        return self._views.session

    def show_collection(self, view: TimeView) -> None:
        """Show another collection in a view, or the same one read again."""
        collection = view.session.collection
        if collection is None:
            return
        if view is self._views.first:
            # Qt takes "[*]" for the place of a sign of unsaved changes; doubled, it is shown as it is.
            title = label_text(collection.title.best()).replace("[*]", "[*][*]")
            self._window.setWindowTitle(f"{title} – Attested")
            self._reader_is_stale = True
            self.freshen_reader()
        self.show_events(view)
        self.show_viewport(view)
        if view is self._views.active:
            self._show_page_again()
        else:
            self._mark_selected(view)

    def show_active(self) -> None:
        """Show what the view that is active now has: its filter, events, lanes, span."""
        self._show_list()
        self._show_lanes_beside()
        self._panes.overview.set_viewport(self._session.viewport)
        scene = self._views.timeline.painted
        if scene is not None:
            self.count(self._views.active, scene)

    def show_filter(self, view: TimeView) -> None:
        """Show what is filtered in a view, if it is the active one; what passes may come later."""
        session, panes = view.session, self._panes
        if view is self._views.active and session.collection is not None:
            panes.filter_bar.show_filter(session.collection, session.filter)
            self._contested.setChecked(session.filter.contested)

    def show_again(self, view: TimeView) -> None:
        """Show what a view still has where the user has given up what was asked for."""
        session, panes = view.session, self._panes
        if view is self._views.active and session.collection is not None:
            panes.filter_bar.show_filter_again(session.collection, session.filter)
            panes.filter_bar.show_lanes(lanes_words(session.arrangement))
            self._contested.setChecked(session.filter.contested)

    def show_events(self, view: TimeView) -> None:
        """Show what passes the filter of a view."""
        self.show_lanes(view)
        if view is self._views.active:
            self._show_list()

    def show_lanes(self, view: TimeView) -> None:
        """Show the events of a view in their lanes."""
        session = view.session
        if session.collection is None or session.picked is None:
            return
        view.timeline.axis_words = session.axis_words
        arranged, eras = session.picked.arranged, session.collection.eras
        view.timeline.notice.say(nothing_words(session))
        view.timeline.set_events(arranged.columns, arranged.lanes, eras, session.picked.prepared)
        if view is self._views.active:
            self._show_lanes_beside()
        self._mark_selected(view)

    def show_axis(self, view: TimeView) -> None:
        """Show the axis in another language."""
        if view is self._views.active:
            self._panes.overview.axis_words = view.session.axis_words
        self.show_lanes(view)

    def show_folding(self, view: TimeView) -> None:
        """Show time folded otherwise, the same dates in view."""
        view.timeline.be_still()
        self.show_lanes(view)
        self.show_viewport(view)

    def show_viewport(self, view: TimeView) -> None:
        """Show another span of time."""
        view.timeline.set_viewport(view.session.viewport)
        if view is self._views.active:
            self._panes.overview.set_viewport(view.session.viewport)

    def show_selection(self, view: TimeView) -> None:
        """Show the selected event, or what the collection is."""
        self._mark_selected(view)
        if view is not self._views.active:
            return
        session, panes = view.session, self._panes
        collection, event = session.collection, session.event_of(session.selected)
        self.aspect = None
        panes.event_list.select(session.selected)
        if collection is None:
            return
        self._page = collection.folder, session.selected
        if event is None:
            panes.detail.show_nothing(collection)
        else:
            panes.detail.show_event(collection, event)

    def show_aspect(self, aspect_id: str) -> None:
        """Show a difference between two people; an unknown id shows nothing."""
        collection = self._session.collection
        aspect = next((a for a in collection.aspects if a.id == aspect_id), None) if collection else None
        if collection is not None and aspect is not None:
            self.aspect = aspect_id
            self._panes.detail.show_aspect(collection, aspect)

    def freshen_reader(self) -> None:
        """Set the documents when they are looked at: the first frame need not wait for whole texts."""
        collection, reader = self._session.collection, self._panes.reader
        if collection is not None and self._reader_is_stale and self._panes.reading.currentWidget() is reader:
            self._reader_is_stale = False
            reader.show_collection(collection)

    def count(self, view: TimeView, scene: Scene) -> None:
        """Say how much of all is seen in a view, if it is the active one."""
        session = view.session
        if view is self._views.active and session.collection is not None and session.columns is not None:
            passing, everything = len(session.events), len(session.collection.events)
            out_of_sight = len(session.lanes) - len(scene.headers)
            words = counts_words(
                scene, session.columns, session.unseen, passing, everything, out_of_sight=out_of_sight
            )
            self._panes.counts.setText(words)

    def _show_page_again(self) -> None:
        """Show the page of a collection that may be the same one read again: then it stays at its place."""
        before, aspect, bar = self._page, self.aspect, self._panes.detail.view.verticalScrollBar()
        scrolled = bar.value()
        self.show_selection(self._views.active)
        if self._page[0] == before[0] and aspect is not None:
            self.show_aspect(aspect)
        if self._page == before:
            bar.setValue(scrolled)

    def _show_list(self) -> None:
        session, panes = self._session, self._panes
        if session.collection is not None:
            if isinstance(session.events, StoredEvents):
                panes.event_list.show_events(session.events)
            self.show_filter(self._views.active)

    def _show_lanes_beside(self) -> None:
        session, panes = self._session, self._panes
        if session.picked is not None:
            arranged = session.picked.arranged
            panes.overview.set_events(arranged.columns, arranged.lanes, session.everything())
            panes.filter_bar.show_lanes(lanes_words(session.arrangement))
            panes.lanes.show_lanes(arranged.every)

    def _mark_selected(self, view: TimeView) -> None:
        session = view.session
        event = session.event_of(session.selected)
        ties = session.ties_of(event) if event is not None else ()
        row = session.selected_row
        hint = evidence_words(event, has_row=row is not None)
        view.timeline.set_selected(row, _claims(session), ties, hint)


def _claims(session: Session) -> tuple[Claim, ...]:
    """Return what each source says of the selected event's date."""
    collection, event = session.collection, session.event_of(session.selected)
    if collection is None or event is None:
        return ()
    sources = {source.id: source for source in collection.sources}
    return tuple(
        Claim(sources[said.source].short_title, sources[said.source].colour, said.says)
        for said in event.attestations
        if said.says is not None and said.source in sources
    )
