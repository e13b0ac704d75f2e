"""One timeline, or two of them one above the other, each under a slim line that says what it shows."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QToolButton, QVBoxLayout, QWidget

from viewer.ui.split.view_header import ViewHeader
from viewer.ui.timeline.view import TimelineView

LEAST_HEIGHT = 150
"""Pixels of each of two timelines at least."""

LOCK_WORDS = {
    True: ("Move together: on", "Both views show the same span. Click: let each move by itself (K)"),
    False: ("Move together: off", "Each view moves by itself. Click: let both show the same span (K)"),
}
"""What the button between the views says, and its tooltip, by whether they are locked."""


class SplitView(QWidget):
    """Holds `upper` and, while split, a lower timeline; emits wishes of the small buttons between them.

    The keyboard goes to the timeline that is set as focus proxy.
    """

    lock_requested = Signal()
    close_requested = Signal()

    def __init__(self, upper: TimelineView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.upper = upper
        self.header = ViewHeader()
        self.header.hide()
        self.lock: QToolButton | None = None
        self._lower: QWidget | None = None
        self._least = upper.minimumHeight()
        self._splitter = QSplitter(Qt.Orientation.Vertical)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(_panel(self.header, upper))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._splitter)
        self.setFocusProxy(upper)

    def add(self, lower: TimelineView, share: float) -> ViewHeader:
        """Show a second timeline below, the upper one with its `share` (0 to 1); return the line above it."""
        header = ViewHeader()
        self.lock = header.add_button("", "")
        self.lock.clicked.connect(self.lock_requested)
        close = header.add_button("×", "Close the lower view (\\)")
        close.setAccessibleName("Close the lower view")
        close.clicked.connect(self.close_requested)
        self.show_lock(locked=True)
        for timeline in (self.upper, lower):
            timeline.setMinimumHeight(LEAST_HEIGHT)
        self.upper.setAccessibleName("Upper timeline")
        lower.setAccessibleName("Lower timeline")
        self._lower = _panel(header, lower)
        self._splitter.addWidget(self._lower)
        self.header.show()
        self.set_share(share)
        return header

    def remove(self) -> None:
        """Show the upper timeline alone; the lower one is gone."""
        if self._lower is not None:
            self._lower.hide()
            self._lower.deleteLater()
            self._lower = self.lock = None
            self.header.hide()
            self.upper.setMinimumHeight(self._least)
            self.upper.setAccessibleName("Timeline")

    def share(self) -> float:
        """Return the share of the height that the upper timeline has, 1 where it is alone."""
        sizes = self._splitter.sizes()
        return sizes[0] / max(sum(sizes), 1) if self._lower is not None else 1.0

    def set_share(self, share: float) -> None:
        """Give the upper timeline its share of the height."""
        height = max(self._splitter.height(), 2 * LEAST_HEIGHT)
        self._splitter.setSizes([round(height * share), round(height * (1 - share))])

    def show_lock(self, *, locked: bool) -> None:
        """Say whether both move together."""
        if self.lock is not None:
            words, tip = LOCK_WORDS[locked]
            self.lock.setText(words)
            self.lock.setToolTip(tip)
            self.lock.setAccessibleName(tip)


def _panel(header: ViewHeader, timeline: TimelineView) -> QWidget:
    panel = QWidget()
    column = QVBoxLayout(panel)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(header)
    column.addWidget(timeline, 1)
    return panel
