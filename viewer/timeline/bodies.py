"""How wide events and labels are: in days what grows with the scale, in pixels what does not."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from viewer.timeline.columns import UNBOUNDED, Columns
from viewer.timeline.ellipsis import line_of
from viewer.timeline.metrics import Measure, Metrics, TextRole

Floats = npt.NDArray[np.float64]

STRONG_RANK = 2
"""Titles up to this rank are set in the strong type."""


FOREMOST = 1
"""The rank of events that are to be seen from a century away."""


@dataclass(frozen=True, slots=True, eq=False)
class Bodies:
    """The events of `columns` as a picture of these `metrics` sees them, as arrays of length n.

    `middle` is where a mark stands; of an open span it is the end that is known.

    `title`, `date` are the widths of the words in pixels. `urgent` events are never folded while a row is
    free for them: the contested, the found, and those of rank 1, which are to be seen from a century away.
    """

    columns: Columns
    metrics: Metrics
    start: Floats
    end: Floats
    middle: Floats
    span: Floats
    title: Floats
    date: Floats
    urgent: npt.NDArray[np.bool_]
    titles: tuple[str, ...]

    def stretches(self, pixels_per_day: float) -> tuple[Floats, Floats]:
        """Return from where to where each event needs its row at a scale, in pixels from day 0.

        Marks keep a little space on both sides. Bars keep none: years that follow each other share a row.
        """
        bar = self.is_bar(pixels_per_day)
        half = self.metrics.mark / 2 + self.metrics.mark_gap
        left = np.where(bar, self.start * pixels_per_day, self.middle * pixels_per_day - half)
        right = np.where(bar, self.end * pixels_per_day, self.middle * pixels_per_day + half)
        return left, right

    def widths(self, pixels_per_day: float) -> Floats:
        """Return the width in pixels of each bar at a scale, 0 for marks: the room for a title within."""
        return np.where(self.is_bar(pixels_per_day), self.span * pixels_per_day, 0.0)

    def is_bar(self, pixels_per_day: float) -> npt.NDArray[np.bool_]:
        """Return which events are as wide as a mark or wider."""
        return self.span * pixels_per_day >= self.metrics.mark


def bodies_of(columns: Columns, metrics: Metrics, measure: Measure) -> Bodies:
    """Measure the events of `columns`; every distinct date is measured once."""
    start, end = columns.start.astype(np.float64), columns.end.astype(np.float64)
    open_start, open_end = columns.start <= -UNBOUNDED, columns.end >= UNBOUNDED
    middle = start + (end - start) / 2
    middle = np.where(open_start & ~open_end, end, middle)
    middle = np.where(open_end & ~open_start, start, middle)
    middle = np.where(open_end & open_start, 0.0, middle)
    titles = tuple(line_of(title) for title in columns.titles)
    dates = {date: measure(date, "date") if date else 0.0 for date in set(columns.dates)}
    roles = [role_of(rank) for rank in columns.rank.tolist()]
    return Bodies(
        columns=columns,
        metrics=metrics,
        start=start,
        end=end,
        middle=middle,
        span=end - start,
        title=np.array(
            [measure(title, role) if title else 0.0 for title, role in zip(titles, roles, strict=True)],
            dtype=np.float64,
        ),
        date=np.array([dates[date] for date in columns.dates], dtype=np.float64),
        urgent=columns.contested | columns.found | (columns.rank == FOREMOST),
        titles=titles,
    )


def role_of(rank: int) -> TextRole:
    """Return the type in which the title of an event of this rank is set."""
    return "title-strong" if rank <= STRONG_RANK else "title"
