"""Which events pass a filter, as a mask over all."""

import re
from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from viewer.model.filters import Filter
from viewer.search.words import names_of, query_words
from viewer.store.store import Store
from viewer.store.texts import encoded
from viewer.timeline.lanes.facets import ALL_FACETS

Mask = npt.NDArray[np.bool_]


def passing(store: Store, chosen: Filter, hits: Mask | None) -> Mask:
    """Return the events that meet every condition; `hits` are those found by the text, None without one.

    Two values of the same facet widen the choice, different facets narrow it.
    """
    mask = np.ones(store.count, dtype=np.bool_) if hits is None else hits.copy()
    if chosen.contested:
        mask &= store.contested
    wanted: dict[str, set[str]] = {}
    for facet, value in chosen.facets:
        wanted.setdefault(facet, set()).add(value)
    for facet, values in wanted.items():
        mask &= store.facet(facet).having(values) if facet in ALL_FACETS else False
    return mask


def found(store: Store, query: str, pause: Callable[[], None] = lambda: None) -> Mask | None:
    """Return the events in whose words, or names of people and places, every word of `query` occurs.

    None for an empty query. `pause` is called for each megabyte looked through and may raise to stop.
    """
    words = query_words(query)
    if not words:
        return None
    masks = [np.zeros(store.count, dtype=np.bool_) for _ in words]
    lengths = store.sections.array("folded-sizes", np.uint32, store.count)
    patterns = [re.compile(re.escape(encoded(word))) for word in words]
    for chunk, (first, end) in enumerate(store.folded):
        pause()
        text = store.folded.read(chunk)
        ends = np.cumsum(lengths[first:end].astype(np.int64) + 1)  # each is followed by a line feed
        for pattern, mask in zip(patterns, masks, strict=True):
            at = np.fromiter((match.start() for match in pattern.finditer(text)), dtype=np.int64)
            mask[first + np.minimum(np.searchsorted(ends, at, side="right"), end - first - 1)] = True
    for word, mask in zip(words, masks, strict=True):
        for facet in ("person", "place"):
            _add_named(store, facet, word, mask)
    every = masks[0]
    for mask in masks[1:]:
        every &= mask
    return every


def _add_named(store: Store, facet: str, word: str, mask: Mask) -> None:
    names = names_of(store.collection, facet)
    membership = store.facet(facet)
    bearing = {value for value in membership.values if word in names.get(value, value)}
    if bearing:
        mask |= membership.having(bearing)
