"""Every measurement of the bench, each in processes of its own."""

import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import Any

from tests.bench.folder import write_folder
from tests.bench.fresh import fresh
from tests.bench.generator import seeded
from tests.bench.script import LEG, spread
from tests.xserver import display, there_is_one
from viewer.model.dates import parse_edtf

ORDINARY = (
    "1917", "1917-10", "1917-10-25", "1904/1905", "1900~", "1928-01-21/1928-01-31", "1920-24", "1915-09-05",
)  # fmt: skip
STARTS = 5

Figures = dict[str, Any]


def frames(count: int, scale: int, leg: int = LEG, *words: str) -> Figures:
    """Return the spreads of layout, paint and frame in milliseconds, the index, and the median picture.

    "between" is what is done ahead after a frame, while the program waits for the next: no part of "frame".
    """
    run = fresh("frames", count, scale, leg, *words)
    whole = [layout + paint for layout, paint in zip(run["layout"], run["paint"], strict=True)]
    drawn = run["drawn"]
    return {
        "layout": spread(run["layout"]),
        "paint": spread(run["paint"]),
        "frame": spread(whole),
        "between": spread(run["between"]),
        "frames": len(whole),
        "index": run["index"],
        "first": run["first"],
        "drawn": {name: median(picture[name] for picture in drawn) for name in drawn[0]},
        "most": {name: max(picture[name] for picture in drawn) for name in drawn[0]},
    }


def on_screen(count: int, leg: int = LEG, *words: str) -> Figures:
    """Return the spreads of frames through the widget, offscreen and where possible on a real X server."""
    offscreen = fresh("on_screen", count, leg, *words)
    result: Figures = {"offscreen": spread(offscreen["frames"]), "resident": offscreen["resident"]}
    if there_is_one():
        with display() as environment:
            on_x = fresh("on_screen", count, leg, *words, environment=environment)
        result["x server"] = spread(on_x["frames"])
        result["ratio"] = median(on_x["frames"]) / median(offscreen["frames"])
    return result


def opening(count: int) -> Figures:
    """Return the seconds from the start to the painted timeline: read from YAML, and once more; MiB then.

    The program was started before, so that its modules are compiled.
    """
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "collection"
        write_folder(seeded(count), folder)
        homes = dict.fromkeys(("XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"), place)
        fresh("start", environment=homes | {"XDG_CACHE_HOME": str(Path(place) / "other")})
        first, again = (fresh("start", folder, environment=homes) for _ in range(2))
    return {
        "first": first["full"],
        "first peak": first["peak"],
        "again": again["full"],
        "resident": again["resident"],
        "peak": again["peak"],
    }


def starts() -> Figures:
    """Return the medians of five starts with the bundled collection, after one to warm up."""
    with tempfile.TemporaryDirectory() as place:
        homes = dict.fromkeys(("XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"), place)
        runs = [fresh("start", environment=homes) for _ in range(STARTS + 1)][1:]
    return {name: median(run[name] for run in runs) for name in runs[0]}


def dates() -> float:
    """Return how many dates are parsed a second."""
    begun = time.perf_counter()
    count = 5000
    for _ in range(count):
        for text in ORDINARY:
            parse_edtf(text)
    return count * len(ORDINARY) / (time.perf_counter() - begun)


def growth(
    alone: dict[int, dict[int, Figures]], counts: Sequence[int], leg: int = LEG, *words: str
) -> dict[int, dict[int, float]]:
    """Return by number of events and scale how many times a frame of the fewest events the same frame costs.

    All others of `counts` lie elsewhere in time. `alone` are the figures of the fewest and of all others as
    they are; the ratio is that of medians.
    """
    few, *more = sorted(counts)
    return {
        count: {
            scale: frames(few, scale, leg, *words, f"others={count - few}")["frame"][0] / figures["frame"][0]
            for scale, figures in alone[few].items()
        }
        for count in more
    }
