"""How the titles of events are written, with their dates."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from viewer.render.measure import room_for
from viewer.render.theme import Theme
from viewer.render.tints import faint
from viewer.render.word_pictures import Part, Plate, Run, run_of
from viewer.timeline.rows.title_widths import role_of
from viewer.timeline.scene import Label, Rect

PLATE: Final = 0.55
"""How much of the ground lies between a title and the bar it stands in."""

KEPT: Final = 4000
"""Titles whose runs are kept."""


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


class TitleRun(NamedTuple):
    """A title as device pixels have it."""

    run: Run
    plate: Plate | None


class TitleRuns:
    """The runs of titles in the colours of one theme: made once, for a title is drawn in many pictures."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str, str, bool, bool, bool, float], TitleRun] = {}

    def run(self, label: Label, inks: TitleInks, ratio: float, *, selected: bool = False) -> TitleRun:
        """Return a title at `ratio` device pixels a pixel."""
        key = (label.text, label.date, role_of(label.rank), label.echo, label.inside, selected, ratio)
        found = self._kept.get(key)
        if found is None:
            if len(self._kept) >= KEPT:
                self._kept.clear()
            parts = inks.parts(label, selected=selected)
            plate = _plate(label, parts, inks, ratio) if label.inside else None
            found = self._kept[key] = TitleRun(run_of(parts, ratio), plate)
        return found


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
