"""Making room for events that must be seen now (the selected one), while nobody else moves."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from viewer.timeline.bodies import Bodies, Floats
from viewer.timeline.forms import BARE, Form, cut_form, reach_of, whole_form
from viewer.timeline.rows import FOLDED, Rows


def pinned_rows(
    bodies: Bodies,
    rows: Rows,
    pinned: frozenset[int],
    pixels_per_day: float,
    capacities: Sequence[int],
) -> Rows:
    """Return the rows with every pinned event in a row of its lane, as far as the lane has rows.

    A folded one takes the row where it evicts the least; contested events are evicted last, and lose their
    title before they lose their place. The evicted are folded.
    """
    columns = bodies.columns
    wanted = sorted(event for event in pinned if 0 <= event < len(columns) and rows.row[event] == FOLDED)
    wanted = [event for event in wanted if capacities[int(columns.lane[event])] > 0]
    if not wanted:
        return rows
    changed = rows.copy()
    pin = _Pin(bodies, changed, pinned, pixels_per_day)
    for event in wanted:
        pin.place(event, capacities[int(columns.lane[event])])
    return changed


class _Pin:
    def __init__(self, bodies: Bodies, rows: Rows, pinned: frozenset[int], pixels_per_day: float) -> None:
        self.columns = bodies.columns
        self.bodies = bodies
        self.rows = rows
        self.pinned = pinned
        self.metrics = bodies.metrics
        self.left, self.right = bodies.stretches(pixels_per_day)
        self.width = bodies.widths(pixels_per_day)

    def place(self, event: int, capacity: int) -> None:
        """Put one event into the row and the form that cost least."""
        body = float(self.width[event])
        title = float(self.bodies.title[event])
        whole = whole_form(body, float("inf"), title, self.metrics) or BARE
        least = cut_form(body, 0.0, title, self.metrics) or BARE
        forms = [whole] if least == whole else [whole, least]
        options = [
            (self._cost(event, row, form), index, row)
            for index, form in enumerate(forms)
            for row in range(capacity)
        ]
        _, index, row = min(options)
        form = forms[index]
        bodies_hit, labels_hit = self._hit(event, row, form)
        self.rows.row[bodies_hit] = FOLDED
        self.rows.title[bodies_hit] = 0.0
        self.rows.dated[bodies_hit] = False
        for label in labels_hit.tolist():
            if not self.bodies.urgent[label] and label not in self.pinned:
                self.rows.row[label] = FOLDED
            self.rows.title[label] = 0.0
            self.rows.dated[label] = False
        self.rows.row[event], self.rows.title[event] = row, form.title
        self.rows.inside[event], self.rows.dated[event] = form.inside, False

    def _cost(self, event: int, row: int, form: Form) -> tuple[int, int, int]:
        """Return what a place costs: pinned and urgent events lost, others lost, titles lost."""
        bodies_hit, labels_hit = self._hit(event, row, form)
        pinned = sum(hit in self.pinned for hit in bodies_hit.tolist())
        urgent = int(self.bodies.urgent[bodies_hit].sum())
        demoted = int(self.bodies.urgent[labels_hit].sum())
        lost = len(bodies_hit) - urgent + len(labels_hit) - demoted
        return pinned * len(self.columns) + urgent, lost, demoted

    def _hit(self, event: int, row: int, form: Form) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
        """Return whose mark or bar, and whose title alone, stands where the event would stand."""
        left, right = float(self.left[event]), self._end(event, form)
        peers = np.flatnonzero((self.rows.row == row) & (self.columns.lane == self.columns.lane[event]))
        starts = self.left[peers]
        ends = self.right[peers]
        body = (starts < right) & (left < ends)
        label = ~body & (starts < right) & (left < self._label_ends(peers))
        return peers[body], peers[label]

    def _end(self, event: int, form: Form) -> float:
        behind = form.title > 0 and not form.inside
        return float(self.right[event]) + (reach_of(form.title, self.metrics) if behind else 0.0)

    def _label_ends(self, events: npt.NDArray[np.int64]) -> Floats:
        return self.right[events] + label_reach(self.bodies, self.rows, events)


def label_reach(bodies: Bodies, rows: Rows, events: npt.NDArray[np.int64]) -> Floats:
    """Return how far the label of each event reaches behind its body in pixels, free space included."""
    metrics = bodies.metrics
    behind = (rows.title[events] > 0) & ~rows.inside[events]
    date = np.where(rows.dated[events], metrics.title_date_gap + bodies.date[events], 0.0)
    reach = metrics.label_gap + rows.title[events] + date + metrics.margin
    return np.where(behind, reach, 0.0)
