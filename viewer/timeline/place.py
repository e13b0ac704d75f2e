"""From columns and a viewport to a Scene: what is drawn where."""

from collections.abc import Generator, Iterator, Sequence
from math import floor
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from viewer.model.records import Era, Lane
from viewer.model.visible import visible_text
from viewer.timeline.axis.languages import ENGLISH_AXIS
from viewer.timeline.axis.tick_steps import TickStep
from viewer.timeline.axis.ticks import OLD_STYLE_END, Axis, axis_of, step_for
from viewer.timeline.axis.words import AxisWords
from viewer.timeline.bands import bands_of
from viewer.timeline.columns import Columns
from viewer.timeline.crowds import Fold, Pip
from viewer.timeline.folding.breaks import breaks_of
from viewer.timeline.frame import Frame, frame_of
from viewer.timeline.items import ItemPlacer
from viewer.timeline.lanes.coverage import CoveragePlacer
from viewer.timeline.lanes.headers import header_of
from viewer.timeline.last_used import LastUsed
from viewer.timeline.metrics import Measure, Metrics
from viewer.timeline.rect import Rect
from viewer.timeline.rows.layout import Layout, Layouts, Part
from viewer.timeline.rows.members import members_of
from viewer.timeline.rows.pinning import Pinning
from viewer.timeline.rows.prepared import Prepared, prepared
from viewer.timeline.rows.steps import coarsest, step_of
from viewer.timeline.rows.title_widths import TitleWidths
from viewer.timeline.scale import Scale
from viewer.timeline.scene import Header, Scene
from viewer.timeline.sight import Sight
from viewer.timeline.strips.filling import Wanted, cost_of, filled, filling_cost, laid_out
from viewer.timeline.strips.laid import LaidTiles
from viewer.timeline.strips.strips import StripPlacer
from viewer.timeline.viewport import Viewport

if TYPE_CHECKING:
    from viewer.timeline.rows.nearby import Stretch

KEPT_LAYOUTS = 48
"""Scale steps whose layout is kept: zooming back costs nothing."""


class Placer:
    """Places the same events again and again; keeps what was measured and what each scale step looks like.

    `ready` is what was prepared of `columns` and `lanes`; without it that is done here. Raises ValueError
    where it was prepared of another number of lanes.
    """

    def __init__(
        self,
        columns: Columns,
        lanes: Sequence[Lane],
        eras: Sequence[Era],
        metrics: Metrics,
        measure: Measure,
        *,
        old_style: bool = True,
        title: str = "",
        language: str = "en",
        axis_words: AxisWords = ENGLISH_AXIS,
        ready: Prepared | None = None,
    ) -> None:
        ready = prepared(columns, len(lanes)) if ready is None else ready
        if ready.index.lanes != len(lanes):
            raise ValueError(f"prepared for {ready.index.lanes} lanes, not for {len(lanes)}")
        self.index = ready.index
        self._columns = columns
        self._lanes = tuple(lanes)
        self._eras = tuple(eras)
        self._metrics = metrics
        self._measure = measure
        first = int(columns.start[0]) if len(columns) else 0
        self._old_style = old_style and bool(len(columns)) and first < columns.warp.forward(OLD_STYLE_END)
        self._title = visible_text(title)
        self._language = language
        self._axis_words = axis_words
        self._warp = columns.warp
        self._coverage = CoveragePlacer(lanes, columns.warp, measure)
        self._words = TitleWidths(columns, measure)
        self._all_layouts = Layouts(ready, self._words, metrics)
        self._layouts: LastUsed[tuple[int, float, float, Stretch | None], Layout] = LastUsed(KEPT_LAYOUTS)
        self._headers: LastUsed[tuple[Layout, tuple[int, ...], float], tuple[Header, ...]] = LastUsed(
            KEPT_LAYOUTS
        )
        self._tiles = LaidTiles(self.index, self._words, metrics)

    def scene(
        self,
        viewport: Viewport,
        width: float,
        height: float,
        pinned: frozenset[int] = frozenset(),
        seen: Sequence[Part] | None = None,
    ) -> Scene:
        """Return the picture that these words, those of `Sight`, ask for."""
        return self.picture(Sight(viewport, width, height, pinned, seen))

    def picture(self, sight: Sight, *, bare: bool = False) -> Scene:
        """Return the picture that is asked for; `bare`, without events.

        It costs what is in it, the first of a stretch of time at a scale step some times more: see `prepare`.
        """
        viewport, scale = sight.viewport, sight.scale(self._metrics)
        tick_step = self._step(scale)
        frame = self._frame(tick_step, sight)
        axis = self._axis(scale, tick_step, frame)
        layout, blocks, tiles = self._in_frame(frame, sight)
        lanes, filled = layout.lanes_of(blocks), () if bare else blocks
        laid = self._tiles.laid(layout, filled, tiles, sight.pinned)
        stock = laid.stock
        items = ItemPlacer(self._metrics, scale, frame.plot).items(stock)
        strips = StripPlacer(self.index, scale, frame.plot, metrics=self._metrics, words=self._words).strips(
            laid, layout.lanes_of(filled), layout.shares
        )
        in_view = (stock.start < viewport.end) & (stock.end > viewport.start)
        headers = self._headers.get((layout, blocks, sight.width), self._all_headers)
        return Scene(
            width=sight.width,
            height=sight.height,
            plot=frame.plot,
            axis=frame.axis,
            evidence=frame.evidence,
            headers=headers,
            bands=bands_of(
                self._eras,
                scale,
                frame.plot,
                self._metrics,
                self._measure,
                language=self._language,
                warp=self._warp,
            ),
            ticks=axis.ticks,
            tick_labels=axis.labels,
            bars=items.bars,
            marks=items.marks,
            labels=items.labels,
            folds=strips.folds,
            shown=frozenset(stock.event[in_view].tolist()),
            in_view=self.index.in_view(viewport.start, viewport.end),
            old_style_ticks=axis.old_style_ticks,
            old_style_end=axis.old_style_end,
            breaks=breaks_of(
                self._warp,
                scale,
                frame,
                metrics=self._metrics,
                measure=self._measure,
                words=self._axis_words,
            ),
            title=self._title,
            title_box=frame.title,
            pips=strips.pips,
            rugs=strips.rugs,
            coverages=self._coverage.coverages(
                headers, scale, frame.plot, [layout.shares[lane].rows_top for lane in lanes]
            ),
        )

    def prepare(self, sight: Sight) -> Generator[None, None, Scene | None]:
        """Lay out what a picture will need, a little for each step of the generator.

        A movement soon shows what lies beyond the edge or at the next step: between frames is time for it.
        Return the picture, None where all of it was ready before.
        """
        wanted = self._wanted(sight)
        if self._tiles.has(*wanted, sight.pinned):
            return None
        yield from laid_out(self._tiles, wanted, sight.pinned)
        return self.picture(sight)

    def fill(self, sight: Sight) -> Iterator[None]:
        """Lay out what a picture needs, a little for each step of the iterator."""
        return laid_out(self._tiles, self._wanted(sight), sight.pinned)

    def cost(self, sight: Sight) -> float:
        """Return the milliseconds, about, that `fill` would take where events are crowded."""
        return cost_of(self._tiles, self._wanted(sight), sight.pinned)

    def top_of(self, row: int, sight: Sight) -> float | None:
        """Return the y at which a row of the columns lies while it is pinned; None if its lane has no rows.

        It need not be in the viewport, nor its lane be looked at.
        """
        layout, _, tiles = self._wanted(sight)
        pinning = Pinning(self.index, layout, self._words, self._metrics)
        at, share = pinning.row_of(row, tiles), layout.shares[int(self._columns.lane[row])]
        return None if at is None else share.rows_top + at * self._metrics.row_height

    def cost_around(self, row: int, sight: Sight) -> float:
        """Return the milliseconds, about, that `fill_around` would take where events are crowded."""
        return filling_cost(self._around(row, sight))

    def fill_around(self, row: int, sight: Sight) -> Iterator[None]:
        """Lay out what `top_of` needs, a little for each step of the iterator."""
        return filled(self._around(row, sight))

    def members(self, scene: Scene, group: Fold | Pip) -> npt.NDArray[np.int64]:
        """Return the rows that a fold or a pip of a scene stands for, in order of time."""
        return members_of(self.index, scene.shown, group)

    def forgotten(self) -> Iterator[None]:
        """Forget what was laid out, a little for each step of the iterator."""
        yield from self._tiles.forgotten()
        yield from self._headers.forgotten()
        yield from self._layouts.forgotten()

    def _wanted(self, sight: Sight) -> Wanted:
        return self._in_frame(self._frame(self._step(sight.scale(self._metrics)), sight), sight)

    def _in_frame(self, frame: Frame, sight: Sight) -> Wanted:
        viewport, step = sight.viewport, step_of(sight.scale(self._metrics).pixels_per_day)
        near = self._all_layouts.few(sight.near)
        key = (step, frame.lanes_top, float(floor(sight.height)), near)
        layout = self._layouts.get(key, lambda key: self._all_layouts.layout(*key))
        return Wanted(layout, layout.seen(sight.seen), layout.tiles_touching(viewport.start, viewport.end))

    def _around(self, row: int, sight: Sight) -> Wanted:
        return Wanted(*self._tiles.around(self._wanted(sight).layout, row))

    def _has_old_style(self, ticks: TickStep) -> bool:
        """Whether there is an Old Style row, which depends on the scale alone."""
        return self._old_style and ticks.old_style is not None

    def _frame(self, ticks: TickStep, sight: Sight) -> Frame:
        """Return the rectangles of the picture."""
        return frame_of(
            sight.width,
            sight.height,
            self._metrics,
            title=bool(self._title),
            eras=bool(self._eras),
            old_style=self._has_old_style(ticks),
        )

    def _axis(self, scale: Scale, ticks: TickStep, frame: Frame) -> Axis:
        return axis_of(
            scale,
            ticks,
            frame.axis,
            self._metrics,
            self._measure,
            self._axis_words,
            self._warp,
            old_style=self._has_old_style(ticks),
        )

    def _step(self, scale: Scale) -> TickStep:
        finest = coarsest(step_of(scale.pixels_per_day))
        return step_for(scale, finest, self._metrics, self._measure, self._axis_words, self._warp)

    def _all_headers(self, key: tuple[Layout, tuple[int, ...], float]) -> tuple[Header, ...]:
        layout, blocks, width = key
        return tuple(
            header_of(
                self._lanes[lane],
                Rect(0.0, layout.shares[lane].top, max(width, 0.0), layout.shares[lane].height),
                lane,
                self._language,
            )
            for lane in layout.lanes_of(blocks)
        )


def place(  # noqa: PLR0917 the order in which a picture is described
    columns: Columns,
    lanes: Sequence[Lane],
    eras: Sequence[Era],
    viewport: Viewport,
    width: float,
    height: float,
    metrics: Metrics,
    measure: Measure,
    pinned: frozenset[int] = frozenset(),
    *,
    old_style: bool = True,
    title: str = "",
    axis_words: AxisWords = ENGLISH_AXIS,
) -> Scene:
    """Place once, as an export does; see Placer for pictures in a row."""
    placer = Placer(
        columns, lanes, eras, metrics, measure, old_style=old_style, title=title, axis_words=axis_words
    )
    return placer.picture(Sight(viewport, width, height, pinned, near=(viewport.start, viewport.end)))
