"""Whether empty stretches of time are folded, and which of them the user has opened again."""

from dataclasses import dataclass

from viewer.timeline.folding.warp import UNFOLDED, Gap, Warp


@dataclass(frozen=True, slots=True)
class TimeFolding:
    """`gaps` are the empty stretches of the collection; those in `opened` are not folded.

    `warp` folds the others, while folding is `on`.
    """

    on: bool = False
    gaps: tuple[Gap, ...] = ()
    opened: frozenset[Gap] = frozenset()
    warp: Warp = UNFOLDED

    def switched(self, *, on: bool) -> "TimeFolding":
        """Return the folding of every gap, or of none."""
        return _folding(self.gaps, frozenset(), on=on)

    def of_gaps(self, gaps: tuple[Gap, ...]) -> "TimeFolding":
        """Return the folding of other gaps; what was opened stays open where it is still there."""
        return _folding(gaps, self.opened & frozenset(gaps), on=self.on)

    def opening(self, *gaps: Gap) -> "TimeFolding":
        """Return the folding with some gaps open."""
        return _folding(self.gaps, self.opened | set(gaps), on=self.on)

    def opened_days(self) -> tuple[tuple[int, int], ...]:
        """Return the first day and the one after the last of each stretch that was opened, in order."""
        return tuple(sorted((gap.first, gap.last) for gap in self.opened))


def _folding(gaps: tuple[Gap, ...], opened: frozenset[Gap], *, on: bool) -> TimeFolding:
    folded = tuple(gap for gap in gaps if gap not in opened) if on else ()
    return TimeFolding(on, gaps, opened, Warp.of(folded) if folded else UNFOLDED)
