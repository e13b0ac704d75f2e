"""Line and column of a character, as an editor counts them."""

import re
from bisect import bisect_right
from itertools import accumulate

_BREAK = re.compile(r"\r\n?|\n")


class Lines:
    """The lines of a text. Only CR, LF and CRLF end a line; U+0085, U+2028 and form feed do not."""

    __slots__ = ("_starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        if "\r" in text:
            self._starts = [0, *(found.end() for found in _BREAK.finditer(text))]
        else:
            self._starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))][:-1]

    def place(self, index: int) -> tuple[int, int]:
        """Return line and column of the character at `index`, both from 1; a column is one code point."""
        line = bisect_right(self._starts, index)
        return line, index - self._starts[line - 1] + 1

    def line_at(self, index: int) -> str:
        """Return the text of the line that holds the character at `index`, without its end."""
        line = bisect_right(self._starts, index)
        end = self._starts[line] if line < len(self._starts) else len(self.text)
        return self.text[self._starts[line - 1] : end].rstrip("\r\n")
