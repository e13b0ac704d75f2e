"""In which form does a label fit? Inside its bar, to the right of it, cut, or not at all."""

from typing import NamedTuple

from viewer.timeline.metrics import Metrics

LONGEST_TITLE = 300.0
"""Pixels: a longer title is cut even where there is room, so that one event cannot fill a row."""

SHORTEST_CUT = 84.0
"""Pixels: a title is not cut further than this."""

CUT_SHARE = 0.6
"""A title is not cut further than to this share of its width: what is left must still tell what it was."""


class Form(NamedTuple):
    """A label: the width of its title in pixels (0: no label), and whether it stands inside the bar."""

    title: float = 0.0
    inside: bool = False


SIGNED_SHARE = 0.35
"""The same for an event whose sign is seen in any case: half a title tells more than none."""

BARE = Form()


def whole_form(body: float, room: float, title: float, metrics: Metrics) -> Form | None:
    """Return the form that shows the title whole in or behind a body of `body` pixels, None where none does.

    `room` is what is free behind the body, in pixels.
    """
    if title <= 0:
        return BARE
    title = min(title, LONGEST_TITLE)
    if title + 2 * metrics.bar_padding <= body:
        return Form(title, inside=True)
    return Form(title) if reach_of(title, metrics) <= room else None


def cut_form(
    body: float, room: float, title: float, metrics: Metrics, share: float = CUT_SHARE
) -> Form | None:
    """Return the form that shows as much of the title as can be, None where that is less than a `share`."""
    least = max(SHORTEST_CUT, share * min(title, LONGEST_TITLE))
    behind = room - metrics.label_gap - metrics.margin
    within = body - 2 * metrics.bar_padding
    if behind >= least and behind >= within:
        return Form(min(behind, LONGEST_TITLE))
    return Form(min(within, LONGEST_TITLE), inside=True) if within >= least else None


def reach_of(title: float, metrics: Metrics) -> float:
    """Return how far a label behind a body reaches, the free space after it included, in pixels."""
    return metrics.label_gap + title + metrics.margin


def dated_extra(date: float, metrics: Metrics) -> float:
    """Return how many pixels the date adds to a title."""
    return metrics.title_date_gap + date
