"""Where a source speaks and where it is silent: the stretches that its events cover, and the gaps between."""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from viewer.timeline.columns import UNBOUNDED, Columns, Days


class Stretch(NamedTuple):
    """Days from `start` to `end`, half-open."""

    start: float
    end: float


class Voice:
    """What one lane covers, in half-open stretches of days that do not touch; `whole` is what all lanes do.

    Gaps are found by their length: those of at least 2**k days are listed once for each k that is asked for,
    so that a view costs what is drawn of it, however many events the lane has.
    """

    def __init__(self, start: Days, end: Days, whole: Stretch) -> None:
        """`start`, sorted, and `end` are the spans of the lane's events in days."""
        self.whole = whole
        reach = np.maximum.accumulate(end)
        begins = np.ones(len(start), dtype=np.bool_)
        begins[1:] = start[1:] > reach[:-1]
        self.starts = start[begins]
        self.ends = reach[np.append(begins[1:], True)] if len(start) else reach
        self._longer: dict[int, tuple[Days, Days]] = {}

    def gaps(self, first: float, last: float, least: float) -> list[Stretch]:
        """Return the gaps of at least `least` days that touch the days from `first` to `last`."""
        starts, ends = self._longer_than(least)
        at = int(np.searchsorted(ends, first, side="right"))
        to = max(int(np.searchsorted(starts, last, side="left")), at)
        pairs = zip(starts[at:to].tolist(), ends[at:to].tolist(), strict=True)
        return [Stretch(start, end) for start, end in pairs if end - start >= least]

    def extent(self) -> Stretch | None:
        """Return the days from the first covered to the last, None where nothing is."""
        return Stretch(int(self.starts[0]), int(self.ends[-1])) if len(self.starts) else None

    def _longer_than(self, least: float) -> tuple[Days, Days]:
        """Return where the gaps of at least the power of two days below `least` begin and end, in order."""
        power = max(int(np.floor(np.log2(max(least, 1.0)))), 0)
        if power not in self._longer:
            long = np.flatnonzero(self.starts[1:] - self.ends[:-1] >= 2**power)
            self._longer[power] = self.ends[long], self.starts[long + 1]
        return self._longer[power]


def voices_of(columns: Columns, lanes: Iterable[int]) -> dict[int, Voice]:
    """Return what the events of each of these lanes cover; nothing where no date is known."""
    whole = _whole_of(columns)
    if whole is None:
        return {}
    # Numbers of 16 bits are sorted five times as fast; there are never so many lanes.
    of = columns.lane.astype(np.uint16 if np.max(columns.lane) < 2**16 else np.int32)
    order = np.argsort(of, kind="stable")
    ordered = of[order]
    voices = {}
    for lane in lanes:
        first, end = np.searchsorted(ordered, [lane, lane + 1])
        rows = order[first:end]
        voices[lane] = Voice(columns.start[rows], columns.end[rows], whole)
    return voices


def spoken_and_silent(
    voice: Voice, first: float, last: float, least: float
) -> tuple[list[Stretch], list[Stretch]]:
    """Return the stretches that are covered and those that are not, between the days `first` and `last`.

    Gaps shorter than `least` days count as covered; before and after what is covered, silence reaches to the
    ends of the whole. Stretches reach beyond the view where they do.
    """
    whole, extent = voice.whole, voice.extent()
    if extent is None:
        return [], _touching([whole], first, last)
    gaps = voice.gaps(first, last, least)
    ends = [extent.start, *(day for gap in gaps for day in gap), extent.end]
    spoken = [Stretch(*pair) for pair in zip(ends[::2], ends[1::2], strict=True)]
    outer = [Stretch(whole.start, extent.start), Stretch(extent.end, whole.end)]
    silent = [outer[0], *gaps, outer[1]]
    long = [stretch for stretch in silent if stretch.end - stretch.start >= least]
    return _touching(spoken, first, last), _touching(long, first, last)


def _whole_of(columns: Columns) -> Stretch | None:
    """Return the days from the first known start to the last known end, None where there is none."""
    known = columns.start[columns.start > -UNBOUNDED]
    ends = columns.end[columns.end < UNBOUNDED]
    if not len(known) or not len(ends):
        return None
    first, last = int(np.min(known)), int(np.max(ends))
    return Stretch(first, last) if first < last else None


def _touching(stretches: list[Stretch], first: float, last: float) -> list[Stretch]:
    return [stretch for stretch in stretches if stretch.start < last and stretch.end > first]
