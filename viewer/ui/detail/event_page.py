"""The page of an event: what happened, the passages it rests on, and what they lead to."""

from dataclasses import replace

from viewer.model.records import Event, Locality, Person
from viewer.model.relations import tie_words
from viewer.model.wording import short, words
from viewer.session.languages import language_name
from viewer.ui.detail.card import card
from viewer.ui.detail.date_lines import date_line, other_style
from viewer.ui.detail.disagreement import disagreement
from viewer.ui.detail.lookup import Lookup
from viewer.ui.page.content import (
    Page,
    Paragraph,
    Run,
    ToAspect,
    ToCopy,
    ToEvent,
    ToFilter,
    listed,
    paragraph,
    plain,
)

MOST_TIES = 200
"""Events listed as connected; the rest is counted."""


def event_page(lookup: Lookup, event: Event) -> Page:
    """Return everything the collection says of the event, in the order in which it is read."""
    page = (
        *_head(lookup, event),
        *_passages(lookup, event),
        *disagreement(lookup, event),
        *_notes(event),
        *_filters(lookup, event),
        *_ties(lookup, event),
    )
    copy = Run("Copy this event with all its passages", link=ToCopy(plain(page)))
    return (*page, replace(paragraph("closing", copy), aside=True))


def _head(lookup: Lookup, event: Event) -> Page:
    lane = lookup.lanes.get(event.lane)
    kicker = [Run(event.kind), Run("  ·  ", "quiet"), Run(lane.title.best() if lane else event.lane)]
    if event.contested:
        kicker += [Run("  ·  ", "quiet"), Run("the sources disagree", "contest")]
    blocks = [
        paragraph("kicker", *kicker),
        paragraph("title", event.title.best()),
        paragraph("date", date_line(event)),
    ]
    other = other_style(event.date)
    if other:
        blocks.append(paragraph("small", other))
    if event.summary:
        blocks.append(paragraph("lead", event.summary.best()))
        blocks.append(paragraph("label", "Summary by the editors"))
    return tuple(blocks)


def _passages(lookup: Lookup, event: Event) -> Page:
    if not event.attestations:
        return (paragraph("heading", "What the sources say"), paragraph("text", "No passage is cited."))
    sources = len({passage.source for passage in event.attestations})
    blocks = [paragraph("heading", "What the sources say", Run(f"   {_counted(event, sources)}", "aside"))]
    date = words(event.date) if event.date else ""
    for number, passage in enumerate(event.attestations, 1):
        blocks += card(lookup, passage, number, event.title.best(), date)
    return tuple(blocks)


def _counted(event: Event, sources: int) -> str:
    passages = len(event.attestations)
    return f"{passages} passage{'s'[: passages != 1]} from {sources} source{'s'[: sources != 1]}"


def _notes(event: Event) -> Page:
    if not event.notes:
        return ()
    own = all(note.kind == "editors" for note in event.notes)
    heading = "Editors’ notes" if own else "Notes"
    blocks = [paragraph("heading", heading, Run("   from general knowledge, not from the sources", "aside"))]
    if not own:
        blocks = [paragraph("heading", heading)]
    for note in event.notes:
        label = "Editors’ note: " if note.kind == "editors" else f"Note ({note.kind}): "
        blocks.append(paragraph("note", Run(label, "aside"), note.text.best()))
    return tuple(blocks)


def _filters(lookup: Lookup, event: Event) -> Page:
    sources = dict.fromkeys(passage.source for passage in event.attestations)
    rows = {
        "People": [
            _filter("person", id_, lookup.person_name(id_), _names(lookup.people.get(id_)))
            for id_ in event.people
        ],
        "Places": [
            _filter("place", id_, place.names.best() if place else id_, _names(place))
            for id_ in event.places
            for place in [lookup.places.get(id_)]
        ],
        "Sources": [_filter("source", id_, lookup.source_name(id_), "") for id_ in sources],
    }
    blocks = [
        paragraph("tie", Run(f"{label}: ", "aside"), *listed(runs)) for label, runs in rows.items() if runs
    ]
    heading = paragraph(
        "heading", "People, places, sources", Run("   choose one to see only its events", "aside")
    )
    return (heading, *blocks) if blocks else ()


def _filter(facet: str, id_: str, name: str, names: str) -> Run:
    tip = f"{names}\nShow only events with this {facet}".strip()
    return Run(name, link=ToFilter(facet, id_), tip=tip)


def _names(record: Person | Locality | None) -> str:
    if record is None:
        return ""
    lines = [f"{language_name(tag)}: {name}" for tag, name in record.names.entries]
    if record.aliases:
        lines.append(f"also {', '.join(record.aliases)}")
    if isinstance(record, Person):
        life = [("born", record.born), ("died", record.died)]
        lines += [f"{word} {words(date)}" for word, date in life if date]
    if record.note:
        lines.append(f"Editors’ note: {record.note.best()}")
    return "\n".join(lines)


def _ties(lookup: Lookup, event: Event) -> Page:
    blocks: list[Paragraph] = []
    ties = lookup.ties_of(event)
    for kind, other, outward in ties[:MOST_TIES]:
        label = tie_words(kind, outward=outward).capitalize()
        blocks.append(_tie(label, lookup.event(other), other))
    if len(ties) > MOST_TIES:
        blocks.append(paragraph("tie", Run(f"and {len(ties) - MOST_TIES:,} more", "aside")))
    for aspect in lookup.aspects.get(event.id, ()):
        link = Run(aspect.title.best(), link=ToAspect(aspect.id), tip="A difference between the two men")
        blocks.append(paragraph("tie", Run("Bears on: ", "aside"), link))
    return (paragraph("heading", "Connected"), *blocks) if blocks else ()


def _tie(label: str, other: Event | None, id_: str) -> Paragraph:
    if other is None:
        return paragraph("tie", Run(f"{label}: ", "aside"), f"{id_} (not in this collection)")
    date = Run(f"  {short(other.date)}", "aside") if other.date else Run("  undated", "aside")
    tip = other.summary.best()
    return paragraph(
        "tie", Run(f"{label}: ", "aside"), Run(other.title.best(), link=ToEvent(id_), tip=tip), date
    )
