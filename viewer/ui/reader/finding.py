"""Finding words in a document, in any case of letters. No Qt."""

import re
import unicodedata

COUNT_LIMIT = 1_000
"""Matches that are counted; a document of 20 MB may hold millions."""


class Finding:
    """The matches of one text within a document, in characters."""

    def __init__(self, document: str, text: str) -> None:
        wanted = unicodedata.normalize("NFC", text)
        self._document = document
        self._pattern = re.compile(re.escape(wanted), re.IGNORECASE) if wanted else None

    def after(self, offset: int) -> tuple[int, int] | None:
        """Return the first match that begins at `offset` or later, else the first of all."""
        if self._pattern is None:
            return None
        found = self._pattern.search(self._document, offset) or self._pattern.search(self._document)
        return found.span() if found else None

    def before(self, offset: int) -> tuple[int, int] | None:
        """Return the last match that begins before `offset`, else the last of all."""
        if self._pattern is None:
            return None
        return self._last(0, offset) or self._last(offset, len(self._document))

    def words(self, span: tuple[int, int] | None) -> str:
        """Say which match this is: "3 of 12"; "no match", "" where nothing is looked for."""
        if self._pattern is None:
            return ""
        if span is None:
            return "no match"
        number = total = 0
        for found in self._pattern.finditer(self._document):
            total += 1
            number += found.start() <= span[0]
            if total > COUNT_LIMIT:
                return f"more than {COUNT_LIMIT:,}"
        return f"{number} of {total}"

    def _last(self, start: int, end: int) -> tuple[int, int] | None:
        assert self._pattern is not None  # noqa: S101 only called with a pattern
        window = 4096
        low = end
        while low > start:
            low = max(low - window, start)
            # A match may begin in the window and end behind it.
            spans = [m.span() for m in self._pattern.finditer(self._document, low) if m.start() < end]
            if spans:
                return spans[-1]
            window *= 4
        return None
