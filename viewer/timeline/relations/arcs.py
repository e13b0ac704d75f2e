"""The relations of the selected event as arcs from its sign to the signs of others, each with its type."""

from collections.abc import Iterable
from math import hypot
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from viewer.model.relations import tie_words
from viewer.timeline.columns import Columns
from viewer.timeline.ellipsis import cut
from viewer.timeline.highlight import Arc, Point
from viewer.timeline.metrics import Measure, Metrics
from viewer.timeline.rect import Rect
from viewer.timeline.relations.arc_ends import ArcEnds, End, Side, lanes_box
from viewer.timeline.relations.free_room import FreeRoom
from viewer.timeline.relations.ties import RowTie, Ties
from viewer.timeline.scale import Scale
from viewer.timeline.scene import Scene
from viewer.timeline.viewport import Viewport

BACKWARD: Final = frozenset({"follows"})
"""Kinds whose arrow runs to the event that says it: an arrow runs from what came first to what followed."""

MUTUAL: Final = frozenset({"contradicts"})
"""Kinds that hold both ways: without an arrowhead."""

WORD_HEIGHT = 15.0
WORD_PADDING = 3.0
TITLE_WIDTHS: Final = (420.0, 170.0, 90.0, 0.0)
"""Pixels that the title of an event without a sign may have, the first that finds room."""

GAP = 2.0
"""Pixels between a sign and the end of an arc."""

BOW = 11.0
"""Pixels by which an upright arc bows to the side."""

SHARES: Final = np.array([0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73, 0.2, 0.8])
"""Where along its arc a word may stand, the best place first."""

SPREAD: Final = (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1)
"""Where along a bar the arcs to what lies above or below it stand, so that none hides another."""


def _weights(shares: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return what each of the four points of a curve counts at each of its `shares` (0 to 1)."""
    rest = 1 - shares
    return np.column_stack([rest**3, 3 * rest**2 * shares, 3 * rest * shares**2, shares**3])


WEIGHTS: Final = _weights(SHARES)

LINES: Final = _weights(np.linspace(0.0, 1.0, 25))
"""Weights of the points between which a curve is as good as straight."""

ASIDE: Final = (-9.0, 9.0, -18.0, 18.0, -27.0, 27.0, -36.0, 36.0, -50.0, 50.0)
"""Pixels by which a word may stand above or below its arc, the best first."""

INWARD: Final = (0.0, 30.0, 60.0, 100.0, 150.0)
"""Pixels from the edge of the plot at which the words for what is out of view may stand."""

AROUND: Final = np.array(
    sorted(
        ((20.0 * x, 8.0 * y) for x in range(-14, 15) for y in range(-14, 15)),
        key=lambda aside: hypot(aside[0], 2 * aside[1]),
    )
)
"""Where the count of what is not drawn may stand, in pixels from the selected event."""

_FLAT: Final = {Side.ABOVE: "  (above)", Side.BELOW: "  (below)"}
"""What stands behind the title of an event that is out of view."""

_Curve = tuple[Point, Point, Point, Point]


def place_arcs(  # noqa: PLR0917 the order in which a picture is described
    scene: Scene,
    columns: Columns,
    viewport: Viewport,
    ties: Ties,
    metrics: Metrics,
    measure: Measure,
    seen: Rect | None = None,
) -> tuple[Arc, ...]:
    """Return the arcs of `ties` in the picture `scene` of `viewport`; none where the selected one is out.

    `seen` is what is looked at of the lanes where they scroll. An arc to an event that is folded ends at its
    count or pip, one to an event out of view at the edge of what is seen; both say its title. An arc whose
    words find no room is not drawn: the last arc counts them.
    """
    seen = lanes_box(scene) if seen is None else seen
    scale = Scale(viewport, scene.plot.width, scene.plot.x)
    rows = {ties.selected, *(tie.event for tie in ties.drawn)}
    ends = ArcEnds(scene, columns, scale, seen=seen, rows=rows, mark=metrics.mark)
    here = ends.sign(ties.selected)
    if here is None or not (ties.drawn or ties.more or ties.absent):
        return ()
    found = ends.ends(ties.drawn)
    clear = (here, *(end.box for end in found if not end.titled))
    room = FreeRoom(scene, seen, metrics.mark, clear)
    placer = _ArcPlacer(here, columns, ends, room, seen, measure)
    drawn, more = [], ties.more
    for end in found:
        arc = placer.arc(end)
        if arc is None:
            more += end.number
        else:
            drawn.append(arc)
    note = placer.note(more, ties.absent)
    return (*drawn, note) if note is not None else tuple(drawn)


def arc_at(arcs: Iterable[Arc], x: float, y: float) -> Arc | None:
    """Return the arc on whose words a point lies, the count of what is not drawn included."""
    return next((arc for arc in arcs if arc.box.contains(x, y)), None)


def line_at(arcs: Iterable[Arc], x: float, y: float, reach: float) -> Arc | None:
    """Return the arc whose line runs nearest to a point, within `reach` pixels."""
    lines = ((_from_line(arc.curve, x, y), arc) for arc in arcs if arc.event is not None)
    nearest = min(lines, key=lambda line: line[0], default=None)
    return nearest[1] if nearest is not None and nearest[0] <= reach else None


class _Words(NamedTuple):
    """The type of a relation, all the words of its arc, and their width with some ground on both sides."""

    word: str
    text: str
    width: float


class _ArcPlacer:
    """One picture while arcs from the sign `here` are placed in it."""

    def __init__(  # noqa: PLR0917 what placing needs, from the picture outwards
        self, here: Rect, columns: Columns, ends: ArcEnds, room: FreeRoom, seen: Rect, measure: Measure
    ) -> None:
        self._here = here
        self._drawn = 0
        self._columns = columns
        self._ends = ends
        self._room = room
        self._seen = seen
        self._measure = measure

    def arc(self, end: End) -> Arc | None:
        """Return the arc to an end; None where its words find no room."""
        if end.side in (Side.LEFT, Side.RIGHT):
            return self._beyond(end)
        curve = _curve(self._here, end.box, SPREAD[self._drawn % len(SPREAD)])
        self._drawn += 1
        words = self._words(end, TITLE_WIDTHS if end.titled else (0.0,))
        at = WEIGHTS @ np.array(curve)
        points = []
        for each in words:
            beside = each.width / 2 + 4
            asides = [(0.0, 0.0), (beside, 0.0), (-beside, 0.0), *((0.0, aside) for aside in ASIDE)]
            points.append((at[None, :, :] + np.array(asides)[:, None, :]).reshape(-1, 2))
        found = self._room.take(np.array(points), [each.width for each in words], WORD_HEIGHT)
        return None if found is None else _arc(end, curve, words[found[1]], found[0])

    def note(self, more: int, absent: int) -> Arc | None:
        """Return the count of what is not drawn near the selected sign, None where everything is drawn."""
        parts = [f"+{more} more"] * (more > 0) + [f"{absent} not on the timeline"] * (absent > 0)
        if not parts:
            return None
        text = ", ".join(parts)
        words = _Words("", text, self._measure(text, "date") + 2 * WORD_PADDING)
        middle = _middle(self._here)
        found = self._room.take(AROUND + np.array(middle), [words.width], WORD_HEIGHT)
        if found is None:
            return None
        return Arc("", None, (middle, middle, middle, middle), False, words.word, words.text, found[0])

    def _words(self, end: End, title_widths: Iterable[float]) -> list[_Words]:
        """Return the words of an arc with the title in each of some widths, each text once."""
        title = self._columns.titles[end.tie.event]
        titles = dict.fromkeys(cut(title, width, "date", self._measure) for width in title_widths)
        texts = [_text(end, each) for each in titles]
        word = _word(end.tie)
        return [_Words(word, text, self._measure(text, "date") + 2 * WORD_PADDING) for text in texts]

    def _beyond(self, end: End) -> Arc | None:
        seen, left = self._seen, end.side is Side.LEFT
        words = self._words(end, TITLE_WIDTHS[:-1])
        widths = [each.width for each in words]
        base = self._ends.middle(end.tie.event)
        heights = np.arange(seen.y + 8, max(seen.bottom, seen.y + 9), 8.0)
        heights = heights[np.argsort(np.abs(heights - base), kind="stable")]
        points = []
        for width in widths:
            edge = seen.x + 4 + width / 2 if left else seen.right - 4 - width / 2
            xs = edge + np.array(INWARD) * (1 if left else -1)
            points.append(np.column_stack([np.repeat(xs, len(heights)), np.tile(heights, len(xs))]))
        found = self._room.take(np.array(points), widths, WORD_HEIGHT)
        if found is None:
            return None
        box, which = found
        to = Point(box.right + GAP if left else box.x - GAP, box.y + box.height / 2)
        return _arc(end, _level_curve(self._here, to), words[which], box)


def _to_other(tie: RowTie) -> bool:
    """Whether the arrow of a tie runs from the selected event to the other."""
    return tie.kind in MUTUAL or tie.outward != (tie.kind in BACKWARD)


def _word(tie: RowTie) -> str:
    """Return what is read along the arrow, whichever of the two events is selected."""
    return tie_words(tie.kind, outward=tie.kind not in BACKWARD)


def _text(end: End, title: str) -> str:
    """Return the words of an arc in the order of its arrow: the title first where it runs from the other."""
    word = _word(end.tie)
    title += f"  +{end.number - 1}" if end.number > 1 else _FLAT.get(end.side, "")
    title = title.strip()
    text = "  ".join(filter(None, (word, title) if _to_other(end.tie) else (title, word)))
    return f"‹ {text}" if end.side is Side.LEFT else f"{text} ›" if end.side is Side.RIGHT else text


def _from_line(curve: _Curve, x: float, y: float) -> float:
    """Return how many pixels a point is from a curve, which is taken for LINES straight lines."""
    points = LINES @ np.array(curve) - (x, y)
    starts, ways = points[:-1], np.diff(points, axis=0)
    lengths = np.maximum((ways**2).sum(axis=1), 1e-9)
    shares = np.clip(-(starts * ways).sum(axis=1) / lengths, 0.0, 1.0)
    return float(np.hypot(*(starts + shares[:, None] * ways).T).min())


def _arc(end: End, curve: _Curve, words: _Words, box: Rect) -> Arc:
    tie = end.tie
    to_other = None if tie.kind in MUTUAL else _to_other(tie)
    return Arc(tie.kind, tie.event, curve, to_other, words.word, words.text, box, bool(end.side))


def _curve(here: Rect, there: Rect, spread: float) -> _Curve:
    """Return an arc from one sign to another: over them in one row, else from edge to edge."""
    start_x, end_x = _ends(here, there, spread)
    across = end_x - start_x
    rise = _middle(here).y - _middle(there).y
    if abs(rise) < 4:
        height = min(max(14 + abs(across) * 0.08, 16), 46)
        start, end = Point(start_x, here.y - GAP), Point(end_x, there.y - GAP)
        lean = across * 0.2
        return start, Point(start_x + lean, start.y - height), Point(end_x - lean, end.y - height), end
    up = rise > 0
    start = Point(start_x, here.y - GAP if up else here.bottom + GAP)
    end = Point(end_x, there.bottom + GAP if up else there.y - GAP)
    fall = abs(end.y - start.y)
    bow = BOW * min(fall / 60, 1.0) if abs(across) < BOW else 0.0
    # Where the signs are close to each other, a curve that leaves upright would curl.
    reach = max(fall * 0.5, min(12.0, abs(across) * 0.25)) * (-1 if up else 1)
    return start, Point(start_x + bow, start.y + reach), Point(end_x + bow, end.y - reach), end


def _level_curve(here: Rect, end: Point) -> _Curve:
    """Return an arc that leaves a sign upright, in one row with it aslant, and arrives level."""
    left = end.x < here.x
    start_x = here.x + min(here.width / 2, 5) if left else here.right - min(here.width / 2, 5)
    up = end.y <= _middle(here).y
    start = Point(start_x, here.y - GAP if up else here.bottom + GAP)
    across = end.x - start.x
    away = min(max(abs(end.y - start.y), 14), 90) * (-1 if up else 1)
    return start, Point(start.x + across * 0.08, start.y + away), Point(end.x - across * 0.4, end.y), end


def _ends(here: Rect, there: Rect, spread: float) -> tuple[float, float]:
    """Return where an arc leaves and arrives: above each other where the signs are, else at the near ends.

    `spread` is the share of the stretch in which one sign is above the other.
    """
    left, right = max(here.x, there.x), min(here.right, there.right)
    if left <= right:
        x = left + (right - left) * spread
        return x, x
    inset_here, inset_there = min(here.width / 2, 5), min(there.width / 2, 5)
    if there.x > here.x:
        return here.right - inset_here, there.x + inset_there
    return here.x + inset_here, there.right - inset_there


def _middle(box: Rect) -> Point:
    return Point(box.x + box.width / 2, box.y + box.height / 2)
