"""How the titles of events are written, with their dates."""

from collections.abc import Sequence
from typing import Final, cast

import numpy as np

from viewer.render.lines import Line, Part, Plate, run_of
from viewer.render.measure import room_for
from viewer.render.theme import Theme
from viewer.render.tints import faint
from viewer.timeline.drawn import Label, Labels
from viewer.timeline.rect import Rect
from viewer.timeline.rows.title_widths import role_of

PLATE: Final = 0.7
"""How much of the ground lies between a title and the bar it stands in."""

KEPT: Final = 4000
"""Titles whose lines are kept."""


class TitleInks:
    """The colours of titles, looked up once."""

    def __init__(self, theme: Theme) -> None:
        self.secondary = theme.color("secondary")
        self.plate = faint(theme.color("ground"), PLATE)
        self._ink = theme.color("ink")
        self._accent = theme.color("accent")

    def parts(self, label: Label, *, selected: bool = False) -> tuple[Part, ...]:
        """Return the title and its date, if it has one: where each begins, what it says, in what ink."""
        colour = self._accent if selected else self.secondary if label.echo else self._ink
        title = (label.box.x, label.text, role_of(label.rank), colour)
        if not label.date:
            return (title,)
        return title, (label.date_x, label.date, "date", self.secondary)


class TitleLines:
    """The lines of titles in the colours of one theme: made once, for a title is drawn in many pictures."""

    def __init__(self) -> None:
        self._kept: dict[int, Line] = {}
        self._ratio = 0.0

    def lines(self, labels: Labels, inks: TitleInks, ratio: float, selected: int | None = None) -> list[Line]:
        """Return the lines of titles at `ratio` device pixels a pixel; that of `selected` is lit."""
        if ratio != self._ratio or len(self._kept) >= KEPT:
            self._kept, self._ratio = {}, ratio
        looks = labels.look.tolist()
        lines = [*map(self._kept.get, looks)]
        if None in lines:
            unknown = [at for at, line in enumerate(lines) if line is None]
            for at, label in zip(unknown, labels.where(np.array(unknown)), strict=True):
                lines[at] = self._kept[looks[at]] = _line(label, inks, ratio)
        if selected is not None:
            for at in np.flatnonzero(labels.event == selected).tolist():
                lines[at] = self._lit(labels.where(np.array([at]))[0], looks[at], inks, ratio)
        return cast("list[Line]", lines)

    def _lit(self, label: Label, look: int, inks: TitleInks, ratio: float) -> Line:
        # Looks are numbered from nought on.
        found = self._kept.get(-1 - look)
        if found is None:
            found = self._kept[-1 - look] = _line(label, inks, ratio, selected=True)
        return found


def _line(label: Label, inks: TitleInks, ratio: float, *, selected: bool = False) -> Line:
    parts = inks.parts(label, selected=selected)
    plate = _plate(label, parts, inks, ratio) if label.inside else None
    return Line(run_of(parts, ratio), ratio, plate)


def plate_of(label: Label, parts: Sequence[Part]) -> Rect:
    """Return the plate behind the words of a title that stands in its bar, within the bar's outline."""
    box = label.box
    # The date is fainter than the title and stands on cores too.
    right = max(x + room_for(words, role) for x, words, role, _ in parts)
    x, y = box.x - 2, box.y + 4
    return Rect(x, y, right + 2 - x, box.height - 6.5)


def _plate(label: Label, parts: Sequence[Part], inks: TitleInks, ratio: float) -> Plate:
    plate, middle = plate_of(label, parts), label.box.y + label.box.height / 2
    left, right = (round((x - label.box.x) * ratio) for x in (plate.x, plate.right))
    top, bottom = (round((y - middle) * ratio) for y in (plate.y, plate.bottom))
    return Plate(left, top, right - left, bottom - top, inks.plate.rgba())
