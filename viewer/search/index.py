"""Full-text search in the events of a collection."""

from viewer.model.records import Collection, Event
from viewer.search.folding import fold


class Index:
    """The folded words of every event: titles, summaries, notes, passages, translations, names of its people.

    A query's words must all occur, each as any part of the text: Thai writes no spaces between words, so
    whole-word search would find nothing there.
    """

    def __init__(self, collection: Collection) -> None:
        names = {person.id: _names(person.names.entries, person.aliases) for person in collection.people}
        names |= {place.id: _names(place.names.entries, place.aliases) for place in collection.places}
        self._texts = [(event.id, fold(_words(event, names))) for event in collection.events]

    def find(self, query: str) -> frozenset[str] | None:
        """Return the ids of the events that have every word of `query`; None for an empty query."""
        words = fold(query).split()
        if not words:
            return None
        return frozenset(event for event, text in self._texts if all(word in text for word in words))


def _words(event: Event, names: dict[str, str]) -> str:
    parts = [text for _, text in (*event.title.entries, *event.summary.entries, *event.because.entries)]
    parts += [event.date_text, event.id]
    parts += [text for note in event.notes for _, text in note.text.entries]
    for attestation in event.attestations:
        parts += [attestation.quote, *(text for _, text in attestation.translation.entries)]
    parts += [names.get(name, name) for name in (*event.people, *event.places)]
    return "\n".join(parts)


def _names(entries: tuple[tuple[str, str], ...], aliases: tuple[str, ...]) -> str:
    return "\n".join([*(text for _, text in entries), *aliases])
