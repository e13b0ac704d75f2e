"""The relations of the selected event as arcs from its sign to the signs of others, each with its type."""

from collections.abc import Iterable, Mapping
from math import hypot
from typing import Final, NamedTuple

from viewer.timeline.columns import Columns
from viewer.timeline.ellipsis import cut
from viewer.timeline.free_room import FreeRoom
from viewer.timeline.highlight import Arc, Point
from viewer.timeline.metrics import Measure, Metrics
from viewer.timeline.scale import Scale
from viewer.timeline.scene import Rect, Scene
from viewer.timeline.ties import RowTie, Ties
from viewer.timeline.viewport import Viewport

WORDS: Final = {
    ("follows", True): "follows",
    ("follows", False): "followed by",
    ("causes", True): "led to",
    ("causes", False): "brought about by",
    ("contradicts", True): "contradicts",
    ("contradicts", False): "contradicted by",
    ("part-of", True): "part of",
    ("part-of", False): "includes",
}
"""What a relation reads, by its kind and whether the selected event says it of the other."""

BACKWARD: Final = frozenset({"follows"})
"""Kinds whose arrow runs to the event that says it: an arrow runs from what came first to what followed."""

WORD_HEIGHT = 15.0
WORD_PADDING = 3.0
TITLE_WIDTHS: Final = (170.0, 90.0, 0.0)
"""Pixels that the title of an event without a sign may have, the first that finds room."""

GAP = 2.0
"""Pixels between a sign and the end of an arc."""

BOW = 11.0
"""Pixels by which an upright arc bows to the side."""

SHARES: Final = (0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73, 0.2, 0.8)
"""Where along its arc a word may stand, the best place first."""

ASIDE: Final = (0.0, -9.0, 9.0, -18.0, 18.0, -27.0, 27.0, -36.0, 36.0, -45.0, 45.0, -54.0, 54.0)
"""Pixels by which a word may stand above or below its arc, the best first."""

INWARD: Final = (0.0, 30.0, 60.0, 100.0, 150.0)
"""Pixels from the edge of the plot at which the words for what is out of view may stand."""

AROUND: Final = sorted(
    ((20.0 * x, 8.0 * y) for x in range(-14, 15) for y in range(-14, 15)),
    key=lambda aside: hypot(aside[0], 2 * aside[1]),
)
"""Where the count of what is not drawn may stand, in pixels from the selected event."""

_Curve = tuple[Point, Point, Point, Point]


def place_arcs(  # noqa: PLR0917 the order in which a picture is described
    scene: Scene, columns: Columns, viewport: Viewport, ties: Ties, metrics: Metrics, measure: Measure
) -> tuple[Arc, ...]:
    """Return the arcs of `ties` in the picture `scene` of `viewport`; none where the selected one is out.

    An arc to an event that is folded ends at its count or pip, one to an event out of view at the edge of
    the plot; both say its title. An arc whose words find no room is not drawn: the last arc counts them.
    """
    signs = _signs(scene, {ties.selected, *(tie.event for tie in ties.drawn)}, metrics.mark)
    here = signs.get(ties.selected)
    if here is None or not (ties.drawn or ties.more or ties.absent):
        return ()
    placer = _ArcPlacer(scene, columns, Scale(viewport, scene.plot.width, scene.plot.x), metrics, measure)
    drawn, more = [], ties.more
    for tied in placer.together(ties.drawn, signs):
        arc = placer.arc(here, tied)
        if arc is None:
            more += tied.number
        else:
            drawn.append(arc)
    note = placer.note(here, more, ties.absent)
    return (*drawn, note) if note is not None else tuple(drawn)


class _Words(NamedTuple):
    """The type of a relation, all the words of its arc, and their width with some ground on both sides."""

    word: str
    text: str
    width: float


class _Tied(NamedTuple):
    """What an arc runs to: a sign or a fold `there`, None for out of view; `number` ties share the arc."""

    tie: RowTie
    there: Rect | None
    folded: bool = False
    number: int = 1


class _ArcPlacer:
    """One picture while arcs are placed in it."""

    def __init__(
        self, scene: Scene, columns: Columns, scale: Scale, metrics: Metrics, measure: Measure
    ) -> None:
        self._scene = scene
        self._columns = columns
        self._scale = scale
        self._measure = measure
        self._room = FreeRoom(scene, _lanes_box(scene), metrics.mark)

    def together(self, ties: Iterable[RowTie], signs: Mapping[int, Rect]) -> list[_Tied]:
        """Return what each tie runs to; those of one kind that run to one count share an arc."""
        tied: dict[tuple[object, ...], _Tied] = {}
        viewport = self._scale.viewport
        for tie in ties:
            sign = signs.get(tie.event)
            start, end = self._columns.start[tie.event], self._columns.end[tie.event]
            if sign is not None:
                tied[tie.event,] = _Tied(tie, sign)
            elif end <= viewport.start or start >= viewport.end:
                tied[tie.event,] = _Tied(tie, None)
            else:
                fold = self._fold(tie)
                key = (tie.kind, tie.outward, fold)
                tied[key] = _Tied(tie, fold, folded=True, number=tied[key].number + 1 if key in tied else 1)
        return list(tied.values())

    def arc(self, here: Rect, tied: _Tied) -> Arc | None:
        """Return an arc from the selected sign; None where its words find no room."""
        if tied.there is None:
            return self._beyond(here, tied.tie)
        titles = TITLE_WIDTHS if tied.folded else (0.0,)
        after = f"  +{tied.number - 1}" if tied.number > 1 else ""
        curve = _curve(here, tied.there)
        arcs = (self._between(curve, tied.tie, self._words(tied.tie, width, after=after)) for width in titles)
        return next((arc for arc in arcs if arc is not None), None)

    def note(self, here: Rect, more: int, absent: int) -> Arc | None:
        """Return the count of what is not drawn near the selected sign, None where everything is drawn."""
        parts = [f"+{more} more"] * (more > 0) + [f"{absent} undated or filtered out"] * (absent > 0)
        if not parts:
            return None
        text = ", ".join(parts)
        words = _Words("", text, self._measure(text, "date") + 2 * WORD_PADDING)
        middle = _middle(here)
        box = self._room.take(
            [middle.x + x for x, _ in AROUND], [middle.y + y for _, y in AROUND], words.width, WORD_HEIGHT
        )
        if box is None:
            return None
        return Arc("", None, (middle, middle, middle, middle), False, words.word, words.text, box)

    def _words(self, tie: RowTie, title_width: float, before: str = "", after: str = "") -> _Words:
        word = WORDS.get((tie.kind, tie.outward), tie.kind)
        title = cut(self._columns.titles[tie.event], title_width, "date", self._measure)
        text = f"{before}{word}  {title}{after}" if title else f"{before}{word}{after}"
        return _Words(word, text, self._measure(text, "date") + 2 * WORD_PADDING)

    def _between(self, curve: _Curve, tie: RowTie, words: _Words) -> Arc | None:
        at = [_on(curve, share) for share in SHARES]
        beside = words.width / 2 + 4
        xs = [point.x for point in at] + [point.x + side for side in (beside, -beside) for point in at]
        ys = [point.y for point in at] * 3
        xs += [point.x for _ in ASIDE[1:] for point in at]
        ys += [point.y + aside for aside in ASIDE[1:] for point in at]
        box = self._room.take(xs, ys, words.width, WORD_HEIGHT)
        return None if box is None else self._arc(tie, curve, words, box)

    def _beyond(self, here: Rect, tie: RowTie) -> Arc | None:
        plot = self._scene.plot
        left = self._columns.end[tie.event] <= self._scale.viewport.start
        words = self._words(tie, TITLE_WIDTHS[0], before="‹ " if left else "", after="" if left else " ›")
        lane = self._lane(tie.event)
        base = lane.y + lane.height / 2
        steps = int(plot.height // 8)
        heights = sorted((plot.y + 8.0 * step for step in range(1, steps)), key=lambda y: abs(y - base))
        edge = plot.x + 4 + words.width / 2 if left else plot.right - 4 - words.width / 2
        inward = INWARD if left else tuple(-far for far in INWARD)
        xs = [edge + far for far in inward for _ in heights]
        box = self._room.take(xs, heights * len(inward), words.width, WORD_HEIGHT)
        if box is None:
            return None
        end = Point(box.right + GAP if left else box.x - GAP, box.y + box.height / 2)
        return self._arc(tie, _level_curve(here, end), words, box, beyond=True)

    def _arc(self, tie: RowTie, curve: _Curve, words: _Words, box: Rect, *, beyond: bool = False) -> Arc:
        to_other = tie.outward != (tie.kind in BACKWARD)
        return Arc(tie.kind, tie.event, curve, to_other, words.word, words.text, box, beyond)

    def _fold(self, tie: RowTie) -> Rect:
        """Return the pip or count that an event without a sign has become: the nearest of its lane."""
        lane = int(self._columns.lane[tie.event])
        plot = self._scene.plot
        x = min(max(self._scale.pixel(tie.day), plot.x), plot.right)
        pips = [
            Rect(pip.x - 1, pip.top, 2, pip.bottom - pip.top)
            for pip in self._scene.pips
            if pip.lane == lane and abs(pip.x - x) <= 1
        ]
        folds = [fold.box for fold in self._scene.folds if fold.lane == lane]
        strip = self._lane(tie.event)
        return min(
            pips or folds,
            key=lambda box: max(box.x - x, x - box.right, 0.0),
            default=Rect(x - 1, strip.bottom - 2, 2, 2),
        )

    def _lane(self, row: int) -> Rect:
        lane = int(self._columns.lane[row])
        return next((header.box for header in self._scene.headers if header.lane == lane), self._scene.plot)


def _lanes_box(scene: Scene) -> Rect:
    """Return the plot without the titles of eras above the lanes."""
    plot = scene.plot
    top = max(min((header.box.y for header in scene.headers), default=plot.y), plot.y)
    return Rect(plot.x, top, plot.width, plot.bottom - top)


def _signs(scene: Scene, rows: set[int], mark: float) -> dict[int, Rect]:
    """Return what stands in the plot of each row's mark or bar."""
    plot = scene.plot
    signs = {
        found.event: Rect(found.x - mark / 2, found.y - mark / 2, mark, mark)
        for found in scene.marks
        if found.event in rows and plot.x <= found.x <= plot.right
    }
    for bar in scene.bars:
        if bar.event in rows:
            left, right = max(bar.box.x, plot.x), min(bar.box.right, plot.right)
            if right > left:
                signs[bar.event] = Rect(left, bar.box.y, right - left, bar.box.height)
    return signs


def _curve(here: Rect, there: Rect) -> _Curve:
    """Return an arc from one sign to another: over them in one row, else from edge to edge."""
    start_x, end_x = _ends(here, there)
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
    bow = BOW if abs(across) < BOW else 0.0
    reach = max(abs(end.y - start.y) * 0.5, 12) * (-1 if up else 1)
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


def _ends(here: Rect, there: Rect) -> tuple[float, float]:
    """Return where an arc leaves and arrives: above each other where the signs are, else at the near ends."""
    left, right = max(here.x, there.x), min(here.right, there.right)
    if left <= right:
        return (left + right) / 2, (left + right) / 2
    inset_here, inset_there = min(here.width / 2, 5), min(there.width / 2, 5)
    if there.x > here.x:
        return here.right - inset_here, there.x + inset_there
    return here.x + inset_here, there.right - inset_there


def _on(curve: _Curve, share: float) -> Point:
    """Return the point of a curve at a share of its parameter."""
    rest = 1 - share
    weights = (rest**3, 3 * rest**2 * share, 3 * rest * share**2, share**3)
    return Point(
        sum(weight * point.x for weight, point in zip(weights, curve, strict=True)),
        sum(weight * point.y for weight, point in zip(weights, curve, strict=True)),
    )


def _middle(box: Rect) -> Point:
    return Point(box.x + box.width / 2, box.y + box.height / 2)


def arc_at(arcs: Iterable[Arc], x: float, y: float) -> Arc | None:
    """Return the arc on whose words a point lies."""
    return next((arc for arc in arcs if arc.event is not None and arc.box.contains(x, y)), None)
