"""What goes onto an exported sheet: the picture, a line that says what it is, and the list of passages."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import ceil

from viewer.model.records import Collection, Event, Lane
from viewer.model.visible import visible_text
from viewer.render.citations import Line, citation_lines, column_width, columns_of_lines, draw_lines
from viewer.render.glyphs import missing_glyphs
from viewer.render.measure import text_width
from viewer.render.paint import paint_scene
from viewer.render.pen import Pen
from viewer.render.theme import Theme
from viewer.store.store import store_of
from viewer.timeline.axis.languages import ENGLISH_AXIS
from viewer.timeline.axis.words import AxisWords
from viewer.timeline.columns import Columns
from viewer.timeline.ellipsis import cut
from viewer.timeline.lanes.counting import events_seen
from viewer.timeline.lanes.coverage import with_coverage
from viewer.timeline.metrics import Metrics
from viewer.timeline.place import place
from viewer.timeline.rect import Rect
from viewer.timeline.rows.shares import LEAST_GAP
from viewer.timeline.scene import Scene
from viewer.timeline.trim import trimmed
from viewer.timeline.viewport import Viewport
from viewer.timeline.within import columns_within, lanes_within

FOOT = 26.0
"""Pixels of the line beneath the picture."""

MARGIN = 28.0
"""Pixels around the list."""


EASE = 60.0
"""Pixels of height that a lane should have; where there are more lanes, empty ones are left out."""

EDGE = 14.0
"""Pixels left and right of the line beneath the picture."""


class DrawingError(Exception):
    """A part of the picture could not be drawn; says which and why."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A laid-out export in pixels: pages of one width, each with its height and what draws it.

    `missing` are the letters in it that the shipped type does not have.
    """

    width: int
    heights: tuple[int, ...]
    pages: tuple[Callable[[Pen], object], ...]
    shown: int
    folded: int
    missing: str


@dataclass(frozen=True, slots=True)
class Content:
    """What is exported: the collection, the columns in their lanes, the range as a viewport, the words."""

    collection: Collection
    columns: Columns
    lanes: Sequence[Lane]
    viewport: Viewport
    title: str
    foot: str
    citations: bool
    axis_words: AxisWords = ENGLISH_AXIS


def lay_out(content: Content, width: int, height: int, theme: Theme, *, paged: bool) -> Sheet:
    """Lay out a sheet whose picture is `width` by `height` pixels, or higher where its lanes need that.

    The list of passages follows on pages of the same size where `paged`, else beneath the picture, and the
    sheet grows by as much.
    """
    metrics = with_coverage(replace(Metrics(), evidence_height=0.0), content.lanes)
    within = columns_within(content.columns, content.viewport)
    columns, lanes = lanes_within(within, content.lanes, round(height / EASE))
    content = replace(content, columns=columns, lanes=lanes)
    height = max(height, ceil(_least_height(len(lanes), metrics)))
    scene = _scene(content, width, height, metrics)
    lines = _lines(content, width)
    shown, in_view = events_seen(content.columns, scene)
    foot = _foot(visible_text(content.foot), _counts(shown, in_view, len(scene.breaks)), width)

    def picture(pen: Pen) -> None:
        pen.fill(Rect(0, 0, width, height), theme.color("ground"))
        troubles = paint_scene(pen, scene, theme, metrics)
        if troubles:
            raise DrawingError(" ".join(troubles))
        pen.line(0, height - FOOT, width, height - FOOT, theme.color("hairline"))
        box = Rect(EDGE, height - FOOT, width, FOOT)
        pen.text(EDGE, box, foot, "caption", theme.color("secondary"))

    counts = shown, in_view - shown, missing_glyphs(_texts(scene, lines, foot))
    pages = columns_of_lines(lines, width - 2 * MARGIN, height - 2 * MARGIN if paged else None)
    draws = [_list_page(page, width, theme) for page in pages if page]
    if paged or not draws:
        whole = [_grounded(draw, width, height, theme) for draw in draws]
        return Sheet(width, (height,) * (1 + len(whole)), (picture, *whole), *counts)
    below = round(max(item.y + item.line.height for item in pages[0]) + 2 * MARGIN)

    def together(pen: Pen) -> None:
        picture(pen)
        pen.fill(Rect(0, height, width, below), theme.color("ground"))
        pen.painter.translate(0, height)
        draws[0](pen)
        pen.painter.translate(0, -height)

    return Sheet(width, (height + below,), (together,), *counts)


def _least_height(lanes: int, metrics: Metrics) -> float:
    """Return the pixels that a picture needs at least for a row of each lane, and the counts beneath it."""
    top = metrics.title_height + 3 * metrics.axis_row + metrics.era_height
    return top + lanes * (LEAST_GAP + metrics.row_height + metrics.fold_height) + FOOT


def _scene(content: Content, width: int, height: int, metrics: Metrics) -> Scene:
    collection = content.collection
    scene = place(
        content.columns,
        content.lanes,
        collection.eras,
        content.viewport,
        width,
        height - FOOT,
        metrics,
        text_width,
        title=content.title,
        axis_words=content.axis_words,
    )
    return trimmed(scene, text_width)


def _lines(content: Content, width: int) -> list[Line]:
    if not content.citations:
        return []
    store = store_of(content.collection)
    numbers = (store.number_of(event) for event in dict.fromkeys(content.columns.ids))
    events: list[Event] = [store.event(number) for number in numbers if number is not None]
    return citation_lines(content.collection, events, column_width(width - 2 * MARGIN))


def _texts(scene: Scene, lines: list[Line], foot: str) -> list[str]:
    titles = [label.text for label in scene.labels] + [header.title for header in scene.headers]
    return [scene.title, foot, *titles, *(line.text for line in lines)]


def _foot(words: str, counts: str, width: int) -> str:
    """Return the line beneath the picture: the counts always, of the rest what there is room for."""
    tail = f"  ·  {counts}"
    room = width - 2 * EDGE - text_width(tail, "caption")
    return cut(words, room, "count", lambda text, _role: text_width(text, "caption")) + tail


def _counts(shown: int, in_view: int, breaks: int) -> str:
    counted = f", {in_view - shown} folded into counts" if in_view > shown else ""
    stretches = "1 empty stretch" if breaks == 1 else f"{breaks} empty stretches"
    cut_short = f", {stretches} of time folded" if breaks else ""
    return f"{shown} of {in_view} events shown{counted}{cut_short}"


def _list_page(page: list, width: int, theme: Theme) -> Callable[[Pen], object]:  # type: ignore[type-arg]
    return lambda pen: draw_lines(pen, page, MARGIN, MARGIN, theme)


def _grounded(
    draw: Callable[[Pen], object], width: int, height: int, theme: Theme
) -> Callable[[Pen], object]:
    def whole(pen: Pen) -> None:
        pen.fill(Rect(0, 0, width, height), theme.color("ground"))
        draw(pen)

    return whole
