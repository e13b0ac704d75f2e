"""Back and forward through the viewports that were looked at."""

from dataclasses import dataclass

from viewer.timeline.viewport import Viewport

KEPT = 200
"""Viewports remembered at most."""

SAME = 0.02
"""Share of the span: viewports nearer to each other than this count as one."""


@dataclass(frozen=True, slots=True)
class History:
    """The viewports visited, the present one at index `at` (-1: none yet)."""

    visits: tuple[Viewport, ...] = ()
    at: int = -1

    @property
    def can_go_back(self) -> bool:
        """Whether there is a viewport before the present one."""
        return self.at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a viewport after the present one."""
        return self.at < len(self.visits) - 1

    def visited(self, viewport: Viewport) -> "History":
        """Return the history with `viewport` as the present one; what lay forward is forgotten."""
        if self.at >= 0 and _alike(self.visits[self.at], viewport):
            return self
        visits = (*self.visits[: self.at + 1], viewport)[-KEPT:]
        return History(visits, len(visits) - 1)

    def back(self) -> tuple["History", Viewport | None]:
        """Return the history one step back and the viewport there, None where there is none."""
        if not self.can_go_back:
            return self, None
        return History(self.visits, self.at - 1), self.visits[self.at - 1]

    def forward(self) -> tuple["History", Viewport | None]:
        """Return the history one step forward and the viewport there, None where there is none."""
        if not self.can_go_forward:
            return self, None
        return History(self.visits, self.at + 1), self.visits[self.at + 1]


def _alike(one: Viewport, other: Viewport) -> bool:
    least = SAME * min(one.span, other.span)
    return abs(one.start - other.start) < least and abs(one.end - other.end) < least
