"""The pages at the right of the window: shown or not, which one is in front, and who has the keyboard."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from viewer.ui.split.views import Views

SHORTCUT = Qt.FocusReason.ShortcutFocusReason


class ReadingPane(QObject):
    """Brings a page of `tabs` to the front. Emits `shown` (whether the pages are to be seen)."""

    shown = Signal(bool)

    def __init__(self, tabs: QTabWidget, views: Views) -> None:
        super().__init__(tabs)
        self._tabs = tabs
        self._views = views

    def show(self, page: QWidget) -> None:
        """Bring a page to the front; the keyboard stays where it is."""
        self.set_shown(shown=True)
        self._tabs.setCurrentWidget(page)

    def read(self, page: QWidget) -> None:
        """Bring a page to the front and give it the keyboard."""
        self.show(page)
        page.setFocus(SHORTCUT)

    def set_shown(self, *, shown: bool) -> None:
        """Show or hide the pages."""
        self._tabs.setVisible(shown)
        self.shown.emit(shown)

    def toggle(self) -> None:
        """Show the pages, or hide them."""
        self.set_shown(shown=not self._tabs.isVisible())

    def change_sides(self) -> None:
        """Give the keyboard to the page in front, or back to the timeline."""
        timeline = self._views.timeline
        if timeline.hasFocus() and self._tabs.isVisible():
            self._tabs.currentWidget().setFocus(SHORTCUT)
        else:
            timeline.setFocus(SHORTCUT)
