"""Writing a picture beside the window, which goes on meanwhile."""

import threading
from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, Signal

if TYPE_CHECKING:
    from viewer.render.export import Exported


class Exporting(QThread):
    """Takes the steps of one export to `target`.

    At its end there is a `result`, or an `error`, or it was stopped and wrote nothing. Emits `step` with what
    comes next, in words.
    """

    step = Signal(str)

    def __init__(self, steps: Generator[str, None, "Exported"], target: Path, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("exporting")  # see session/opening.py
        self.target = target
        self.result: Exported | None = None
        self.error: Exception | None = None
        self._steps = steps
        self._stop = threading.Event()

    def stop(self) -> None:
        """Ask the worker to stop before its next step: nothing is written then."""
        self._stop.set()

    def run(self) -> None:
        """Export; called by QThread in the worker."""
        try:
            while not self._stop.is_set():
                self.step.emit(next(self._steps))
        except StopIteration as done:
            self.result = done.value
        except Exception as error:  # told by the window
            self.error = error
        finally:
            self._steps.close()
