"""The page of an aspect: a difference between two people, side by side, and why it mattered."""

from viewer.model.records import Aspect
from viewer.model.wording import short
from viewer.ui.detail.card import card
from viewer.ui.detail.lookup import Lookup
from viewer.ui.page.content import Page, Run, ToEvent, ToFilter, paragraph


def aspect_page(lookup: Lookup, aspect: Aspect) -> Page:
    """Return each side's passages, why it mattered, and the events it bears on."""
    title = aspect.title.best()
    people = " and ".join(lookup.person_name(side.person) for side in aspect.sides)
    blocks = [paragraph("kicker", f"difference between {people}"), paragraph("title", title)]
    if aspect.summary:
        blocks.append(paragraph("lead", aspect.summary.best()))
        blocks.append(paragraph("label", "Summary by the editors"))
    number = 0
    for side in aspect.sides:
        name = lookup.person_name(side.person)
        link = ToFilter("person", side.person)
        blocks.append(paragraph("heading", Run(name, link=link, tip="Show only events with this person")))
        for passage in side.attestations:
            number += 1
            blocks += card(lookup, passage, number, f"{title}: {name}")
    if aspect.mattered or aspect.mattered_summary:
        blocks.append(paragraph("heading", "Why it mattered"))
        if aspect.mattered_summary:
            blocks.append(paragraph("text", aspect.mattered_summary.best()))
            blocks.append(paragraph("label", "Summary by the editors"))
        for passage in aspect.mattered:
            number += 1
            blocks += card(lookup, passage, number, f"{title}: why it mattered")
    return (*blocks, *_events(lookup, aspect))


def _events(lookup: Lookup, aspect: Aspect) -> Page:
    if not aspect.events:
        return ()
    blocks = [paragraph("heading", "Events it bears on")]
    for id_ in aspect.events:
        event = lookup.event(id_)
        if event is None:
            blocks.append(paragraph("tie", f"{id_} (not in this collection)"))
            continue
        date = short(event.date) if event.date else "undated"
        link = Run(event.title.best(), link=ToEvent(id_), tip=event.summary.best())
        blocks.append(paragraph("tie", link, Run(f"  {date}", "aside")))
    return tuple(blocks)
