"""By which words is an event found? Folded, so that it is found however they are typed."""

from viewer.model.records import Collection, Event
from viewer.search.folding import fold


def own_words(event: Event) -> str:
    """Return the folded words of title, summary, grounds, notes, passages, translations, date and id."""
    parts = [text for _, text in (*event.title.entries, *event.summary.entries, *event.because.entries)]
    parts += [event.date_text, event.id]
    parts += [text for note in event.notes for _, text in note.text.entries]
    for attestation in event.attestations:
        parts += [attestation.quote, *(text for _, text in attestation.translation.entries)]
    return fold("\n".join(parts))


def names_of(collection: Collection, facet: str) -> dict[str, str]:
    """Return the folded names of each person ("person") or place ("place") by id."""
    named = collection.people if facet == "person" else collection.places
    return {
        one.id: fold("\n".join([*(text for _, text in one.names.entries), *one.aliases])) for one in named
    }


def query_words(query: str) -> list[str]:
    """Return the folded words of a query, all of which must occur, each as any part of the text.

    Thai writes no spaces between words, so a search for whole words would find nothing there.
    """
    return fold(query).split()
