"""The choice of the axis's language, in the View menu."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from viewer.timeline.axis.languages import AXIS_LANGUAGES


class AxisMenu(QObject):
    """Emits `language_requested` (a key of AXIS_LANGUAGES) when the user chooses; each is named in itself."""

    language_requested = Signal(str)

    def __init__(self, menu: QMenu) -> None:
        super().__init__(menu)
        languages = menu.addMenu("Words of the axis")
        group = QActionGroup(self)
        self._actions = {}
        for tag, words in AXIS_LANGUAGES.items():
            action = languages.addAction(words.name)
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(lambda _checked=False, tag=tag: self.language_requested.emit(tag))
            self._actions[tag] = action

    def choose(self, tag: str) -> None:
        """Show a language as chosen, without asking for it."""
        self._actions[tag].setChecked(True)
