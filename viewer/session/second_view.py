"""What is remembered of a second view of time, and a session made as it was."""

from dataclasses import dataclass
from math import isfinite
from typing import Any

from viewer.model.filters import FACETS, Filter
from viewer.model.records import Collection
from viewer.session.groupings import values_by_key
from viewer.session.kept_lanes import arrangements_of, kept_of
from viewer.session.session import Session
from viewer.timeline.folding.breaks import refolded
from viewer.timeline.folding.warp import UNFOLDED
from viewer.timeline.lanes.arrangement import Arrangement
from viewer.timeline.viewport import FARTHEST, LONGEST_SPAN, SHORTEST_SPAN, Viewport

SHARES = (0.1, 0.9)
"""The least and the greatest share of the height that the upper view has."""


@dataclass(frozen=True, slots=True)
class SecondView:
    """`share` of the height is the upper view's; `start` and `span` of the viewport are in days.

    `facets` are pairs (facet, id); `lanes` are the arrangements that were chosen, the present one first.
    """

    share: float
    locked: bool
    start: float
    span: float
    facets: tuple[tuple[str, str], ...] = ()
    contested: bool = False
    text: str = ""
    lanes: tuple[Arrangement, ...] = ()


def second_view(session: Session, *, share: float, locked: bool) -> SecondView:
    """Return what is to be remembered of a view."""
    chosen, viewport = session.filter, refolded(session.viewport, session.warp, UNFOLDED)
    return SecondView(
        share,
        locked,
        viewport.start,
        viewport.span,
        chosen.facets,
        chosen.contested,
        chosen.text,
        kept_of(session.chosen_lanes.choices),
    )


def take_second_view(
    session: Session, remembered: SecondView | None, first: Session, *, locked: bool
) -> None:
    """Let `session` show what `first` does: as it is remembered, else as `first` does.

    What the collection does not have any more is left out; what `first` has selected is selected.
    """
    session.begin_as(first)
    if session.collection is None or remembered is None:
        return
    session.set_filter(_known(session.collection, remembered))
    session.chosen_lanes.restore(remembered.lanes)
    if not locked:
        view = Viewport(remembered.start, remembered.span)
        session.set_viewport(refolded(view, UNFOLDED, session.warp))


def read_second_view(value: Any) -> SecondView | None:
    """Return what a file says was remembered. Raises ValueError, TypeError or LookupError for damage."""
    if value is None:
        return None
    share, start, span = (float(value[name]) for name in ("share", "start", "span"))
    if not all(map(isfinite, (share, start, span))):
        raise ValueError("it holds something else where a number should be")
    return SecondView(
        share=min(max(share, SHARES[0]), SHARES[1]),
        locked=value["locked"] is not False,
        start=min(max(start, -FARTHEST), FARTHEST),
        span=min(max(span, SHORTEST_SPAN), LONGEST_SPAN),
        facets=tuple((_text(facet), _text(id_)) for facet, id_ in value["facets"]),
        contested=value["contested"] is True,
        text=_text(value["text"]),
        lanes=arrangements_of(value["lanes"]),
    )


def _known(collection: Collection, remembered: SecondView) -> Filter:
    values = values_by_key(collection)
    facets = tuple(
        (facet, value)
        for facet, value in remembered.facets
        if facet in FACETS and (facet not in values or value in values[facet])
    )
    return Filter(facets, remembered.contested, remembered.text)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("it holds something else where a text should be")
    return value
