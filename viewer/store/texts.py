"""A text for each event, read when asked for."""

from array import array

import numpy as np
import numpy.typing as npt

from viewer.store.sections import Bytes, DamagedError, Sections, SectionWriter
from viewer.timeline.taken import Texts


class StoredTexts(Texts):
    """Texts that lie one after the other in a section, in UTF-8."""

    __slots__ = ("_at", "_content", "_ends")

    def __init__(self, sections: Sections, name: str, count: int) -> None:
        self._content: Bytes = sections.content
        self._at, length = sections.span(name)
        self._ends = sections.array(f"{name}-ends", np.uint32, count + 1)
        if self._ends[0] or self._ends[-1] != length or np.any(self._ends[1:] < self._ends[:-1]):
            raise DamagedError(f"{name} has ends that do not fit")

    def __len__(self) -> int:
        return len(self._ends) - 1

    def text(self, at: int) -> str:
        """Return a text; `at` runs from 0."""
        start = int(self._ends[at])
        return decoded(self._content.read(self._at + start, int(self._ends[at + 1]) - start))


class TextsBuilder:
    """Texts that grow one by one."""

    def __init__(self) -> None:
        self._content = bytearray()
        self._ends = array("I", [0])

    def add(self, text: str) -> None:
        """Add a text. Raises OverflowError beyond 4 GB of them."""
        self._content += encoded(text)
        self._ends.append(len(self._content))

    def write(self, writer: SectionWriter, name: str) -> None:
        """Write what has been added, and forget it."""
        ends: npt.NDArray[np.uint32] = np.array(self._ends, dtype=np.uint32)
        writer.add(name, bytes(self._content))
        writer.add(f"{name}-ends", ends)
        self._content.clear()
        del self._ends[1:]


def encoded(text: str) -> bytes:
    """Return a text in UTF-8, halves of pairs included, which no file can hold but a test can."""
    return text.encode("utf-8", "surrogatepass")


def decoded(content: bytes) -> str:
    """Return the text again; what is no UTF-8 is replaced by U+FFFD, never refused."""
    try:
        return content.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return content.decode("utf-8", "replace")
