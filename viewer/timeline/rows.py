"""Which row does each event take, and in which form is it labelled? Answered once for each scale step.

The answer depends on the events, the step and the number of rows, never on what is in view: so panning moves
nothing. Order of service: first every urgent event (contested, found or of rank 1) gets a place for its sign;
then by rank (found before all, contested before others of their rank) each event gets a title, or at least,
if it is urgent, keeps its bare sign; then titles get their dates where that costs nobody anything. Bars
that reach beyond a window come before the rest, but leave it the first rows.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from viewer.timeline.bodies import Bodies
from viewer.timeline.columns import Columns
from viewer.timeline.forms import BARE, Form, cut_form, dated_extra, reach_of, whole_form
from viewer.timeline.row import Row

FOLDED = -1
"""The row of an event that found no room."""

LONG_BAR = 1200.0
"""Pixels: bars longer than this leave the first rows of a lane (one of three, two of six) to shorter ones.

Otherwise a few bars that cover the whole view would hide everything else. They get what is left over."""


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """Arrays of length n: the row in the lane or FOLDED, the title's width in pixels (0: none), its form."""

    row: npt.NDArray[np.int32]
    title: npt.NDArray[np.float64]
    dated: npt.NDArray[np.bool_]
    inside: npt.NDArray[np.bool_]

    def copy(self) -> "Rows":
        """Return arrays of its own."""
        return Rows(self.row.copy(), self.title.copy(), self.dated.copy(), self.inside.copy())


def rows_of(bodies: Bodies, pixels_per_day: float, capacities: Sequence[int]) -> Rows:
    """Assign rows at a scale; `capacities` is the number of rows of each lane."""
    n = len(bodies.columns)
    rows = Rows(np.full(n, FOLDED, np.int32), np.zeros(n), np.zeros(n, np.bool_), np.zeros(n, np.bool_))
    for lane, capacity in enumerate(capacities):
        events = events_in_service_order(bodies.columns, lane)
        if capacity > 0 and len(events):
            _Lane(bodies, pixels_per_day, events, capacity).fill(rows)
    return rows


def events_in_service_order(columns: Columns, lane: int) -> npt.NDArray[np.int64]:
    """Return a lane's events (rows of the columns): found, then by rank, contested first, then by time."""
    events = np.flatnonzero(columns.lane == lane)
    rank = np.where(columns.found[events], 0, columns.rank[events])
    return events[np.lexsort((events, ~columns.contested[events], rank))]


class _Lane:
    """The rows of one lane while they are being filled."""

    def __init__(
        self,
        bodies: Bodies,
        pixels_per_day: float,
        events: npt.NDArray[np.int64],
        capacity: int,
    ) -> None:
        left, right = bodies.stretches(pixels_per_day)
        self.events: list[int] = events.tolist()
        self.width: dict[int, float] = dict(
            zip(self.events, bodies.widths(pixels_per_day)[events].tolist(), strict=True)
        )
        self.left: dict[int, float] = dict(zip(self.events, left[events].tolist(), strict=True))
        self.right: dict[int, float] = dict(zip(self.events, right[events].tolist(), strict=True))
        self.title: dict[int, float] = dict(zip(self.events, bodies.title[events].tolist(), strict=True))
        self.date: dict[int, float] = dict(zip(self.events, bodies.date[events].tolist(), strict=True))
        promised = bodies.columns.contested | bodies.columns.found
        self.promised = {event for event in self.events if promised[event]}
        self.urgent = {event for event in self.events if bodies.urgent[event] and self._may_press(event)}
        self.metrics = bodies.metrics
        self.rows = [Row() for _ in range(capacity)]
        self.at: dict[int, int] = {}
        self.forms: dict[int, Form] = {}

    def fill(self, rows: Rows) -> None:
        """Serve everyone in order and write the outcome into `rows`."""
        self._place_urgent()
        in_order = sorted(self.events, key=self._is_long, reverse=True)
        deferred = [event for event in in_order if not self._serve(event, self._rows_for(event))]
        for event in deferred:
            if self._is_long(event):
                self._serve(event, range(len(self.rows)))
        dated = {event for event in self.events if self._add_date(event)}
        for event, row in self.at.items():
            form = self.forms.get(event, BARE)
            rows.row[event], rows.title[event], rows.inside[event] = row, form.title, form.inside
            rows.dated[event] = event in dated

    def _place_urgent(self) -> None:
        """Find a row for the bare sign of each urgent event, if possible one where its title will fit too."""
        wishes = [Row() for _ in self.rows]
        urgent = [event for event in self.events if event in self.urgent]
        # Contested and found events come before those that are merely of rank 1: they are never to be folded.
        urgent.sort(key=lambda event: (self._is_long(event), event not in self.promised))
        for event in urgent:
            left, right = self.left[event], self.right[event]
            wished = self._wished_end(event)
            best = -1
            for row in self._rows_for(event) if self._is_long(event) else range(len(self.rows)):
                if self.rows[row].room(left, right) >= 0:
                    if wishes[row].room(left, wished) >= 0:
                        wishes[row].take(left, wished)
                        best = row
                        break
                    best = row if best < 0 else best
            if best < 0 and self._is_long(event):
                best = next((i for i, row in enumerate(self.rows) if row.room(left, right) >= 0), -1)
            if best >= 0:
                self.rows[best].take(left, right)
                self.at[event] = best

    def _serve(self, event: int, candidates: Sequence[int]) -> bool:
        """Give an event its title; one that has no row yet gets one. Returns whether it is seen."""
        body = self.width[event]
        if event in self.at:
            spare = self.rows[self.at[event]].room_after(self.left[event])
            self._settle(event, self._best_form(body, spare, self.title[event]) or BARE)
            return True
        if event in self.urgent:
            return False
        widest, widest_room = -1, -1.0
        for row in candidates:
            room = self.rows[row].room(self.left[event], self.right[event])
            if room < 0:
                continue
            form = whole_form(body, room, self.title[event], self.metrics)
            if form is not None:
                self._take(event, row, form)
                return True
            if room > widest_room:
                widest, widest_room = row, room
        form = cut_form(body, widest_room, self.title[event], self.metrics) if widest >= 0 else None
        if form is None:
            return False
        self._take(event, widest, form)
        return True

    def _best_form(self, body: float, room: float, title: float) -> Form | None:
        return whole_form(body, room, title, self.metrics) or cut_form(body, room, title, self.metrics)

    def _take(self, event: int, row: int, form: Form) -> None:
        self.rows[row].take(self.left[event], self.right[event])
        self.at[event] = row
        self._settle(event, form)

    def _settle(self, event: int, form: Form) -> None:
        self.forms[event] = form
        if form.title and not form.inside:
            self.rows[self.at[event]].widen(self.left[event], reach_of(form.title, self.metrics))

    def _add_date(self, event: int) -> bool:
        form = self.forms.get(event, BARE)
        if not form.title or not self.date[event] or form.title < self.title[event]:
            return False
        extra = dated_extra(self.date[event], self.metrics)
        if form.inside:
            inner = self.width[event] - 2 * self.metrics.bar_padding
            return form.title + extra <= inner
        row = self.rows[self.at[event]]
        if row.room_after(self.left[event]) < extra:
            return False
        row.widen(self.left[event], extra)
        return True

    def _wished_end(self, event: int) -> float:
        form = whole_form(self.right[event] - self.left[event], float("inf"), self.title[event], self.metrics)
        if form is None or form.inside or not form.title:
            return self.right[event]
        return self.right[event] + reach_of(form.title, self.metrics)

    def _may_press(self, event: int) -> bool:
        """Long bars of rank 1 do not press: a few of them would take all rows."""
        return event in self.promised or not self._is_long(event)

    def _is_long(self, event: int) -> bool:
        return self.width[event] > LONG_BAR

    def _rows_for(self, event: int) -> Sequence[int]:
        """Return the rows an event may take, the most wanted first."""
        count = len(self.rows)
        return range(count - 1, max(1, count // 3) - 1, -1) if self._is_long(event) else range(count)
