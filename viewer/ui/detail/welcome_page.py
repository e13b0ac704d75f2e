"""The page shown while nothing is selected: what this collection is, how far to trust it, how to move."""

from dataclasses import replace

import numpy as np

from viewer.model.records import Collection, Source
from viewer.session.languages import language_name
from viewer.store.store import store_of
from viewer.ui.page.content import Page, Run, ToAspect, ToPassage, paragraph

HOW_TO_MOVE = (
    "Click an event to read the passages it rests on. Drag to move through time, turn the wheel to zoom, "
    "or use the arrow keys with + and −; press ? for every key."
)


def welcome_page(collection: Collection) -> Page:
    """Return title, statement, sources with their trust, aspects, and one sentence on how to move."""
    store = store_of(collection)
    cited, contested = store.passages_by_source(), int(np.count_nonzero(store.contested))
    counts = ", ".join(
        (
            _count(store.count, "event"),
            _count(sum(cited.values()), "passage"),
            f"{_count(contested, 'event')} contested",
        )
    )
    blocks = [
        paragraph("kicker", "collection"),
        paragraph("title", collection.title.best()),
        paragraph("date", counts),
        paragraph("lead", HOW_TO_MOVE),
    ]
    if collection.statement:
        blocks.append(paragraph("heading", "The editors’ statement"))
        blocks.append(paragraph("text", collection.statement.best()))
    if collection.sources:
        blocks.append(paragraph("heading", "The sources"))
    for number, source in enumerate(collection.sources, 1):
        blocks += _source(source, number, cited.get(source.id, 0))
    if collection.aspects:
        blocks.append(paragraph("heading", "Differences to read about"))
    for aspect in collection.aspects:
        link = Run(aspect.title.best(), link=ToAspect(aspect.id), tip=aspect.summary.best())
        blocks.append(paragraph("tie", link))
    return tuple(blocks)


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'s'[: number != 1]}"


def _source(source: Source, number: int, passages: int) -> Page:
    link = Run(source.title, source.colour, ToPassage(source.id, 0, 0), "Read the whole document")
    facts = f"   {language_name(source.language)}, {_count(passages, 'passage')} cited"
    blocks = [paragraph("source", link, Run(facts, "aside"))]
    if source.state != "whole":
        blocks.append(paragraph("small", Run(_STATES.get(source.state, source.state), "strong")))
    if source.kind:
        blocks.append(paragraph("text", source.kind.best()))
    if source.trust:
        blocks.append(paragraph("fact", Run("How far to trust it: ", "aside"), source.trust.best()))
    return tuple(replace(block, rule=source.colour, card=number) for block in blocks)


_STATES = {
    "changed": "The file has changed since the editors read it.",
    "not opened": "The file could not be opened.",
}
