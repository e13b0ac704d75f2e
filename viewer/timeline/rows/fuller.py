"""Where does a larger scale leave room for more words than there are at the coarsest of its step?

Rows are assigned at the coarsest scale of a step, with as much of each title as has room there. Up to the
next step distances grow by two fifths, and nothing moves into them: so a cut title may be whole, and have its
date. What has room depends on the scale alone: panning changes no words.
"""

from collections.abc import Sequence
from math import inf
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from viewer.timeline.metrics import Metrics
from viewer.timeline.rows.forms import LONGEST_TITLE, dated_extra, reach_of
from viewer.timeline.rows.title_widths import TitleWidths

if TYPE_CHECKING:
    from viewer.timeline.rows.stock import Seat, Stock


class More(NamedTuple):
    """The most words that an event can have, as `Stock` has them."""

    full: str
    dated: str
    full_width: float
    dated_whole: float
    full_need: float
    dated_need: float


def more_of(
    seats: Sequence["Seat"], present: Sequence[tuple[str, str]], words: TitleWidths, metrics: Metrics
) -> list[More]:
    """Return what there may be instead of the `present` title and date of each seat."""
    return [
        _more(seat, title, date, words, metrics) for seat, (title, date) in zip(seats, present, strict=True)
    ]


def fuller(stock: "Stock", ratio: float) -> "Stock":
    """Return the stock with the words that have room at `ratio` times the coarsest scale of its step."""
    room = stock.room * ratio
    dated = stock.dated_need <= room
    full = dated | (stock.full_need <= room)
    if not full.any():
        return stock
    return stock._replace(
        text=np.where(full, stock.full, stock.text),
        said=np.where(dated, stock.dated, stock.said),
        width=np.where(full, stock.full_width, stock.width),
        whole=np.where(dated, stock.dated_whole, np.where(full, stock.full_width, stock.whole)),
        look=np.where(dated, stock.dated_look, np.where(full, stock.full_look, stock.look)),
    )


def _more(seat: "Seat", title: str, date: str, words: TitleWidths, metrics: Metrics) -> More:
    full, width = words.title_within(seat.event, LONGEST_TITLE)
    is_whole = words.title_width(seat.event) <= LONGEST_TITLE
    dated, date_width = words.date(seat.event) if full and is_whole and not date else ("", 0.0)
    both = width + dated_extra(date_width, metrics)
    return More(
        full,
        dated,
        width,
        both,
        _need(seat, width, metrics) if title != full else inf,
        _need(seat, both, metrics) if dated else inf,
    )


def _need(seat: "Seat", width: float, metrics: Metrics) -> float:
    return width if seat.inside else reach_of(width, metrics)
