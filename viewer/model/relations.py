"""The relations of an event, seen from both of its sides."""

from collections.abc import Iterable
from typing import NamedTuple

from viewer.model.records import Event


class Tie(NamedTuple):
    """One relation as an event at either end sees it: `kind` is one of RELATIONS, `event` the other's id.

    `outward`: the event that is looked at says so of the other; else the other says it of this one.
    """

    kind: str
    event: str
    outward: bool


class Relations:
    """Every relation of `events` by both ends; built once, in time linear in the events."""

    def __init__(self, events: Iterable[Event]) -> None:
        self._inward: dict[str, list[Tie]] = {}
        for event in events:
            for relation in event.relations:
                self._inward.setdefault(relation.event, []).append(Tie(relation.type, event.id, False))

    def of(self, event: Event) -> tuple[Tie, ...]:
        """Return what the event says of others, then what others say of it, each in the collection's order.

        Others may be ids that the collection does not have.
        """
        outward = [Tie(relation.type, relation.event, True) for relation in event.relations]
        return (*outward, *self._inward.get(event.id, ()))
