"""How the lanes are arranged: by what, in which order, which are hidden, pinned or collapsed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

KEYS = ("lane", "person", "place", "source", "language")
"""What events may be grouped by; "lane" are the collection's own lanes, its themes."""

LanePath = tuple[str, ...]
"""Which lane: the ids of its values, one for each key down to it; "" stands for "none of them"."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """One way to look at the lanes.

    `keys` are one or two different KEYS: by the first, within that by the second. Values stand as in the
    collection or, `by_count`, the most frequent first; lanes in `order` stand as there, before all others.
    `hidden` lanes are not shown; where one is shown `alone`, no other is. `pinned` lanes come first, in their
    order. Of a `collapsed` group all events stand in one lane.
    """

    keys: tuple[str, ...] = ("lane",)
    by_count: bool = False
    order: tuple[LanePath, ...] = ()
    hidden: frozenset[LanePath] = frozenset()
    pinned: tuple[LanePath, ...] = ()
    collapsed: frozenset[LanePath] = frozenset()
    alone: LanePath | None = None

    def with_hidden(self, path: LanePath, *, hidden: bool) -> Self:
        """Return the arrangement with a lane hidden or shown; a lane that stood alone is no longer alone."""
        changed = self.hidden | {path} if hidden else self.hidden - {path}
        return replace(self, hidden=changed, alone=None)

    def with_pinned(self, path: LanePath, *, pinned: bool) -> Self:
        """Return the arrangement with a lane pinned below those that are, or let go."""
        rest = tuple(other for other in self.pinned if other != path)
        return replace(self, pinned=(*rest, path) if pinned else rest)

    def with_collapsed(self, path: LanePath, *, collapsed: bool) -> Self:
        """Return the arrangement with a group collapsed or opened."""
        return replace(self, collapsed=self.collapsed | {path} if collapsed else self.collapsed - {path})

    def with_alone(self, path: LanePath | None) -> Self:
        """Return the arrangement with one lane alone, or with all again."""
        return replace(self, alone=path)

    def all_shown(self) -> Self:
        """Return the arrangement with nothing hidden."""
        return replace(self, hidden=frozenset(), alone=None)

    def moved(self, siblings: Sequence[LanePath], path: LanePath, before: LanePath | None) -> Self:
        """Return the arrangement with a lane moved to stand before another, or last (None).

        `siblings` are the lanes among which it moves, in their present order: the pinned ones, or those of
        one group that are not. Where `path` or `before` is not among them, nothing changes.
        """
        if path not in siblings or (before is not None and before not in siblings) or path == before:
            return self
        rest = [other for other in siblings if other != path]
        at = len(rest) if before is None else rest.index(before)
        moved = (*rest[:at], path, *rest[at:])
        if path in self.pinned:
            return replace(self, pinned=moved)
        return replace(self, order=(*(other for other in self.order if other not in moved), *moved))
