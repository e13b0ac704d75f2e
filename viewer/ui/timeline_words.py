"""What the timeline says of the thing under the pointer."""

import math

from viewer.model.wording import day_words
from viewer.timeline.columns import Columns
from viewer.timeline.hit import Hit, Kind
from viewer.ui.plain_text import label_text


def hover_words(columns: Columns, found: Hit | None, day: float) -> str:
    """Return one line: the event under the pointer, or the folded count, and the day."""
    when = day_words(math.floor(day))
    if found is not None and found.fold is not None:
        return f"{len(found.fold.events)} events folded here: click to list them  ·  {when}"
    if found is not None and found.kind is Kind.HEADER:
        return "Click: show this lane alone, or all lanes again"
    if found is None or found.event is None:
        return when
    row = found.event
    word = f"{found.word}: " if found.word else ""
    contested = ", contested" if columns.contested[row] else ""
    return f"{word}{label_text(columns.titles[row])}, {columns.dates[row]}{contested}  ·  {when}"
