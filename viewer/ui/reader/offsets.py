"""From characters of a source to positions in what is shown of it, and back. No Qt.

A source counts Unicode code points. A QTextDocument counts UTF-16 units, takes one position for the end of a
block, and shows "[U+202E]" where the source has a single control.
"""

import re
from bisect import bisect_right

from viewer.model.visible import UNSEEN, spelt_out

BLOCK_LIMIT = 10_000
"""Characters after which a paragraph goes on in a new block: breaking lines takes their number squared."""

_SPECIAL = re.compile(rf"(?P<end>\r\n|\n)|(?P<unseen>{UNSEEN.pattern})|[\U00010000-\U0010ffff]")


class ShownText:
    """Characters `start` to `end` of a text as blocks to show; positions are counted from the first block."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.start = start
        self.end = end
        self.blocks: list[str] = []
        self._sources = [start]
        self._positions = [0]
        self._fixed = [False]  # whether the positions from here on all belong to one character
        self._pending: list[str] = []
        self._room = BLOCK_LIMIT
        at = start
        for found in _SPECIAL.finditer(text, start, end):
            self._add_plain(text, at, found.start())
            self._add_special(found)
            at = found.end()
        self._add_plain(text, at, end)
        self._end_block()

    @property
    def length(self) -> int:
        """The number of positions, block ends between blocks included."""
        return self.to_position(self.end)

    def to_position(self, offset: int) -> int:
        """Return the position of a character offset; one outside is moved to the nearer end."""
        offset = min(max(offset, self.start), self.end)
        at = bisect_right(self._sources, offset) - 1
        return self._positions[at] + (0 if self._fixed[at] else offset - self._sources[at])

    def to_offset(self, position: int) -> int:
        """Return the character offset at a position; one outside is moved to the nearer end."""
        at = max(bisect_right(self._positions, position) - 1, 0)
        ahead = 0 if self._fixed[at] else max(position, 0) - self._positions[at]
        return min(self._sources[at] + ahead, self.end)

    def _add_plain(self, text: str, start: int, end: int) -> None:
        while end - start > self._room:
            self._pending.append(text[start : start + self._room])
            start += self._room
            self._break_block(start)
        self._pending.append(text[start:end])
        self._room -= end - start

    def _break_block(self, offset: int) -> None:
        """End a block where the source has no line end."""
        position = self._position_of(offset)
        self._end_block()
        self._step(offset, offset, position, position + 1)

    def _add_special(self, found: re.Match[str]) -> None:
        position = self._position_of(found.start())
        if found["end"]:
            self._end_block()
            length = 1
        else:
            shown = spelt_out(found[0]) if found["unseen"] else found[0]
            self._pending.append(shown)
            self._room -= 1
            length = len(shown.encode("utf-16-le")) // 2
        self._step(found.start(), found.end(), position, position + length)

    def _position_of(self, offset: int) -> int:
        # The offset lies after everything added so far.
        return self._positions[-1] + offset - self._sources[-1]

    def _step(self, start: int, end: int, position: int, end_position: int) -> None:
        self._sources += [start, end]
        self._positions += [position, end_position]
        self._fixed += [True, False]

    def _end_block(self) -> None:
        self.blocks.append("".join(self._pending))
        self._pending.clear()
        self._room = BLOCK_LIMIT
