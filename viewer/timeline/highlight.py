"""What hover, selection and a chosen range add to a Scene, without a new layout."""

from dataclasses import dataclass
from typing import NamedTuple

from viewer.timeline.rect import Rect


@dataclass(frozen=True, slots=True)
class Ghost:
    """What one source says of the selected event's date, drawn to scale in the evidence strip."""

    box: Rect
    label_x: float
    text: str
    source: str
    colour: str


class Point(NamedTuple):
    """A point of the picture in pixels."""

    x: float
    y: float


class Arc(NamedTuple):
    """A relation of the selected event: a curve to the event in row `event`, with its type in words.

    `curve` is a cubic Bézier, from the selected event to the other. `to_other`: the arrowhead is at the
    other's end, else at the selected event's; None: the relation holds both ways, there is none. `word` says
    the type along the arrow; `box` holds `text`, free of every other word: the type, and the other's title
    where it has no sign in view, before the type where the arrow comes from it. `beyond`: it is out of view.
    An arc without an event only says how many are not drawn.
    """

    kind: str
    event: int | None
    curve: tuple[Point, Point, Point, Point]
    to_other: bool | None
    word: str
    text: str
    box: Rect
    beyond: bool = False


@dataclass(frozen=True, slots=True)
class Highlight:
    """Rows of the Columns that stand out, and the strip of evidence for the selected one.

    `bracket` spans the ghosts where the sources differ; `range` is the chosen range of time; `hint`
    is said in the strip where there are no ghosts. `arcs` are the relations of the selected event. `echoes`
    are the rows of the same events in other lanes, as "hover" or "selection".
    """

    hovered: int | None = None
    selected: int | None = None
    ghosts: tuple[Ghost, ...] = ()
    bracket: Rect | None = None
    range: Rect | None = None
    hint: str = ""
    arcs: tuple[Arc, ...] = ()
    echoes: tuple[tuple[int, str], ...] = ()
