"""Do the dates contradict what is said to follow what?"""

from collections.abc import Iterator, Sequence

from viewer.model.consistency.finding import Finding, named
from viewer.model.records import Collection, Event

Ties = dict[str, tuple[Event, ...]]


def contradicted_order(collection: Collection) -> Iterator[Finding]:
    """Report events that certainly began before those that they follow, and events that follow themselves.

    What follows an undated event follows what that one follows.
    """
    events = {event.id: event for event in collection.events}
    ties: Ties = {
        event.id: tuple(events[r.event] for r in event.relations if r.type == "follows" and r.event in events)
        for event in collection.events
    }
    for event in collection.events:
        yield from _too_early(event, ties)
    for event in _circular(collection.events, ties):
        yield Finding(
            event, f'{named(event)} follows itself, by its "follows" and those of others', "Remove one"
        )


def _too_early(event: Event, ties: Ties) -> Iterator[Finding]:
    began = None if event.date is None else event.date.latest_start
    if began is None:
        return
    for earlier in _dated_before(event, ties):
        first = None if earlier.date is None else earlier.date.earliest_start
        if first is not None and began < first:
            yield Finding(
                event,
                f"{named(event)} is said to follow {named(earlier)}, which began later",
                'Correct a date or the "follows"',
            )


def _dated_before(event: Event, ties: Ties) -> Iterator[Event]:
    """Yield the nearest dated events that `event` follows, directly or over undated ones."""
    seen = {event.id}
    waiting = list(ties[event.id])
    while waiting:
        other = waiting.pop()
        if other.id in seen:
            continue
        seen.add(other.id)
        if other.date is None:
            waiting.extend(ties[other.id])
        else:
            yield other


def _circular(events: Sequence[Event], ties: Ties) -> Iterator[Event]:
    """Yield the events that follow themselves, tried only after all that can be put in order are out."""
    waiting = {event.id: len(ties[event.id]) for event in events}
    later: dict[str, list[str]] = {event.id: [] for event in events}
    for event in events:
        for earlier in ties[event.id]:
            later[earlier.id].append(event.id)
    free = [identity for identity, number in waiting.items() if not number]
    while free:
        for identity in later[free.pop()]:
            waiting[identity] -= 1
            if not waiting[identity]:
                free.append(identity)
    yield from (event for event in events if waiting[event.id] and _follows_itself(event, ties))


def _follows_itself(event: Event, ties: Ties) -> bool:
    seen: set[str] = set()
    waiting = list(ties[event.id])
    while waiting:
        other = waiting.pop()
        if other.id == event.id:
            return True
        if other.id not in seen:
            seen.add(other.id)
            waiting.extend(ties[other.id])
    return False
