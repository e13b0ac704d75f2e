"""People and places, with the names that the documents use for them."""

import math
import re

from viewer.loading.attestations import Reading
from viewer.loading.fields import Fields
from viewer.loading.problems import excerpt
from viewer.loading.schema import LOCALITY, PERSON
from viewer.model.records import Locality, Person
from viewer.model.words import LocalText

_NUMBER = re.compile(r"[+-]?[0-9]{1,3}(\.[0-9]{1,12})?")


def read_person(fields: Fields, reading: Reading, number: int) -> Person:
    """Return one person; `number` counts them from 0."""
    fields.check_keys(PERSON, PERSON.keys)
    identity = reading.ids.define("person", fields, f"person-{number + 1}")
    reading.datings.check_calendar_has_date(fields, "born", "died")
    return Person(
        identity,
        fields.local("names") or LocalText((("en", identity),)),
        _aliases(fields),
        reading.datings.read(fields, "born")[0],
        reading.datings.read(fields, "died")[0],
        fields.local("note"),
    )


def read_locality(fields: Fields, reading: Reading, number: int) -> Locality:
    """Return one place; `number` counts them from 0."""
    fields.check_keys(LOCALITY, LOCALITY.keys)
    identity = reading.ids.define("place", fields, f"place-{number + 1}")
    return Locality(
        identity,
        fields.local("names") or LocalText((("en", identity),)),
        _aliases(fields),
        _coordinates(fields),
        fields.local("note"),
    )


def _aliases(fields: Fields) -> tuple[str, ...]:
    return tuple(fields.as_prose(node) for node in fields.words("aliases"))


def _coordinates(fields: Fields) -> tuple[float, float] | None:
    if "coordinates" not in fields.mapping.entries:
        return None
    nodes = fields.words("coordinates")
    numbers = [_degrees(node.value) for node in nodes]
    if len(numbers) == 2 and abs(numbers[0]) <= 90 and abs(numbers[1]) <= 180:
        return numbers[0], numbers[1]
    written = ", ".join(node.value for node in nodes)
    fields.error(
        fields.place_of("coordinates"),
        f"{excerpt(f'[{written}]')} is no pair of degrees north and east",
        "Write it as [55.76, 37.62]",
    )
    return None


def _degrees(text: str) -> float:
    return float(text) if _NUMBER.fullmatch(text) else math.inf
