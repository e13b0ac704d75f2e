"""The lanes that the user chose for the open collection, with the way back."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from viewer.model.records import Collection
from viewer.session.groupings import values_by_key
from viewer.session.kept_lanes import choices_of
from viewer.session.lane_choices import LaneChoices
from viewer.timeline.lanes.arrangement import Arrangement, LanePath


class ChosenLanes(QObject):
    """Holds `choices`. Emits `changed` when the lanes are to be arranged otherwise than before."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.choices = LaneChoices()
        self._collection: Collection | None = None

    @property
    def now(self) -> Arrangement:
        """How the lanes are to be arranged."""
        return self.choices.now

    def begin(self, collection: Collection, choices: LaneChoices | None = None) -> None:
        """Begin anew, with another collection and these choices, else none; nothing is told."""
        self.choices, self._collection = choices or LaneChoices(), collection

    def renew(self, collection: Collection) -> None:
        """Keep of the choices what fits the collection as it was read again; nothing is told."""
        self._collection = collection
        self.choices = self.choices.fitting(values_by_key(collection))

    def arrange(self, arrangement: Arrangement) -> None:
        """Arrange the lanes; `undo` takes it back."""
        self.take(self.choices.changed(arrangement))

    def group_by(self, *keys: str) -> None:
        """Arrange the lanes by one or two of KEYS, as they were last arranged by them."""
        self.arrange(self.choices.for_keys(keys))

    def show(self, path: LanePath) -> None:
        """Show a lane that is hidden, or not the one that is alone."""
        self.arrange(replace(self.now, hidden=self.now.hidden - {path, path[:1]}, alone=None))

    def take(self, choices: LaneChoices) -> None:
        """Take over choices, with what can be undone of them."""
        before, self.choices = self.choices, choices
        if choices.now != before.now:
            self.changed.emit()

    def restore(self, kept: Sequence[Arrangement]) -> None:
        """Arrange the lanes as they were kept, without those that the collection does not have any more."""
        if self._collection is not None:
            self.take(choices_of(tuple(kept)).fitting(values_by_key(self._collection)))

    def undo(self) -> None:
        """Arrange the lanes as before the last change of them."""
        self.take(self.choices.undone())

    def redo(self) -> None:
        """Make the last undone change of the lanes again."""
        self.take(self.choices.redone())
