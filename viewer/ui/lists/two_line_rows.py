"""Rows of a list in two lines: something quiet above, what counts below, and a sign at the left."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from viewer.render.signs import draw_mark
from viewer.render.theme import Theme
from viewer.timeline.drawn import Mark
from viewer.ui.page.style import RULE_WIDTH, Style, text_font, wash

ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""The role under which a model keeps a row's Lines."""

_UPPER, _LOWER = Style(size=0.84), Style(size=1.0)
_LEFT, _SIGN = 14, 22


@dataclass(frozen=True, slots=True)
class Lines:
    """The two lines; `sign` is an event's kind, drawn as on the timeline in the theme's colour `colour`.

    A heading has only `lower`.
    """

    upper: str
    lower: str
    sign: str = ""
    contested: bool = False
    colour: str = "ink"
    heading: bool = False


class TwoLineRows(QStyledItemDelegate):
    """Paints Lines, all rows of one height; a failure leaves the row empty and is told to `failed`."""

    def __init__(self, theme: Theme, failed: Callable[[str], object]) -> None:
        super().__init__()
        self.theme = theme
        self._failed = failed

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the size of every row in pixels."""
        return QSize(200, self.row_height())

    def row_height(self) -> int:
        """Return the height of every row in pixels."""
        return round(self._height(_UPPER) + self._height(_LOWER) + 12)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row."""
        lines = index.data(ROW_ROLE)
        painter.save()
        try:
            if isinstance(lines, Lines):
                self._paint(painter, option, lines)
        except Exception as error:  # an exception that leaves a paint event ends the process
            self._failed(f"A row could not be drawn: {type(error).__name__}: {error}")
        finally:
            painter.restore()

    def _paint(self, painter: QPainter, option: QStyleOptionViewItem, lines: Lines) -> None:
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        accent, ink, quiet = (self.theme.color(role) for role in ("accent", "ink", "secondary"))
        if chosen:
            painter.fillRect(box, wash(accent, 26))
            painter.fillRect(QRect(box.left(), box.top(), RULE_WIDTH, box.height()), accent)
        text = QRectF(box).adjusted(_LEFT + (0 if lines.heading else _SIGN), 5, -10, -5)
        lower = QRectF(text.left(), text.bottom() - self._height(_LOWER), text.width(), self._height(_LOWER))
        upper = QRectF(text.left(), text.top(), text.width(), self._height(_UPPER))
        if lines.heading:
            _write(painter, lower, lines.lower, text_font(_LOWER, 600), quiet)
            return
        _write(painter, upper, lines.upper, text_font(_UPPER), quiet)
        _write(painter, lower, lines.lower, text_font(_LOWER), ink)
        if lines.sign:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            at = box.left() + _LEFT + 6, lower.center().y()
            mark = Mark(0, *at, lane=0, contested=lines.contested, kind=lines.sign)
            draw_mark(painter, mark, self.theme.color(lines.colour), self.theme)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(ink, 1, Qt.PenStyle.DotLine))
            painter.drawRect(QRectF(box).adjusted(1.5, 1.5, -1.5, -1.5))

    def _height(self, style: Style) -> float:
        # Thai stands higher and lower than Latin, so the row is as high as both need.
        return 1.5 * text_font(style).pixelSize()


def _write(painter: QPainter, box: QRectF, text: str, font: QFont, colour: QColor) -> None:
    painter.setFont(font)
    painter.setPen(colour)
    shown = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
    painter.drawText(box, int(flags), shown)
