"""What the timeline says of the thing under the pointer."""

import math

from viewer.model.wording import day_words
from viewer.timeline.axis.languages import ENGLISH_AXIS
from viewer.timeline.axis.words import length_text
from viewer.timeline.columns import Columns
from viewer.timeline.crowds import Fold, Pip
from viewer.timeline.folding.breaks import empty_days
from viewer.timeline.folding.warp import Gap
from viewer.timeline.hit import Hit, Kind
from viewer.timeline.lanes.lane import ArrangedLane
from viewer.ui.plain_text import label_text

_CLICKABLE = frozenset({Kind.ARC, Kind.BREAK, Kind.HEADER})


def lane_words(lane: ArrangedLane) -> str:
    """Return the tooltip of a lane's name: the whole name, how many events, and how to act on it."""
    number = "1 event" if lane.count == 1 else f"{lane.count} events"
    triangle = "open" if lane.collapsed else "collapse"
    fold = f"\nTriangle: {triangle} the group" if lane.is_group else ""
    return (
        f"{label_text(lane.title.best())}: {number}\n"
        f"Click: this lane alone, or all again\nDrag: move it\nRight click: hide, pin, and more{fold}"
    )


def selected_words(columns: Columns | None, row: int | None) -> str:
    """Return what a screen reader says of the selected event."""
    if row is None or columns is None:
        return "Nothing is selected"
    contested = ", the sources differ" if columns.contested[row] else ""
    return f"{label_text(columns.titles[row])}, {columns.dates[row]}{contested}"


def gap_words(gap: Gap) -> str:
    """Return e.g. "717 years without an event, folded (2 January 1201 to 3 March 1917)"."""
    first, last = gap.first - gap.room, gap.last + gap.room - 1
    length = length_text(empty_days(gap), ENGLISH_AXIS)
    return f"{length} without an event, folded ({day_words(first)} to {day_words(last)})"


def range_words(days: tuple[int, int]) -> str:
    """Return what is said while a range of half-open days is chosen."""
    first, last = days[0], days[1] - 1
    dates = day_words(first) if first == last else f"{day_words(first)} to {day_words(last)}"
    return f"{dates}: E exports it, R fits it, Esc lets it go"


def hover_words(columns: Columns, found: Hit | None, day: float) -> str:
    """Return one line: the event, count or break under the pointer; on empty ground the day there.

    Beside an event's date the pointer's day would be taken for it, and lend it a precision it does not have.
    """
    if found is not None and found.fold is not None:
        return f"{_counted(found.fold)}, {_span(columns, found.fold)}: click to list them"
    if found is not None and found.kind is Kind.HEADER:
        return "Click: this lane alone, or all again. Drag: move it. Right click: hide, pin, and more"
    if found is not None and found.gap is not None:
        how = "click" if found.kind is Kind.BREAK else "double click"
        return f"{gap_words(found.gap)}: {how} to unfold"
    if found is not None and found.kind is Kind.ARC and found.event is None:
        return f"{found.word}: click for the event's page, which lists them under “Connected”"
    if found is None or found.event is None:
        return day_words(math.floor(day))
    row = found.event
    contested = ", contested" if columns.contested[row] else ""
    words = f"{label_text(columns.titles[row])}, {columns.dates[row]}{contested}"
    if found.kind is Kind.ARC:
        along = f"{words}  ·  {found.word} this event" if found.incoming else f"{found.word}: {words}"
        return f"{along}: click to go there"
    return words


def is_clickable(found: Hit | None) -> bool:
    """Whether a click on the thing under the pointer does something to it."""
    return found is not None and (
        found.event is not None or found.fold is not None or found.kind in _CLICKABLE
    )


def _counted(group: Fold | Pip) -> str:
    """Say how many events a count or a pip stands for."""
    if isinstance(group, Pip):
        return f"{group.number:,} {'contested' if group.contested else 'found'} events here"
    return f"{group.number:,} {'event' if group.number == 1 else 'events'} folded here"


def _span(columns: Columns, group: Fold | Pip) -> str:
    """Say between which days the events of a count or a pip begin."""
    first = math.floor(columns.warp.back(group.first))
    last = math.ceil(columns.warp.back(group.last)) - 1
    if group.before:
        return f"beginning up to {day_words(last)}"
    return f"beginning {day_words(first)}" + (f" to {day_words(last)}" if last > first else "")
