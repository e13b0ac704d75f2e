"""What hover, selection and a chosen range add to a Scene, without a new layout."""

from dataclasses import dataclass

from viewer.timeline.scene import Rect


@dataclass(frozen=True, slots=True)
class Ghost:
    """What one source says of the selected event's date, drawn to scale in the evidence strip."""

    box: Rect
    label_x: float
    text: str
    source: str
    colour: str


@dataclass(frozen=True, slots=True)
class Highlight:
    """Rows of the Columns that stand out, and the strip of evidence for the selected one.

    `bracket` spans the ghosts where the sources differ; `range` is the chosen range of time; `hint`
    is said in the strip where there are no ghosts.
    """

    hovered: int | None = None
    selected: int | None = None
    ghosts: tuple[Ghost, ...] = ()
    bracket: Rect | None = None
    range: Rect | None = None
    hint: str = ""
