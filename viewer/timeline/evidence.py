"""The strip of evidence: what each source says of the selected event's date, and how far they differ."""

from collections.abc import Sequence
from dataclasses import dataclass

from viewer.model.dates import HistoricalDate
from viewer.model.wording import short
from viewer.timeline.columns import UNBOUNDED, span_of
from viewer.timeline.ellipsis import cut
from viewer.timeline.folding.warp import UNFOLDED, Warp
from viewer.timeline.highlight import Ghost
from viewer.timeline.metrics import Measure
from viewer.timeline.rect import Rect
from viewer.timeline.scale import Scale
from viewer.timeline.scene import Scene
from viewer.timeline.viewport import Viewport

LEAST_GHOST = 5.0
"""Pixels: a date narrower than this is drawn so wide."""

GAP = 6.0
"""Pixels between a ghost and its words, and between neighbours in a row."""

MOST_ROW = 13.5
"""Pixels: the height of a row of evidence."""

BRACKET = 5.0
"""Pixels: the height of the bracket below the ghosts."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What one source says of a date; `source` is its short title, `colour` one of COLOURS."""

    source: str
    colour: str
    date: HistoricalDate


def place_evidence(
    scene: Scene, viewport: Viewport, claims: Sequence[Claim], measure: Measure, warp: Warp = UNFOLDED
) -> tuple[tuple[Ghost, ...], Rect | None]:
    """Return a ghost for each claim and a bracket over all their dates, None where they do not differ.

    Ghosts stand in `scene.evidence`, to scale, the earliest first, each with its source and words
    ("Czech text  Feb 1929") beside it; words stay within the plot even where the date does not. A claim
    that finds no row free has no words of its own. `warp` folds time as the scene has it folded.
    """
    strip = scene.evidence
    if not claims or strip.height <= 0:
        return (), None
    scale = Scale(viewport, strip.width, strip.x)
    spans = [_outer(claim.date, warp) for claim in claims]
    count = max(int((strip.height - BRACKET) / MOST_ROW), 1)
    rows = _Rows(strip, count, measure, warp)
    order = sorted(range(len(claims)), key=lambda at: spans[at])
    ghosts = tuple(rows.ghost(claims[at], scale) for at in order)
    return ghosts, _bracket(scale, strip, spans)


def _outer(date: HistoricalDate, warp: Warp) -> tuple[float, float]:
    start, _, _, end = span_of(date)
    return warp.forward(float(start)), warp.forward(float(end))


def _bracket(scale: Scale, strip: Rect, spans: Sequence[tuple[float, float]]) -> Rect | None:
    if len(set(spans)) < 2:
        return None
    left = _clipped(scale.pixel(min(start for start, _ in spans)), strip)
    right = _clipped(scale.pixel(max(end for _, end in spans)), strip)
    if right - left < LEAST_GHOST:
        left, right = (left + right - LEAST_GHOST) / 2, (left + right + LEAST_GHOST) / 2
    return Rect(left, strip.bottom - BRACKET, right - left, BRACKET)


def _clipped(x: float, strip: Rect) -> float:
    return min(max(x, strip.x - LEAST_GHOST), strip.right + LEAST_GHOST)


class _Rows:
    """The rows of the strip while they are being filled."""

    def __init__(self, strip: Rect, count: int, measure: Measure, warp: Warp) -> None:
        self._strip = strip
        self._warp = warp
        self._measure = measure
        self._taken: list[list[tuple[float, float]]] = [[] for _ in range(count)]

    def ghost(self, claim: Claim, scale: Scale) -> Ghost:
        """Return a claim's ghost in the first row where it and its words are free."""
        left, right = self._stretch(claim, scale)
        text = short(claim.date)
        width = self._measure(f"{claim.source}  {text}", "date")
        if width > self._strip.width:
            text = cut(
                text, self._strip.width - self._measure(f"{claim.source}  ", "date"), "date", self._measure
            )
            width = self._measure(f"{claim.source}  {text}", "date") if text else 0.0
        label_x = self._label_x(left, right, width)
        taken = (min(left, label_x), max(right, label_x + width))
        for row, others in enumerate(self._taken):
            if all(taken[1] + GAP <= other[0] or other[1] + GAP <= taken[0] for other in others):
                others.append(taken)
                return self._record(claim, row, (left, right), label_x, text)
        return self._record(claim, len(self._taken) - 1, (left, right), label_x, "")

    def _stretch(self, claim: Claim, scale: Scale) -> tuple[float, float]:
        start, end = _outer(claim.date, self._warp)
        left, right = _clipped(scale.pixel(start), self._strip), _clipped(scale.pixel(end), self._strip)
        if right - left < LEAST_GHOST and start > -UNBOUNDED and end < UNBOUNDED:
            middle = (left + right) / 2
            left, right = middle - LEAST_GHOST / 2, middle + LEAST_GHOST / 2
        return left, right

    def _label_x(self, left: float, right: float, width: float) -> float:
        """Return where the words begin: behind the ghost, else before it, else within the strip."""
        strip = self._strip
        if right + GAP + width <= strip.right:
            return max(right + GAP, strip.x)
        if left - GAP - width >= strip.x:
            return min(left - GAP - width, strip.right - width)
        return max(strip.right - GAP - width, strip.x)

    def _record(
        self, claim: Claim, row: int, stretch: tuple[float, float], label_x: float, text: str
    ) -> Ghost:
        height = min(MOST_ROW, self._strip.height)
        box = Rect(
            stretch[0], self._strip.y + row * height + 2.0, stretch[1] - stretch[0], max(height - 4.0, 0.0)
        )
        return Ghost(box, label_x, text, claim.source, claim.colour)
