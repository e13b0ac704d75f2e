"""Viewports that show what is asked for: everything, an event, a range."""

import numpy as np
import numpy.typing as npt

from viewer.timeline.columns import UNBOUNDED, Columns
from viewer.timeline.rows.stock import Floats
from viewer.timeline.viewport import Viewport, viewport_of

Rows = npt.NDArray[np.int64]

EVERY_ROW = slice(None)

ALL_MARGINS = (0.03, 0.22)
"""Shares of the whole span left free before the first and after the last event.

The title of the last one needs room: at 1100 pixels these are 200.
"""

RANGE_MARGIN = 0.02

EVENT_MARGIN = 0.6
"""Share of an event's span left free at both sides when it is fitted."""

GROUP_MARGIN = 0.15
"""Share of the span of several events left free at both sides: the titles of the last need room."""

LEAST_AROUND = 30.0
"""Days: a fitted event is shown with at least so many days in view."""

OPEN_REACH = 3652.0
"""Days of an open-ended event that are shown when it is fitted."""

CENTRED = 0.01
"""Share of the span: an event so near to the middle is centred."""

COMFORT = (0.05, 0.85)
"""Shares of the view between which an event can be looked at as it is; its title has room behind it."""


TOUR_SPAN = 1461.0
"""Days in view when a tour changes the zoom: four years, where a month is wide enough to be told apart."""

TOUR_ZOOMS = (1 / 4, 3.0)
"""A tour keeps the user's zoom between these multiples of its own."""

TOUR_ROOM = (1.25, 1.5)
"""Multiples of an event's length that are in view at least, and where a tour changes the zoom for it."""

TOUR_REACH = 2.0
"""Views from the middle of the view to the event of a step that is near; farther on, the zoom is not kept."""


def fit_all(columns: Columns) -> Viewport:
    """Return the view of every event; open ends and beginnings are not followed.

    Where there is no event, or none with a known side: a century around 1970.
    """
    return fit_known(known_span(columns))


def fit_known(known: tuple[float, float] | None) -> Viewport:
    """Return the view of every event where `known` are the first and the last day that any gives."""
    if known is None:
        return viewport_of(-18262.0, 18262.0)
    first, last = known
    span = max(last - first, LEAST_AROUND)
    return viewport_of(first - span * ALL_MARGINS[0], first + span * (1 + ALL_MARGINS[1]))


def known_span(columns: Columns, rows: slice | Rows = EVERY_ROW) -> tuple[float, float] | None:
    """Return the first and the last day that any event (of `rows`) gives, None where none gives any."""
    start, end = columns.start[rows], columns.end[rows]
    firsts = [int(np.min(side, where=side > -UNBOUNDED, initial=UNBOUNDED)) for side in (start, end)]
    lasts = [int(np.max(side, where=side < UNBOUNDED, initial=-UNBOUNDED)) for side in (start, end)]
    first, last = min(firsts), max(lasts)
    return (float(first), float(last)) if first < UNBOUNDED and last > -UNBOUNDED else None


def fit_range(first: float, last: float) -> Viewport:
    """Return the view of the days [first, last) with a small margin."""
    return viewport_of(first, last, RANGE_MARGIN)


def fit_event(columns: Columns, row: int) -> Viewport:
    """Return the view of one event with room around it; of what is open, the ten years at its known side."""
    start, end = _shown_span(columns, row)
    spare = max(LEAST_AROUND - (end - start), 0.0) / 2
    return viewport_of(start - spare, end + spare, EVENT_MARGIN)


def fit_events(columns: Columns, rows: Rows) -> Viewport | None:
    """Return the view from the earliest start to the latest end of several events, sides that are known.

    None where there is no event.
    """
    if not len(rows):
        return None
    known = known_span(columns, rows)
    if known is None or len(rows) == 1:
        return fit_event(columns, int(rows[0]))
    return viewport_of(*known, GROUP_MARGIN)


def focus(columns: Columns, row: int, viewport: Viewport) -> Viewport:
    """Return the view with the event in the middle; where it is there already, the view that fits it."""
    day = middle(columns, row)
    if abs(day - viewport.center) > viewport.span * CENTRED:
        return viewport.centered(day)
    return fit_event(columns, row)


def revealed(columns: Columns, row: int, viewport: Viewport) -> Viewport:
    """Return the same view where the event is well in it, else the view of the same span centred on it."""
    start, end = float(columns.start[row]), float(columns.end[row])
    day = middle(columns, row)
    low, high = (viewport.start + share * viewport.span for share in COMFORT)
    seen = min(end, viewport.end) - max(start, viewport.start)
    if low <= day <= high or seen >= viewport.span / 2:
        return viewport
    return viewport.centered(day)


def toured(columns: Columns, row: int, viewport: Viewport) -> Viewport:
    """Return the view for a step of a tour: as `revealed` where the event is near and the zoom suits it.

    Elsewhere the view of four years, or of one and a half times a longer event, centred on it.
    """
    start, end = _shown_span(columns, row)
    least, wanted = (share * (end - start) for share in TOUR_ROOM)
    wanted = max(wanted, TOUR_SPAN)
    day = start + (end - start) / 2
    low, high = (share * wanted for share in TOUR_ZOOMS)
    near = abs(day - viewport.center) <= TOUR_REACH * viewport.span
    if near and max(low, least) <= viewport.span <= high:
        return revealed(columns, row, viewport)
    return Viewport(day - wanted / 2, wanted)


def middle(columns: Columns, row: int) -> float:
    """Return the day in the middle of an event; of an open one its known side."""
    return float(middles(columns, slice(row, row + 1))[0])


def middles(columns: Columns, rows: slice | Rows = EVERY_ROW) -> Floats:
    """Return the day in the middle of each event; of an open one its known side, 0 where both are open."""
    first, last = columns.start[rows], columns.end[rows]
    start, end = first.astype(np.float64), last.astype(np.float64)
    days = start + (end - start) / 2
    open_start, open_end = first <= -UNBOUNDED, last >= UNBOUNDED
    days[open_start] = end[open_start]
    days[open_end] = start[open_end]
    days[open_start & open_end] = 0.0
    return days


def _shown_span(columns: Columns, row: int) -> tuple[float, float]:
    start, end = int(columns.start[row]), int(columns.end[row])
    open_start, open_end = start <= -UNBOUNDED, end >= UNBOUNDED
    if open_start and open_end:
        return -OPEN_REACH / 2, OPEN_REACH / 2
    if open_start:
        return end - OPEN_REACH, float(end)
    return float(start), start + OPEN_REACH if open_end else float(end)
