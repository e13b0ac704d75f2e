"""The axis of a picture: its ticks, its two rows of words, and the Old Style row beneath them."""

from dataclasses import dataclass
from itertools import pairwise
from math import floor

from viewer.model.calendar import Calendar, civil, day_number
from viewer.timeline.axis_words import ENGLISH_AXIS, day_text, month_text, short_month_text
from viewer.timeline.metrics import Measure, Metrics, TextRole
from viewer.timeline.scale import Scale
from viewer.timeline.scene import Rect, Tick, TickLabel
from viewer.timeline.tick_steps import TickStep, tick_step
from viewer.timeline.units import Unit

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


def step_for(scale: Scale, coarsest: float, metrics: Metrics, measure: Measure) -> TickStep:
    """Return the step of the axis.

    Words are fitted at `coarsest`, the smallest pixels a day of a scale step: so days and months neither come
    nor go within a step, and never while panning.
    """
    first, last = floor(scale.viewport.start), floor(scale.viewport.end)

    def widest(step: TickStep) -> float:
        words = step.samples or [step.words(step.unit.day(step.unit.index(day)))[-1] for day in (first, last)]
        return max(measure(word, "tick") for word in words) + metrics.tick_gap + WORD_SPACE

    return tick_step(coarsest, scale.width, widest)


def axis_of(
    scale: Scale, step: TickStep, rect: Rect, metrics: Metrics, measure: Measure, *, old_style: bool
) -> Axis:
    """Place the axis in `rect`: the upper row, the lower row and, if `old_style`, a third row beneath."""
    placer = _Placer(scale, rect, metrics, measure)
    uppers = set(placer.stops(step.upper))
    lower = placer.stops(step.unit)
    inside = [day for day in lower if rect.x <= scale.pixel(day) < rect.right]
    ticks = tuple(Tick(scale.pixel(day), day in uppers) for day in inside)
    labels = [*placer.upper(step), *placer.lower(step, inside)]
    if not old_style or step.old_style is None:
        return Axis(ticks, tuple(labels))
    return placer.with_old_style(ticks, labels, step.old_style)


class _Placer:
    def __init__(self, scale: Scale, rect: Rect, metrics: Metrics, measure: Measure) -> None:
        self.scale = scale
        self.rect = rect
        self.metrics = metrics
        self.measure = measure

    def stops(self, unit: Unit) -> list[int]:
        """Return the stops in view, with the one before it."""
        first = unit.index(floor(self.scale.viewport.start))
        last = unit.index(floor(self.scale.viewport.end))
        return [unit.day(index) for index in range(first, last + 1)]

    def lower(self, step: TickStep, days: list[int]) -> list[TickLabel]:
        """Return a word behind each tick, all of one length; one without room is left out."""
        apart = step.unit.least_days * self.scale.pixels_per_day - self.metrics.tick_gap - WORD_SPACE
        words = [step.words(day) for day in days]
        for length in range(len(words[0]) if words else 0):
            chosen = [each[length] for each in words]
            if max(self.measure(word, "tick") for word in chosen) <= apart:
                break
        else:
            chosen = [each[-1] for each in words]
        return self._row(
            [(self.scale.pixel(day), word) for day, word in zip(days, chosen, strict=True)], "lower"
        )

    def upper(self, step: TickStep) -> list[TickLabel]:
        """Return the words of the larger unit; the first keeps to the left edge while it is in view."""
        days = self.stops(step.upper)
        edges = [*(max(self.scale.pixel(day), self.rect.x) for day in days), self.rect.right]
        rooms = [right - left - self.metrics.tick_gap for left, right in pairwise(edges)]
        labels = []
        for day, x, room in zip(days, edges, rooms, strict=False):
            for word in step.upper_words(day):
                width = self.measure(word, "tick-major")
                if width <= room - self.metrics.tick_gap:
                    labels.append(self._label(x + self.metrics.tick_gap, width, word, "upper"))
                    break
        if not labels and rooms:
            # Too narrow for any: the longest stretch is named all the same, an axis without a name is none.
            at = rooms.index(max(rooms))
            word = step.upper_words(days[at])[-1]
            width = self.measure(word, "tick-major")
            x = max(min(edges[at] + self.metrics.tick_gap, self.rect.right - width), self.rect.x)
            labels.append(self._label(x, width, word, "upper"))
        return labels

    def with_old_style(self, ticks: tuple[Tick, ...], labels: list[TickLabel], unit: Unit) -> Axis:
        """Add the Old Style row, which ends with a boundary on 14 February 1918."""
        end = self.scale.pixel(OLD_STYLE_END)
        days = [
            day for day in self.stops(unit) if day < OLD_STYLE_END and self.scale.pixel(day) >= self.rect.x
        ]
        days = [day for day in days if self.scale.pixel(day) < self.rect.right]
        row = self._row(self._old_style_words(unit, days), "old-style")
        row = [label for label in row if label.x + label.width + self.metrics.tick_gap <= end]
        if end > self.rect.x:
            row.extend(self._old_style_name())
        if self.rect.x <= end < self.rect.right:
            row.extend(self._new_style(end + self.metrics.tick_gap))
        xs = tuple(self.scale.pixel(day) for day in days)
        visible = self.rect.x <= end < self.rect.right
        return Axis(ticks, (*labels, *row), xs, end if visible else None)

    def _old_style_words(self, unit: Unit, days: list[int]) -> list[tuple[float, str]]:
        julian = Calendar.JULIAN
        places = [self.scale.pixel(day) for day in days]
        apart = unit.least_days * self.scale.pixels_per_day - self.metrics.tick_gap - WORD_SPACE
        if unit.least_days >= 28:
            longest = max((self.measure(month_text(day, julian), "tick") for day in days), default=0.0)
            name = month_text if longest <= apart else short_month_text
            return list(zip(places, (name(day, julian) for day in days), strict=True))
        full = [f"{day_text(day, julian)} {short_month_text(day, julian)}" for day in days]
        if max((self.measure(word, "tick") for word in full), default=0.0) <= apart:
            return list(zip(places, full, strict=True))
        named = [at == 0 or civil(julian, day)[2] == 1 for at, day in enumerate(days)]
        brief = (day_text(day, julian) for day in days)
        words = [long if name else short for long, name, short in zip(full, named, brief, strict=True)]
        return list(zip(places, words, strict=True))

    def _old_style_name(self) -> list[TickLabel]:
        word = ENGLISH_AXIS.old_style
        width = self.measure(word, "tick")
        x = self.rect.x - self.metrics.margin - width
        return [self._label(x, width, word, "old-style")] if x >= 0 else []

    def _new_style(self, x: float) -> list[TickLabel]:
        for word in ENGLISH_AXIS.new_style_from:
            width = self.measure(word, "tick")
            if x + width <= self.rect.right:
                return [self._label(x, width, word, "old-style")]
        return []

    def _row(self, words: list[tuple[float, str]], row: str) -> list[TickLabel]:
        labels: list[TickLabel] = []
        free = self.rect.x
        for tick, word in words:
            x, width = tick + self.metrics.tick_gap, self.measure(word, "tick")
            if x >= free and x + width <= self.rect.right:
                labels.append(self._label(x, width, word, row))
                free = x + width + self.metrics.tick_gap
        return labels

    def _label(self, x: float, width: float, text: str, row: str) -> TickLabel:
        height = self.metrics.axis_row
        return TickLabel(x, self.rect.y + _ROWS[row] * height, width, text, row, height)


_ROWS = {"upper": 0, "lower": 1, "old-style": 2}

_ROLES: dict[str, TextRole] = {"upper": "tick-major", "lower": "tick", "old-style": "tick"}


def role_of_row(row: str) -> TextRole:
    """Return the type in which a row of the axis is set."""
    return _ROLES[row]
