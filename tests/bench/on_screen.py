"""The same frames through the real widget, and the memory of the process that shows them.

`python3 -m tests.bench.on_screen EVENTS FRAMES-A-LEG [cpu]` prints one JSON object; the platform is Qt's to choose.
"""

import json
import os
import sys
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from tests.bench.data import arranged, data, settled
from tests.bench.frames import BETWEEN
from tests.bench.generator import DENSEST
from tests.bench.memory import memory
from tests.bench.script import HEIGHT, WIDTH, script
from viewer.render.fonts import register_fonts
from viewer.render.theme import load_theme
from viewer.timeline.movement.fit import fit_all
from viewer.ui.timeline.view import TimelineView


def main() -> None:
    """Show the widget and drive it: a frame has reached the screen when the window system says so.

    The first picture, which ends the opening of a file, is no frame, as in tests/bench/frames.py.
    """
    count, leg = (int(word) for word in sys.argv[1:3])
    clock = time.process_time if "cpu" in sys.argv else time.perf_counter
    application = QApplication(sys.argv[:1])
    register_fonts()
    view = TimelineView(load_theme("light"))
    troubles: list[str] = []
    view.failed.connect(troubles.append)
    view.setFixedSize(WIDTH, HEIGHT)
    # Work ahead is done between frames below, and gliding rows are painted by them: the window system's turn,
    # which sync() takes on X alone, must not do either within a frame.
    for timer in view.findChildren(QTimer):
        timer.blockSignals(True)
    with settled():
        columns, lanes, _ = data(count)
        view.set_events(columns, arranged(lanes), ())
        view.set_viewport(fit_all(columns))
    view.show()
    application.processEvents()
    whole, frames = fit_all(columns), []
    for viewport in (whole, *script(whole, DENSEST, leg)):
        begun = clock()
        view.set_viewport(viewport)
        view.scene()  # a frame is timed whole: by itself, a view may make one ready bit by bit
        view.repaint()
        QGuiApplication.sync()
        frames.append((clock() - begun) * 1000)
        while (clock() - begun) * 1000 < frames[-1] + BETWEEN and view.work_ahead.work():
            pass
    if troubles:
        raise SystemExit(troubles[0])
    print(json.dumps({"frames": frames[1:], **memory()}))


if __name__ == "__main__":
    main()
