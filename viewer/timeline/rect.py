"""A rectangle of a picture."""

from typing import NamedTuple


class Rect(NamedTuple):
    """A rectangle in pixels."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The first x to the right."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The first y below."""
        return self.y + self.height

    def contains(self, x: float, y: float) -> bool:
        """Whether the point lies inside; right and bottom edges do not."""
        return self.x <= x < self.right and self.y <= y < self.bottom

    def overlaps(self, other: "Rect") -> bool:
        """Whether the two share any area."""
        return (
            self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom
        )


NO_BOX = Rect(0.0, 0.0, 0.0, 0.0)
