"""From the start of the program to the first painted timeline.

`python3 -m tests.bench.start [FOLDER]` runs the real window and prints one JSON object: seconds to the first painted
window, seconds to the first painted timeline, and MiB.
"""

import gc
import json
import os
import sys
import time
from pathlib import Path


def main(folder: Path | None) -> None:
    """Show the window, and end the program with what it took once there are events in the picture."""
    begun = time.perf_counter()
    from PySide6.QtGui import QPaintEvent

    from viewer.app import window
    from viewer.ui.timeline.view import TimelineView

    paint = TimelineView.paintEvent
    painted: list[float] = []

    def watched(view: TimelineView, event: QPaintEvent) -> None:
        paint(view, event)
        painted.append(time.perf_counter() - begun)
        if view.columns is not None:
            from tests.bench.memory import memory

            print(json.dumps({"empty": painted[0], "full": painted[-1], **memory()}), flush=True)
            os._exit(0)

    setattr(TimelineView, "paintEvent", watched)  # noqa: B010 a method is no variable to mypy
    window.run(folder)


if __name__ == "__main__":
    gc.disable()  # as the program does before it imports anything
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    given = Path(sys.argv[1]) if sys.argv[1:] else None
    sys.argv = ["attested"]
    main(given)
