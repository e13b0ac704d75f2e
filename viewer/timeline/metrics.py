"""The measures of a picture in pixels; an export at another scale is another Metrics, not another layout."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

TextRole = Literal["title", "title-strong", "date", "tick", "tick-major", "lane", "era", "count"]

Measure = Callable[[str, TextRole], float]
"""Returns the width of a text in pixels in the type of its role."""

EVIDENCE_HEIGHT = 40.0
"""Pixels: room for what three sources say. Always kept free, so that selecting moves nothing."""


@dataclass(frozen=True, slots=True)
class Metrics:
    """Pixels at scale 1.

    `evidence_height` is a fixed part of the layout, whether or not an event is selected; an export that
    shows no evidence sets it to 0. `era_height` is left out where there are no eras, `title_height` where
    there is no title. A line in a bar stands `bar_words_rise` higher than the middle of its row, so that its
    descenders keep clear of the outline; `sign_room` is what the sign of a bar takes that begins before the
    view.
    """

    header_width: float = 148.0
    axis_row: float = 22.0
    evidence_height: float = EVIDENCE_HEIGHT
    row_height: float = 21.0
    lane_gap: float = 9.0
    mark: float = 10.0
    bar_height: float = 17.0
    label_gap: float = 7.0
    title_date_gap: float = 6.0
    fold_height: float = 15.0
    margin: float = 10.0
    era_height: float = 18.0
    title_height: float = 34.0
    bar_padding: float = 6.0
    bar_words_rise: float = 1.0
    sign_room: float = 5.0
    mark_gap: float = 2.5
    fold_padding: float = 5.0
    tick_gap: float = 5.0
