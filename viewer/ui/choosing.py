"""What follows when something is chosen, wherever it was: an event, a passage, a difference."""

from viewer.model.filters import Filter
from viewer.session.session import Session
from viewer.ui.navigation import Navigation
from viewer.ui.reading_pane import ReadingPane
from viewer.ui.showing import Showing
from viewer.ui.split.views import Views
from viewer.ui.tours.tours import Tours
from viewer.ui.window_layout import Panes


class Choosing:
    """Selects in the active view, brings what was chosen into view, and shows its page."""

    def __init__(
        self, views: Views, navigation: Navigation, reading: ReadingPane, panes: Panes, showing: Showing
    ) -> None:
        self._views = views
        self._navigation = navigation
        self._reading = reading
        self._panes = panes
        self._showing = showing

    @property
    def _session(self) -> Session:
        return self._views.session

    def select(self, event_id: str) -> None:
        """Select an event, bring it into view and show its page."""
        self._look_at(event_id)
        self._navigation.reveal(event_id)

    def visit(self, event_id: str) -> None:
        """Select the event of a tour's step, likewise, at a zoom that suits it."""
        self._look_at(event_id)
        self._navigation.visit(event_id)

    def click(self, event_id: str | None) -> None:
        """Select an event that is in view, or nothing."""
        self._session.select(event_id)
        if event_id is not None:
            self._reading.show(self._panes.detail)

    def show_passage(self, source: str, start: int, end: int) -> None:
        """Show a passage in its document; `start` and `end` are characters of it."""
        if self._session.collection is not None:
            self._reading.show(self._panes.reader)
            self._panes.reader.show_source(self._session.collection, source, (start, end))

    def show_aspect(self, aspect_id: str) -> None:
        """Show a difference between two people."""
        self._showing.show_aspect(aspect_id)
        if self._showing.aspect == aspect_id:
            self._reading.show(self._panes.detail)

    def let_go(self, tours: Tours) -> None:
        """Stop every movement; let go of a drag, else stop what is under way, else let go of what is chosen.

        That is the range, the selected event, the tour.
        """
        self._views.be_still()
        if self._views.timeline.cancel_drag() or self._panes.under_way.stop():
            return
        if self._session.range is not None:
            self._session.set_range(None)
        elif self._session.selected is not None:
            self._session.select(None)
        else:
            tours.leave()

    def _look_at(self, event_id: str) -> None:
        if self._session.columns is not None and not self._session.passes(event_id):
            self._session.set_filter(Filter())
        session = self._session
        session.afterwards(lambda: session.show_lane_of(event_id))
        session.select(event_id)
        self._reading.show(self._panes.detail)
