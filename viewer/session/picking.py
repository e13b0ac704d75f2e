"""What is looked at of a collection: the events that pass a filter, in their lanes, ready for pictures."""

import threading
from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QObject, QThread

from viewer.model.filters import Filter
from viewer.model.records import Collection
from viewer.session.arranging import Arranging
from viewer.session.passing import Passed, Passing
from viewer.store.store import Store
from viewer.timeline.columns import warped
from viewer.timeline.folding.warp import Warp
from viewer.timeline.lanes.arranged import Arranged
from viewer.timeline.lanes.arrangement import Arrangement, LanePath
from viewer.timeline.rows.prepared import Prepared, prepared

LARGE = 20_000
"""Events beyond which picking takes longer than a user should wait for a window that does not answer."""


class Choice(NamedTuple):
    """What the user has asked for."""

    filter: Filter
    arrangement: Arrangement
    warp: Warp


class Picked(NamedTuple):
    """What was picked for a choice."""

    choice: Choice
    passed: Passed
    arranged: Arranged
    prepared: Prepared


class Picker:
    """Picks from one collection again and again; what costs something is kept."""

    def __init__(self, store: Store, collection: Collection) -> None:
        self.store = store
        self.collection = collection
        self._passing = Passing(store)
        self._arranging = Arranging(store, collection)
        self._passed: tuple[Filter, Passed] | None = None

    @property
    def is_large(self) -> bool:
        """Whether a worker should pick."""
        return self.store.count > LARGE

    def pick(self, choice: Choice, pause: Callable[[], None] = lambda: None) -> Picked:
        """Pick; `pause` is called now and then and may raise to stop."""
        kept = self._passed
        if kept is None or kept[0] != choice.filter:
            kept = self._passed = choice.filter, self._passing.passed(choice.filter, pause)
        pause()
        passed = kept[1]
        arranged = self._arranging.arranged(passed.columns, passed.numbers, choice.arrangement, pause)
        arranged = replace(arranged, columns=warped(arranged.columns, choice.warp))
        pause()
        return Picked(choice, passed, arranged, self._prepared(arranged, pause))

    def lane_of(self, event_id: str, passed: Passed, arrangement: Arrangement) -> LanePath:
        """Return the lane in which an event that passes stands as itself when all lanes are shown."""
        whole = self._arranging.arranged(passed.columns, passed.numbers, arrangement.all_shown())
        return whole.lanes[int(whole.columns.lane[whole.columns.rows[event_id]])].path

    def _prepared(self, arranged: Arranged, pause: Callable[[], None]) -> Prepared:
        """Prepare for pictures; where all stand in the collection's own lanes, that is done already."""
        columns, own = arranged.columns, self.store.columns
        as_it_is = columns.start is own.start and columns.found is own.found
        as_it_is = as_it_is and len(arranged.lanes) == len(self.store.collection.lanes)
        if as_it_is and np.array_equal(columns.lane, own.lane):
            return self.store.prepared()
        return prepared(columns, len(arranged.lanes), pause)


class _StoppedError(Exception):
    """What was to be picked is not wanted any more."""


class Picking(QThread):
    """One attempt to pick. At its end there is a `result`, or `trouble` in words, or it was stopped."""

    def __init__(self, picker: Picker, choice: Choice, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("picking")  # see Opening: a worker without a name asks for its class's too early
        self.choice = choice
        self.result: Picked | None = None
        self.trouble = ""
        self._picker = picker
        self._stop = threading.Event()

    def stop(self) -> None:
        """Ask the worker to stop; it does so soon."""
        self._stop.set()

    def run(self) -> None:
        """Pick; called by QThread in the worker."""
        try:
            self.result = self._picker.pick(self.choice, self._pause)
        except _StoppedError:
            return
        except Exception as error:
            self.trouble = f"What was asked for could not be found: {type(error).__name__}: {error}"

    def _pause(self) -> None:
        if self._stop.is_set():
            raise _StoppedError
