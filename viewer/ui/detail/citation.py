"""The citation of a passage, as text to be pasted. It states only what the collection's files state."""

from viewer.model.records import Attestation
from viewer.model.wording import words
from viewer.ui.detail.lookup import Lookup
from viewer.ui.page.source_line import source_line


def citation(lookup: Lookup, passage: Attestation, title: str, date: str = "") -> str:
    """Return passage, translation, source, characters and what it was cited for, one a line.

    `title` and `date` are those of the event or aspect. The passage is copied letter by letter.
    """
    lines = [f"“{passage.quote}”"]
    if passage.translation:
        lines.append(f"Translation by the editors: “{passage.translation.best()}”")
    source = lookup.sources.get(passage.source)
    lines.append(f"{source_line(source) if source else passage.source}, {position_words(passage)}.")
    if passage.says is not None:
        inferred = ", inferred from the context" if passage.inferred else ""
        lines.append(f"Date in this source: {words(passage.says)}{inferred}.")
    collection = lookup.collection
    cited_for = f"{title}, {date}" if date else title
    lines.append(f"Cited for: {cited_for}. {collection.title.best()}, version {collection.version}.")
    return "\n".join(lines) + "\n"


def position_words(passage: Attestation) -> str:
    """Say where the passage stands: "characters 1204–1260", or that it was not found."""
    if passage.start is None or passage.end is None:
        return "NOT FOUND in the source"
    return f"characters {passage.start}–{passage.end}"
