"""The commands of the Lanes menu, and what is done to a lane in the timeline, in terms of the session."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from viewer.session.session import Session
from viewer.timeline.lanes.arrangement import KEYS, Arrangement, LanePath
from viewer.timeline.lanes.lane import ArrangedLane, siblings
from viewer.ui.split.views import Views
from viewer.ui.status_words import KEY_WORDS

MOST_OPEN = 60
"""Lanes: where groups would have more, they are collapsed at first."""


class LaneCommands(QObject):
    """Arranges the lanes of the active view. Each change can be undone."""

    def __init__(self, views: Views, parent: QObject) -> None:
        super().__init__(parent)
        self._views = views

    @property
    def _session(self) -> Session:
        return self._views.session

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return what carries out each command of the Lanes menu, by id."""
        first = {f"by_{KEY_WORDS[key]}": (lambda key=key: self.group_by(key)) for key in KEYS}
        second = {f"then_by_{KEY_WORDS[key]}": (lambda key=key: self.then_by(key)) for key in KEYS}
        return {
            **first,
            **second,
            "then_by_nothing": lambda: self.group_by(self._session.arrangement.keys[0]),
            "by_count": lambda: self._change(by_count=not self._session.arrangement.by_count, order=()),
            "fold_groups": self.fold_groups,
            "show_hidden_lanes": lambda: self._arrange(self._session.arrangement.all_shown()),
            "undo_lanes": self.undo,
            "redo_lanes": self.redo,
            "reset_lanes": lambda: self._arrange(Arrangement()),
        }

    def group_by(self, *keys: str) -> None:
        """Make lanes of one or two keys; groups of very many lanes are collapsed at first."""
        session = self._session
        before = session.chosen_lanes.choices
        session.chosen_lanes.group_by(*keys)
        arrangement = session.arrangement
        if len(session.lanes) > MOST_OPEN and arrangement not in before.kept and len(keys) > 1:
            groups = frozenset(lane.path for lane in session.lanes if lane.is_group)
            session.chosen_lanes.take(before.changed(replace(arrangement, collapsed=groups)))

    def then_by(self, key: str) -> None:
        """Part each lane by a second key."""
        first = self._session.arrangement.keys[0]
        self.group_by(*((first, key) if first != key else (first,)))

    def fold_groups(self) -> None:
        """Collapse all groups, or open them where all are collapsed."""
        groups = {lane.path for lane in self._every() if lane.is_group}
        collapsed = self._session.arrangement.collapsed
        self._change(collapsed=frozenset() if groups <= collapsed else collapsed | groups)

    def undo(self) -> None:
        """Arrange the lanes as before the last change."""
        self._session.chosen_lanes.undo()

    def redo(self) -> None:
        """Make the last undone change again."""
        self._session.chosen_lanes.redo()

    def fold(self, path: LanePath) -> None:
        """Collapse or open a group."""
        arrangement = self._session.arrangement
        collapsed = path not in arrangement.collapsed
        self._arrange(arrangement.with_collapsed(path, collapsed=collapsed))

    def isolate(self, path: LanePath) -> None:
        """Show one lane alone, or all again: a lane alone has the whole height for its events."""
        self._arrange(self._session.arrangement.with_alone(None if self.is_alone(path) else path))

    def is_alone(self, path: LanePath) -> bool:
        """Whether a lane is shown alone."""
        return self._session.arrangement.alone == path

    def hide(self, path: LanePath, *, hidden: bool) -> None:
        """Hide a lane, or show it again."""
        self._arrange(self._session.arrangement.with_hidden(path, hidden=hidden))

    def is_pinned(self, path: LanePath) -> bool:
        """Whether a lane is pinned itself, not with its group."""
        return path in self._session.arrangement.pinned

    def pin(self, path: LanePath) -> None:
        """Pin a lane to the top, or let it go."""
        arrangement = self._session.arrangement
        self._arrange(arrangement.with_pinned(path, pinned=not self.is_pinned(path)))

    def move(self, path: LanePath, step: int) -> None:
        """Move a lane up (-1) or down (1) among its like, past those that are hidden."""
        peers = self._shown_peers(path)
        if self.can_move(path, step):
            to = peers.index(path) + (step if step < 0 else step + 1)
            self.drop(path, peers[to] if to < len(peers) else None)

    def can_move(self, path: LanePath, step: int) -> bool:
        """Whether there is a lane to move past."""
        peers = self._shown_peers(path)
        return path in peers and 0 <= peers.index(path) + step < len(peers)

    def drop(self, path: LanePath, before: LanePath | None) -> None:
        """Move a lane to stand before another of its like, or last."""
        peers = [lane.path for lane in siblings(self._every(), path)]
        self._arrange(self._session.arrangement.moved(peers, path, before))

    def hidden(self) -> list[ArrangedLane]:
        """Return the lanes that are hidden, not those within hidden groups."""
        hidden = self._session.arrangement.hidden
        return [lane for lane in self._every() if lane.path in hidden]

    def _shown_peers(self, path: LanePath) -> list[LanePath]:
        return [lane.path for lane in siblings(self._every(), path) if not lane.hidden or lane.path == path]

    def show_state(self, actions: Mapping[str, QAction]) -> None:
        """Tick and enable the actions as the lanes are."""
        arrangement, choices = self._session.arrangement, self._session.chosen_lanes.choices
        second = arrangement.keys[1:]
        for key in KEYS:
            actions[f"by_{KEY_WORDS[key]}"].setChecked(arrangement.keys[0] == key)
            actions[f"then_by_{KEY_WORDS[key]}"].setChecked(second == (key,))
            actions[f"then_by_{KEY_WORDS[key]}"].setEnabled(arrangement.keys[0] != key)
        actions["then_by_nothing"].setChecked(not second)
        actions["by_count"].setChecked(arrangement.by_count)
        actions["fold_groups"].setEnabled(bool(second))
        actions["show_hidden_lanes"].setEnabled(bool(arrangement.hidden) or arrangement.alone is not None)
        actions["undo_lanes"].setEnabled(bool(choices.past))
        actions["redo_lanes"].setEnabled(bool(choices.future))
        actions["reset_lanes"].setEnabled(arrangement != Arrangement())

    def _arrange(self, arrangement: Arrangement) -> None:
        self._session.chosen_lanes.arrange(arrangement)

    def _change(self, **changes: object) -> None:
        self._arrange(replace(self._session.arrangement, **changes))  # type: ignore[arg-type]

    def _every(self) -> tuple[ArrangedLane, ...]:
        picked = self._session.picked
        return () if picked is None else picked.arranged.every
