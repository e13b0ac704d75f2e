"""Texts and ids of some rows of the columns, looked up when they are asked for."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import Protocol, overload

import numpy as np
import numpy.typing as npt

Rows = npt.NDArray[np.integer]


class RowFinder(Protocol):
    """Finds the row of an event by its id, as a dict does. A class of this kind only says `get`."""

    def get(self, key: str, /) -> int | None:
        """Return the row, None where there is no such event."""

    def __getitem__(self, key: str, /) -> int:
        """Return the row. Raises KeyError."""
        row = self.get(key)
        if row is None:
            raise KeyError(key)
        return row

    def __contains__(self, key: object, /) -> bool:
        """Whether there is such an event."""
        return isinstance(key, str) and self.get(key) is not None


class Texts(Sequence[str]):
    """A text for each event, made when it is asked for. A class of this kind says `__len__` and `text`."""

    __slots__ = ()

    @abstractmethod
    def text(self, at: int) -> str:
        """Return a text; `at` runs from 0."""

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[str]: ...
    def __getitem__(self, at: int | slice) -> str | Sequence[str]:
        """Return a text, or the texts of a slice. Raises IndexError."""
        count = len(self)
        if isinstance(at, slice):
            return TakenTexts(self, np.arange(count)[at])
        if not -count <= at < count:
            raise IndexError(at)
        return self.text(int(at) % count)


class TakenTexts(Texts):
    """The texts at `rows` of another sequence."""

    __slots__ = ("_rows", "_texts")

    def __init__(self, texts: Sequence[str], rows: Rows) -> None:
        self._texts = texts
        self._rows = rows

    def __len__(self) -> int:
        return len(self._rows)

    def text(self, at: int) -> str:
        """Return a text; `at` runs from 0."""
        return self._texts[int(self._rows[at])]

    def before(self, at: Rows) -> tuple[Sequence[str], Rows]:
        """Return the sequence from which they are taken, and where in it stands what stands at `at` here."""
        return self._texts, self._rows[at]


class TakenDays:
    """The days at `rows` of another column, looked up when they are asked for: few ever are."""

    __slots__ = ("_days", "_rows")

    def __init__(self, days: "npt.NDArray[np.int64] | TakenDays", rows: Rows) -> None:
        self._days = days
        self._rows = rows

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, at: Rows | slice) -> npt.NDArray[np.int64]:
        """Return the days of some rows."""
        return self._days[self._rows[at]]


def origin(texts: Sequence[str], at: Rows) -> tuple[Sequence[str], Rows]:
    """Return the sequence from which texts are taken in the end, and where in it those at `at` stand.

    What stands in the same place of the same sequence is known to be the same without being looked up.
    """
    while isinstance(texts, TakenTexts):
        texts, at = texts.before(at)
    return texts, at


class TakenRows(RowFinder):
    """Where an event stands among the `rows` taken of columns of length `whole`; echoes are passed over."""

    __slots__ = ("_at", "_echo", "_finder", "_rows", "_whole")

    def __init__(self, finder: RowFinder, whole: int, rows: Rows, echo: npt.NDArray[np.bool_]) -> None:
        self._finder = finder
        self._whole = whole
        self._rows = rows
        self._echo = echo
        self._at: npt.NDArray[np.int32] | None = None

    def get(self, key: str, /) -> int | None:
        """Return the row, None where the event was not taken."""
        row = self._finder.get(key)
        if row is None:
            return None
        if self._at is None:
            self._at = np.full(self._whole, -1, dtype=np.int32)
            own = np.flatnonzero(~self._echo)
            self._at[self._rows[own]] = own
        at = int(self._at[row])
        return at if at >= 0 else None
