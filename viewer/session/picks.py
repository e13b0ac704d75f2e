"""What is picked from the open collection: at once, or of a large one by a worker and a little later."""

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, SignalInstance

from viewer.model.records import Collection
from viewer.session.given_up import give_up
from viewer.session.picking import Choice, Picked, Picker, Picking
from viewer.store.store import Store
from viewer.timeline.folding.warp import UNFOLDED, Warp
from viewer.timeline.lanes.arrangement import Arrangement, LanePath


class Picks(QObject):
    """`picked` is what the last choice that was granted gave, None before any.

    Before anything else is told, it emits `renewed` (Store, Collection) where what was picked is the first of
    a collection read again, and `refolded` (before, now) where time is folded otherwise in it. Emits `failed`
    (words) where a worker could not pick: everything stays as it was. `wanted_changed` tells of `wanted`,
    `adopted` that something else is picked.
    """

    renewed = Signal(object, object)
    refolded = Signal(object, object)
    failed = Signal(str)
    wanted_changed = Signal()
    adopted = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.picked: Picked | None = None
        self._wanted: Choice | None = None
        self._picker: Picker | None = None
        self._next: Picker | None = None
        self._picking: Picking | None = None
        self._owed: dict[str, SignalInstance] = {}
        self._after: deque[Callable[[], None]] = deque()

    @property
    def is_large(self) -> bool:
        """Whether a worker picks what is wanted."""
        picker = self._newest
        return picker is not None and picker.is_large

    @property
    def warp(self) -> Warp:
        """How time is folded in what was picked."""
        return UNFOLDED if self.picked is None else self.picked.choice.warp

    @property
    def wanted(self) -> Choice | None:
        """What a worker picks, None where nothing is awaited."""
        return self._wanted if self._picking is not None else None

    @property
    def is_renewing(self) -> bool:
        """Whether what is wanted is of the collection as it was read again."""
        return self._next is not None

    def take_collection(self, store: Store, collection: Collection) -> None:
        """Pick from this collection from now on; what was picked stays until something is."""
        self.stop()
        self._picker = Picker(store, collection)

    def renew(self, store: Store, collection: Collection, choice: Choice, changed: SignalInstance) -> None:
        """Pick from the collection as it was read again, then tell; the former one stays until then."""
        self.stop()
        self._next = Picker(store, collection)
        self.want(choice, "collection", changed)

    def pick(self, choice: Choice) -> None:
        """Pick here and now; nothing is told."""
        picker = self._newest
        if picker is not None:
            self._adopt(picker.pick(choice))

    def want(self, choice: Choice, what: str, changed: SignalInstance) -> None:
        """Pick, of a large collection in a worker; then tell that `what` has `changed`.

        Of several choices that are wanted one after the other, the last is granted, and all are told.
        """
        self._owed[what] = changed
        self._wanted = choice
        if not self.is_large:
            self._grant(lambda: self.pick(choice))
            return
        if self._picking is None:
            self._start(choice)
        else:
            self._picking.stop()
        self.wanted_changed.emit()

    def afterwards(self, act: Callable[[], None]) -> None:
        """Act once everything wanted is picked: now, if it is; never, if it fails or is given up."""
        self._after.append(act)
        self._follow()

    def stop(self) -> None:
        """Give up what is being picked; what was picked before stays."""
        self._forget()
        if self._picking is not None:
            picking, self._picking = self._picking, None
            picking.stop()
            give_up(picking)
            self.wanted_changed.emit()

    def let_go(self) -> None:
        """Want nothing any more; what was picked before stays. The worker ends before another one begins."""
        self._forget()
        self._wanted = None
        if self._picking is not None:
            self._picking.stop()
            self.wanted_changed.emit()

    def hidden_lane_of(self, event_id: str, arrangement: Arrangement) -> LanePath | None:
        """Return the lane of an event that passes the filter but stands in hidden lanes only, else None."""
        picker, picked = self._picker, self.picked
        if picker is None or picked is None or event_id in picked.arranged.columns.rows:
            return None
        if event_id not in picked.passed.columns.rows:
            return None
        return picker.lane_of(event_id, picked.passed, arrangement)

    @property
    def _newest(self) -> Picker | None:
        return self._picker if self._next is None else self._next

    def _start(self, choice: Choice) -> None:
        picker = self._newest
        if picker is not None:
            self._picking = picking = Picking(picker, choice, self)
            picking.finished.connect(lambda: self._take(picking))
            picking.start()

    def _take(self, picking: Picking) -> None:
        """Take what a worker has picked; begin anew where something else is wanted meanwhile."""
        picking.deleteLater()
        if picking is not self._picking:
            return
        self._picking = None
        result = picking.result
        if result is not None and picking.choice == self._wanted:
            self._grant(lambda: self._adopt(result))
        elif self._wanted is None:
            self._follow()
        elif picking.trouble:
            self._forget()
            self.failed.emit(picking.trouble)
        else:
            self._start(self._wanted)
        self.wanted_changed.emit()

    def _adopt(self, picked: Picked) -> None:
        before, self.picked = self.warp, picked
        if self._next is not None:
            self._picker, self._next = self._next, None
            self.renewed.emit(self._picker.store, self._picker.collection)
        if self.warp != before:
            self.refolded.emit(before, self.warp)
        self.adopted.emit()

    def _grant(self, adopt: Callable[[], None]) -> None:
        owed = tuple(self._owed.values())
        adopt()
        self._owed.clear()
        for changed in owed:
            changed.emit()
        self._follow()

    def _follow(self) -> None:
        # What is done may want more to be picked: the rest then waits for that too.
        while self._after and self.wanted is None:
            self._after.popleft()()

    def _forget(self) -> None:
        self._next = None
        self._owed.clear()
        self._after.clear()
