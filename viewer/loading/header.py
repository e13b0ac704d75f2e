"""collection.yaml: what the collection is, its lanes and its eras."""

from dataclasses import dataclass

from viewer.loading.attestations import Reading
from viewer.loading.fields import Fields
from viewer.loading.problems import excerpt
from viewer.loading.schema import COLLECTION, ERA, FORMAT, LANE
from viewer.model.records import COLOURS, Era, Lane
from viewer.model.words import LocalText

_LANE_OF_NONE = Lane("events", LocalText((("en", "Events"),)), COLOURS[0])


@dataclass(frozen=True, slots=True)
class Header:
    """What collection.yaml says. There is at least one lane."""

    id: str
    title: LocalText
    version: str
    statement: LocalText
    lanes: tuple[Lane, ...]
    eras: tuple[Era, ...]


def read_header(fields: Fields, reading: Reading) -> Header:
    """Return the header, with the problems of whatever it lacks."""
    fields.check_keys(COLLECTION, COLLECTION.keys)
    node = fields.scalar("format")
    if node is not None and node.value != FORMAT:
        fields.error(
            node.at, f"the format is {excerpt(node.value)}; this version reads format {FORMAT}",
            "Use a version of the program that reads it",
        )  # fmt: skip
    identity = reading.ids.define("collection", fields, "collection")
    lanes = tuple(
        _lane(entry, reading, number) for number, entry in enumerate(fields.mappings("lanes", "a lane"))
    )
    if not lanes:
        if "lanes" in fields.mapping.entries:
            fields.error(fields.place_of("lanes"), "the collection has no lane", "Add one")
        lanes = (_LANE_OF_NONE,)
    return Header(
        identity,
        fields.local("title") or LocalText((("en", identity),)),
        fields.word("version"),
        fields.local("statement"),
        lanes,
        tuple(era for entry in fields.mappings("eras", "an era") for era in _eras(entry, reading)),
    )


def _lane(fields: Fields, reading: Reading, number: int) -> Lane:
    fields.check_keys(LANE, LANE.keys)
    identity = reading.ids.define("lane", fields, f"lane-{number + 1}")
    return Lane(
        identity,
        fields.local("title") or LocalText((("en", identity),)),
        fields.choice("colour", COLOURS, COLOURS[number % len(COLOURS)]),
    )


def _eras(fields: Fields, reading: Reading) -> tuple[Era, ...]:
    """Return the era, none where its date cannot be read: it has nowhere to be drawn."""
    fields.check_keys(ERA, ERA.keys)
    identity = reading.ids.define("era", fields, "era")
    date, _ = reading.datings.read(fields, "date")
    if date is None:
        return ()
    return (Era(identity, fields.local("title") or LocalText((("en", identity),)), date),)
