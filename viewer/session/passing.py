"""The events of one collection that pass a filter, again and again."""

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from viewer.model.filters import Filter
from viewer.store.choosing import Mask, found, passing
from viewer.store.events import StoredEvents
from viewer.store.store import Store
from viewer.timeline.columns import Columns, taken


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

    def passed(self, chosen: Filter, pause: Callable[[], None]) -> Passed:
        """Return the events that pass; `pause` is called now and then and may raise to stop."""
        store = self.store
        if not chosen:
            return Passed(StoredEvents(store, store.count), store.columns, store.rows)
        words = chosen.text.strip()
        if words != self._hits[0]:
            self._hits = words, found(store, words, pause)
        hits = self._hits[1]
        mask = passing(store, chosen, hits)
        rows = np.flatnonzero(mask[store.rows])
        is_found = np.full(len(rows), hits is not None, dtype=np.bool_)
        if len(rows) == len(store.columns):
            columns = replace(store.columns, found=is_found)  # a million rows are not copied for nothing
        else:
            columns = taken(store.columns, rows, found=is_found)
        return Passed(store.events_at(np.flatnonzero(mask)), columns, store.rows[rows])
