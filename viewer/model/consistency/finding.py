"""What does a rule of consistency report?"""

from dataclasses import dataclass

from viewer.model.records import Event


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in an event that cannot be, or is unlikely to be, as the collection has it.

    `message` and `advice` are sentences without a final full stop.
    """

    event: Event
    message: str
    advice: str


def named(event: Event) -> str:
    """Return an event's name in messages: 'event "trotsky-born" (1879-10-26 Old Style)'."""
    if event.date is None:
        return f'event "{event.id}"'
    return f'event "{event.id}" ({event.date.text}{" Old Style" * (event.date.calendar == "julian")})'
