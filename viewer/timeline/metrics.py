"""The measures of a picture in pixels; an export at another scale is another Metrics, not another layout."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

TextRole = Literal["title", "title-strong", "date", "tick", "tick-major", "lane", "era", "count"]

Measure = Callable[[str, TextRole], float]
"""Returns the width of a text in pixels in the type of its role."""


@dataclass(frozen=True, slots=True)
class Metrics:
    """Pixels at scale 1."""

    header_width: float = 148.0
    axis_row: float = 22.0
    evidence_height: float = 0.0
    row_height: float = 26.0
    lane_gap: float = 10.0
    mark: float = 10.0
    bar_height: float = 14.0
    label_gap: float = 7.0
    title_date_gap: float = 6.0
    fold_height: float = 16.0
    margin: float = 10.0
