"""The records of events, made when they are looked at."""

import json
import zlib
from typing import Any

from viewer.store.chunks import Chunks
from viewer.store.sections import DamagedError, Sections
from viewer.store.texts import decoded
from viewer.timeline.last_used import LastUsed

LARGEST_CHUNK = 256_000_000
"""Bytes: what claims to become more was not written by us."""

_KEPT = 8  # chunks unpacked: what is looked at together stands together


class Records:
    """The lists of JSON that records are made of."""

    def __init__(self, sections: Sections, count: int) -> None:
        self._chunks = Chunks(sections, "records", count)
        self._lines: LastUsed[int, list[bytes]] = LastUsed(_KEPT)

    def row(self, number: int) -> list[Any]:
        """Return the list of an event. Raises DamagedError."""
        chunk, at = self._chunks.chunk_of(number)
        lines = self._lines.get(chunk, self._unpacked)
        try:
            row = json.loads(decoded(lines[at]))
        except (ValueError, IndexError, RecursionError) as error:
            raise DamagedError("a record cannot be read") from error
        if not isinstance(row, list):
            raise DamagedError("a record is no list")
        return row

    def _unpacked(self, chunk: int) -> list[bytes]:
        unpacking = zlib.decompressobj()
        try:
            content = unpacking.decompress(self._chunks.read(chunk), LARGEST_CHUNK)
        except zlib.error as error:
            raise DamagedError("records cannot be unpacked") from error
        if unpacking.unconsumed_tail:
            raise DamagedError("records are larger than they can be")
        return content.split(b"\n")
