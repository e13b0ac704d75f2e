"""The headers of lanes: what each says, and where its triangle and its words stand."""

from dataclasses import replace

from viewer.model.records import Lane
from viewer.model.visible import visible_text
from viewer.timeline.lanes.lane import ArrangedLane
from viewer.timeline.rect import Rect
from viewer.timeline.scene import Header

LEFT = 14.0
"""Pixels left of a lane's words; a triangle stands in them."""

INDENT = 12.0
"""Pixels by which a lane within a group is set in."""

GRIP = 14.0
"""Pixels: the width of a triangle to the pointer."""


def header_of(lane: Lane, box: Rect, index: int, language: str) -> Header:
    """Return the header of the lane with this index, `box` its strip across the picture."""
    title = visible_text(lane.title.best(language))
    if not isinstance(lane, ArrangedLane):
        return Header(box, title, lane.colour, index)
    return Header(
        box,
        title,
        lane.colour,
        index,
        depth=lane.depth,
        is_group=lane.is_group,
        is_open=lane.is_open,
        is_pinned=lane.pinned,
        count=lane.count,
    )


def title_left(header: Header) -> float:
    """Return the x of a header's words."""
    return LEFT + INDENT * header.depth


def title_line(header: Header, row_height: float) -> tuple[float, float]:
    """Return top and height in pixels of the line that a header's words stand in."""
    return header.box.y + header.stuck + 2, min(header.box.height - header.stuck - 2, row_height)


def stuck(header: Header, top: float, row_height: float) -> Header:
    """Return the header with its words at `top` where they would stand above, as far as its lane goes."""
    lower = min(max(top - header.box.y, 0.0), max(header.box.height - row_height - 2, 0.0))
    return replace(header, stuck=lower) if lower else header


def triangle_box(header: Header, row_height: float) -> Rect | None:
    """Return where the triangle of a group is taken hold of, None where there is none."""
    if not header.is_group:
        return None
    top, height = title_line(header, row_height)
    return Rect(title_left(header) - GRIP, top, GRIP, height)
