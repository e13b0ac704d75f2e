"""The collection's tours in the Go menu, and the commands of a walk beside them."""

from collections.abc import Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from viewer.ui.plain_text import button_text
from viewer.ui.tours.tours import Tours

TITLE = 80
"""Characters of a tour's title in the menu."""

COMMANDS = ("next_step", "previous_step", "leave_tour")


class TourMenu(QObject):
    """A submenu with every tour; it and the commands are hidden where the collection has none.

    `actions` are those of the window by id; raises KeyError where one of COMMANDS is missing.
    """

    def __init__(self, menu: QMenu, actions: Mapping[str, QAction], tours: Tours) -> None:
        super().__init__(menu)
        self._tours = tours
        self._commands = tuple(actions[command] for command in COMMANDS)
        self.menu = QMenu("Tours", menu)
        menu.insertMenu(self._commands[0], self.menu)
        tours.offer_changed.connect(self._fill)
        tours.walk_changed.connect(self._allow)
        self._fill()
        self._allow()

    def _fill(self) -> None:
        self.menu.clear()
        offered = self._tours.offered()
        for tour in offered:
            action = self.menu.addAction(button_text(tour.title.best(), TITLE))
            action.triggered.connect(lambda _checked=False, tour_id=tour.id: self._tours.begin(tour_id))
        for action in (self.menu.menuAction(), *self._commands):
            action.setVisible(bool(offered))

    def _allow(self) -> None:
        for command in self._commands:
            command.setEnabled(self._tours.tour is not None)
