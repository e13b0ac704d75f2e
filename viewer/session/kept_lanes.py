"""Arrangements of lanes as they are kept between two runs, read with distrust."""

from collections.abc import Mapping
from typing import Any

from viewer.session.lane_choices import LaneChoices
from viewer.timeline.lanes.arrangement import KEYS, Arrangement, LanePath

MOST = 5_000
"""Lanes of one kind in an arrangement that are taken over."""


def choices_of(kept: tuple[Arrangement, ...]) -> LaneChoices:
    """Return the choices that were kept, the present one first; the plain ones where nothing was."""
    return LaneChoices(kept[0], kept[1:]) if kept else LaneChoices()


def kept_of(choices: LaneChoices) -> tuple[Arrangement, ...]:
    """Return what is to be kept of choices: nothing where the lanes are as they were at first."""
    return (choices.now, *choices.kept) if choices != LaneChoices() else ()


def arrangements_of(values: Any) -> tuple[Arrangement, ...]:
    """Return the arrangements in a part of a state file. Raises ValueError, TypeError or LookupError."""
    arrangements = tuple(_arrangement(value) for value in values)
    if len({one.keys for one in arrangements}) < len(arrangements):
        raise ValueError("it holds the same lanes twice")
    return arrangements


def _arrangement(value: Mapping[str, Any]) -> Arrangement:
    keys = tuple(value["keys"])
    if not 1 <= len(keys) <= 2 or len(set(keys)) < len(keys) or not set(keys) <= set(KEYS):
        raise ValueError("it holds something else where the keys of lanes should be")
    return Arrangement(
        keys=keys,
        by_count=value["by_count"] is True,
        order=_paths(value["order"]),
        hidden=frozenset(_paths(value["hidden"])),
        pinned=tuple(dict.fromkeys(_paths(value["pinned"]))),
        collapsed=frozenset(_paths(value["collapsed"])),
        alone=None if value["alone"] is None else _path(value["alone"]),
    )


def _paths(values: Any) -> tuple[LanePath, ...]:
    return tuple(_path(value) for value in values[:MOST])


def _path(value: Any) -> LanePath:
    if not isinstance(value, list) or not 1 <= len(value) <= 2:
        raise ValueError("it holds something else where a lane should be")
    if not all(isinstance(part, str) for part in value):
        raise ValueError("it holds something else where a lane should be")
    return tuple(value)
