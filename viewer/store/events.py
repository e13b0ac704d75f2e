"""The events of a store, or some of them, in the order of the collection; a record is made when looked at."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, overload

import numpy as np
import numpy.typing as npt

from viewer.model.records import Event

if TYPE_CHECKING:
    from viewer.store.store import Store


class StoredEvents(Sequence[Event]):
    """The events at `numbers`, which ascend; all of the store where there are none given.

    To go through all of them is to make every record: for that, the store's arrays are there.
    """

    __slots__ = ("_count", "_numbers", "store")

    def __init__(self, store: "Store", count: int, numbers: npt.NDArray[np.int64] | None = None) -> None:
        self.store = store
        self._count = count if numbers is None else len(numbers)
        self._numbers = numbers

    @property
    def numbers(self) -> npt.NDArray[np.int64]:
        """The numbers of these events in the store."""
        return np.arange(self._count) if self._numbers is None else self._numbers

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, at: int) -> Event: ...
    @overload
    def __getitem__(self, at: slice) -> "StoredEvents": ...
    def __getitem__(self, at: int | slice) -> "Event | StoredEvents":
        """Return the record of an event, or the events of a slice."""
        if isinstance(at, slice):
            return StoredEvents(self.store, self._count, self.numbers[at])
        if not -self._count <= at < self._count:
            raise IndexError(at)
        at %= self._count
        return self.store.event(at if self._numbers is None else int(self._numbers[at]))

    @property
    def is_whole(self) -> bool:
        """Whether they are known to be all events of the store."""
        return self._numbers is None

    def has(self, identity: str) -> bool:
        """Whether the event with this id is among them."""
        number = self.store.number_of(identity)
        if number is None or self._numbers is None:
            return number is not None
        at = int(np.searchsorted(self._numbers, number))
        return at < self._count and bool(self._numbers[at] == number)
