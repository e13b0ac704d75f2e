"""The choice of a theme, in the View menu."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

NAMES = {"auto": "As the desktop", "light": "Light", "dark": "Dark", "contrast": "High contrast"}


class ThemeMenu(QObject):
    """Emits `theme_requested` (a key of NAMES) when the user chooses."""

    theme_requested = Signal(str)

    def __init__(self, menu: QMenu) -> None:
        super().__init__(menu)
        menu.addSeparator()
        themes = menu.addMenu("Theme")
        group = QActionGroup(self)
        self._actions = {}
        for name, words in NAMES.items():
            action = themes.addAction(words)
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(lambda _checked=False, name=name: self.theme_requested.emit(name))
            self._actions[name] = action

    def choose(self, name: str) -> None:
        """Show `name` as chosen, without asking for it."""
        self._actions[name].setChecked(True)
