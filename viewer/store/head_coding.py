"""A collection without its events as plain lists that JSON can hold, and back."""

from collections.abc import Sequence
from types import MappingProxyType

from viewer.model.dates import HistoricalDate
from viewer.model.records import (
    Aspect,
    Collection,
    Era,
    Event,
    Lane,
    Locality,
    Person,
    Side,
    Source,
    Step,
    Tour,
    Uncited,
)
from viewer.store.coding import Row, attestation_of, attestation_rows, date_of, date_row, local


def head_row(collection: Collection) -> Row:
    """Return everything but the events and the texts of the sources."""
    return [
        collection.id,
        collection.title.entries,
        collection.version,
        collection.statement.entries,
        collection.folder,
        [(lane.id, lane.title.entries, lane.colour) for lane in collection.lanes],
        [(era.id, era.title.entries, _date(era.date)) for era in collection.eras],
        [_source_row(source) for source in collection.sources],
        [_person_row(person) for person in collection.people],
        [(p.id, p.names.entries, p.aliases, p.coordinates, p.note.entries) for p in collection.places],
        [_aspect_row(aspect) for aspect in collection.aspects],
        [
            (tour.id, tour.title.entries, [(step.event, step.narration.entries) for step in tour.steps])
            for tour in collection.tours
        ],
    ]


def head_of(row: Row, texts: Sequence[str], events: Sequence[Event]) -> Collection:
    """Return the collection; `texts` are those of its sources, in their order."""
    identity, title, version, statement, folder, lanes, eras, sources, people, places, aspects, tours = row
    return Collection(
        identity,
        local(title),
        version,
        local(statement),
        folder,
        tuple(Lane(id_, local(words), colour) for id_, words, colour in lanes),
        tuple(Era(id_, local(words), _sure(date_of(date, ""))) for id_, words, date in eras),
        tuple(_source_of(source, text) for source, text in zip(sources, texts, strict=True)),
        tuple(_person_of(person) for person in people),
        tuple(_locality_of(place) for place in places),
        events,
        tuple(_aspect_of(aspect) for aspect in aspects),
        tuple(
            Tour(id_, local(words), tuple(Step(event, local(said)) for event, said in steps))
            for id_, words, steps in tours
        ),
    )


def _source_row(source: Source) -> Row:
    return [
        source.id,
        source.title,
        source.short_title,
        source.language,
        source.script,
        source.file,
        source.sha256,
        source.state,
        source.colour,
        source.kind.entries,
        source.trust.entries,
        dict(source.csl),
        [(one.quote, one.start, one.end, one.because.entries) for one in source.uncited],
    ]


def _source_of(row: Row, text: str) -> Source:
    identity, title, short_title, language, script, file, sha256, state, colour, kind, trust, csl, uncited = (
        row
    )
    return Source(
        identity,
        title,
        short_title,
        language,
        script,
        file,
        sha256,
        text,
        state,
        colour,
        local(kind),
        local(trust),
        MappingProxyType(csl),
        tuple(Uncited(quote, start, end, local(because)) for quote, start, end, because in uncited),
    )


def _person_row(person: Person) -> Row:
    born, died = _date(person.born), _date(person.died)
    return [person.id, person.names.entries, person.aliases, born, died, person.note.entries]


def _person_of(row: Row) -> Person:
    identity, names, aliases, born, died, note = row
    return Person(identity, local(names), tuple(aliases), date_of(born, ""), date_of(died, ""), local(note))


def _locality_of(row: Row) -> Locality:
    identity, names, aliases, coordinates, note = row
    degrees = (float(coordinates[0]), float(coordinates[1])) if coordinates else None
    return Locality(identity, local(names), tuple(aliases), degrees, local(note))


def _aspect_row(aspect: Aspect) -> Row:
    return [
        aspect.id,
        aspect.title.entries,
        aspect.summary.entries,
        [(side.person, attestation_rows(side.attestations)) for side in aspect.sides],
        attestation_rows(aspect.mattered),
        aspect.mattered_summary.entries,
        aspect.events,
    ]


def _aspect_of(row: Row) -> Aspect:
    identity, title, summary, sides, mattered, mattered_summary, events = row
    return Aspect(
        identity,
        local(title),
        local(summary),
        tuple(
            Side(person, tuple(attestation_of(passage) for passage in passages)) for person, passages in sides
        ),
        tuple(attestation_of(passage) for passage in mattered),
        local(mattered_summary),
        tuple(events),
    )


def _date(date: HistoricalDate | None) -> object:
    """Return a date with its text even where that is empty."""
    row = date_row(date, "")
    return row if row is None or not isinstance(row, int) else (row, "")


def _sure(date: HistoricalDate | None) -> HistoricalDate:
    if date is None:
        raise ValueError("an era without a date")
    return date
