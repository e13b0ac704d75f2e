"""What the store compiles, reckoned again record by record: slow, and plain enough to compare with."""

from collections.abc import Sequence

import numpy as np

from viewer.model.records import KINDS, Collection, Event
from viewer.model.visible import visible_text
from viewer.model.wording import short
from viewer.timeline.columns import Columns, span_of
from viewer.timeline.lanes.facets import FacetBuilders, Membership


def columns_of(
    collection: Collection,
    events: Sequence[Event],
    found: frozenset[str] = frozenset(),
    language: str = "en",
) -> Columns:
    """Return the columns of the dated among `events`; `found` are the ids of search hits."""
    lanes = {lane.id: index for index, lane in enumerate(collection.lanes)}
    placed = [(event, event.date) for event in events if event.date is not None and event.lane in lanes]
    spans = np.array([span_of(date) for _, date in placed], dtype=np.int64).reshape(-1, 4)
    order = np.argsort(spans[:, 0], kind="stable")
    spans = spans[order]
    placed = [placed[row] for row in order]
    ids = tuple(event.id for event, _ in placed)
    return Columns(
        start=spans[:, 0].copy(),
        core_start=spans[:, 1].copy(),
        core_end=spans[:, 2].copy(),
        end=spans[:, 3].copy(),
        lane=np.array([lanes[event.lane] for event, _ in placed], dtype=np.int32),
        rank=np.array([event.rank for event, _ in placed], dtype=np.int8),
        kind=np.array([KINDS.index(event.kind) for event, _ in placed], dtype=np.int8),
        contested=np.array([event.contested for event, _ in placed], dtype=np.bool_),
        found=np.array([event.id in found for event, _ in placed], dtype=np.bool_),
        echo=np.zeros(len(placed), dtype=np.bool_),
        ids=ids,
        titles=tuple(visible_text(event.title.best(language)) for event, _ in placed),
        dates=tuple(short(date) for _, date in placed),
        rows={event: row for row, event in enumerate(ids)},
    )


def facets_of(collection: Collection, events: Sequence[Event]) -> dict[str, Membership]:
    """Return the membership of each of ALL_FACETS; row i is `events[i]`.

    For rows of columns, take them: `facets["source"].taken(rows)`.
    """
    builders = FacetBuilders(collection)
    for event in events:
        builders.add(event)
    return dict(builders.drained())
