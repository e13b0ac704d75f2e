"""How the titles of events are written, with their dates."""

from typing import Final

from viewer.render.measure import room_for
from viewer.render.theme import Theme
from viewer.render.word_pictures import Part
from viewer.timeline.scene import Label, Rect

STRONG_RANK: Final = 2
"""Titles up to this rank are set in the strong type."""


class TitleInks:
    """The colours of titles, looked up once. `selected` is the row whose title is in the accent."""

    def __init__(self, theme: Theme, selected: int | None = None) -> None:
        self.secondary = theme.color("secondary")
        self._ink = theme.color("ink")
        self._accent = theme.color("accent")
        self._selected = selected

    def parts(self, label: Label) -> tuple[Part, ...]:
        """Return the title and its date, if it has one: where each begins, what it says, in what ink."""
        colour = self.secondary if label.echo else self._ink
        if label.event == self._selected:
            colour = self._accent
        title = (label.box.x, label.text, role_of(label), colour)
        if not label.date:
            return (title,)
        return title, (label.date_x, label.date, "date", self.secondary)


def role_of(label: Label) -> str:
    """Return the type in which a title is set."""
    return "title-strong" if label.rank <= STRONG_RANK else "title"


def plate_of(label: Label) -> Rect:
    """Return the plate behind the words of a title that stands in its bar."""
    box = label.box
    # The date is fainter than the title and stands on cores too.
    end = label.date_x + room_for(label.date, "date") if label.date else 0.0
    right = max(box.x + room_for(label.text, role_of(label)), end)
    x, y = box.x - 2, box.y + 6
    return Rect(x, y, right + 2 - x, box.height - 12)
