"""What can be done with a lane, as a menu on its name."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from viewer.timeline.lanes.lane import ArrangedLane
from viewer.ui.lanes.commands import LaneCommands
from viewer.ui.plain_text import button_text

NAME = 50
"""Characters of a lane's name in the menu."""

MOST = 30
"""Hidden lanes listed at most; the lanes' page has them all."""


def lane_menu(lane: ArrangedLane, do: LaneCommands, arrange: QAction, parent: QWidget) -> QMenu:
    """Return the menu of a lane; `arrange` leads to the page of all lanes. It is gone when it closes."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    path = lane.path

    def add(words: str, run: Callable[[], object], *, enabled: bool = True) -> None:
        action = menu.addAction(words)
        action.triggered.connect(lambda _checked=False: run())
        action.setEnabled(enabled)

    menu.addAction(button_text(lane.title.best(), NAME)).setEnabled(False)
    menu.addSeparator()
    alone = do.is_alone(path)
    add("Show all lanes" if alone else "Show alone", lambda: do.isolate(path))
    add("Hide", lambda: do.hide(path, hidden=True))
    add("Unpin" if do.is_pinned(path) else "Pin to the top", lambda: do.pin(path))
    if lane.is_group:
        add("Open" if lane.collapsed else "Collapse", lambda: do.fold(path))
    menu.addSeparator()
    add("Move up", lambda: do.move(path, -1), enabled=do.can_move(path, -1))
    add("Move down", lambda: do.move(path, 1), enabled=do.can_move(path, 1))
    menu.addSeparator()
    hidden = menu.addMenu("Show hidden lane")
    for other in do.hidden()[:MOST]:
        action = hidden.addAction(button_text(other.title.best(), NAME))
        action.triggered.connect(lambda _checked=False, path=other.path: do.hide(path, hidden=False))
    hidden.setEnabled(not hidden.isEmpty())
    menu.addAction(arrange)
    return menu
