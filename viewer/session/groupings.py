"""What the lanes can be made of: the values of each key with their words and colours."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from viewer.model.records import COLOURS, Collection
from viewer.model.words import LocalText
from viewer.session.languages import language_name
from viewer.timeline.columns import Columns
from viewer.timeline.lanes.facets import Membership
from viewer.timeline.lanes.lane import Grouping

Named = Sequence[tuple[str, LocalText, str]]
"""The values of a key in the order of the collection: id, words, colour name."""


def theme_membership(collection: Collection, columns: Columns) -> Membership:
    """Return who is in the collection's own lanes, which the columns know of themselves."""
    ids = tuple(lane.id for lane in collection.lanes)
    return Membership(ids, np.arange(len(columns) + 1), columns.lane)


def grouping_of(collection: Collection, key: str, of: Membership, totals: tuple[int, ...]) -> Grouping:
    """Return the grouping by `key`; `totals` count the events of each value in the whole collection."""
    words = {value: (title, colour) for value, title, colour in _NAMED[key](collection)}
    named = [words.get(value, (_text(value), _turn(number, ""))) for number, value in enumerate(of.values)]
    return Grouping(
        key=key,
        of=of,
        titles=tuple(title for title, _ in named),
        colours=tuple(colour for _, colour in named),
        totals=totals,
        kept=key == "lane",
    )


def values_by_key(collection: Collection) -> dict[str, frozenset[str]]:
    """Return the ids of the values that lanes can be made of, by key."""
    return {key: frozenset(value for value, _, _ in named(collection)) for key, named in _NAMED.items()}


def _lanes(collection: Collection) -> Named:
    return [(lane.id, lane.title, lane.colour) for lane in collection.lanes]


def _people(collection: Collection) -> Named:
    return [(one.id, one.names, _turn(number, "")) for number, one in enumerate(collection.people)]


def _places(collection: Collection) -> Named:
    return [(one.id, one.names, _turn(number, "")) for number, one in enumerate(collection.places)]


def _sources(collection: Collection) -> Named:
    return [
        (one.id, _text(one.short_title or one.title), _turn(number, one.colour))
        for number, one in enumerate(collection.sources)
    ]


def _languages(collection: Collection) -> Named:
    tags = dict.fromkeys(source.language for source in collection.sources)
    return [(tag, _text(language_name(tag)), _turn(number, "")) for number, tag in enumerate(tags)]


_NAMED: Mapping[str, Callable[[Collection], Named]] = {
    "lane": _lanes,
    "person": _people,
    "place": _places,
    "source": _sources,
    "language": _languages,
}


def _turn(number: int, colour: str) -> str:
    """Return the colour that was given, else one of all in turn."""
    return colour if colour in COLOURS else COLOURS[number % len(COLOURS)]


def _text(words: str) -> LocalText:
    return LocalText((("en", words),))
