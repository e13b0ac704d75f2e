"""Quiet words in the middle of a timeline that has nothing to show."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from viewer.render.fonts import font
from viewer.timeline.scene import Scene

WIDEST = 460
BESIDE = 24
"""Pixels at each side at least."""


class Notice(QLabel):
    """Lies over the plot; the pointer acts on the timeline beneath."""

    def __init__(self, timeline: QWidget) -> None:
        super().__init__(timeline)
        self._timeline = timeline
        self._words = ""
        self.setObjectName("notice")
        self.setFont(font("interface"))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def say(self, words: str) -> None:
        """Say this from the next scene on; "" says nothing."""
        self._words = words
        if not words:
            self.hide()

    def take_scene(self, scene: Scene) -> None:
        """Stand in the middle of the plot that is to be seen; of several lines, those that have room."""
        if not self._words:
            return
        left, top = round(scene.plot.x), round(scene.plot.y)
        width = self._timeline.width() - left
        room = min(round(scene.plot.bottom), self._timeline.height()) - top
        self._fit(min(WIDEST, width - 2 * BESIDE), room)
        self.move(left + (width - self.width()) // 2, top + max((room - self.height()) // 2, 0))
        self.show()

    def _fit(self, width: int, room: int) -> None:
        lines = self._words.split("\n")
        for count in range(len(lines), 0, -1):
            self.setText("\n".join(lines[:count]))
            height = self.heightForWidth(width)
            if height <= room:
                break
        self.resize(width, height)
