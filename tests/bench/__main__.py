"""Print the table: dates a second, opening, frames, start and memory, all in one run."""

import argparse
import json
import os
import subprocess
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QGuiApplication

from tests.bench.frames import frames
from viewer.loading.load import load_collection
from viewer.model.dates import parse_edtf
from viewer.render.fonts import register_fonts
from viewer.resources import bundled_collection

ORDINARY = (
    "1917",
    "1917-10",
    "1917-10-25",
    "1904/1905",
    "1900~",
    "1928-01-21/1928-01-31",
    "1920-24",
    "1915-09-05",
)
START = """
import gc
gc.disable()
import os, sys, time
begun = time.perf_counter()
sys.argv = ["attested"]
import viewer.app.window as window
from viewer.ui.timeline_view import TimelineView
paint = TimelineView.paintEvent
first = []
def painted(view, event):
    paint(view, event)
    first.append(time.perf_counter() - begun)
    if view.columns is not None:
        pages = int(open("/proc/self/statm").read().split()[1]) if os.path.exists("/proc/self/statm") else 0
        print(first[0], first[-1], pages * 4096 / 2**20, flush=True)
        os._exit(0)
TimelineView.paintEvent = painted
window.run(None)
"""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python3 -m tests.bench", description=__doc__)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    as_json = parser.parse_args().json
    application = QGuiApplication(sys.argv[:1])
    register_fonts()
    results = measured()
    del application
    if as_json:
        print(json.dumps(results, indent=1))
    else:
        for name, value in results.items():
            print(f"{name:<44} {value}")


def measured() -> dict[str, str]:
    """Return every figure with its unit."""
    begun = time.perf_counter()
    loaded = load_collection(bundled_collection())
    opening = time.perf_counter() - begun
    collection = loaded.collection
    if collection is None:
        raise SystemExit("\n".join(map(str, loaded.problems)))
    results = {
        "dates parsed a second": f"{_dates():,.0f}",
        "opening the bundled collection": f"{opening:.2f} s",
    }
    for scale in (1, 2):
        for part, times in frames(collection, scale).items():
            words = " / ".join(f"{value:.1f}" for value in times)
            results[f"{part} at {scale}x, median / p95 / p99"] = f"{words} ms"
    empty, full, memory = _start()
    results["start to the first painted window"] = f"{empty:.2f} s"
    results["start to the first painted timeline"] = f"{full:.2f} s"
    results["memory then"] = f"{memory:.0f} MiB"
    return results


def _dates() -> float:
    begun = time.perf_counter()
    count = 5000
    for _ in range(count):
        for text in ORDINARY:
            parse_edtf(text)
    return count * len(ORDINARY) / (time.perf_counter() - begun)


def _start() -> tuple[float, float, float]:
    """Return the medians of five starts, after one to warm up."""
    runs = []
    for _ in range(6):
        run = subprocess.run(
            [sys.executable, "-c", START],
            capture_output=True,
            text=True,
            check=True,
            cwd=Path(__file__).parents[2],
        )
        runs.append(tuple(float(word) for word in run.stdout.split()))
    columns = [sorted(column) for column in zip(*runs[1:], strict=True)]
    return columns[0][2], columns[1][2], columns[2][2]


if __name__ == "__main__":
    main()
