"""The relations of an event, seen from both of its sides."""

from typing import NamedTuple


class Tie(NamedTuple):
    """One relation as an event at either end sees it: `kind` is one of RELATIONS, `event` the other's id.

    `outward`: the event that is looked at says so of the other; else the other says it of this one.
    """

    kind: str
    event: str
    outward: bool
