"""Records of one kind as arrays, one for each field: of a thousand, few are ever asked for."""

from abc import abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Self, TypeVar, overload

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
Objects = npt.NDArray[np.object_]

Record = TypeVar("Record")


def objects(values: Sequence[object]) -> Objects:
    """Return an array of objects as they are."""
    array = np.empty(len(values), dtype=np.object_)
    array[:] = values
    return array


@dataclass(frozen=True, slots=True, eq=False)
class Columnar(Sequence[Record]):
    """n records: the fields of a subclass are arrays (n). A record is made when it is asked for."""

    def columns(self) -> tuple[npt.NDArray[Any], ...]:
        """Return the arrays in the order of the fields."""
        return tuple(getattr(self, name) for name in self.__dataclass_fields__)

    def where(self, kept: Flags | Numbers) -> Self:
        """Return those that are `kept` (n), or those at some places."""
        return type(self)(*(column[kept] for column in self.columns()))

    @abstractmethod
    def records(self, columns: Iterator[Sequence[Any]]) -> Iterator[Record]:
        """Return the records of which these are the columns."""

    def __len__(self) -> int:
        return len(self.columns()[0])

    def __iter__(self) -> Iterator[Record]:
        return self.records(column.tolist() for column in self.columns())

    @overload
    def __getitem__(self, at: int) -> Record: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Record]: ...

    def __getitem__(self, at: int | slice) -> Record | Sequence[Record]:
        return tuple(self)[at]

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return all(map(np.array_equal, self.columns(), other.columns()))

    __hash__ = None  # type: ignore[assignment]


def columns_of(rows: Iterable[Sequence[Any]], kinds: Sequence[type]) -> Iterator[npt.NDArray[Any]]:
    """Return the columns of `rows`, one array for each of `kinds`."""
    columns = list(zip(*rows, strict=True)) or [()] * len(kinds)
    for column, kind in zip(columns, kinds, strict=True):
        yield objects(column) if kind is object else np.array(column, dtype=kind)
