"""How the titles of events are written, with their dates."""

from collections.abc import Sequence
from typing import Final

from viewer.render.lines import Line, Part, Plate, run_of
from viewer.render.measure import room_for
from viewer.render.theme import Theme
from viewer.render.tints import faint
from viewer.timeline.rows.title_widths import role_of
from viewer.timeline.scene import Label, Rect

PLATE: Final = 0.55
"""How much of the ground lies between a title and the bar it stands in."""

KEPT: Final = 4000
"""Titles whose lines are kept."""

Title = tuple[str, str, int, bool, bool, bool]
"""A title's words, its date's, its rank; whether it stands in its bar, is an echo, is selected."""


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
        self._kept: dict[Title, Line] = {}
        self._ratio = 0.0

    def at(self, ratio: float) -> dict[Title, Line]:
        """Return the lines known at `ratio` device pixels a pixel; `line` adds one."""
        if ratio != self._ratio or len(self._kept) >= KEPT:
            self._kept, self._ratio = {}, ratio
        return self._kept

    def line(self, label: Label, inks: TitleInks, ratio: float, *, selected: bool = False) -> Line:
        """Return the line of a title at `ratio` device pixels a pixel."""
        known, title = self.at(ratio), title_of(label, selected=selected)
        found = known.get(title)
        if found is None:
            parts = inks.parts(label, selected=selected)
            plate = _plate(label, parts, inks, ratio) if label.inside else None
            found = known[title] = Line(run_of(parts, ratio), ratio, plate)
        return found


def title_of(label: Label, *, selected: bool) -> Title:
    """Return what titles share that look alike."""
    return label.text, label.date, label.rank, label.inside, label.echo, selected


def plate_of(label: Label, parts: Sequence[Part]) -> Rect:
    """Return the plate behind the words of a title that stands in its bar."""
    box = label.box
    # The date is fainter than the title and stands on cores too.
    right = max(x + room_for(words, role) for x, words, role, _ in parts)
    x, y = box.x - 2, box.y + 6
    return Rect(x, y, right + 2 - x, box.height - 12)


def _plate(label: Label, parts: Sequence[Part], inks: TitleInks, ratio: float) -> Plate:
    plate, middle = plate_of(label, parts), label.box.y + label.box.height / 2
    left, right = (round((x - label.box.x) * ratio) for x in (plate.x, plate.right))
    top, bottom = (round((y - middle) * ratio) for y in (plate.y, plate.bottom))
    return Plate(left, top, right - left, bottom - top, inks.plate.rgba())
