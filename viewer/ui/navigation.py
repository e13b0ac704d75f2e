"""Movement by command: every key of the View and Go menus, in terms of the session and the timeline."""

from collections.abc import Callable

from PySide6.QtWidgets import QMainWindow

from viewer.session.session import Session
from viewer.timeline.columns import Columns
from viewer.timeline.folding.breaks import gap_at
from viewer.timeline.movement import fit
from viewer.timeline.movement.fit import Rows
from viewer.timeline.movement.neighbours import Neighbours
from viewer.timeline.viewport import Viewport
from viewer.ui.date_dialog import DateDialog
from viewer.ui.messages import ask
from viewer.ui.nothing_words import NO_RANGE, NO_SELECTION, end_words, nothing_words
from viewer.ui.split.views import Views
from viewer.ui.timeline.view import TimelineView

ZOOM = 1.6
"""Magnification of one key press."""

PAN = 0.12
"""Share of the window that one arrow moves."""

PAGE = 0.85
"""Share of the window that one page moves."""

SAID = 4000
"""Milliseconds for which the status line tells why nothing has moved."""


class Navigation:
    """Moves the active view and the selection; each public method is a command of the same id."""

    def __init__(self, window: QMainWindow, views: Views) -> None:
        self._window = window
        self._views = views
        self._beside: Neighbours | None = None

    @property
    def _session(self) -> Session:
        return self._views.session

    @property
    def _view(self) -> TimelineView:
        return self._views.timeline

    def go(self, viewport: Viewport) -> None:
        """Move there, animated."""
        self._view.motion.go(self._session.viewport, viewport)

    def zoom_in(self) -> None:
        """Zoom in about the selected event if it is in view, else about the middle."""
        self._zoom(ZOOM)

    def zoom_out(self) -> None:
        """Zoom out likewise."""
        self._zoom(1 / ZOOM)

    def pan_left(self) -> None:
        """Move a little earlier."""
        self._pan(-PAN)

    def pan_right(self) -> None:
        """Move a little later."""
        self._pan(PAN)

    def page_left(self) -> None:
        """Move a window earlier."""
        self._pan(-PAGE)

    def page_right(self) -> None:
        """Move a window later."""
        self._pan(PAGE)

    def focus_event(self) -> None:
        """Centre the selected event; where it is centred already, fit it."""
        row, columns = self._selected_row(), self._session.columns
        if columns is None:
            return
        if row is None:
            selected = self._session.selected is not None
            self._say("The selected event is not on the timeline" if selected else NO_SELECTION)
            return
        self.go(fit.focus(columns, row, self._target()))

    def fit(self) -> None:
        """Show everything that passes the filter."""
        self.go(self._session.whole())

    def fit_range(self) -> None:
        """Show the chosen range."""
        if self._session.range is not None:
            self._go_to_days(self._session.range)
        elif self._session.columns is not None:
            self._say(NO_RANGE)

    def next_in_lane(self) -> None:
        """Select the next event of the lane."""
        self._step(1, in_lane=True)

    def previous_in_lane(self) -> None:
        """Select the event before in the lane."""
        self._step(-1, in_lane=True)

    def next_event(self) -> None:
        """Select the next event of all lanes."""
        self._step(1, in_lane=False)

    def previous_event(self) -> None:
        """Select the event before in all lanes."""
        self._step(-1, in_lane=False)

    def lane_below(self) -> None:
        """Select the nearest event in the next lane below that has any."""
        self._cross(1)

    def lane_above(self) -> None:
        """Select the nearest event in the next lane above that has any."""
        self._cross(-1)

    def first(self) -> None:
        """Move to the beginning."""
        self._edge(0, 0.1)

    def last(self) -> None:
        """Move to the end."""
        self._edge(1, 0.7)

    def go_to_date(self) -> None:
        """Ask for a date and show it."""
        dialog = DateDialog("Go to a date", parent=self._window)
        if ask(dialog) and (days := dialog.days()) is not None:
            self._go_to_days(days)

    def choose_range(self) -> None:
        """Ask for a range and choose it."""
        dialog = DateDialog("Choose a range", parent=self._window)
        if ask(dialog) and (days := dialog.days()) is not None:
            self._session.set_range(days)
            self._go_to_days(days)

    def back(self) -> None:
        """Return to the view before."""
        self._session.history, viewport = self._session.history.back()
        if viewport is not None:
            self.go(viewport)

    def forward(self) -> None:
        """Go on to the view that "back" left."""
        self._session.history, viewport = self._session.history.forward()
        if viewport is not None:
            self.go(viewport)

    def reveal(self, event_id: str) -> None:
        """Bring an event into view without changing the zoom, where it is not in view already."""
        self._bring(event_id, fit.revealed)

    def visit(self, event_id: str) -> None:
        """Bring the event of a tour's step into view, at a zoom that suits it."""
        self._bring(event_id, fit.toured)

    def open_event(self, event_id: str) -> None:
        """Select an event and fit it."""
        self._session.select(event_id)
        columns = self._session.columns
        row = self._selected_row()
        if columns is not None and row is not None:
            self.go(fit.fit_event(columns, row))

    def spread(self, rows: Rows) -> None:
        """Fit several events, rows of the columns, so that what was folded together comes apart."""
        columns = self._session.columns
        viewport = fit.fit_events(columns, rows) if columns is not None else None
        if viewport is not None:
            self.go(viewport)

    def _go_to_days(self, days: tuple[int, int]) -> None:
        """Fit a half-open range of days; where it lies in a folded stretch of time, that is unfolded."""
        session, time = self._session, self._session.folded_time
        while (gap := gap_at(time.now.warp, (days[0], days[1] - 1))) is not None:
            time.unfold(gap)
        session.afterwards(lambda: self._fit_days(session, days))

    def _bring(self, event_id: str, way: Callable[[Columns, int, Viewport], Viewport]) -> None:
        """Move to an event once it is there: it may be in a lane or under a filter that is being changed."""
        session = self._session

        def bring() -> None:
            columns = session.columns
            row = columns.rows.get(event_id) if columns is not None else None
            if columns is not None and row is not None and session is self._session:
                self.go(way(columns, row, self._target()))

        session.afterwards(bring)

    def _fit_days(self, session: Session, days: tuple[int, int]) -> None:
        if session is self._session:
            self.go(fit.fit_range(session.warp.forward(days[0]), session.warp.forward(days[1])))

    def _zoom(self, factor: float) -> None:
        target, columns, row = self._target(), self._session.columns, self._selected_row()
        anchor = target.center
        if columns is not None and row is not None:
            middle = fit.middle(columns, row)
            if target.start <= middle <= target.end:
                anchor = middle
        self.go(target.zoomed(factor, anchor))

    def _edge(self, which: int, share: float) -> None:
        """Move the first (0) or last (1) day to a share of the window, at no more than the whole span."""
        columns, whole = self._session.columns, self._session.whole()
        known = fit.known_span(columns) if columns is not None else None
        span = self._target().span
        if known is None or span >= whole.span:
            self.go(whole)
        else:
            self.go(Viewport(known[which] - span * share, span))

    def _pan(self, share: float) -> None:
        target = self._target()
        self.go(target.panned(target.span * share))

    def _step(self, direction: int, *, in_lane: bool) -> None:
        columns = self._session.columns
        if columns is None:
            return
        centre, beside = self._target().center, self._neighbours(columns)
        row = beside.beside(self._selected_row(), direction, centre, in_lane=in_lane)
        self._select_row(row)
        if row is None:
            where = " in this lane" if in_lane and self._selected_row() is not None else ""
            self._say(end_words(self._session, direction, where))

    def _cross(self, direction: int) -> None:
        columns = self._session.columns
        if columns is not None:
            centre = self._target().center
            row = self._neighbours(columns).across(self._selected_row(), direction, centre)
            self._select_row(row)
            if row is None:
                side = "below" if direction > 0 else "above"
                self._say(nothing_words(self._session) or f"No lane {side} has an event")

    def _neighbours(self, columns: Columns) -> Neighbours:
        if self._beside is None or self._beside.columns is not columns:
            self._beside = Neighbours(columns)
        return self._beside

    def _select_row(self, row: int | None) -> None:
        columns = self._session.columns
        if row is not None and columns is not None:
            self._session.enter_lane(int(columns.lane[row]))
            self._session.select(columns.ids[row])
            self.reveal(columns.ids[row])

    def _say(self, words: str) -> None:
        self._window.statusBar().showMessage(words, SAID)

    def _selected_row(self) -> int | None:
        return self._session.selected_row

    def _target(self) -> Viewport:
        return self._view.motion.target(self._session.viewport)
