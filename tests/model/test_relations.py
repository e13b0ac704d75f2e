"""Relations are seen from both of their ends."""

from tests.ui.factories import make_event
from viewer.model.records import Relation
from viewer.model.relations import Relations, Tie


def test_a_relation_is_seen_from_both_ends():
    effect = make_event("effect", [])
    cause = make_event("cause", [], relations=(Relation("causes", "effect"), Relation("follows", "nothing")))
    relations = Relations([cause, effect])
    assert relations.of(cause) == (Tie("causes", "effect", True), Tie("follows", "nothing", True))
    assert relations.of(effect) == (Tie("causes", "cause", False),)
