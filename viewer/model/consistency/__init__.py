"""What in a collection contradicts itself: a table of rules, each in a file of its own."""

from collections.abc import Callable, Iterator

from viewer.model.consistency.ages import unfitting_age
from viewer.model.consistency.birth import before_birth
from viewer.model.consistency.death import after_death
from viewer.model.consistency.distance import distant_places
from viewer.model.consistency.duplicates import duplicates
from viewer.model.consistency.excluded import excluded_dates
from viewer.model.consistency.finding import Finding
from viewer.model.consistency.follow_order import contradicted_order
from viewer.model.consistency.old_style import impossible_days
from viewer.model.records import Collection

__all__ = ["CHECKS", "Finding", "contradictions"]

CHECKS: dict[str, Callable[[Collection], Iterator[Finding]]] = {
    "person-before-birth": before_birth,
    "person-after-death": after_death,
    "age": unfitting_age,
    "order": contradicted_order,
    "distance": distant_places,
    "old-style": impossible_days,
    "duplicate": duplicates,
    "date-excludes-sources": excluded_dates,
}
"""By the ids of records.RULES, which an event may acknowledge."""


def contradictions(collection: Collection) -> Iterator[Finding]:
    """Yield what the rules find and no event acknowledges, and acknowledgements of what is not so."""
    used: set[tuple[str, str]] = set()
    for rule, check in CHECKS.items():
        for finding in check(collection):
            event = finding.event
            if any(known.rule == rule for known in event.acknowledged):
                used.add((event.id, rule))
            else:
                yield Finding(event, finding.message, f"{finding.advice}, or acknowledge the rule {rule}")
    for event in collection.events:
        for known in event.acknowledged:
            if (event.id, known.rule) not in used:
                yield Finding(
                    event,
                    f'event "{event.id}" acknowledges the rule {known.rule}, which it does not break',
                    "Remove the acknowledgement",
                )
