"""The collections opened lately, in the File menu."""

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from viewer.resources import bundled_collection
from viewer.ui.plain_text import button_text


class RecentMenu(QObject):
    """A submenu filled anew whenever it opens; emits `folder_requested` (Path)."""

    folder_requested = Signal(object)

    def __init__(self, menu: QMenu, before: QAction, recents: Callable[[], tuple[str, ...]]) -> None:
        super().__init__(menu)
        self._recents = recents
        self._menu = QMenu("Open recent", menu)
        self._menu.aboutToShow.connect(self._fill)
        menu.insertMenu(before, self._menu)

    def _fill(self) -> None:
        self._menu.clear()
        folders = [Path(folder) for folder in self._recents()]
        if bundled_collection() not in folders:
            folders.append(bundled_collection())
        for folder in folders:
            action = self._menu.addAction(button_text(f"{folder.name}  –  {folder.parent}"))
            # Path.is_file would raise where the folder may not be entered or its name is too long.
            action.setEnabled(os.path.isfile(folder / "collection.yaml"))  # noqa: PTH113
            action.triggered.connect(lambda _checked=False, folder=folder: self.folder_requested.emit(folder))
