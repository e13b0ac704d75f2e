"""Making ready, between two frames, what a movement will show next: rows, and pictures of words."""

from collections.abc import Iterator

from viewer.render.paint import tick_type
from viewer.render.raster import kept_for
from viewer.render.theme import Theme
from viewer.render.titles import TitleInks
from viewer.timeline.place import Placer
from viewer.timeline.scene import Scene
from viewer.timeline.sight import Sight

WORDS = 16
"""Pictures of words made at a time: together less than a millisecond or two."""


def work_ahead(placer: Placer, sight: Sight, theme: Theme, ratio: float) -> Iterator[None]:
    """Make ready a picture that is asked for, of `ratio` device pixels for a pixel.

    Ask for the next of the iterator whenever there is time: each does a little.
    """
    scene = yield from placer.prepare(sight)
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
