"""Titles at the width they have room for, measured when they are drawn."""

from viewer.timeline.columns import Columns
from viewer.timeline.ellipsis import cut
from viewer.timeline.metrics import Measure
from viewer.timeline.title_widths import TitleWidths, role_of

SLACK = 4.0
"""Pixels by which words may be wider than the sum of their letters: less than is left free around them."""

KEPT = 40_000


class Titles:
    """Remembers titles as they were drawn, so that none is cut twice."""

    def __init__(self, columns: Columns, words: TitleWidths, measure: Measure) -> None:
        self._columns = columns
        self._words = words
        self._measure = measure
        self._kept: dict[tuple[int, float], tuple[str, float]] = {}

    def at(self, event: int, room: float) -> tuple[str, float]:
        """Return the title of a row of the columns, cut to `room` pixels, and the width it then has."""
        key = (event, room)
        found = self._kept.get(key)
        if found is None:
            found = self._fitted(event, room)
            if len(self._kept) >= KEPT:
                self._kept.clear()
            self._kept[key] = found
        return found

    def date_width(self, words: str) -> float:
        """Return the width of a date in pixels."""
        return self._measure(words, "date")

    def _fitted(self, event: int, room: float) -> tuple[str, float]:
        line, width = self._words.title(event)
        role = role_of(int(self._columns.rank[event]))
        if width <= room:
            width = self._measure(line, role)
            if width <= room + SLACK:
                return line, width
        text = cut(line, room, role, self._measure)
        return text, self._measure(text, role)
