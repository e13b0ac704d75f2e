"""What does a collection hold, as plain data for other programs?"""

from pathlib import Path

from viewer.app.output import complain, say, say_json
from viewer.loading.load import load_collection
from viewer.model.calendar import Calendar, iso_day
from viewer.model.dates.record import HistoricalDate
from viewer.model.records import Attestation, Collection, Event
from viewer.model.words import LocalText

Json = dict[str, object]


def list_events(folder: Path, *, as_json: bool) -> int:
    """Print the collection in `folder`, its problems on the error stream; return 0 without any, else 1."""
    loaded = load_collection(folder)
    for problem in loaded.problems:
        complain(str(problem))
    if loaded.collection is None:
        return 1
    if as_json:
        say_json(listing(loaded.collection))
    else:
        for event in loaded.collection.events:
            say(f"{_written(event.date, event.date_text) or 'undated'}\t{event.title}")
    return 1 if loaded.problems else 0


def listing(collection: Collection) -> Json:
    """Return the collection as JSON-ready data.

    Days are ISO days of the proleptic Gregorian calendar, first and last included, None where open or
    undated. Offsets count characters of the source's text. Texts for readers are given in English.
    """
    return {
        "collection": {
            "id": collection.id,
            "title": str(collection.title),
            "version": collection.version,
        },
        "sources": [
            {"id": source.id, "language": source.language, "characters": len(source.text)}
            for source in collection.sources
        ],
        "events": [_event(event) for event in collection.events],
        "aspects": [
            {
                "id": aspect.id,
                "title": str(aspect.title),
                "attestations": [_attestation(passage) for passage in aspect.attestations],
            }
            for aspect in collection.aspects
        ],
    }


def _event(event: Event) -> Json:
    date = event.date
    return {
        "id": event.id,
        "kind": event.kind,
        "title": str(event.title),
        "date": date.text if date else event.date_text or None,
        "calendar": str(date.calendar) if date else None,
        "earliest_start": _day(date.earliest_start if date else None),
        "latest_start": _day(date.latest_start if date else None),
        "earliest_end": _day(date.earliest_end if date else None),
        "latest_end": _day(date.latest_end if date else None),
        "lane": event.lane,
        "people": list(event.people),
        "places": list(event.places),
        "rank": event.rank,
        "contested": event.contested,
        "because": _text(event.because),
        "attestations": [_attestation(passage) for passage in event.attestations],
    }


def _attestation(passage: Attestation) -> Json:
    says = passage.says
    return {
        "source": passage.source,
        "start": passage.start,
        "end": passage.end,
        "quote": passage.quote,
        "translation": _text(passage.translation),
        "says": says.text if says else passage.says_text or None,
        "calendar": str(says.calendar) if says else None,
        "inferred": passage.inferred,
    }


def _day(day: int | None) -> str | None:
    return None if day is None else iso_day(day)


def _text(text: LocalText) -> str | None:
    return str(text) if text else None


def _written(date: HistoricalDate | None, text: str) -> str:
    if date is None:
        return text
    return f"{date.text} (Old Style)" if date.calendar is Calendar.JULIAN else date.text
