"""The line above the timeline: the collection's title, the search field and what is being filtered."""

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QSizePolicy, QWidget

from viewer.model.filters import Filter, facet_name
from viewer.model.records import Collection
from viewer.render.fonts import font
from viewer.ui.plain_text import button_text, label_text, tooltip_text

TYPING_PAUSE = 150
"""Milliseconds without a key after which a search starts."""

CHIP = 40
"""Characters of a name on a chip."""


class FilterBar(QWidget):
    """Emits `filter_requested` (Filter), and `left` when the user is done typing (Return or Escape).

    The search field is the user's: what is typed stays until the user clears it, or another text than the
    last one asked for is shown. Whatever is asked for is asked with the text as it stands.
    """

    filter_requested = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._collection: Collection | None = None
        self._filter = Filter()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(TYPING_PAUSE)
        self._pause.timeout.connect(self._search)
        self.title = QLabel()
        self.title.setFont(font("title-strong"))
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.field = _SearchField(self)
        self.field.textEdited.connect(lambda _text: self._pause.start())
        self.field.editingFinished.connect(self._settle)
        self.field.done.connect(self._finish)
        self.contested = QPushButton("Contested only")
        self.contested.setObjectName("chip")
        self.contested.setCheckable(True)
        self.contested.setToolTip("Show only what the sources differ on (C)")
        self.contested.clicked.connect(self._set_contested)
        self.lanes = QPushButton()
        self.lanes.setObjectName("chip")
        self.lanes.setToolTip("What the lanes are: by theme, person, place, source, language (1 to 5)")
        self._chips = QHBoxLayout()
        self._chips.setSpacing(6)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 8, 14, 8)
        layout.setSpacing(8)
        layout.addWidget(self.title, 1)
        layout.addLayout(self._chips)
        layout.addWidget(self.lanes)
        layout.addWidget(self.contested)
        layout.addWidget(self.field)

    def show_filter(self, collection: Collection, chosen: Filter) -> None:
        """Show the collection's title and what `chosen` filters."""
        if chosen.text != self._filter.text:  # else the user may have typed on
            self._pause.stop()
            self.field.setText(chosen.text)
        is_new = collection is not self._collection or chosen.facets != self._filter.facets
        self._collection, self._filter = collection, chosen
        title = collection.title.best()
        self.title.setText(label_text(title))
        self.title.setToolTip(tooltip_text(f"{title}\nversion {collection.version}"))
        self.contested.setChecked(chosen.contested)
        if is_new:
            self._show_chips()

    def show_filter_again(self, collection: Collection, chosen: Filter) -> None:
        """Show what is still filtered where another filter was given up; the text stays as it was typed."""
        self._filter = replace(self._filter, text=chosen.text)
        self.show_filter(collection, chosen)

    def show_lanes(self, words: str) -> None:
        """Show what the lanes are."""
        self.lanes.setText(button_text(words, CHIP))

    def focus_search(self) -> None:
        """Put the caret into the search field, its text selected."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def take_all_away(self) -> None:
        """Ask for no filter at all."""
        self.field.clear()
        self._ask(Filter())

    def chips(self) -> list[QPushButton]:
        """Return the buttons that take a filter away, in the order of the filter."""
        items = (self._chips.itemAt(index) for index in range(self._chips.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, QPushButton)]

    def _show_chips(self) -> None:
        while (item := self._chips.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        if self._collection is None:
            return
        for facet, value in self._filter.facets:
            name = label_text(facet_name(self._collection, facet, value), CHIP)
            chip = QPushButton(button_text(f"{name}  ×"))
            chip.setObjectName("chip")
            chip.setToolTip(f"Filtered by {facet}. Click to take the filter away")
            chip.setAccessibleName(f"Remove the filter {facet}: {name}")
            chip.clicked.connect(
                lambda _checked=False, pair=(facet, value): self._ask(self._filter.without_facet(*pair))
            )
            self._chips.addWidget(chip)

    def _search(self) -> None:
        self._ask(self._filter)

    def _set_contested(self, checked: bool) -> None:  # noqa: FBT001 the signal's signature
        self._ask(replace(self._filter, contested=checked))

    def _settle(self) -> None:
        """Search for what was just typed where the field is left: what is done next has to do with it."""
        if self._pause.isActive():
            self._search()

    def _finish(self) -> None:
        self._search()
        self.left.emit()

    def _ask(self, chosen: Filter) -> None:
        self._pause.stop()
        asked = replace(chosen, text=self.field.text())
        if asked.text != self._filter.text:
            self._filter = replace(self._filter, text=asked.text)  # it is shown already
        self.filter_requested.emit(asked)


class _SearchField(QLineEdit):
    """A search field; Escape empties it, then leaves; Return leaves."""

    done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText("Search in any script   /")
        self.setClearButtonEnabled(True)
        self.setMaxLength(300)
        self.setFixedWidth(230)
        self.setAccessibleName("Search events")
        self.setToolTip("Titles, passages, translations, people and places (/)")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape empties, then leaves; Return leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.done.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.done.emit()
        else:
            super().keyPressEvent(event)
