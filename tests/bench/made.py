"""Texts and ids that are made when they are asked for."""

from collections.abc import Callable

from viewer.timeline.taken import RowFinder, Texts


class MadeTexts(Texts):
    """As many texts as `count`; `make` makes that of a row."""

    def __init__(self, count: int, make: Callable[[int], str]) -> None:
        self._count = count
        self._make = make

    def __len__(self) -> int:
        return self._count

    def text(self, at: int) -> str:
        """Return the text of a row."""
        return self._make(at)


class IdRows(RowFinder):
    """Finds the row of "event-17", which is 17."""

    def __init__(self, count: int) -> None:
        self._count = count

    def get(self, key: str, /) -> int | None:
        """Return the row, None where there is no such event."""
        digits = key.removeprefix("event-")
        row = int(digits) if digits.isdecimal() else self._count
        return row if row < self._count and key == id_of(row) else None


def id_of(row: int) -> str:
    """Return the id of the event in a row."""
    return f"event-{row}"
