"""Walking through the collection's tours: which tour, which step, and where a reload leaves both."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from viewer.model.records import Tour
from viewer.session.session import Session
from viewer.ui.tours.bar import TourBar


class Tours(QObject):
    """The walk through one tour, or none: `tour` with its `step`, counted from 0, as `bar` shows it.

    Emits `event_requested` (id) for the event of each step that is reached, `walk_changed` when a walk
    begins, moves or ends, and `offer_changed` when other tours may be chosen. `view` has the keyboard.
    """

    event_requested = Signal(str)
    walk_changed = Signal()
    offer_changed = Signal()

    def __init__(self, session: Session, bar: TourBar, view: QWidget) -> None:
        super().__init__(view)
        self.tour: Tour | None = None
        self.step = 0
        self._folder = ""
        self._session = session
        self._bar = bar
        self._view = view
        bar.previous_requested.connect(self.previous)
        bar.next_requested.connect(self.next)
        bar.leave_requested.connect(self.leave)
        bar.focus_released.connect(view.setFocus)
        session.collection_changed.connect(self._take_collection)

    def offered(self) -> tuple[Tour, ...]:
        """Return the tours of the collection that have a step."""
        collection = self._session.collection
        return tuple(tour for tour in collection.tours if tour.steps) if collection is not None else ()

    def begin(self, tour_id: str) -> None:
        """Walk a tour from its first step; an id that the collection does not have begins nothing."""
        tour = self._tour_of(tour_id)
        if tour is not None:
            self.tour = tour
            self._view.setFocus()
            self._reach(0)

    def next(self) -> None:
        """Go to the next step; after the last one nothing happens."""
        self._reach(self.step + 1)

    def previous(self) -> None:
        """Go to the step before; before the first one nothing happens."""
        self._reach(self.step - 1)

    def leave(self) -> None:
        """Leave the tour; the event stays selected and the view where it is."""
        if self.tour is not None:
            self._view.setFocus()
            self._go_on(None, 0)

    def _reach(self, step: int) -> None:
        if self.tour is not None and 0 <= step < len(self.tour.steps):
            self._go_on(self.tour, step)
            self.event_requested.emit(self.tour.steps[step].event)

    def _go_on(self, tour: Tour | None, step: int) -> None:
        self.tour, self.step = tour, step
        if tour is None:
            self._bar.hide()
        else:
            self._bar.show_step(tour, step)
        self.walk_changed.emit()

    def _tour_of(self, tour_id: str) -> Tour | None:
        return next((tour for tour in self.offered() if tour.id == tour_id), None)

    def _take_collection(self) -> None:
        """Offer the collection's tours. The walk goes on where this is the same collection, read again."""
        collection = self._session.collection
        folder = collection.folder if collection is not None else ""
        walked = self.tour if folder == self._folder else None
        self._folder = folder
        again = self._tour_of(walked.id) if walked is not None else None
        if walked is None or again is None:
            self._go_on(None, 0)
        else:
            self._go_on(again, _step_again(walked, self.step, again))
        self.offer_changed.emit()


def _step_again(before: Tour, step: int, after: Tour) -> int:
    """Return where the same step stands after a change: the nearest with its event, else the same number."""
    event = before.steps[step].event
    places = [index for index, stop in enumerate(after.steps) if stop.event == event]
    return min(places, key=lambda index: abs(index - step), default=min(step, len(after.steps) - 1))
