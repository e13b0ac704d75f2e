"""What the user looks at: one object that every pane is given, that compares, sets and then tells."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal, SignalInstance

from viewer.model.filters import Filter
from viewer.model.records import Collection, Event
from viewer.model.relations import Tie
from viewer.session.chosen_lanes import ChosenLanes
from viewer.session.folded_time import FoldedTime
from viewer.session.lane_choices import LaneChoices
from viewer.session.picking import Choice, Picked
from viewer.session.picks import Picks
from viewer.session.time_folding import TimeFolding
from viewer.store.events import StoredEvents
from viewer.store.store import Store, store_of
from viewer.timeline.axis.languages import AXIS_LANGUAGES
from viewer.timeline.axis.words import AxisWords
from viewer.timeline.columns import Columns
from viewer.timeline.folding.breaks import refolded, refolded_history
from viewer.timeline.folding.warp import Warp
from viewer.timeline.lanes.arrangement import Arrangement, LanePath
from viewer.timeline.lanes.echoes import row_in_lane
from viewer.timeline.lanes.lane import ArrangedLane
from viewer.timeline.movement.fit import fit_all, fit_known, known_span
from viewer.timeline.movement.history import History
from viewer.timeline.viewport import Viewport

DayRange = tuple[int, int]
"""A half-open range of day numbers."""


class Session(QObject):
    """The open collection with its filter, lanes, viewport, selection and range.

    `columns` are the events that pass the filter as the lanes have them: see `Arranged`.
    `wanted_changed` tells that a worker begins or ends picking what was asked for; `went_back` (whether from
    a collection read again) that filter, lanes and folding are those of what is shown (`settings_shown`).
    Each setter does nothing where nothing changes, else sets and emits one signal that says the fact.
    Only a filter is told twice: at once, and by `events_changed` when what passes it is there.
    """

    collection_changed = Signal()
    filter_changed = Signal()
    events_changed = Signal()
    lanes_changed = Signal()
    viewport_changed = Signal()
    selection_changed = Signal()
    range_changed = Signal()
    axis_changed = Signal()
    failed = Signal(str)
    wanted_changed = Signal()
    went_back = Signal(bool)
    folding_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.collection: Collection | None = None
        self.filter = Filter()
        self.store: Store | None = None
        self._span: tuple[float, float] | None = None
        self.chosen_lanes = ChosenLanes(self)
        self.viewport = Viewport(0.0, 1.0)
        self.selected: str | None = None
        self.range: DayRange | None = None
        self.history = History()
        self.axis_language = "en"
        self.folded_time = FoldedTime(self)
        self._entered: LanePath | None = None
        self._picks = Picks(self)
        self._picks.renewed.connect(self._take_renewed)
        self._picks.refolded.connect(self._refold)
        self._picks.adopted.connect(self._keep_shown)
        self._picks.failed.connect(self._take_failure)
        self._picks.wanted_changed.connect(self.wanted_changed)
        self.settings_shown = self._settings
        self.chosen_lanes.changed.connect(lambda: self._want("lanes", self.lanes_changed))
        self.folded_time.changed.connect(lambda: self._want("folding", self.folding_changed))

    @property
    def picked(self) -> Picked | None:
        """What is looked at of the collection, None where nothing is open."""
        return self._picks.picked

    @property
    def events(self) -> Sequence[Event]:
        """The events that pass the filter, in the order of the collection; each is made when looked at."""
        return () if self.picked is None else self.picked.passed.events

    @property
    def columns(self) -> Columns | None:
        """The events in the lanes shown, None where nothing is open."""
        return None if self.picked is None else self.picked.arranged.columns

    @property
    def lanes(self) -> tuple[ArrangedLane, ...]:
        """The lanes shown; the columns' `lane` is an index into them."""
        return () if self.picked is None else self.picked.arranged.lanes

    @property
    def unseen(self) -> int:
        """How many dated events pass the filter but stand in hidden lanes only."""
        return 0 if self.picked is None else self.picked.arranged.unseen

    @property
    def arrangement(self) -> Arrangement:
        """How the lanes are arranged, or will be when that is picked."""
        return self.chosen_lanes.now

    def set_collection(self, collection: Collection) -> None:
        """Show another collection: no filter, nothing selected, everything in view."""
        store, collection = self._taken(collection)
        self.filter = Filter()
        self.selected = None
        self.range = None
        self.history = History()
        self.chosen_lanes.begin(collection)
        self.folded_time.begin(store.columns)
        self._picks.pick(self._choice)
        self.viewport = self.whole()
        self.remember()
        self.collection_changed.emit()

    def begin_as(self, other: "Session") -> None:
        """Show what another session shows, as that one does; each goes its own way from then on."""
        if other.collection is None or other.picked is None:
            return
        store, collection = self._taken(other.collection)
        self.filter, self.selected, self.range = other.filter, other.selected, None
        self.axis_language = other.axis_language
        self.chosen_lanes.begin(collection, other.chosen_lanes.choices)
        self.folded_time.begin(store.columns, other.folded_time.now)
        self._picks.picked = other.picked
        self.settings_shown = other.settings_shown
        self.viewport, self.history = other.viewport, History()
        self.remember()
        self.collection_changed.emit()
        self.set_range(other.range)
        if other.picked.choice != self._choice:
            self._want("events", self.events_changed)

    def renew_collection(self, collection: Collection) -> None:
        """Show the collection as it was read again: filter, view, selection and range stay where they can.

        All of a large one stays as it was until what is looked at is picked from the new one.
        """
        store, collection = _stored(collection)
        self.chosen_lanes.renew(collection)
        self.folded_time.renew(store.columns)
        self._picks.renew(store, collection, self._choice, self.collection_changed)

    def set_filter(self, chosen: Filter) -> None:
        """Look at the events that pass `chosen`; in a large collection they are found a little later."""
        if chosen != self.filter and self.collection is not None:
            self.filter = chosen
            self.filter_changed.emit()
            self._want("events", self.events_changed)

    def stop(self) -> None:
        """Give up what is being picked; the events stay those of before."""
        self._picks.stop()

    @property
    def wanted(self) -> Choice | None:
        """What a worker picks at the moment, None where all that was asked for is shown."""
        return self._picks.wanted

    def give_up(self) -> None:
        """Give up what is being picked, and ask again for what is shown."""
        if self.wanted is not None:
            renewing = self._picks.is_renewing
            self._picks.let_go()
            self._go_back(renewing=renewing)

    def afterwards(self, act: Callable[[], None]) -> None:
        """Act once what is wanted to be seen is there: now, or a little later; never if that fails."""
        self._picks.afterwards(act)

    def show_lane_of(self, event_id: str) -> None:
        """Show the lane of an event again where it stands in hidden lanes only."""
        path = self._picks.hidden_lane_of(event_id, self.arrangement)
        if path is not None:
            self.chosen_lanes.show(path)

    def set_viewport(self, viewport: Viewport) -> None:
        """Look at another span of time. Steps for back and forward are kept by `remember`."""
        if viewport != self.viewport:
            self.viewport = viewport
            self.viewport_changed.emit()

    def remember(self) -> None:
        """Keep the present viewport for "back"."""
        self.history = self.history.visited(self.viewport)

    def select(self, event_id: str | None) -> None:
        """Select an event by id, or nothing; an id that the collection does not have selects nothing."""
        wanted = event_id if self._is_known(event_id) else None
        if wanted != self.selected:
            self.selected = wanted
            self.selection_changed.emit()

    @property
    def selected_row(self) -> int | None:
        """The row of the selected event in the lane that was entered last, else where it is itself."""
        columns = self.columns
        row = columns.rows.get(self.selected or "") if columns is not None else None
        if row is None or columns is None:
            return None
        lane = next((lane.at for lane in self.lanes if lane.path == self._entered), -1)
        return row_in_lane(columns, row, lane)

    def enter_lane(self, lane: int) -> None:
        """Look at the selected event in the lane with this index, where it stands in several."""
        self._entered = self.lanes[lane].path if lane < len(self.lanes) else None

    def set_range(self, days: DayRange | None) -> None:
        """Choose a range of time, or none."""
        if days != self.range:
            self.range = days
            self.range_changed.emit()

    @property
    def warp(self) -> Warp:
        """How time is folded: columns, viewport and history are in folded days, everything else in days."""
        return self._picks.warp

    def set_axis_language(self, tag: str) -> None:
        """Write the axis in a language of AXIS_LANGUAGES."""
        if tag != self.axis_language:
            self.axis_language = tag
            self.axis_changed.emit()

    @property
    def axis_words(self) -> AxisWords:
        """The words of the axis."""
        return AXIS_LANGUAGES[self.axis_language]

    def event_of(self, event_id: str | None) -> Event | None:
        """Return the event with this id, None where there is none."""
        number = self.store.number_of(event_id) if self.store is not None else None
        return self.store.event(number) if self.store is not None and number is not None else None

    def passes(self, event_id: str) -> bool:
        """Whether there is an event with this id that passes the filter."""
        return self.picked is not None and self.picked.passed.events.has(event_id)

    def ties_of(self, event: Event) -> tuple[Tie, ...]:
        """Return the relations of an event, what others say of it included."""
        return self.store.ties_of(event) if self.store is not None else ()

    def whole(self) -> Viewport:
        """Return the view of every event that passes the filter, of the collection where none does."""
        if self.columns is not None and len(self.columns):
            return fit_all(self.columns)
        return self.everything()

    def everything(self) -> Viewport:
        """Return the view of every event of the collection, whatever passes the filter."""
        if self.store is None:
            return self.viewport
        return fit_known(self._span_folded(self.warp))

    def _taken(self, collection: Collection) -> tuple[Store, Collection]:
        """Take a collection over; return its store, and the collection with events made when looked at."""
        store, taken = _stored(collection)
        self._picks.take_collection(store, taken)
        self._have(store, taken)
        return store, taken

    def _have(self, store: Store, collection: Collection) -> None:
        self.store, self.collection = store, collection
        self._span = known_span(store.columns)

    def _take_renewed(self, store: Store, collection: Collection) -> None:
        self._have(store, collection)
        self.selected = self.selected if self._is_known(self.selected) else None

    def _span_folded(self, warp: Warp) -> tuple[float, float] | None:
        """Return the first and the last day that any event of the collection gives, with time folded."""
        return None if self._span is None else (warp.forward(self._span[0]), warp.forward(self._span[1]))

    def _is_known(self, event_id: str | None) -> bool:
        return self.store is not None and self.store.number_of(event_id) is not None

    @property
    def _choice(self) -> Choice:
        return Choice(self.filter, self.arrangement, self.folded_time.now.warp)

    @property
    def _settings(self) -> tuple[Filter, LaneChoices, TimeFolding]:
        return self.filter, self.chosen_lanes.choices, self.folded_time.now

    def _keep_shown(self) -> None:
        self.settings_shown = self._settings

    def _go_back(self, *, renewing: bool = False) -> None:
        if self.store is not None and self.collection is not None:
            self.filter, choices, folding = self.settings_shown
            self.chosen_lanes.begin(self.collection, choices)
            self.folded_time.begin(self.store.columns, folding)
            self.went_back.emit(renewing)

    def _take_failure(self, words: str) -> None:
        self._go_back()
        self.failed.emit(words)

    def _want(self, what: str, changed: SignalInstance) -> None:
        self._picks.want(self._choice, what, changed)

    def _refold(self, before: Warp, now: Warp) -> None:
        """Keep the same dates in view where time is folded otherwise; where those are all, fit them anew."""
        self.viewport = refolded(self.viewport, before, now)
        known = self._span_folded(now)
        if known is not None and self.viewport.start <= known[0] and known[1] <= self.viewport.end:
            self.viewport = fit_known(known)
        self.history = refolded_history(self.history, before, now)


def _stored(collection: Collection) -> tuple[Store, Collection]:
    """Return the store of a collection, and the collection with events made when looked at."""
    store = store_of(collection)
    return store, collection if isinstance(collection.events, StoredEvents) else store.collection
