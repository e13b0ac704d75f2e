"""Aspects (differences between two people) and tours (walks through events)."""

from viewer.loading.attestations import Reading, read_attestations
from viewer.loading.fields import Fields
from viewer.loading.schema import ASPECT, MATTERED, SIDE, STEP, TOUR
from viewer.model.records import Aspect, Attestation, Side, Step, Tour
from viewer.model.words import LocalText


def read_aspect(fields: Fields, reading: Reading, number: int) -> Aspect:
    """Return one aspect; `number` counts them from 0. The events must have been read."""
    fields.check_keys(ASPECT, ASPECT.keys)
    identity = reading.ids.define("aspect", fields, f"aspect-{number + 1}")
    mattered, mattered_summary = _mattered(fields, reading)
    return Aspect(
        identity,
        fields.local("title") or LocalText((("en", identity),)),
        fields.local("summary"),
        tuple(_side(entry, reading) for entry in fields.mappings("sides", "a side")),
        mattered,
        mattered_summary,
        reading.ids.use_all("event", fields.words("events"), fields.tree),
    )


def read_tour(fields: Fields, reading: Reading, number: int) -> Tour:
    """Return one tour; `number` counts them from 0. Steps to unknown events are left out, with a problem."""
    fields.check_keys(TOUR, TOUR.keys)
    identity = reading.ids.define("tour", fields, f"tour-{number + 1}")
    return Tour(
        identity,
        fields.local("title") or LocalText((("en", identity),)),
        tuple(step for entry in fields.mappings("steps", "a step") for step in _steps(entry, reading)),
    )


def _side(fields: Fields, reading: Reading) -> Side:
    fields.check_keys(SIDE, SIDE.keys)
    node = fields.scalar("person")
    person = "" if node is None else reading.ids.use("person", node, fields.tree)
    return Side(person, read_attestations(fields, reading, "the side"))


def _mattered(fields: Fields, reading: Reading) -> tuple[tuple[Attestation, ...], LocalText]:
    inner = fields.submapping("mattered")
    if inner is None:
        return (), LocalText()
    inner.check_keys(MATTERED, MATTERED.keys)
    return read_attestations(inner, reading, "why it mattered"), inner.local("summary")


def _steps(fields: Fields, reading: Reading) -> tuple[Step, ...]:
    fields.check_keys(STEP, STEP.keys)
    node = fields.scalar("event")
    events = () if node is None else reading.ids.use_all("event", [node], fields.tree)
    return tuple(Step(event, fields.local("narration")) for event in events)
