"""Measure frames, opening, start and memory with collections of any size, all in one run."""

import argparse
import json
import sys

from tests.bench import measuring, table
from tests.bench.script import LEG

EVENTS = (1_000, 10_000, 100_000, 1_000_000)
OPENED = (10_000, 100_000)
MOST_OPENED = 1_000_000


def main() -> None:
    """Measure and print."""
    chosen = _arguments()
    results = measured(chosen)
    if chosen.json:
        print(json.dumps(results, indent=1))
    else:
        for line in (table.markdown if chosen.markdown else table.plain)(results):
            print(line)


def measured(chosen: argparse.Namespace) -> measuring.Figures:
    """Return the figures; `chosen` is what was typed."""
    counts, words = chosen.events, ("cpu",) if chosen.cpu else ()
    results: measuring.Figures = {"frames": {}}
    for count in (0, *counts):
        results["frames"][count] = {}
        for scale in (1, 2):
            _tell(f"frames of {count:,} events at {scale}x")
            results["frames"][count][scale] = measuring.frames(count, scale, chosen.leg, *words)
    _tell(f"the pictures of {min(counts):,} events with others elsewhere")
    results["growth"] = measuring.growth(results["frames"], counts, chosen.leg, *words)
    if chosen.only_frames:
        return results
    most = max(counts)
    _tell(f"the widget with {most:,} events")
    results["on screen"] = {most: measuring.on_screen(most, chosen.leg, *words)}
    results["opening"] = {}
    for count in (*OPENED, *((MOST_OPENED,) if chosen.all else ())):
        _tell(f"opening {count:,} events")
        results["opening"][count] = measuring.opening(count)
    _tell("starts")
    results["start"] = measuring.starts()
    results["dates"] = measuring.dates()
    return results


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python3 -m tests.bench", description=__doc__)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--markdown", action="store_true", help="print the tables of the README")
    parser.add_argument(
        "--events",
        type=lambda text: tuple(int(word) for word in text.split(",")),
        default=EVENTS,
        help="sizes of the collections, with commas between (1000,10000)",
    )
    parser.add_argument("--leg", type=int, default=LEG, help="frames in, along and out (%(default)s)")
    parser.add_argument("--cpu", action="store_true", help="time of the processor instead of the clock's")
    parser.add_argument(
        "--only-frames", action="store_true", help="neither opening nor starts nor the widget"
    )
    parser.add_argument("--all", action="store_true", help="open a million events too, which takes minutes")
    return parser.parse_args()


def _tell(words: str) -> None:
    print(f"{words} ...", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
