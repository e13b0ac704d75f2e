"""Titles and dates on one line with their widths, looked up when they are first needed and then kept."""

import unicodedata

from viewer.timeline.columns import Columns
from viewer.timeline.ellipsis import line_of
from viewer.timeline.metrics import Measure, TextRole

STRONG_RANK = 2
"""Titles up to this rank are set in the strong type."""

KEPT = 40_000
"""Titles kept at most."""


class TitleWidths:
    """The words of the events of `columns` as a picture has them, with their approximate widths.

    Rows are shared out by the sum of a text's letters, which costs a quarter of measuring it; the few titles
    that are drawn are measured (titles.py).
    """

    def __init__(self, columns: Columns, measure: Measure) -> None:
        self._columns = columns
        self._advances = {role: _Advances(role, measure) for role in ("title", "title-strong", "date")}
        self._titles: dict[int, tuple[str, float]] = {}
        self._dates: dict[int, tuple[str, float]] = {}

    def title(self, event: int) -> tuple[str, float]:
        """Return the title of a row of the columns on one line, and about how wide it is in pixels."""
        found = self._titles.get(event)
        if found is None:
            line = line_of(self._columns.titles[event])
            role = role_of(int(self._columns.rank[event]))
            found = line, sum(map(self._advances[role].__getitem__, line))
            _keep(self._titles, event, found)
        return found

    def date(self, event: int) -> tuple[str, float]:
        """Return the date of a row in words, and about how wide it is in pixels."""
        found = self._dates.get(event)
        if found is None:
            words = self._columns.dates[event]
            found = words, sum(map(self._advances["date"].__getitem__, words))
            _keep(self._dates, event, found)
        return found

    def title_width(self, event: int) -> float:
        """Return about how wide a title is, in pixels."""
        return self.title(event)[1]

    def date_width(self, event: int) -> float:
        """Return about how wide a date is, in pixels."""
        return self.date(event)[1]


def role_of(rank: int) -> TextRole:
    """Return the type in which the title of an event of this rank is set."""
    return "title-strong" if rank <= STRONG_RANK else "title"


class _Advances(dict[str, float]):
    """How far each letter moves the next one on, in pixels; marks above and below do not."""

    def __init__(self, role: str, measure: Measure) -> None:
        super().__init__()
        self._role: TextRole = role  # type: ignore[assignment]
        self._measure = measure

    def __missing__(self, letter: str) -> float:
        """Measure a letter when it is first met."""
        width = (
            0.0 if unicodedata.category(letter) in ("Mn", "Me", "Cf") else self._measure(letter, self._role)
        )
        self[letter] = width
        return width


def _keep(kept: dict[int, tuple[str, float]], event: int, words: tuple[str, float]) -> None:
    if len(kept) >= KEPT:
        kept.clear()
    kept[event] = words
