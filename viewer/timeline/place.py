"""From columns and a viewport to a Scene: what is drawn where."""

from collections import OrderedDict
from collections.abc import Sequence
from math import floor

import numpy as np
import numpy.typing as npt

from viewer.model.records import Era, Lane
from viewer.model.visible import visible_text
from viewer.timeline.axis_languages import ENGLISH_AXIS
from viewer.timeline.axis_words import AxisWords
from viewer.timeline.bands import bands_of
from viewer.timeline.bodies import bodies_of
from viewer.timeline.columns import Columns
from viewer.timeline.coverage import CoveragePlacer
from viewer.timeline.distinct import distinct
from viewer.timeline.folds import FoldPlacer
from viewer.timeline.frame import Frame, frame_of, plot_stretch
from viewer.timeline.in_view import ends_so_far, events_drawn, events_in_view
from viewer.timeline.items import ItemPlacer
from viewer.timeline.lane_headers import header_of
from viewer.timeline.layout import Layout, layout_of, pinned_layout
from viewer.timeline.metrics import Measure, Metrics
from viewer.timeline.rows import FOLDED
from viewer.timeline.scale import Scale
from viewer.timeline.scene import Fold, Header, Rect, Scene
from viewer.timeline.steps import coarsest, step_of
from viewer.timeline.tick_steps import TickStep
from viewer.timeline.ticks import OLD_STYLE_END, Axis, axis_of, step_for
from viewer.timeline.titles import Titles
from viewer.timeline.viewport import Viewport

KEPT_LAYOUTS = 48
"""Scale steps whose layout is kept: zooming back costs nothing."""


class Placer:
    """Places the same events again and again; keeps what was measured and what each scale step looks like."""

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
    ) -> None:
        self._columns = columns
        self._lanes = tuple(lanes)
        self._eras = tuple(eras)
        self._metrics = metrics
        self._measure = measure
        self._old_style = old_style and bool((columns.start < columns.warp.forward(OLD_STYLE_END)).any())
        self._title = visible_text(title)
        self._language = language
        self._axis_words = axis_words
        self._warp = columns.warp
        self._coverage = CoveragePlacer(lanes, columns.warp, measure)
        self._bodies = bodies_of(columns, metrics, measure)
        self._titles = Titles(self._bodies, measure)
        self._ends = ends_so_far(columns)
        self._layouts: OrderedDict[tuple[int, float, float], Layout] = OrderedDict()
        self._pinned: tuple[Layout, frozenset[int], Layout] | None = None

    def scene(
        self, viewport: Viewport, width: float, height: float, pinned: frozenset[int] = frozenset()
    ) -> Scene:
        """Return the picture of a viewport, `width` by `height` pixels.

        `pinned` rows of the columns (the selected event) are seen even where they would be folded. The first
        picture at a scale step costs the assignment of rows; every other one costs what is in view.
        """
        left, plot_width = plot_stretch(width, self._metrics)
        scale = Scale(viewport, plot_width, left)
        frame, axis = self._frame(scale, width, height)
        layout = self._layout(step_of(scale.pixels_per_day), frame, height, pinned)
        rows = layout.rows
        in_view = events_in_view(self._columns, self._ends, viewport)
        is_folded = rows.row[in_view] == FOLDED
        placer = ItemPlacer(self._bodies, self._titles, scale, frame.plot)
        headers = self._headers(layout, width)
        items = placer.items(events_drawn(self._bodies, rows, scale), rows, layout.shares)
        return Scene(
            width=width,
            height=height,
            plot=frame.plot,
            axis=frame.axis,
            evidence=frame.evidence,
            headers=headers,
            bands=bands_of(
                self._eras, scale, frame.plot, self._metrics, self._measure, language=self._language
            ),
            ticks=axis.ticks,
            tick_labels=axis.labels,
            bars=items.bars,
            marks=items.marks,
            labels=items.labels,
            folds=self._folds(in_view[is_folded], layout, scale, frame.plot),
            shown=frozenset(in_view[~is_folded].tolist()),
            folded=frozenset(in_view[is_folded].tolist()),
            old_style_ticks=axis.old_style_ticks,
            old_style_end=axis.old_style_end,
            title=self._title,
            title_box=frame.title,
            coverages=self._coverage.coverages(
                headers, scale, frame.plot, [share.rows_top for share in layout.shares]
            ),
        )

    def _frame(self, scale: Scale, width: float, height: float) -> tuple[Frame, Axis]:
        """Return the rectangles of the picture and its axis; the Old Style row depends on the scale alone."""
        ticks = self._step(scale)
        old_style = self._old_style and ticks.old_style is not None
        frame = frame_of(
            width, height, self._metrics, title=bool(self._title), eras=bool(self._eras), old_style=old_style
        )
        return frame, axis_of(
            scale,
            ticks,
            frame.axis,
            self._metrics,
            self._measure,
            self._axis_words,
            self._warp,
            old_style=old_style,
        )

    def _step(self, scale: Scale) -> TickStep:
        finest = coarsest(step_of(scale.pixels_per_day))
        return step_for(scale, finest, self._metrics, self._measure, self._axis_words, self._warp)

    def _layout(self, step: int, frame: Frame, height: float, pinned: frozenset[int]) -> Layout:
        key = (step, frame.lanes_top, floor(height))
        layout = self._layouts.get(key)
        if layout is None:
            layout = layout_of(
                self._bodies,
                step,
                frame.lanes_top,
                float(floor(height)),
                len(self._lanes),
                measure=self._measure,
            )
            self._layouts[key] = layout
            if len(self._layouts) > KEPT_LAYOUTS:
                self._layouts.popitem(last=False)
        self._layouts.move_to_end(key)
        if not pinned:
            return layout
        if self._pinned is None or self._pinned[0] is not layout or self._pinned[1] != pinned:
            changed = pinned_layout(layout, self._bodies, pinned, self._measure)
            self._pinned = (layout, pinned, changed)
        return self._pinned[2]

    def _headers(self, layout: Layout, width: float) -> tuple[Header, ...]:
        return tuple(
            header_of(lane, Rect(0.0, share.top, max(width, 0.0), share.height), index, self._language)
            for index, (lane, share) in enumerate(zip(self._lanes, layout.shares, strict=True))
        )

    def _folds(
        self, folded: npt.NDArray[np.int64], layout: Layout, scale: Scale, plot: Rect
    ) -> tuple[Fold, ...]:
        placer = FoldPlacer(self._bodies, layout.cells, scale, plot, self._measure)
        lanes = self._columns.lane[folded]
        folds: list[Fold] = []
        for lane in distinct(lanes).tolist():
            folds.extend(placer.folds(folded[lanes == lane], layout.shares[lane], lane))
        return tuple(folds)


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
    return placer.scene(viewport, width, height, pinned)
