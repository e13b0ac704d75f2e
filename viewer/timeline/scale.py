"""The one place where days become pixels and pixels become days."""

from dataclasses import dataclass

from viewer.timeline.viewport import Viewport


@dataclass(frozen=True, slots=True)
class Scale:
    """A viewport laid over `width` pixels that begin at `left`; widths below one pixel count as one."""

    viewport: Viewport
    width: float
    left: float = 0.0

    @property
    def pixels_per_day(self) -> float:
        """Pixels a day."""
        return max(self.width, 1.0) / self.viewport.span

    def pixel(self, day: float) -> float:
        """Return the x of `day` in pixels. It subtracts first, so that far years keep their digits."""
        return self.left + (day - self.viewport.start - self.viewport.rest) * self.pixels_per_day

    def day(self, pixel: float) -> float:
        """Return the day number at the x `pixel`."""
        return self.viewport.start + (pixel - self.left) / self.pixels_per_day
