"""Small records for tests of the panes; each maker takes only what its test is about."""

from collections.abc import Sequence
from typing import Any

from viewer.model.calendar import Calendar
from viewer.model.dates import parse_edtf
from viewer.model.records import (
    Aspect,
    Attestation,
    Collection,
    Event,
    Lane,
    Locality,
    Note,
    Person,
    Place,
    Side,
    Source,
)
from viewer.model.words import LocalText

THAI = "ในวันที่ ๒๐ มกราคม ค.ศ. ๑๙๒๙ ตรอตสกีและครอบครัวถูกเนรเทศออกนอกประเทศ ต่อมา"
THAI_QUOTE = "ตรอตสกีและครอบครัวถูกเนรเทศออกนอกประเทศ"
CZECH = "Úvod.\nv únoru 1929 byl Trockij zcela vyhoštěn ze Sovětského svazu."
CZECH_QUOTE = "v únoru 1929 byl Trockij zcela vyhoštěn"


def words(text: str) -> LocalText:
    return LocalText((("en", text),)) if text else LocalText()


def make_source(id_: str = "thai", text: str = THAI, **other: Any) -> Source:
    fields: dict[str, Any] = {
        "title": f"[The {id_} text]",
        "short_title": f"{id_.title()} text",
        "language": {"thai": "th", "czech": "cs"}.get(id_, "en"),
        "script": {"thai": "Thai"}.get(id_, "Latn"),
        "file": f"sources/{id_}.txt",
        "sha256": "",
        "state": "whole",
        "colour": "brick",
        "kind": words(f"A life in {id_}."),
        "trust": words("Mostly sound."),
        "csl": {"note": "Unsigned and undated."},
    }
    return Source(id=id_, text=text, **(fields | other))


def attest(source: Source, quote: str, says: str = "", **other: Any) -> Attestation:
    start = source.text.find(quote)
    return Attestation(
        source=source.id,
        quote=quote,
        start=start if start >= 0 else None,
        end=start + len(quote) if start >= 0 else None,
        translation=other.pop("translation", words(f"English of {quote[:12]}")),
        says=parse_edtf(says, Calendar(other.pop("calendar", "gregorian"))) if says else None,
        says_text=says,
        **other,
    )


def make_event(id_: str = "deported", attestations: Sequence[Attestation] = (), **other: Any) -> Event:
    date = other.pop("date", "1929-01-20")
    calendar = Calendar(other.pop("calendar", "gregorian"))
    fields: dict[str, Any] = {
        "title": words(id_.replace("-", " ").capitalize()),
        "kind": "event",
        "lane": "exile",
        "rank": 1,
        "at": Place("events/a.yaml", 1, 1),
        "date": parse_edtf(date, calendar) if date else None,
        "date_text": date,
    }
    return Event(id=id_, attestations=tuple(attestations), **(fields | other))


def make_aspect(id_: str, sides: Sequence[tuple[str, Attestation]], **other: Any) -> Aspect:
    fields: dict[str, Any] = {
        "title": words(id_.capitalize()),
        "summary": words("How they differed."),
        "sides": tuple(Side(person, (attestation,)) for person, attestation in sides),
        "mattered": (),
        "mattered_summary": words("It decided the outcome."),
        "events": (),
    }
    return Aspect(id=id_, **(fields | other))


def make_collection(events: Sequence[Event] = (), sources: Sequence[Source] = (), **other: Any) -> Collection:
    fields: dict[str, Any] = {
        "id": "test",
        "title": words("Trotsky and Stalin"),
        "version": "1.0",
        "statement": words("Three unsigned documents."),
        "folder": "",
        "lanes": (Lane("exile", words("Prison and exile"), "plum"),),
        "eras": (),
        "people": (
            Person(
                "leon-trotsky", LocalText((("en", "Leon Trotsky"), ("th", "เลออน ตรอตสกี"), ("cs", "Trockij")))
            ),
            Person("joseph-stalin", words("Joseph Stalin")),
        ),
        "places": (Locality("alma-ata", LocalText((("en", "Alma-Ata"), ("th", "อัลมา-อาตา")))),),
        "aspects": (),
        "tours": (),
    }
    return Collection(events=tuple(events), sources=tuple(sources), **(fields | other))


def deported() -> tuple[Collection, Event]:
    """An event that two sources attest and date differently."""
    thai, czech = make_source("thai", THAI), make_source("czech", CZECH, colour="indigo")
    event = make_event(
        "deported",
        [
            attest(
                thai,
                THAI_QUOTE,
                "1929-01-20",
                disputes=words("The order, in January."),
                note=words("A slip."),
            ),
            attest(
                czech,
                CZECH_QUOTE,
                "1929-02",
                as_written="v únoru 1929",
                inferred=True,
                inferred_from=words("The sentence before."),
            ),
        ],
        date="1929-01-20/1929-02-12",
        differs=("date",),
        because=words("Both are stages of one deportation."),
        summary=words("He was put on a ship."),
        people=("leon-trotsky",),
        places=("alma-ata",),
        notes=(Note(words("He left Odessa on 10 February."), "editors"),),
    )
    return make_collection([event], [thai, czech]), event
