"""A piece of bytes for each event, written in chunks as the events come, read chunk by chunk."""

from array import array
from collections.abc import Callable, Iterator
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from viewer.store.sections import DamagedError, Sections, SectionWriter


class ChunksBuilder:
    """Collects pieces and writes them whenever there are `most` of them, or `size` bytes.

    `packed` turns the pieces of a chunk into what is written.
    """

    def __init__(
        self, writer: SectionWriter, most: int, size: int, packed: Callable[[list[bytes]], bytes]
    ) -> None:
        self._writer = writer
        self._most = most
        self._size = size
        self._packed = packed
        self._pieces: list[bytes] = []
        self._held = 0
        self._count = 0
        self._firsts = array("i", [0])
        self._at = array("Q")
        self._lengths = array("Q")

    def add(self, piece: bytes) -> None:
        """Add the piece of the next event. Raises OSError where a full chunk cannot be written."""
        self._pieces.append(piece)
        self._held += len(piece)
        if len(self._pieces) >= self._most or self._held >= self._size:
            self._flush()

    def write(self, name: str) -> None:
        """Write what is left, and where every chunk lies."""
        if self._pieces:
            self._flush()
        self._writer.add(f"{name}-firsts", np.array(self._firsts, dtype=np.int32))
        self._writer.add(f"{name}-at", np.array(self._at, dtype=np.uint64))
        self._writer.add(f"{name}-lengths", np.array(self._lengths, dtype=np.uint64))

    def _flush(self) -> None:
        at, length = self._writer.chunk(self._packed(self._pieces))
        self._at.append(at)
        self._lengths.append(length)
        self._count += len(self._pieces)
        self._firsts.append(self._count)
        self._pieces = []
        self._held = 0


class Chunks:
    """The chunks of one name over `count` events. Raises DamagedError where they do not fit."""

    def __init__(self, sections: Sections, name: str, count: int) -> None:
        self._content = sections.content
        self._firsts: npt.NDArray[np.int32] = sections.array(f"{name}-firsts", np.int32)
        number = len(self._firsts) - 1
        self._at: npt.NDArray[np.uint64] = sections.array(f"{name}-at", np.uint64, number)
        self._lengths: npt.NDArray[np.uint64] = sections.array(f"{name}-lengths", np.uint64, number)
        fits = number >= 0 and self._firsts[0] == 0 and self._firsts[-1] == count
        if not fits or np.any(self._firsts[1:] <= self._firsts[:-1]):
            raise DamagedError(f"{name} does not cover the events")

    def __iter__(self) -> Iterator[tuple[int, int]]:
        """Yield the first event of each chunk and the first that is not in it."""
        firsts = self._firsts.tolist()
        yield from pairwise(firsts)

    def chunk_of(self, number: int) -> tuple[int, int]:
        """Return the chunk of an event, and how many events of the chunk stand before it."""
        chunk = int(np.searchsorted(self._firsts, number, side="right")) - 1
        return chunk, number - int(self._firsts[chunk])

    def read(self, chunk: int) -> bytes:
        """Return a chunk as it was written."""
        return self._content.read(int(self._at[chunk]), int(self._lengths[chunk]))
