"""Making ready, between two frames, what a movement will show next: rows, and pictures of words."""

from collections.abc import Iterator, Sequence

from viewer.render.paint import tick_type
from viewer.render.raster import kept_for
from viewer.render.theme import Theme
from viewer.render.titles import TitleInks
from viewer.timeline.place import Placer
from viewer.timeline.rows.layout import Part
from viewer.timeline.scene import Scene
from viewer.timeline.viewport import Viewport

WORDS = 16
"""Pictures of words made at a time: together less than a millisecond or two."""


def work_ahead(
    placer: Placer,
    viewport: Viewport,
    width: float,
    height: float,
    *,
    theme: Theme,
    ratio: float,
    pinned: frozenset[int] = frozenset(),
    seen: Sequence[Part] | None = None,
) -> Iterator[None]:
    """Make ready a picture of `viewport`, `width` by `height` pixels of `ratio` device pixels.

    Ask for the next of the iterator whenever there is time: each does a little.
    """
    scene = yield from placer.prepare(viewport, width, height, pinned, seen)
    if scene is not None:
        _foresee(scene, theme, ratio)
    yield from _foreseen(theme)


def words_ahead(scene: Scene, theme: Theme, ratio: float) -> Iterator[None]:
    """Make pictures of the words of a scene that will soon be drawn, some for each step of the iterator."""
    _foresee(scene, theme, ratio)
    yield from _foreseen(theme)


def _foreseen(theme: Theme) -> Iterator[None]:
    words = kept_for(theme).words
    while words.work(WORDS):
        yield


def _foresee(scene: Scene, theme: Theme, ratio: float) -> None:
    kept, inks = kept_for(theme), TitleInks(theme)
    words = kept.words
    for line in kept.titles.lines(scene.labels, inks, ratio):
        words.foresee(line)
    for tick in scene.tick_labels:
        role, colour = tick_type(tick)
        words.foresee(words.line(tick.text, role, theme.color(colour), ratio))
