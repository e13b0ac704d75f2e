"""The events of one collection arranged in lanes, again and again."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from viewer.model.records import Collection
from viewer.session.groupings import grouping_of, theme_membership
from viewer.store.store import Store
from viewer.timeline.columns import Columns
from viewer.timeline.lanes.arranged import Arranged, arranged, voices_by_path, with_voices
from viewer.timeline.lanes.arrangement import Arrangement, LanePath
from viewer.timeline.lanes.silence import Voice

Numbers = npt.NDArray[np.integer]
Kept = tuple[Arrangement, dict[LanePath, Voice]]


class Arranging:
    """Knows who, where and which sources each dated event has; what costs something is found when asked for.

    A source covers what all its events do, whatever is filtered: what is filtered out is not silence.
    """

    def __init__(self, store: Store, collection: Collection) -> None:
        self._store = store
        self._collection = collection
        self._voices: Kept | None = None
        self._totals: dict[str, tuple[int, ...]] = {}

    def arranged(
        self,
        columns: Columns,
        numbers: Numbers,
        arrangement: Arrangement,
        pause: Callable[[], None] = lambda: None,
    ) -> Arranged:
        """Arrange the events of `columns`, of all dated ones those that pass; `numbers` are the store's.

        `pause` is called between the steps and may raise to stop.
        """
        result = self._arranged(columns, numbers, arrangement)
        pause()
        if not any(lane.speaks for lane in result.lanes):
            return result
        if self._voices is None or self._voices[0] != arrangement:
            everything = self._arranged(self._store.columns, self._store.rows, arrangement)
            self._voices = arrangement, voices_by_path(everything)
        return with_voices(result, self._voices[1])

    def _arranged(self, columns: Columns, numbers: Numbers, arrangement: Arrangement) -> Arranged:
        collection = self._collection
        groupings = [
            grouping_of(
                collection,
                key,
                theme_membership(collection, columns)
                if key == "lane"
                else self._store.facet(key).taken(numbers),
                self._totals_of(key) if arrangement.by_count else (),
            )
            for key in arrangement.keys
        ]
        return arranged(columns, groupings, arrangement)

    def _totals_of(self, key: str) -> tuple[int, ...]:
        """Return how many dated events have each value of a key."""
        if key not in self._totals:
            dated = self._store.facet(key).taken(self._store.rows)
            self._totals[key] = tuple(dated.counts().tolist())
        return self._totals[key]
