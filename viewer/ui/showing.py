"""What the session holds, shown in every pane."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow

from viewer.session.session import Session
from viewer.timeline.evidence import Claim
from viewer.timeline.scene import Scene
from viewer.ui.plain_text import label_text
from viewer.ui.status_words import counts_words, lanes_words
from viewer.ui.window_layout import Panes


class Showing:
    """Hands the facts of the session to the panes. `aspect` is the id of the aspect on the first page."""

    def __init__(self, window: QMainWindow, session: Session, panes: Panes, contested: QAction) -> None:
        self.aspect: str | None = None
        self._window = window
        self._session = session
        self._panes = panes
        self._contested = contested
        self._reader_is_stale = False

    def show_collection(self) -> None:
        """Show another collection, or the same one read again."""
        collection = self._session.collection
        if collection is None:
            return
        # Qt takes "[*]" for the place of a sign of unsaved changes; doubled, it is shown as it is.
        title = label_text(collection.title.best()).replace("[*]", "[*][*]")
        self._window.setWindowTitle(f"{title} – Attested")
        self._reader_is_stale = True
        self.freshen_reader()
        self.show_events()
        self.show_viewport()
        self.show_selection()

    def show_events(self) -> None:
        """Show what passes the filter."""
        session, panes = self._session, self._panes
        if session.collection is None or session.columns is None:
            return
        self.show_lanes()
        panes.event_list.show_events(session.collection, session.events)
        panes.filter_bar.show_filter(session.collection, session.filter)
        self._contested.setChecked(session.filter.contested)

    def show_lanes(self) -> None:
        """Show the events in their lanes."""
        session, panes = self._session, self._panes
        if session.collection is None or session.columns is None:
            return
        panes.timeline.set_events(session.columns, session.lanes, session.collection.eras)
        panes.overview.set_events(session.columns, session.lanes, session.whole())
        panes.filter_bar.show_lanes(lanes_words(session.arrangement))
        panes.lanes.show_lanes(session.arranged.every if session.arranged is not None else ())
        self._mark_selected()

    def show_axis(self) -> None:
        """Show the axis in another language."""
        self._panes.timeline.axis_words = self._panes.overview.axis_words = self._session.axis_words
        self.show_lanes()

    def show_viewport(self) -> None:
        """Show another span of time."""
        self._panes.timeline.set_viewport(self._session.viewport)
        self._panes.overview.set_viewport(self._session.viewport)

    def show_selection(self) -> None:
        """Show the selected event, or what the collection is."""
        session, panes = self._session, self._panes
        collection, event = session.collection, session.event_of(session.selected)
        self.aspect = None
        self._mark_selected()
        panes.event_list.select(session.selected)
        if collection is None:
            return
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

    def count(self, scene: Scene) -> None:
        """Say how much of all is seen."""
        session = self._session
        if session.collection is not None and session.columns is not None:
            passing, everything = len(session.events), len(session.collection.events)
            words = counts_words(scene, session.columns, session.unseen, passing, everything)
            self._panes.counts.setText(words)

    def _mark_selected(self) -> None:
        event = self._session.event_of(self._session.selected)
        ties = self._session.ties_of(event) if event is not None else ()
        self._panes.timeline.set_selected(self._session.selected, self._claims(), ties)

    def _claims(self) -> tuple[Claim, ...]:
        collection, event = self._session.collection, self._session.event_of(self._session.selected)
        if collection is None or event is None:
            return ()
        sources = {source.id: source for source in collection.sources}
        return tuple(
            Claim(sources[said.source].short_title, sources[said.source].colour, said.says)
            for said in event.attestations
            if said.says is not None and said.source in sources
        )
