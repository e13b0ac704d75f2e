"""Records as plain lists that JSON can hold, and back. What is empty at the end of a list is left out.

A date is kept as it is written and read again: `parse_edtf` is its only maker. The relations of an event are
not in its list; the store keeps them as numbers, both ways.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from viewer.model.calendar import Calendar
from viewer.model.dates import HistoricalDate, parse_edtf
from viewer.model.records import (
    Acknowledgement,
    Attestation,
    Event,
    Note,
    Place,
    Relation,
    StatedAge,
)
from viewer.model.words import LocalText

Row = list[Any]
"""A record as JSON has it."""

_CALENDARS = tuple(Calendar)
_EVENT_FIELDS = 18
_ATTESTATION_FIELDS = 13
_NO_TEXT = LocalText()


def event_row(event: Event) -> Row:
    """Return an event, but for its relations."""
    return trimmed(
        [
            event.id,
            event.kind,
            event.lane,
            event.rank,
            event.at.file,
            event.at.line,
            event.at.column,
            event.title.entries,
            date_row(event.date, event.date_text),
            event.date_text,
            [_attestation_row(passage) for passage in event.attestations],
            event.summary.entries,
            event.people,
            event.places,
            event.because.entries,
            event.differs,
            [(note.text.entries, note.kind) for note in event.notes],
            [(one.rule, one.because.entries) for one in event.acknowledged],
        ]
    )


def event_of(row: Row, relations: Iterable[tuple[str, str]]) -> Event:
    """Return the event of a row; `relations` are pairs (type, id)."""
    (
        identity, kind, lane, rank, file, line, column, title, date, date_text, attestations, summary,
        people, places, because, differs, notes, acknowledged,
    ) = filled(row, _EVENT_FIELDS)  # fmt: skip
    return Event(
        identity,
        local(title),
        kind,
        lane,
        rank,
        Place(file, line, column),
        date_of(date, date_text or ""),
        date_text or "",
        local(because),
        tuple(differs or ()),
        tuple(people or ()),
        tuple(places or ()),
        local(summary),
        tuple(attestation_of(one) for one in attestations or ()),
        tuple(Note(local(text), kind) for text, kind in notes or ()),
        tuple(Relation(*relation) for relation in relations),
        tuple(Acknowledgement(rule, local(why)) for rule, why in acknowledged or ()),
    )


def attestation_rows(passages: Iterable[Attestation]) -> list[Row]:
    """Return several attestations."""
    return [_attestation_row(passage) for passage in passages]


def attestation_of(row: Row) -> Attestation:
    """Return the attestation of a row."""
    (
        source, quote, start, end, translation, says, says_text, as_written, inferred, inferred_from,
        disputes, note, age,
    ) = filled(row, _ATTESTATION_FIELDS)  # fmt: skip
    return Attestation(
        source or "",
        quote or "",
        start,
        end,
        local(translation),
        date_of(says, says_text or ""),
        says_text or "",
        as_written or "",
        bool(inferred),
        local(inferred_from),
        local(disputes),
        local(note),
        StatedAge(*age) if age else None,
    )


def date_row(date: HistoricalDate | None, written: str) -> object:
    """Return a date that the file has as `written`: None, its calendar, or calendar and text."""
    if date is None:
        return None
    calendar = _CALENDARS.index(date.calendar) + 1
    return calendar if date.text == written else (calendar, date.text)


def date_of(row: Any, written: str) -> HistoricalDate | None:
    """Return the date of a row."""
    if not row:
        return None
    calendar, text = (row, written) if isinstance(row, int) else row
    return _parsed(text, calendar)


def local(entries: Sequence[Sequence[str]] | None) -> LocalText:
    """Return a text in its languages."""
    return LocalText(tuple((tag, text) for tag, text in entries)) if entries else _NO_TEXT


def trimmed(row: Row) -> Row:
    """Return the row without what is empty at its end."""
    while row and not row[-1]:
        row.pop()
    return row


def filled(row: Row, length: int) -> Row:
    """Return the row with None for what was left out."""
    return row + [None] * (length - len(row))


def _attestation_row(passage: Attestation) -> Row:
    return trimmed(
        [
            passage.source,
            passage.quote,
            passage.start,
            passage.end,
            passage.translation.entries,
            date_row(passage.says, passage.says_text),
            passage.says_text,
            passage.as_written,
            passage.inferred,
            passage.inferred_from.entries,
            passage.disputes.entries,
            passage.note.entries,
            (passage.age.person, passage.age.years) if passage.age else None,
        ]
    )


@lru_cache(maxsize=4096)
def _parsed(text: str, calendar: int) -> HistoricalDate:
    return parse_edtf(text, _CALENDARS[calendar - 1])
