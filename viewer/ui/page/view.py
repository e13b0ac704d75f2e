"""The widget that shows a page: text only, a column of readable width, links by mouse and by keyboard."""

from collections import Counter

from PySide6.QtCore import QEvent, QMimeData, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QImage,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
)
from PySide6.QtWidgets import QFrame, QMenu, QTextBrowser, QToolTip, QWidget

from viewer.render.theme import Theme
from viewer.ui.page.content import Link, Page, ToMore
from viewer.ui.page.style import RULE_WIDTH, Style, dress, em, text_font, wash
from viewer.ui.page.writer import LINK_PREFIX, Setting, set_page
from viewer.ui.plain_text import tooltip_text

COLUMN = 36
"""Width of the column in text sizes (em): 60 to 75 characters a line."""


class PageView(QTextBrowser):
    """Shows a Page; opens nothing by itself.

    Emits `link_activated` (a Link) on a click or Enter, `failed` (words) for what could not be painted.
    Tab and Shift+Tab go from link to link. Nothing is loaded, whatever the text says.
    """

    link_activated = Signal(object)
    failed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.being_set = False
        self._setting = Setting()
        self._page: Page = ()
        self._more: Counter[int | None] = Counter()
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(200)
        self.anchorClicked.connect(self._activate)
        self._colour()

    @property
    def links(self) -> tuple[Link, ...]:
        """The links on the page, in the order of reading."""
        return tuple(self._setting.links)

    def set_theme(self, theme: Theme) -> None:
        """Show the same page, at the same place, in another theme."""
        self.theme = theme
        self._colour()
        self._set_again()

    def show_page(self, page: Page) -> None:
        """Show a page from its beginning."""
        self._more.clear()
        self._page = page
        self._set(caret=0)
        self.verticalScrollBar().setValue(0)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Return a single clear pixel for whatever is asked: None would let Qt look for a file."""
        del kind, name
        pixel = QImage(1, 1, QImage.Format.Format_ARGB32)
        pixel.fill(Qt.GlobalColor.transparent)
        return pixel

    def doSetSource(
        self, name: QUrl | str, kind: QTextDocument.ResourceType = QTextDocument.ResourceType.UnknownResource
    ) -> None:
        """Open nothing."""

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return the selection as plain text only."""
        data = QMimeData()
        data.setText(self.textCursor().selection().toPlainText())
        return data

    def viewportEvent(self, event: QEvent) -> bool:
        """Show tips as escaped text; Qt would take a character format's tip for markup."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            tip = self.tip_at(event)
            if tip:
                QToolTip.showText(event.globalPos(), tooltip_text(tip), self.viewport())
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def tip_at(self, event: QHelpEvent) -> str:
        """Return the words for what lies under the pointer, "" for nothing."""
        number = self._number(self.anchorAt(event.pos()))
        return self._setting.tips[number] if number is not None else ""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy; Qt's own menu would offer the inner address of a link."""
        menu = QMenu(self)
        copy = menu.addAction("Copy", self.copy)
        copy.setEnabled(self.textCursor().hasSelection())
        menu.addAction("Select all", self.selectAll)
        menu.exec(event.globalPos())
        menu.deleteLater()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column within its width."""
        super().resizeEvent(event)
        self._set_margins()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint rules and hairlines, then the text over them."""
        try:
            with QPainter(self.viewport()) as painter:
                painter.setClipRect(event.rect())
                painter.translate(0, -self.verticalScrollBar().value())
                self.paint_under(painter)
        except Exception as error:  # an exception that leaves a paint event ends the process
            self.failed.emit(f"The marks of a page could not be drawn: {type(error).__name__}: {error}")
        super().paintEvent(event)

    def paint_under(self, painter: QPainter) -> None:
        """Paint what lies under the text, in coordinates of the document."""
        left = self._margins()[0]
        right = self.viewport().width() - self._margins()[1]
        for rule in self._setting.rules:
            box = self._boxes(rule.first, rule.last)
            painter.fillRect(QRectF(left, box.top(), RULE_WIDTH, box.height()), self.theme.color(rule.colour))
        line = wash(self.theme.color("secondary"), 90)
        for number in self._setting.hairlines:
            top = self._boxes(number, number).top() - 0.7 * self.em
            painter.fillRect(QRectF(left, round(top), right - left, 1 / self.devicePixelRatioF()), line)

    def set_rest(self) -> None:
        """Set what follows the page; nothing here, a whole document in the source reader."""

    @property
    def em(self) -> int:
        """The text size in pixels."""
        return em()

    def _boxes(self, first: int, last: int) -> QRectF:
        layout = self.document().documentLayout()
        upper = layout.blockBoundingRect(self.document().findBlockByNumber(first))
        lower = layout.blockBoundingRect(self.document().findBlockByNumber(last))
        return upper.united(lower)

    def _set_again(self) -> None:
        bar = self.verticalScrollBar()
        before = bar.value()
        self._set(self.textCursor().position())
        bar.setValue(min(before, bar.maximum()))

    def _set(self, caret: int) -> None:
        self.being_set = True
        self.document().clear()
        self._setting = set_page(self.document(), self._page, self.theme, self._more)
        self.set_rest()
        self._set_margins()
        self.being_set = False
        # Setting the text has pushed the caret to its end, from where Tab would find no link.
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(caret, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def _activate(self, url: QUrl) -> None:
        number = self._number(url.toString())
        if number is None:
            return
        link = self._setting.links[number]
        if isinstance(link, ToMore):
            self._more[link.paragraph] += 1
            self._set_again()
        else:
            self.link_activated.emit(link)

    def _number(self, anchor: str) -> int | None:
        text = anchor.removeprefix(LINK_PREFIX)
        if text == anchor or not text.isdecimal() or int(text) >= len(self._setting.links):
            return None
        return int(text)

    def _margins(self) -> tuple[int, int]:
        """Return the space left and right of the column, in pixels."""
        width = self.viewport().width()
        side = max(round(0.05 * width), 14) if width < 480 else 32
        return side, max(width - side - COLUMN * self.em, side)

    def _set_margins(self) -> None:
        left, right = self._margins()
        form = QTextFrameFormat()
        form.setLeftMargin(left)
        form.setRightMargin(right)
        form.setTopMargin(1.4 * self.em)
        form.setBottomMargin(2 * self.em)
        self.document().setDocumentMargin(0)
        self.document().rootFrame().setFrameFormat(form)

    def _colour(self) -> None:
        self.setPalette(dress(self.palette(), self.theme))
        self.setFont(text_font(Style()))
        self.document().setDefaultFont(text_font(Style()))
