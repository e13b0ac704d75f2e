"""The picture of a timeline as plain records: what is where, in which role. No colours, no toolkit.

All coordinates are pixels of the picture, x to the right and y downwards. Everything that paints, hit-tests,
moves by keyboard, reads aloud or exports reads the same Scene. `event` is a row of the Columns. Records of
which there may be a thousand in a picture are named tuples: they cost a third of a frozen dataclass.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

from viewer.timeline.crowds import Folds, Pips, Rugs
from viewer.timeline.drawn import Bars, Labels, Marks
from viewer.timeline.folding.warp import Gap
from viewer.timeline.rect import NO_BOX, Rect


@dataclass(frozen=True, slots=True)
class Band:
    """An era behind the events, with its title (cut to fit) at `title_x`, or no title where none fits."""

    box: Rect
    title: str
    title_x: float
    index: int


@dataclass(frozen=True, slots=True)
class Header:
    """A lane: its strip across the whole picture, its title and colour name.

    `depth` is 1 for a lane within a group; a group has a triangle, `is_open` or not. `count` is the number
    of its events, None where that is not said. `stuck`: pixels by which its words stand lower than its top,
    where that is out of sight.
    """

    box: Rect
    title: str
    colour: str
    lane: int
    depth: int = 0
    is_group: bool = False
    is_open: bool = False
    is_pinned: bool = False
    count: int | None = None
    stuck: float = 0.0


class Tick(NamedTuple):
    """A line of the axis at `x`. `major` belongs to the larger unit of the upper row."""

    x: float
    major: bool


class TickLabel(NamedTuple):
    """A word of the axis: its left edge, the top of its row, its width and the height of its row in pixels.

    `row` is "upper", "lower" or "old-style". The words "Old Style" stand left of the plot, under the headers.
    """

    x: float
    y: float
    width: float
    text: str
    row: str
    height: float = 22.0


class Silence(NamedTuple):
    """Where a source says nothing, from `left` to `right` in pixels, in words at `text_x` where they fit."""

    left: float
    right: float
    text: str
    text_x: float
    text_width: float


class Coverage(NamedTuple):
    """What a source covers: a line at `y` along its lane, from x to x where it speaks, else silent."""

    lane: int
    y: float
    spoken: tuple[tuple[float, float], ...]
    silent: tuple[Silence, ...]


class Break(NamedTuple):
    """A folded stretch of time, in which nothing lies: its part of the `axis` (both rows) and of the `plot`.

    `text` says how long it is, "" where there is no room. Its left or right edge is in view, and drawn as
    torn, where `torn_left` or `torn_right`.
    """

    axis: Rect
    plot: Rect
    gap: Gap
    text: str
    torn_left: bool
    torn_right: bool


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture. `plot` is where time is drawn: right of the lane headers, below axis and evidence.

    In view are the events whose span touches the plot, `in_view` of them in all lanes, echoes not counted.
    Each row in view of a lane that is looked at is in `shown` (it has a mark or a bar, with or without a
    label), or counts in exactly one pip or fold of its lane. Marks and labels of events that have just left
    the view are there too while they reach into it, so that panning clips them instead of making them vanish.

    Old Style: `old_style_ticks` are the x of its labelled days; the row ends at `old_style_end`, the x of
    14 February 1918, None where that is out of view or there is no such row. `title` stands in `title_box`.
    """

    width: float
    height: float
    plot: Rect
    axis: Rect
    evidence: Rect
    headers: tuple[Header, ...]
    bands: tuple[Band, ...]
    ticks: tuple[Tick, ...]
    tick_labels: tuple[TickLabel, ...]
    bars: Bars
    marks: Marks
    labels: Labels
    folds: Folds
    shown: frozenset[int]
    in_view: int = 0
    old_style_ticks: tuple[float, ...] = ()
    old_style_end: float | None = None
    title: str = ""
    title_box: Rect = NO_BOX
    pips: Pips = field(default_factory=Pips.of)
    rugs: Rugs = field(default_factory=Rugs.none)
    coverages: tuple[Coverage, ...] = ()
    breaks: tuple[Break, ...] = ()

    @property
    def folded(self) -> int:
        """How many events in view are folded into counts."""
        return int(self.folds.number.sum())
