"""Titles at the width they have room for."""

from viewer.timeline.bodies import Bodies, role_of
from viewer.timeline.ellipsis import cut
from viewer.timeline.metrics import Measure


class Titles:
    """Remembers cut titles, so that no title is cut twice."""

    def __init__(self, bodies: Bodies, measure: Measure) -> None:
        self._bodies = bodies
        self._measure = measure
        self._cut: dict[tuple[int, float], tuple[str, float]] = {}

    def at(self, event: int, width: float) -> tuple[str, float]:
        """Return the title of a row of the columns cut to `width` pixels, and the width it then has."""
        whole = float(self._bodies.title[event])
        if width >= whole:
            return self._bodies.titles[event], whole
        key = (event, round(width, 1))
        if key not in self._cut:
            role = role_of(int(self._bodies.columns.rank[event]))
            text = cut(self._bodies.titles[event], width, role, self._measure)
            self._cut[key] = (text, self._measure(text, role))
        return self._cut[key]
