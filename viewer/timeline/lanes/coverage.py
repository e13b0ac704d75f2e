"""What each source covers and where it is silent, as lines in the picture, above the events of its lane."""

from collections.abc import Sequence
from dataclasses import replace

from viewer.model.records import Lane
from viewer.timeline.folding.warp import Warp
from viewer.timeline.lanes.lane import ArrangedLane
from viewer.timeline.lanes.silence import Stretch, Voice, spoken_and_silent
from viewer.timeline.metrics import Measure, Metrics
from viewer.timeline.rect import Rect
from viewer.timeline.scale import Scale
from viewer.timeline.scene import Coverage, Header, Silence

STRIP = 16.0
"""Pixels at the top of a lane kept free for its line."""

LEAST_GAP = 6.0
"""Pixels: a narrower gap is drawn as covered."""

LEAST_LINE = 2.0
"""Pixels: the least width of what is covered."""

AROUND = 12.0
"""Pixels left and right of words in a gap."""

DAYS_A_YEAR = 365.2425


def with_coverage(metrics: Metrics, lanes: Sequence[Lane]) -> Metrics:
    """Return the metrics with room above the events for lines of coverage, where there are any."""
    if not _voices(lanes):
        return metrics
    return replace(metrics, lane_gap=max(metrics.lane_gap, 2 * STRIP))


class CoveragePlacer:
    """Places the lines of coverage of the lanes that speak. Voices know days, the picture folded ones."""

    def __init__(self, lanes: Sequence[Lane], warp: Warp, measure: Measure) -> None:
        self._warp = warp
        self._measure = measure
        self._voices = _voices(lanes)

    def coverages(
        self, headers: Sequence[Header], scale: Scale, plot: Rect, rows_tops: Sequence[float]
    ) -> tuple[Coverage, ...]:
        """Return the lines of the lanes in the picture. `rows_tops` are the y of each lane's events."""
        return tuple(
            self._coverage(header, scale, plot)
            for header, top in zip(headers, rows_tops, strict=True)
            if header.lane in self._voices and top - header.box.y >= STRIP
        )

    def _coverage(self, header: Header, scale: Scale, plot: Rect) -> Coverage:
        view = scale.viewport
        spoken, silent = spoken_and_silent(
            self._voices[header.lane],
            self._warp.back(view.start),
            self._warp.back(view.end),
            LEAST_GAP / scale.pixels_per_day,
        )
        lines = []
        for stretch in spoken:
            left, right = self._clipped(stretch, scale, plot)
            lines.append((left, max(right, left + LEAST_LINE)))
        y = header.box.y + STRIP / 2
        return Coverage(
            header.lane, y, tuple(lines), tuple(self._silence(stretch, scale, plot) for stretch in silent)
        )

    def _silence(self, stretch: Stretch, scale: Scale, plot: Rect) -> Silence:
        left, right = self._clipped(stretch, scale, plot)
        for words in _words(stretch):
            width = self._measure(words, "count")
            if width + 2 * AROUND <= right - left:
                start, end = self._warp.forward(stretch.start), self._warp.forward(stretch.end)
                middle = (scale.pixel(start) + scale.pixel(end)) / 2
                x = min(max(middle - width / 2, left + AROUND), right - AROUND - width)
                return Silence(left, right, words, x, width)
        return Silence(left, right, "", left, 0.0)

    def _clipped(self, stretch: Stretch, scale: Scale, plot: Rect) -> tuple[float, float]:
        """Return the part of a stretch that lies in the plot, in pixels."""
        start, end = self._warp.forward(stretch.start), self._warp.forward(stretch.end)
        left = plot.x if start <= scale.viewport.start else scale.pixel(start)
        right = plot.right if end >= scale.viewport.end else scale.pixel(end)
        return min(max(left, plot.x), plot.right), min(max(right, plot.x), plot.right)


def _voices(lanes: Sequence[Lane]) -> dict[int, Voice]:
    return {
        index: lane.voice
        for index, lane in enumerate(lanes)
        if isinstance(lane, ArrangedLane) and lane.voice is not None
    }


def _words(stretch: Stretch) -> tuple[str, ...]:
    years = round((stretch.end - stretch.start) / DAYS_A_YEAR)
    return (f"silent for {years:,} years", "silent") if years >= 2 else ("silent",)
