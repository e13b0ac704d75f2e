"""The events of one collection that pass a filter, again and again."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from viewer.model.filters import Filter
from viewer.store.choosing import Mask, found, passing
from viewer.store.events import StoredEvents
from viewer.store.store import Store
from viewer.timeline.columns import Columns, taken

LARGE = 20_000
"""Events beyond which a search for words takes longer than a user should wait."""


class Passed(NamedTuple):
    """Events in the order of the collection, the columns of those with a date, and their numbers."""

    events: StoredEvents
    columns: Columns
    numbers: npt.NDArray[np.integer]


class Passing:
    """Finds the events that pass; which of them have the words asked for last is kept."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._hits: tuple[str, Mask | None] = "", None

    def takes_long(self, chosen: Filter) -> bool:
        """Whether words must be looked for in so many events that a worker should do it."""
        words = chosen.text.strip()
        return self.store.count > LARGE and bool(words) and words != self._hits[0]

    def take_hits(self, words: str, hits: Mask | None) -> None:
        """Keep what a worker has found."""
        self._hits = words, hits

    def passed(self, chosen: Filter) -> Passed:
        """Return the events that pass."""
        store = self.store
        if not chosen:
            return Passed(StoredEvents(store, store.count), store.columns, store.rows)
        words = chosen.text.strip()
        if words != self._hits[0]:
            self._hits = words, found(store, words)
        hits = self._hits[1]
        mask = passing(store, chosen, hits)
        rows = np.flatnonzero(mask[store.rows])
        is_found = np.full(len(rows), hits is not None, dtype=np.bool_)
        columns = taken(store.columns, rows, found=is_found)
        return Passed(store.events_at(np.flatnonzero(mask)), columns, store.rows[rows])
