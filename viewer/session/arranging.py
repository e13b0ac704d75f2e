"""The events of one collection arranged in lanes, again and again."""

import numpy as np

from viewer.model.records import Collection
from viewer.session.groupings import grouping_of, theme_grouping
from viewer.timeline.arranged import Arranged, arranged, voices_by_path, with_voices
from viewer.timeline.arrangement import Arrangement, LanePath
from viewer.timeline.columns import Columns, columns_of
from viewer.timeline.facets import Membership, facets_of
from viewer.timeline.lanes import Grouping
from viewer.timeline.silence import Voice

Kept = tuple[Arrangement, dict[LanePath, Voice]]


class Arranging:
    """Knows who, where and which sources each dated event has; what costs something is found when asked for.

    A source covers what all its events do, whatever is filtered: what is filtered out is not silence.
    """

    def __init__(self, collection: Collection) -> None:
        self._collection = collection
        self._columns: Columns | None = None
        self._facets: dict[str, Membership] | None = None
        self._voices: Kept | None = None

    def arranged(self, columns: Columns, arrangement: Arrangement) -> Arranged:
        """Arrange the events of `columns`, of all dated ones those that pass a filter."""
        result = self._arranged(columns, arrangement)
        if not any(lane.speaks for lane in result.lanes):
            return result
        if self._voices is None or self._voices[0] != arrangement:
            self._voices = arrangement, voices_by_path(self._arranged(self._everything(), arrangement))
        return with_voices(result, self._voices[1])

    def _arranged(self, columns: Columns, arrangement: Arrangement) -> Arranged:
        if arrangement.keys == ("lane",):
            groupings = [theme_grouping(self._collection, columns)]
        else:
            groupings = self._groupings(columns, arrangement.keys)
        return arranged(columns, groupings, arrangement)

    def _groupings(self, columns: Columns, keys: tuple[str, ...]) -> list[Grouping]:
        everything = self._everything()
        if self._facets is None:
            at = {event.id: row for row, event in enumerate(self._collection.events)}
            dated = np.array([at[event] for event in everything.ids], dtype=np.int64)
            facets = facets_of(self._collection, self._collection.events)
            self._facets = {key: membership.taken(dated) for key, membership in facets.items()}
        rows = np.array([everything.rows[event] for event in columns.ids], dtype=np.int64)
        return [grouping_of(self._collection, key, self._facets, rows) for key in keys]

    def _everything(self) -> Columns:
        if self._columns is None:
            self._columns = columns_of(self._collection, self._collection.events)
        return self._columns
