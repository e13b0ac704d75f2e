"""Texts and ids of some rows of the columns, looked up when they are asked for."""

from collections.abc import Sequence
from typing import Protocol, overload

import numpy as np
import numpy.typing as npt


class RowFinder(Protocol):
    """Finds the row of an event by its id, as a dict does."""

    def get(self, key: str, /) -> int | None:
        """Return the row, None where there is no such event."""

    def __getitem__(self, key: str, /) -> int:
        """Return the row. Raises KeyError."""

    def __contains__(self, key: object, /) -> bool:
        """Whether there is such an event."""


class TakenTexts(Sequence[str]):
    """The texts at `rows` of another sequence."""

    __slots__ = ("_rows", "_texts")

    def __init__(self, texts: Sequence[str], rows: npt.NDArray[np.integer]) -> None:
        self._texts = texts
        self._rows = rows

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[str]: ...
    def __getitem__(self, at: int | slice) -> str | Sequence[str]:
        """Return a text, or the texts of a slice."""
        if isinstance(at, slice):
            return TakenTexts(self._texts, self._rows[at])
        return self._texts[int(self._rows[at])]


class TakenRows:
    """Where an event stands among the `rows` taken of columns of length `whole`; echoes are passed over."""

    __slots__ = ("_at", "_echo", "_finder", "_rows", "_whole")

    def __init__(
        self, finder: RowFinder, whole: int, rows: npt.NDArray[np.int64], echo: npt.NDArray[np.bool_]
    ) -> None:
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

    def __getitem__(self, key: str, /) -> int:
        """Return the row. Raises KeyError."""
        at = self.get(key)
        if at is None:
            raise KeyError(key)
        return at

    def __contains__(self, key: object, /) -> bool:
        """Whether the event was taken."""
        return isinstance(key, str) and self.get(key) is not None
