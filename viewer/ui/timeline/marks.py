"""What is marked in the picture beyond its events: hover, selection, evidence, relations, a range."""

from collections.abc import Sequence

from viewer.model.relations import Tie
from viewer.render.measure import text_width
from viewer.timeline.columns import Columns
from viewer.timeline.evidence import Claim
from viewer.timeline.folding.warp import UNFOLDED
from viewer.timeline.highlight import Arc, Highlight
from viewer.timeline.lanes.echoes import rows_of_event
from viewer.timeline.metrics import Metrics
from viewer.timeline.relations.arcs import place_arcs
from viewer.timeline.relations.ties import Ties, ties_of
from viewer.timeline.scene import Scene
from viewer.timeline.viewport import Viewport
from viewer.ui.timeline.highlighting import highlight_of
from viewer.ui.timeline.scroll import LaneScroll


class Marks:
    """`hovered` and `selected` are rows of `columns`, `range` is half-open, in days."""

    def __init__(self) -> None:
        self.hovered: int | None = None
        self.selected: int | None = None
        self.range: tuple[int, int] | None = None
        self._columns: Columns | None = None
        self._claims: tuple[Claim, ...] = ()
        self._hint = ""
        self._ties: Ties | None = None
        self._arcs: tuple[Scene, tuple[Arc, ...]] | None = None

    @property
    def pinned(self) -> frozenset[int]:
        """The rows that are never folded: the one that is selected."""
        return frozenset() if self.selected is None else frozenset({self.selected})

    def take_events(self, columns: Columns) -> None:
        """Mark nothing in other events; claims and the range stay."""
        self._columns = columns
        self.selected = self.hovered = self._ties = self._arcs = None

    def select(self, row: int | None, claims: Sequence[Claim], ties: Sequence[Tie], hint: str) -> None:
        """Mark a row as selected, with what each source claims of its date, and its relations.

        `hint` is said in place of claims where there are none.
        """
        self._hint = hint
        self.selected = row
        self._claims = tuple(claims) if row is not None else ()
        self._ties = ties_of(self._columns, row, ties) if self._columns and row is not None else None
        self._arcs = None

    def arcs(self, scene: Scene, viewport: Viewport, metrics: Metrics, scroll: LaneScroll) -> tuple[Arc, ...]:
        """Return the relations of the selected event in a picture whose lanes are scrolled.

        They are placed once for a picture.
        """
        if self._ties is None or self._columns is None:
            return ()
        if self._arcs is None or self._arcs[0] is not scene:
            seen = scroll.seen_lanes(scene)
            arcs = place_arcs(scene, self._columns, viewport, self._ties, metrics, text_width, seen)
            self._arcs = scene, arcs
        return self._arcs[1]

    def highlight(self, scene: Scene, viewport: Viewport, arcs: tuple[Arc, ...]) -> Highlight:
        """Return what is marked in a picture of the events."""
        return highlight_of(
            scene,
            viewport,
            text_width,
            claims=self._claims,
            hint=self._hint,
            hovered=self.hovered,
            selected=self.selected,
            days=self.range,
            warp=self._columns.warp if self._columns is not None else UNFOLDED,
            arcs=arcs,
            echoes=self._echoes(),
        )

    def _echoes(self) -> tuple[tuple[int, str], ...]:
        """Return where the hovered and the selected event stand too."""
        if self._columns is None:
            return ()
        pairs = ((self.hovered, "hover"), (self.selected, "selection"))
        return tuple(
            (other, role)
            for row, role in pairs
            if row is not None
            for other in rows_of_event(self._columns, row)
            if other != row
        )
