"""Making ready, between two frames, what a movement will show next: rows, and pictures of words."""

from collections.abc import Iterator

from viewer.render.lines import Line
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
        yield from words_ahead(scene, theme, ratio)
    words = kept_for(theme).words
    while words.work(WORDS):
        yield


def words_ahead(scene: Scene, theme: Theme, ratio: float) -> Iterator[None]:
    """Make pictures of the words of a scene that will soon be drawn, some for each step of the iterator.

    It ends, whatever else is painted meanwhile, and however many more words that needs.
    """
    lines = _lines(scene, theme, ratio)
    words = kept_for(theme).words
    for first in range(0, len(lines), WORDS):
        some = lines[first : first + WORDS]
        for line in some:
            words.foresee(line)
        words.work(len(some))
        yield


def _lines(scene: Scene, theme: Theme, ratio: float) -> list[Line]:
    kept, inks = kept_for(theme), TitleInks(theme)
    words = kept.words
    ticks = ((tick.text, *tick_type(tick)) for tick in scene.tick_labels)
    return [
        *kept.titles.lines(scene.labels, inks, ratio),
        *(words.line(text, role, theme.color(colour), ratio) for text, role, colour in ticks),
        *(words.line(fold.text, "count", inks.secondary, ratio) for fold in scene.folds),
    ]
