"""Texts and ids that are made when they are asked for."""

from collections.abc import Callable, Sequence
from typing import overload


class MadeTexts(Sequence[str]):
    """As many texts as `count`; `make` makes that of a row."""

    def __init__(self, count: int, make: Callable[[int], str]) -> None:
        self._count = count
        self._make = make

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[str]: ...
    def __getitem__(self, at: int | slice) -> str | Sequence[str]:
        """Return a text, or those of a slice."""
        if isinstance(at, slice):
            return [self._make(row) for row in range(*at.indices(self._count))]
        if not -self._count <= at < self._count:
            raise IndexError(at)
        return self._make(int(at) % self._count)


class IdRows:
    """Finds the row of "event-17", which is 17."""

    def __init__(self, count: int) -> None:
        self._count = count

    def get(self, key: str, /) -> int | None:
        """Return the row, None where there is no such event."""
        digits = key.removeprefix("event-")
        row = int(digits) if digits.isdecimal() else self._count
        return row if row < self._count and key == id_of(row) else None

    def __getitem__(self, key: str, /) -> int:
        """Return the row. Raises KeyError."""
        row = self.get(key)
        if row is None:
            raise KeyError(key)
        return row

    def __contains__(self, key: object, /) -> bool:
        """Whether there is such an event."""
        return isinstance(key, str) and self.get(key) is not None


def id_of(row: int) -> str:
    """Return the id of the event in a row."""
    return f"event-{row}"
