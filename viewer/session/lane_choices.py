"""What was chosen of the lanes: the arrangement now, those of the other groupings, and the way back."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from typing import Self

from viewer.timeline.lanes.arrangement import Arrangement, LanePath

STEPS = 100
"""Changes that can be undone at most."""

BY_COUNT = {"person", "place", "language"}
"""Keys whose most frequent values come first until something else is chosen."""


@dataclass(frozen=True, slots=True)
class LaneChoices:
    """`now` is shown, `kept` was last chosen for other keys; `past` and `future` are for undo."""

    now: Arrangement = field(default_factory=Arrangement)
    kept: tuple[Arrangement, ...] = ()
    past: tuple[Arrangement, ...] = field(default=(), compare=False)
    future: tuple[Arrangement, ...] = field(default=(), compare=False)

    def changed(self, arrangement: Arrangement) -> Self:
        """Return the choices with another arrangement; themselves where it is the same."""
        if arrangement == self.now:
            return self
        return replace(self._at(arrangement), past=(*self.past, self.now)[-STEPS:], future=())

    def for_keys(self, keys: tuple[str, ...]) -> Arrangement:
        """Return what was last chosen for `keys`, else the plain arrangement by them."""
        kept = (one for one in (self.now, *self.kept) if one.keys == keys)
        return next(kept, Arrangement(keys, by_count=bool(BY_COUNT & set(keys))))

    def undone(self) -> Self:
        """Return the choices before the last change; themselves where there was none."""
        if not self.past:
            return self
        return replace(self._at(self.past[-1]), past=self.past[:-1], future=(*self.future, self.now))

    def redone(self) -> Self:
        """Return the choices with the last undone change made again; themselves where there is none."""
        if not self.future:
            return self
        return replace(self._at(self.future[-1]), past=(*self.past, self.now), future=self.future[:-1])

    def fitting(self, values: Mapping[str, AbstractSet[str]]) -> Self:
        """Return the choices without lanes that a collection with these `values` (by key) cannot have."""
        return replace(
            self, now=fitting(self.now, values), kept=tuple(fitting(one, values) for one in self.kept)
        )

    def _at(self, arrangement: Arrangement) -> Self:
        kept = tuple(one for one in self.kept if one.keys not in (self.now.keys, arrangement.keys))
        if arrangement.keys != self.now.keys:
            kept = (*kept, self.now)
        return replace(self, now=arrangement, kept=kept)


def fitting(arrangement: Arrangement, values: Mapping[str, AbstractSet[str]]) -> Arrangement:
    """Return the arrangement without lanes of which `values` (ids by key) do not have the ids."""

    def known(path: LanePath) -> bool:
        named = zip(path, arrangement.keys, strict=False)
        return len(path) <= len(arrangement.keys) and all(
            not value or value in values[key] for value, key in named
        )

    alone = arrangement.alone
    return replace(
        arrangement,
        order=tuple(path for path in arrangement.order if known(path)),
        hidden=frozenset(path for path in arrangement.hidden if known(path)),
        pinned=tuple(path for path in arrangement.pinned if known(path)),
        collapsed=frozenset(path for path in arrangement.collapsed if known(path)),
        alone=alone if alone is not None and known(alone) else None,
    )
