"""Is someone in two places on one day that nobody could reach from one another in a day?"""

import math
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from viewer.model.calendar import Calendar, civil, iso_day
from viewer.model.consistency.finding import Finding
from viewer.model.records import Collection, Event

DAYS_JOURNEY: tuple[tuple[int, float], ...] = (
    (1960, 20_100.0),
    (1945, 5_000.0),
    (1920, 1_500.0),
    (1840, 1_200.0),
)
"""(from this year on, kilometres that can be covered in a day): jets, airliners, aeroplanes, railways.

A railway's day is 24 hours at 50 kilometres an hour; an aeroplane of the twenties flew by daylight.
"""

BEFORE_RAILWAYS = 250.0
"""Kilometres: a courier with changes of horse, or a ship before the wind."""

_EARTH_RADIUS = 6371.0  # kilometres, mean

Point = tuple[float, float]


def distant_places(collection: Collection) -> Iterator[Finding]:
    """Compare events that are dated to one and the same day and share a person, by their nearest places.

    One event of a day with people in it must not span more either, unless its sources differ in the place.
    Places without coordinates tell nothing. A finding on two stands at the later event of the files.
    """
    points = {place.id: place.coordinates for place in collection.places}
    days: dict[tuple[str, int], list[Event]] = defaultdict(list)
    for event in collection.events:
        day = _only_day(event)
        if day is None:
            continue
        yield from _span(event, day, _points(event, points))
        for person in event.people:
            days[person, day].append(event)
    for (person, day), events in days.items():
        for first, second in combinations(events, 2):
            apart = _kilometres_apart(_points(first, points), _points(second, points))
            if apart is not None and apart > _reach(day):
                yield Finding(
                    second,
                    f'"{person}" is in event "{second.id}" and in event "{first.id}" on one day '
                    f"({iso_day(day)}), {apart:,.0f} km apart",
                    "Correct a date, a place or the people",
                )


def _span(event: Event, day: int, points: list[Point]) -> Iterator[Finding]:
    widest = max((_great_circle(a, b) for a, b in combinations(points, 2)), default=0.0)
    if event.people and "place" not in event.differs and widest > _reach(day):
        yield Finding(
            event,
            f'event "{event.id}" of one day ({iso_day(day)}) has places {widest:,.0f} km apart',
            "Correct the date or the places",
        )


def _only_day(event: Event) -> int | None:
    date = event.date
    if date is None or not date.certain or date.earliest_start != date.latest_end:
        return None
    return date.earliest_start


def _points(event: Event, points: dict[str, Point | None]) -> list[Point]:
    return [point for place in event.places if (point := points.get(place)) is not None]


def _kilometres_apart(here: list[Point], there: list[Point]) -> float | None:
    """Return the smallest great-circle distance, None where a list is empty."""
    return min((_great_circle(a, b) for a in here for b in there), default=None)


def _great_circle(a: Point, b: Point) -> float:
    """Return kilometres by the haversine formula; points are degrees north and east."""
    north_a, east_a, north_b, east_b = map(math.radians, (*a, *b))
    half = (
        math.sin((north_b - north_a) / 2) ** 2
        + math.cos(north_a) * math.cos(north_b) * math.sin((east_b - east_a) / 2) ** 2
    )
    return 2 * _EARTH_RADIUS * math.asin(math.sqrt(min(1.0, half)))


def _reach(day: int) -> float:
    year = civil(Calendar.GREGORIAN, day)[0]
    return next((kilometres for start, kilometres in DAYS_JOURNEY if year >= start), BEFORE_RAILWAYS)
