"""The page of all lanes: which there are, in which order, which are hidden, pinned or collapsed."""

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from viewer.search.folding import fold
from viewer.timeline.lanes.arrangement import LanePath
from viewer.timeline.lanes.lane import ArrangedLane
from viewer.ui.lanes.commands import LaneCommands
from viewer.ui.plain_text import label_text

_PATH = Qt.ItemDataRole.UserRole
_KEYS = "Space shows or hides a lane, P pins it, Alt+Up and Alt+Down move it, Enter shows it alone."


class LanesPanel(QWidget):
    """A tree of lanes with a box for each: ticked ones are shown. It says what is done by the buttons' names.

    Emits `hide_requested` (path, hidden), `pin_requested`, `alone_requested` (path), `move_requested` (path,
    -1 or 1) and `fold_requested` (path).
    """

    hide_requested = Signal(object, bool)
    pin_requested = Signal(object)
    alone_requested = Signal(object)
    fold_requested = Signal(object)
    move_requested = Signal(object, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lanes: tuple[ArrangedLane, ...] = ()
        self._items: dict[LanePath, QTreeWidgetItem] = {}
        self._is_stale = False
        self.search = QLineEdit()
        self.search.setPlaceholderText("Find a lane")
        self.search.setAccessibleName("Find a lane")
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda _text: self._narrow())
        self.tree = _Tree(self)
        self.tree.itemChanged.connect(self._tick)
        self.tree.itemExpanded.connect(lambda item: self._fold(item, opened=True))
        self.tree.itemCollapsed.connect(lambda item: self._fold(item, opened=False))
        self.tree.currentItemChanged.connect(lambda _now, _before: self._allow())
        self.buttons = {
            words: self._button(words, tip)
            for words, tip in (
                ("Up", "Move the lane up (Alt+Up)"),
                ("Down", "Move the lane down (Alt+Down)"),
                ("Pin", "Keep the lane at the top, or let it go (P)"),
                ("Alone", "Show the lane alone, or all again (Enter)"),
            )
        }
        self.buttons["Up"].clicked.connect(lambda: self.move_current(-1))
        self.buttons["Down"].clicked.connect(lambda: self.move_current(1))
        self.buttons["Pin"].clicked.connect(lambda: self._say(self.pin_requested))
        self.buttons["Alone"].clicked.connect(lambda: self._say(self.alone_requested))
        self.setFocusProxy(self.tree)
        self._lay_out()

    def connect_to(self, do: LaneCommands) -> None:
        """Carry out by `do` what is wished."""
        self.hide_requested.connect(lambda path, hidden: do.hide(path, hidden=hidden))
        self.pin_requested.connect(do.pin)
        self.alone_requested.connect(do.isolate)
        self.fold_requested.connect(do.fold)
        self.move_requested.connect(do.move)

    def show_lanes(self, lanes: tuple[ArrangedLane, ...]) -> None:
        """Show all lanes in their order, the hidden ones unticked; the current lane stays."""
        self._lanes = lanes
        self._is_stale = True
        if self.isVisible():
            self._fill()

    def current(self) -> LanePath | None:
        """Return the path of the current lane, None where there is none."""
        item = self.tree.currentItem()
        return item.data(0, _PATH) if item is not None else None

    def choose(self, path: LanePath) -> None:
        """Make a lane the current one; one that is not there changes nothing."""
        item = self._items.get(path)
        if item is not None:
            self.tree.setCurrentItem(item)

    def move_current(self, step: int) -> None:
        """Wish the current lane one place up (-1) or down (1)."""
        path = self.current()
        if path is not None:
            self.move_requested.emit(path, step)

    def showEvent(self, event: QShowEvent) -> None:
        """Fill the tree when it is looked at: a thousand lanes take their time."""
        if self._is_stale:
            self._fill()
        super().showEvent(event)

    def key(self, event: QKeyEvent) -> bool:
        """Carry out a key of the tree; return whether it was one."""
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_current(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() == Qt.Key.Key_P and not event.modifiers():
            self._say(self.pin_requested)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._say(self.alone_requested)
        else:
            return False
        return True

    def _fill(self) -> None:
        self._is_stale = False
        current = self.current()
        with QSignalBlocker(self.tree):
            self.tree.clear()
            self._items = {}
            group: QTreeWidgetItem | None = None
            for lane in self._lanes:
                item = _item(lane)
                if lane.depth and group is not None:
                    group.addChild(item)
                else:
                    self.tree.addTopLevelItem(item)
                    group = item if lane.is_group else None
                self._items[lane.path] = item
            for lane in self._lanes:
                if lane.is_group:
                    self._items[lane.path].setExpanded(not lane.collapsed)
            self.choose(current if current in self._items else self._lanes[0].path if self._lanes else ())
        self.tree.resizeColumnToContents(1)
        self._narrow()
        self._allow()

    def _narrow(self) -> None:
        """Show only lanes whose name has the words typed, with the groups around them."""
        wanted = fold(self.search.text().strip())
        for lane in reversed(self._lanes):
            item = self._items.get(lane.path)
            if item is None:
                continue
            inner = [item.child(at) for at in range(item.childCount())]
            has_any = any(not low.isHidden() for low in inner if low is not None)
            item.setHidden(bool(wanted) and wanted not in fold(item.text(0)) and not has_any)

    def _tick(self, item: QTreeWidgetItem, _column: int) -> None:
        self.hide_requested.emit(item.data(0, _PATH), item.checkState(0) != Qt.CheckState.Checked)

    def _fold(self, item: QTreeWidgetItem, *, opened: bool) -> None:
        lane = next((lane for lane in self._lanes if lane.path == item.data(0, _PATH)), None)
        if lane is not None and lane.is_group and lane.collapsed == opened:
            self.fold_requested.emit(lane.path)

    def _say(self, wish: SignalInstance) -> None:
        path = self.current()
        if path is not None:
            wish.emit(path)

    def _allow(self) -> None:
        for button in self.buttons.values():
            button.setEnabled(self.tree.currentItem() is not None)

    def _button(self, words: str, tip: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setToolTip(tip)
        return button

    def _lay_out(self) -> None:
        hint = QLabel(_KEYS)
        hint.setWordWrap(True)
        hint.setObjectName("hint")
        buttons = QHBoxLayout()
        for button in self.buttons.values():
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 10)
        layout.setSpacing(8)
        layout.addWidget(self.search)
        layout.addWidget(self.tree, 1)
        layout.addWidget(hint)
        layout.addLayout(buttons)


class _Tree(QTreeWidget):
    """The tree of lanes; its keys are the panel's first."""

    def __init__(self, panel: LanesPanel) -> None:
        super().__init__(panel)
        self._panel = panel
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, self.header().ResizeMode.Stretch)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setUniformRowHeights(True)
        self.setAccessibleName("Lanes")
        self.setObjectName("lanes")

    def event(self, event: QEvent) -> bool:
        """Keep the key P from the window, where it means the previous event."""
        is_key = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_key and event.key() == Qt.Key.Key_P and not event.modifiers():  # type: ignore[attr-defined]
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, pin or isolate the current lane; else as in any tree."""
        if not self._panel.key(event):
            super().keyPressEvent(event)


def _item(lane: ArrangedLane) -> QTreeWidgetItem:
    pinned = "  (pinned)" if lane.pinned and not lane.depth else ""
    item = QTreeWidgetItem([f"{label_text(lane.title.best())}{pinned}", f"{lane.count:,}"])
    item.setData(0, _PATH, lane.path)
    item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(0, Qt.CheckState.Unchecked if lane.hidden else Qt.CheckState.Checked)
    return item
