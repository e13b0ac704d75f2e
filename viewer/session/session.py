"""What the user looks at: one object that every pane is given, that compares, sets and then tells."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, SignalInstance

from viewer.loading.problems import Problem
from viewer.model.filters import Filter
from viewer.model.records import Collection, Event
from viewer.model.relations import Tie
from viewer.session.groupings import values_by_key
from viewer.session.kept_lanes import choices_of
from viewer.session.lane_choices import LaneChoices
from viewer.session.picking import Choice, Picked, Picker, Picking
from viewer.session.time_folding import TimeFolding
from viewer.store.events import StoredEvents
from viewer.store.store import Store, store_of
from viewer.timeline.axis.languages import AXIS_LANGUAGES
from viewer.timeline.axis.words import AxisWords
from viewer.timeline.columns import Columns, warped
from viewer.timeline.folding.breaks import refolded, refolded_history
from viewer.timeline.folding.gaps import gaps_of
from viewer.timeline.folding.warp import Gap, Warp
from viewer.timeline.lanes.arrangement import Arrangement, LanePath
from viewer.timeline.lanes.echoes import row_in_lane
from viewer.timeline.lanes.lane import ArrangedLane
from viewer.timeline.movement.fit import fit_all
from viewer.timeline.movement.history import History
from viewer.timeline.viewport import Viewport

if TYPE_CHECKING:
    from viewer.timeline.lanes.arranged import Arranged
    from viewer.timeline.rows.prepared import Prepared

DayRange = tuple[int, int]
"""A half-open range of day numbers."""


class Session(QObject):
    """The open collection with its filter, lanes, viewport, selection and range.

    `columns` are the events that pass the filter as the lanes have them: see `Arranged`.
    Each setter does nothing where nothing changes, else sets and emits one signal that says the fact.
    """

    collection_changed = Signal()
    events_changed = Signal()
    lanes_changed = Signal()
    viewport_changed = Signal()
    selection_changed = Signal()
    range_changed = Signal()
    problems_changed = Signal()
    axis_changed = Signal()
    failed = Signal(str)
    folding_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.collection: Collection | None = None
        self.problems: tuple[Problem, ...] = ()
        self.filter = Filter()
        self.store: Store | None = None
        self.lane_choices = LaneChoices()
        self.viewport = Viewport(0.0, 1.0)
        self.selected: str | None = None
        self.range: DayRange | None = None
        self.history = History()
        self.axis_language = "en"
        self.folding = TimeFolding()
        self._entered: LanePath | None = None
        self._picker: Picker | None = None
        self._picked: Picked | None = None
        self._picking: Picking | None = None
        self._owed: dict[str, SignalInstance] = {}

    @property
    def events(self) -> Sequence[Event]:
        """The events that pass the filter, in the order of the collection; each is made when looked at."""
        return () if self._picked is None else self._picked.passed.events

    @property
    def arranged(self) -> "Arranged | None":
        """The events that pass the filter in their lanes, None where nothing is open."""
        return None if self._picked is None else self._picked.arranged

    @property
    def prepared(self) -> "Prepared | None":
        """What pictures of the columns in their lanes have in common."""
        return None if self._picked is None else self._picked.prepared

    @property
    def columns(self) -> Columns | None:
        """The events in the lanes shown, None where nothing is open."""
        return None if self.arranged is None else self.arranged.columns

    @property
    def lanes(self) -> tuple[ArrangedLane, ...]:
        """The lanes shown; the columns' `lane` is an index into them."""
        return () if self.arranged is None else self.arranged.lanes

    @property
    def unseen(self) -> int:
        """How many dated events pass the filter but stand in hidden lanes only."""
        return 0 if self.arranged is None else self.arranged.unseen

    @property
    def arrangement(self) -> Arrangement:
        """How the lanes are arranged."""
        return self.lane_choices.now

    def set_collection(self, collection: Collection) -> None:
        """Show another collection: no filter, nothing selected, everything in view."""
        self._take_store(collection)
        self.filter = Filter()
        self.selected = None
        self.range = None
        self.history = History()
        self.lane_choices = LaneChoices()
        self.folding = TimeFolding()
        self._take(self._choice)
        self.viewport = self.whole()
        self.remember()
        self.collection_changed.emit()

    def renew_collection(self, collection: Collection) -> None:
        """Show the collection as it was read again: filter, view, selection and range stay where they can."""
        self._take_store(collection)
        self.lane_choices = self.lane_choices.fitting(values_by_key(collection))
        if self.folding.on and self.store is not None:
            self.folding = self.folding.of_gaps(gaps_of(self.store.columns))
        self.selected = self.selected if self._is_known(self.selected) else None
        if self._picker is not None and self._picker.is_large and self.filter.text:
            self._take(self._choice._replace(filter=replace(self.filter, text="")))
            self.collection_changed.emit()
            self._pick("events", self.events_changed)
        else:
            self._take(self._choice)
            self.collection_changed.emit()

    def set_problems(self, problems: Sequence[Problem]) -> None:
        """Keep what the loader complained about."""
        if tuple(problems) != self.problems:
            self.problems = tuple(problems)
            self.problems_changed.emit()

    def set_filter(self, chosen: Filter) -> None:
        """Look at the events that pass `chosen`; in a large collection they are found a little later."""
        if chosen != self.filter and self.collection is not None:
            self.filter = chosen
            self._pick("events", self.events_changed)

    def stop(self) -> None:
        """Give up what is being picked; the events stay those of before."""
        self._owed.clear()
        if self._picking is not None:
            picking, self._picking = self._picking, None
            picking.stop()
            picking.wait()

    def set_arrangement(self, arrangement: Arrangement) -> None:
        """Arrange the lanes; `undo_lanes` takes it back."""
        self.set_lane_choices(self.lane_choices.changed(arrangement))

    def group_by(self, *keys: str) -> None:
        """Arrange the lanes by one or two of KEYS, as they were last arranged by them."""
        self.set_arrangement(self.lane_choices.for_keys(keys))

    def set_lane_choices(self, choices: LaneChoices) -> None:
        """Take over choices of lanes, with what can be undone of them."""
        before, self.lane_choices = self.lane_choices, choices
        if choices.now != before.now:
            self._pick("lanes", self.lanes_changed)

    def show_lane_of(self, event_id: str) -> None:
        """Show the lane of an event again where it stands in hidden lanes only."""
        picker, picked = self._picker, self._picked
        if picker is None or picked is None or self.columns is None or event_id in self.columns.rows:
            return
        if event_id in picked.passed.columns.rows:
            now = self.arrangement
            path = picker.lane_of(event_id, picked.passed, now)
            self.set_arrangement(replace(now, hidden=now.hidden - {path, path[:1]}, alone=None))

    def restore_lanes(self, kept: Sequence[Arrangement]) -> None:
        """Arrange the lanes as they were kept, without those that the collection does not have any more."""
        if self.collection is not None:
            choices = choices_of(tuple(kept))
            self.set_lane_choices(choices.fitting(values_by_key(self.collection)))

    def undo_lanes(self) -> None:
        """Arrange the lanes as before the last change of them."""
        self.set_lane_choices(self.lane_choices.undone())

    def redo_lanes(self) -> None:
        """Make the last undone change of the lanes again."""
        self.set_lane_choices(self.lane_choices.redone())

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
        return Warp() if self._picked is None else self._picked.choice.warp

    def set_folding(self, *, on: bool) -> None:
        """Fold the empty stretches of time, or none of them; the same dates stay in view."""
        if on != self.folding.on and self.store is not None:
            gaps = gaps_of(self.store.columns) if on else ()
            self.take_folding(self.folding.of_gaps(gaps).switched(on=on))

    def take_folding(self, folding: TimeFolding) -> None:
        """Fold time as another view of the same collection has it; the same dates stay in view."""
        if folding != self.folding:
            self.folding = folding
            self._pick("folding", self.folding_changed)

    def unfold(self, gap: Gap) -> None:
        """Unfold one empty stretch; it is folded again when folding is switched off and on."""
        if gap in self.warp.gaps:
            self.take_folding(self.folding.opening(gap))

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
        return self._picked is not None and self._picked.passed.events.has(event_id)

    def ties_of(self, event: Event) -> tuple[Tie, ...]:
        """Return the relations of an event, what others say of it included."""
        return self.store.ties_of(event) if self.store is not None else ()

    def whole(self) -> Viewport:
        """Return the view of every event that passes the filter, of the collection where none does."""
        if self.columns is not None and len(self.columns):
            return fit_all(self.columns)
        if self.store is not None:
            return fit_all(warped(self.store.columns, self.warp))
        return self.viewport

    def _take_store(self, collection: Collection) -> None:
        self.stop()
        self.store = store_of(collection)
        is_stored = isinstance(collection.events, StoredEvents)
        self.collection = collection if is_stored else self.store.collection
        self._picker = Picker(self.store, self.collection)

    def _is_known(self, event_id: str | None) -> bool:
        return self.store is not None and self.store.number_of(event_id) is not None

    @property
    def _choice(self) -> Choice:
        return Choice(self.filter, self.arrangement, self.folding.warp)

    def _take(self, choice: Choice) -> None:
        """Pick here and now."""
        self.stop()
        if self._picker is not None:
            self._adopt(self._picker.pick(choice))

    def _adopt(self, picked: Picked) -> None:
        """Look at what was picked; where time is folded otherwise, the same dates stay in view."""
        before, self._picked = self.warp, picked
        if self.warp != before:
            self.viewport = refolded(self.viewport, before, self.warp)
            self.history = refolded_history(self.history, before, self.warp)

    def _pick(self, what: str, changed: SignalInstance) -> None:
        """Pick what was chosen, of a large collection in a worker; then tell that it has `changed`."""
        self._owed[what] = changed
        if self._picker is None or not self._picker.is_large:
            self._take_owed(lambda: self._take(self._choice))
        elif self._picking is None:
            self._picking = picking = Picking(self._picker, self._choice, self)
            picking.finished.connect(lambda: self._take_picked(picking))
            picking.start()
        else:
            self._picking.stop()

    def _take_picked(self, picking: Picking) -> None:
        """Take what a worker has picked; begin anew where something else was chosen meanwhile."""
        picking.deleteLater()
        if picking is not self._picking:
            return
        self._picking = None
        result = picking.result
        if result is not None and picking.choice == self._choice:
            self._take_owed(lambda: self._adopt(result))
        elif picking.trouble:
            self._owed.clear()
            self.failed.emit(picking.trouble)
        else:
            what, changed = next(iter(self._owed.items()))
            self._pick(what, changed)

    def _take_owed(self, take: Callable[[], None]) -> None:
        owed = tuple(self._owed.values())
        take()
        self._owed.clear()
        for changed in owed:
            changed.emit()
