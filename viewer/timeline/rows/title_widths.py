"""Titles and dates on one line with their widths, looked up when they are first needed and then kept."""

from itertools import accumulate
from typing import TypeVar

from viewer.timeline.columns import Columns
from viewer.timeline.ellipsis import beginning, line_of
from viewer.timeline.metrics import Measure, TextRole
from viewer.timeline.rows.advances import Advances

STRONG_RANK = 2
"""Titles up to this rank are set in the strong type."""

KEPT = 10_000
"""Titles kept at most."""

Key = TypeVar("Key")


class TitleWidths:
    """The words of the events of `columns` as a picture has them, with their widths in pixels."""

    def __init__(self, columns: Columns, measure: Measure) -> None:
        self._columns = columns
        self._advances: dict[TextRole, Advances] = {
            role: Advances(role, measure) for role in ("title", "title-strong", "date", "count")
        }
        self._titles: dict[int, tuple[str, float]] = {}
        self._dates: dict[int, tuple[str, float]] = {}
        self._counts: dict[int, tuple[str, float]] = {}
        self._cut: dict[tuple[int, float], tuple[str, float]] = {}

    def title(self, event: int) -> tuple[str, float]:
        """Return the title of a row of the columns on one line, and its width."""
        found = self._titles.get(event)
        if found is None:
            line = line_of(self._columns.titles[event])
            found = line, self._advances[role_of(int(self._columns.rank[event]))].width(line)
            _keep(self._titles, event, found)
        return found

    def title_within(self, event: int, room: float) -> tuple[str, float]:
        """Return the title cut to `room` pixels, and the width it then has; "" where not a letter fits."""
        whole = self.title(event)
        if whole[1] <= room:
            return whole
        key = (event, room)
        found = self._cut.get(key)
        if found is None:
            found = _cut(whole[0], room, self._advances[role_of(int(self._columns.rank[event]))])
            _keep(self._cut, key, found)
        return found

    def date(self, event: int) -> tuple[str, float]:
        """Return the date of a row in words, and its width."""
        found = self._dates.get(event)
        if found is None:
            words = self._columns.dates[event]
            found = words, self._advances["date"].width(words)
            _keep(self._dates, event, found)
        return found

    def title_width(self, event: int) -> float:
        """Return the width of a title."""
        return self.title(event)[1]

    def date_width(self, event: int) -> float:
        """Return the width of a date."""
        return self.date(event)[1]

    def count_width(self, number: int) -> float:
        """Return the width of a count."""
        found = self._counts.get(number)
        if found is None:
            found = f"+{number:,}", self._advances["count"].width(f"+{number:,}")
            _keep(self._counts, number, found)
        return found[1]


def role_of(rank: int) -> TextRole:
    """Return the type in which the title of an event of this rank is set."""
    return "title-strong" if rank <= STRONG_RANK else "title"


def _cut(line: str, room: float, advances: Advances) -> tuple[str, float]:
    """Return the longest beginning that fits with an ellipsis, and its width."""
    reached = list(accumulate(map(advances.__getitem__, line)))
    length = len(line)
    while length > 0:
        length -= 1
        if reached[length] <= room:
            text = beginning(line, length + 1)
            width = advances.width(text)
            if width <= room:
                return text, width
    return "", 0.0


def _keep(kept: dict[Key, tuple[str, float]], key: Key, words: tuple[str, float]) -> None:
    if len(kept) >= KEPT:
        kept.clear()
    kept[key] = words
