"""The commands of the Lanes menu, and what is done to a lane in the timeline, in terms of the session."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from viewer.session.session import Session
from viewer.timeline.arrangement import KEYS, Arrangement, LanePath
from viewer.timeline.lanes import ArrangedLane

MOST_OPEN = 60
"""Lanes: where groups would have more, they are collapsed at first."""

_WORDS = {"lane": "theme", "person": "person", "place": "place", "source": "source", "language": "language"}


class LaneCommands(QObject):
    """Arranges the lanes of a session. Each change can be undone."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return what carries out each command of the Lanes menu, by id."""
        session = self._session
        first = {f"by_{_WORDS[key]}": (lambda key=key: self.group_by(key)) for key in KEYS}
        second = {f"then_by_{_WORDS[key]}": (lambda key=key: self.then_by(key)) for key in KEYS}
        return {
            **first,
            **second,
            "then_by_nothing": lambda: self.group_by(session.arrangement.keys[0]),
            "by_count": lambda: self._change(by_count=not session.arrangement.by_count, order=()),
            "fold_groups": self.fold_groups,
            "show_hidden_lanes": lambda: session.set_arrangement(session.arrangement.all_shown()),
            "undo_lanes": session.undo_lanes,
            "redo_lanes": session.redo_lanes,
            "reset_lanes": lambda: session.set_arrangement(Arrangement()),
        }

    def group_by(self, *keys: str) -> None:
        """Make lanes of one or two keys; groups of very many lanes are collapsed at first."""
        session = self._session
        before = session.lane_choices
        session.group_by(*keys)
        arrangement = session.arrangement
        if len(session.lanes) > MOST_OPEN and arrangement not in before.kept and len(keys) > 1:
            groups = frozenset(lane.path for lane in session.lanes if lane.is_group)
            session.set_lane_choices(before.changed(replace(arrangement, collapsed=groups)))

    def then_by(self, key: str) -> None:
        """Part each lane by a second key."""
        first = self._session.arrangement.keys[0]
        self.group_by(*((first, key) if first != key else (first,)))

    def fold_groups(self) -> None:
        """Collapse all groups, or open them where all are collapsed."""
        groups = {lane.path for lane in self._every() if lane.is_group}
        collapsed = self._session.arrangement.collapsed
        self._change(collapsed=frozenset() if groups <= collapsed else collapsed | groups)

    def fold(self, index: int) -> None:
        """Collapse or open the group with this index among the lanes shown."""
        lane = self._session.lanes[index]
        arrangement = self._session.arrangement
        self._session.set_arrangement(arrangement.with_collapsed(lane.path, collapsed=not lane.collapsed))

    def isolate(self, path: LanePath) -> None:
        """Show one lane alone, or all again."""
        arrangement = self._session.arrangement
        self._session.set_arrangement(arrangement.with_alone(None if arrangement.alone == path else path))

    def show_state(self, actions: Mapping[str, QAction]) -> None:
        """Tick and enable the actions as the lanes are."""
        arrangement, choices = self._session.arrangement, self._session.lane_choices
        second = arrangement.keys[1:]
        for key in KEYS:
            actions[f"by_{_WORDS[key]}"].setChecked(arrangement.keys[0] == key)
            actions[f"then_by_{_WORDS[key]}"].setChecked(second == (key,))
            actions[f"then_by_{_WORDS[key]}"].setEnabled(arrangement.keys[0] != key)
        actions["then_by_nothing"].setChecked(not second)
        actions["by_count"].setChecked(arrangement.by_count)
        actions["fold_groups"].setEnabled(bool(second))
        actions["show_hidden_lanes"].setEnabled(bool(arrangement.hidden) or arrangement.alone is not None)
        actions["undo_lanes"].setEnabled(bool(choices.past))
        actions["redo_lanes"].setEnabled(bool(choices.future))
        actions["reset_lanes"].setEnabled(arrangement != Arrangement())

    def _change(self, **changes: object) -> None:
        self._session.set_arrangement(replace(self._session.arrangement, **changes))  # type: ignore[arg-type]

    def _every(self) -> tuple[ArrangedLane, ...]:
        arranged = self._session.arranged
        return () if arranged is None else arranged.every
