"""Which empty stretches of time of the open collection the user has folded."""

from collections.abc import Collection

from PySide6.QtCore import QObject, Signal

from viewer.session.time_folding import TimeFolding
from viewer.timeline.columns import Columns
from viewer.timeline.folding.gaps import gaps_of
from viewer.timeline.folding.warp import Gap


class FoldedTime(QObject):
    """Holds `now`. Emits `changed` when time is to be folded otherwise than before."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.now = TimeFolding()
        self._columns: Columns | None = None

    def begin(self, columns: Columns, folding: TimeFolding | None = None) -> None:
        """Begin anew, with the unfolded columns of another collection, folded so; nothing is told."""
        self.now, self._columns = folding or TimeFolding(), columns

    def renew(self, columns: Columns) -> None:
        """Fold what is empty in the collection as it was read again; nothing is told."""
        self._columns = columns
        if self.now.on:
            self.now = self.now.of_gaps(gaps_of(columns))

    def switch(self, *, on: bool) -> None:
        """Fold the empty stretches of time, or none of them."""
        if on != self.now.on:
            self.restore(on=on)

    def restore(self, *, on: bool, opened: Collection[tuple[int, int]] = ()) -> None:
        """Fold time as it was, without the stretches in `opened`, each its first day and the one after it."""
        if self._columns is not None:
            gaps = gaps_of(self._columns) if on else ()
            kept = (gap for gap in gaps if (gap.first, gap.last) in opened)
            self.take(TimeFolding().of_gaps(gaps).switched(on=on).opening(*kept))

    def take(self, folding: TimeFolding) -> None:
        """Fold time as another view of the same collection has it."""
        if folding != self.now:
            self.now = folding
            self.changed.emit()

    def unfold(self, gap: Gap) -> None:
        """Unfold one empty stretch; it is folded again when folding is switched off and on."""
        if gap in self.now.warp.gaps:
            self.take(self.now.opening(gap))
