"""The axis of a picture: its ticks, its two rows of words, and the Old Style row beneath them."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import floor

from viewer.model.calendar import Calendar, civil, day_number
from viewer.timeline.axis.languages import ENGLISH_AXIS
from viewer.timeline.axis.tick_steps import MOST_TICKS, TickStep, tick_step
from viewer.timeline.axis.units import Unit
from viewer.timeline.axis.words import (
    AxisWords,
    day_of_month_text,
    day_text,
    month_text,
    rough_year_texts,
    short_month_text,
)
from viewer.timeline.folding.warp import UNFOLDED, Warp
from viewer.timeline.metrics import Measure, Metrics
from viewer.timeline.rect import Rect
from viewer.timeline.scale import Scale
from viewer.timeline.scene import Tick, TickLabel

OLD_STYLE_END = day_number(Calendar.GREGORIAN, 1918, 2, 14)
"""The first day of the new calendar in Russia: 31 January 1918 (Old Style) was followed by 14 February."""

WORD_SPACE = 14.0
"""Pixels between the words of a row."""


@dataclass(frozen=True, slots=True)
class Axis:
    """What the axis shows; coordinates are pixels of the picture."""

    ticks: tuple[Tick, ...]
    labels: tuple[TickLabel, ...]
    old_style_ticks: tuple[float, ...] = ()
    old_style_end: float | None = None


def step_for(  # noqa: PLR0917 as axis_of
    scale: Scale,
    coarsest: float,
    metrics: Metrics,
    measure: Measure,
    words: AxisWords = ENGLISH_AXIS,
    warp: Warp = UNFOLDED,
) -> TickStep:
    """Return the step of the axis.

    Words are fitted at `coarsest`, the smallest pixels a day of a scale step: so days and months neither come
    nor go within a step, and never while panning.
    """
    view = scale.viewport
    ends = [floor(warp.back(day)) for day in (view.start, view.end)]

    def widest(step: TickStep) -> float:
        shortest = (
            step.samples(words)
            if step.samples is not None
            else [step.said(step.unit.day(step.unit.index(day)), words)[-1] for day in ends]
        )
        return max(measure(word, "tick") for word in shortest) + metrics.tick_gap + WORD_SPACE

    return tick_step(coarsest, scale.width, widest, MOST_TICKS - len(warp.gaps))


def axis_of(  # noqa: PLR0917 the order in which an axis is described
    scale: Scale,
    step: TickStep,
    rect: Rect,
    metrics: Metrics,
    measure: Measure,
    words: AxisWords = ENGLISH_AXIS,
    warp: Warp = UNFOLDED,
    *,
    old_style: bool,
) -> Axis:
    """Place the axis in `rect`: the upper row, the lower row and, if `old_style`, a third row beneath.

    Where `warp` folds time, each stretch between two folds has ticks and words of its own.
    """
    placer = _Placer(scale, rect, metrics, measure, words, warp)
    ticks = placer.ticks(step)
    lower = placer.lower(step)
    labels = [*placer.upper(step, lower), *lower]
    if not old_style or step.old_style is None:
        return Axis(ticks, tuple(labels))
    return placer.with_old_style(ticks, labels, step.old_style)


class _Stretch:
    """A part of the axis in which pixels and days go evenly, from `left` to `right` in pixels."""

    def __init__(
        self, scale: Scale, left: float, right: float, days: tuple[float, float], landmark: int
    ) -> None:
        self.scale = scale
        self.left = left
        self.right = right
        self._days = days
        self._landmark = landmark
        self._stops: dict[int, list[tuple[float, int]]] = {}

    @property
    def named_by(self) -> int:
        """The day by whose year the stretch is named: one with an event, else that in the middle."""
        first, last = self._days
        return self._landmark if first <= self._landmark < last else floor((first + last) / 2)

    def stops(self, unit: Unit) -> list[tuple[float, int]]:
        """Return the stops in view with their x, and the one before them."""
        found = self._stops.get(id(unit))
        if found is None:
            first, last = (unit.index(floor(day)) for day in self._days)
            pixel = self.scale.pixel
            found = self._stops[id(unit)] = [(pixel(day), day) for day in _days_of(unit, first, last)]
        return found

    def inside(self, unit: Unit) -> list[tuple[float, int]]:
        """Return the stops in view with their x."""
        return [(x, day) for x, day in self.stops(unit) if self.left <= x < self.right]


@lru_cache(maxsize=256)
def _days_of(unit: Unit, first: int, last: int) -> list[int]:
    """Return the days of some stops. Shared: never change it."""
    return [*map(unit.day, range(first, last + 1))]


class _Placer:
    def __init__(  # noqa: PLR0917 as axis_of
        self, scale: Scale, rect: Rect, metrics: Metrics, measure: Measure, words: AxisWords, warp: Warp
    ) -> None:
        self.scale = scale
        self.rect = rect
        self.metrics = metrics
        self.measure = measure
        self.words = words
        self.warp = warp
        self.stretches = self._stretches()

    def _stretches(self) -> list[_Stretch]:
        scale, view, rect = self.scale, self.scale.viewport, self.rect
        if not self.warp.gaps:
            return [_Stretch(scale, rect.x, rect.right, (view.start, view.end), 0)]
        found = []
        for start, end, shift, landmark in self.warp.stretches(view.start, view.end):
            left = rect.x if start == view.start else max(scale.pixel(start), rect.x)
            right = rect.right if end == view.end else min(scale.pixel(end), rect.right)
            moved = Scale(view.panned(-shift), scale.width, scale.left)
            found.append(_Stretch(moved, left, right, (start - shift, end - shift), landmark))
        return found

    def ticks(self, step: TickStep) -> tuple[Tick, ...]:
        """Return the ticks; of two that a fold brings together the second is left out."""
        found: list[Tick] = []
        for stretch in self.stretches:
            uppers = {day for _, day in stretch.stops(step.upper)}
            inside = stretch.inside(step.unit)
            if found and inside and inside[0][0] - found[-1].x < self.metrics.tick_gap:
                inside = inside[1:]
            found.extend(Tick(x, day in uppers) for x, day in inside)
        return tuple(found)

    def lower(self, step: TickStep) -> list[TickLabel]:
        """Return a word behind each tick, all of one length; one without room is left out."""
        apart = step.unit.least_days * self.scale.pixels_per_day - self.metrics.tick_gap - WORD_SPACE
        places = [stretch.inside(step.unit) for stretch in self.stretches]
        words = [[step.said(day, self.words) for _, day in inside] for inside in places]
        everything = [each for inside in words for each in inside]
        length = 0
        for length in range(len(everything[0]) if everything else 0):
            if max(self.measure(each[length], "tick") for each in everything) <= apart:
                break
        return [
            label
            for stretch, inside, said in zip(self.stretches, places, words, strict=True)
            for label in self._row(
                stretch, [(x, each[length]) for (x, _), each in zip(inside, said, strict=True)], "lower"
            )
        ]

    def upper(self, step: TickStep, below: list[TickLabel]) -> list[TickLabel]:
        """Return the words of the larger unit; the first of a stretch keeps to its left edge.

        A stretch between two folds that has no words `below` is named by a year in it. The sign of a fold
        stands in the row below: words may run over it, up to the next stretch.
        """
        labels: list[TickLabel] = []
        # There is no stretch where the whole view lies within a fold.
        ends = [*(stretch.left for stretch in self.stretches[1:]), self.rect.right][: len(self.stretches)]
        for stretch, end in zip(self.stretches, ends, strict=True):
            if self.warp.gaps and not any(stretch.left <= label.x < stretch.right for label in below):
                said = rough_year_texts(civil(Calendar.GREGORIAN, stretch.named_by)[0], self.words)
                found = [self._fitting(stretch.left, end - stretch.left, said)]
            else:
                rooms = self._rooms(stretch, step.upper, end)
                found = [self._fitting(x, room, self._said_above(step, day)) for x, room, day in rooms]
            labels.extend(label for label in found if label is not None)
        return labels or self._squeezed(step)

    def _rooms(self, stretch: _Stretch, unit: Unit, end: float) -> list[tuple[float, float, int]]:
        """Return for each stop in view where its words begin, the pixels up to the next or `end`, its day."""
        stops = stretch.stops(unit)
        edges = [*(max(x, stretch.left) for x, _ in stops), end]
        return [
            (left, right - left, day) for (left, right), (_, day) in zip(pairwise(edges), stops, strict=True)
        ]

    def _said_above(self, step: TickStep, day: int) -> tuple[str, ...]:
        return step.said_above(day, self.words, begun=self.warp.forward(day) < self.scale.viewport.start)

    def _fitting(self, x: float, room: float, words: tuple[str, ...]) -> TickLabel | None:
        for word in words:
            width = self.measure(word, "tick-major")
            if width <= room - 2 * self.metrics.tick_gap:
                return self._label(x + self.metrics.tick_gap, width, word, "upper")
        return None

    def _squeezed(self, step: TickStep) -> list[TickLabel]:
        """Name the longest stretch of a picture that is too narrow for any: an unnamed axis is none."""
        rooms = [
            room for stretch in self.stretches for room in self._rooms(stretch, step.upper, stretch.right)
        ]
        if not rooms:
            return []
        x, _, day = max(rooms, key=lambda room: room[1])
        word = self._said_above(step, day)[-1]
        width = self.measure(word, "tick-major")
        x = max(min(x + self.metrics.tick_gap, self.rect.right - width), self.rect.x)
        return [self._label(x, width, word, "upper")]

    def with_old_style(self, ticks: tuple[Tick, ...], labels: list[TickLabel], unit: Unit) -> Axis:
        """Add the Old Style row, which ends with a boundary on 14 February 1918."""
        end = self.scale.pixel(self.warp.forward(OLD_STYLE_END))
        row: list[TickLabel] = []
        xs: list[float] = []
        for stretch in self.stretches:
            stops = [(x, day) for x, day in stretch.inside(unit) if day < OLD_STYLE_END]
            row.extend(self._row(stretch, self._old_style_words(unit, stops), "old-style"))
            xs.extend(x for x, _ in stops)
        row = [label for label in row if label.x + label.width + self.metrics.tick_gap <= end]
        if end > self.rect.x:
            row.extend(self._old_style_name())
        seen_in = next((stretch for stretch in self.stretches if stretch.left <= end < stretch.right), None)
        if seen_in is not None:
            row.extend(self._new_style(end + self.metrics.tick_gap, seen_in.right))
        return Axis(ticks, (*labels, *row), tuple(xs), end if seen_in is not None else None)

    def _old_style_words(self, unit: Unit, stops: list[tuple[float, int]]) -> list[tuple[float, str]]:
        julian, words = Calendar.JULIAN, self.words
        places = [x for x, _ in stops]
        days = [day for _, day in stops]
        apart = unit.least_days * self.scale.pixels_per_day - self.metrics.tick_gap - WORD_SPACE
        if unit.least_days >= 28:
            longest = max((self.measure(month_text(day, words, julian), "tick") for day in days), default=0.0)
            name = month_text if longest <= apart else short_month_text
            return list(zip(places, (name(day, words, julian) for day in days), strict=True))
        full = [day_of_month_text(day, words, julian) for day in days]
        if max((self.measure(word, "tick") for word in full), default=0.0) <= apart:
            return list(zip(places, full, strict=True))
        named = [at == 0 or civil(julian, day)[2] == 1 for at, day in enumerate(days)]
        brief = (day_text(day, words, julian) for day in days)
        said = [long if name else short for long, name, short in zip(full, named, brief, strict=True)]
        return list(zip(places, said, strict=True))

    def _old_style_name(self) -> list[TickLabel]:
        word = self.words.old_style
        width = self.measure(word, "tick")
        x = self.rect.x - self.metrics.margin - width
        return [self._label(x, width, word, "old-style")] if x >= 0 else []

    def _new_style(self, x: float, right: float) -> list[TickLabel]:
        for word in self.words.new_style_from:
            width = self.measure(word, "tick")
            if x + width <= right:
                return [self._label(x, width, word, "old-style")]
        return []

    def _row(self, stretch: _Stretch, words: list[tuple[float, str]], row: str) -> list[TickLabel]:
        labels: list[TickLabel] = []
        free = stretch.left
        for tick, word in words:
            x, width = tick + self.metrics.tick_gap, self.measure(word, "tick")
            if x >= free and x + width <= stretch.right:
                labels.append(self._label(x, width, word, row))
                free = x + width + self.metrics.tick_gap
        return labels

    def _label(self, x: float, width: float, text: str, row: str) -> TickLabel:
        height = self.metrics.axis_row
        return TickLabel(x, self.rect.y + _ROWS[row] * height, width, text, row, height)


_ROWS = {"upper": 0, "lower": 1, "old-style": 2}
