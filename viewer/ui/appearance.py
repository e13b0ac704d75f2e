"""The window in the colours of a theme: one palette and one short style sheet, both made from its roles."""

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from viewer.render.fonts import font
from viewer.render.theme import Theme
from viewer.resources import resource

_ROLES = {
    QPalette.ColorRole.Window: "ground",
    QPalette.ColorRole.Base: "ground",
    QPalette.ColorRole.AlternateBase: "ground",
    QPalette.ColorRole.Button: "ground",
    QPalette.ColorRole.ToolTipBase: "ground",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.ToolTipText: "ink",
    QPalette.ColorRole.BrightText: "ink",
    QPalette.ColorRole.PlaceholderText: "secondary",
    QPalette.ColorRole.Highlight: "ink",
    QPalette.ColorRole.HighlightedText: "ground",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.Mid: "hairline",
    QPalette.ColorRole.Dark: "hairline",
    QPalette.ColorRole.Light: "ground",
    QPalette.ColorRole.Midlight: "ground",
    QPalette.ColorRole.Shadow: "hairline",
}

_SHEET = """
QMainWindow::separator {{ width: 1px; background: {hairline}; }}
QSplitter::handle {{ background: {hairline}; }}
QMenuBar {{ background: {ground}; border-bottom: 1px solid {hairline}; }}
QMenuBar::item {{ padding: 5px 10px; background: transparent; }}
QMenuBar::item:selected, QMenu::item:selected {{ background: {ink}; color: {ground}; }}
QMenu {{ background: {ground}; border: 1px solid {hairline}; }}
QMenu::item {{ padding: 5px 26px 5px 22px; }}
QMenu::item:disabled {{ color: {secondary}; }}
QMenu::separator {{ height: 1px; background: {hairline}; margin: 4px 0; }}
QStatusBar {{ border-top: 1px solid {hairline}; color: {secondary}; }}
QStatusBar::item {{ border: none; }}
QStatusBar QLabel {{ color: {secondary}; padding: 2px 8px; }}
QToolTip {{ background: {ground}; color: {ink}; border: 1px solid {hairline}; padding: 4px; }}
QLineEdit, QDoubleSpinBox, QSpinBox, QComboBox {{
    background: {ground}; border: 1px solid {control}; padding: 4px 7px; min-height: 18px; }}
QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus {{ border: 1px solid {ink}; }}
QLineEdit:disabled, QDoubleSpinBox:disabled, QSpinBox:disabled, QComboBox:disabled {{ color: {secondary}; }}
QComboBox::drop-down {{ border: none; width: 22px; }}
QComboBox::down-arrow {{ image: url("{down}"); width: 9px; height: 9px; }}
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button {{
    border: none; width: 18px; background: {ground}; }}
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow {{ image: url("{up}"); width: 8px; height: 8px; }}
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow {{ image: url("{down}"); width: 8px; height: 8px; }}
QPushButton {{ background: {ground}; border: 1px solid {control}; padding: 5px 14px; }}
QPushButton:hover, QPushButton:focus {{ border: 1px solid {ink}; }}
QPushButton:default {{ background: {ink}; color: {ground}; border: 1px solid {ink}; }}
QPushButton:disabled {{ color: {secondary}; background: {ground}; border: 1px solid {hairline}; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QPushButton#chip {{ padding: 4px 10px; color: {secondary}; }}
QPushButton#chip:checked {{ background: {ink}; color: {ground}; border: 1px solid {ink}; }}
QTabWidget::pane {{ border: none; border-top: 1px solid {hairline}; }}
QTabBar {{ background: {ground}; }}
QTabBar::tab {{ padding: 7px 8px 6px 8px; color: {secondary}; border: none;
    border-bottom: 2px solid transparent; background: {ground}; }}
QTabBar::tab:first {{ padding-left: 14px; }}
QTabBar::tab:selected {{ color: {ink}; border-bottom: 2px solid {ink}; }}
QTabBar::tab:focus {{ color: {ink}; }}
QScrollArea, QTextEdit, QTreeView, QListView, QTableView {{ border: none; background: {ground}; }}
QTreeView#lanes::indicator {{ width: 10px; height: 10px; border: 1px solid {control}; background: {ground}; }}
QTreeView#lanes::indicator:checked {{ border: 1px solid {ink}; background: {ink}; }}
QTreeView#lanes::indicator:checked:selected {{ border: 1px solid {ink}; background: {ground}; }}
QTreeView#lanes::indicator:unchecked:selected {{ border: 1px solid {ground}; background: {ink}; }}
QScrollBar:vertical {{ width: 11px; background: {ground}; margin: 0; }}
QScrollBar:horizontal {{ height: 11px; background: {ground}; margin: 0; }}
QScrollBar::handle {{ background: {control}; min-height: 28px; min-width: 28px; margin: 2px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: none; }}
QHeaderView::section {{ background: {ground}; color: {secondary}; border: none;
    border-bottom: 1px solid {hairline}; padding: 4px 6px; }}
QLabel#notice {{ background: {ground}; border: 1px solid {hairline}; color: {secondary}; padding: 14px; }}
QLabel#heading {{ padding-top: 10px; }}
QFrame#tour {{ background: {ground}; border: none; border-bottom: 1px solid {hairline}; }}
QFrame#tour QLabel#place {{ color: {secondary}; }}
QFrame#view {{ background: {ground}; border: none; border-bottom: 1px solid {hairline}; }}
QFrame#view QLabel {{ color: {secondary}; }}
QFrame#view[active="true"] {{ border-bottom: 1px solid {ink}; }}
QFrame#view[active="true"] QLabel {{ color: {ink}; }}
QToolButton#view {{ background: {ground}; border: none; color: {secondary}; padding: 1px 7px; }}
QToolButton#view:hover, QStatusBar QToolButton#view {{ color: {ink}; }}
QLabel#banner {{ background: {ink}; color: {ground}; padding: 7px 14px; }}
"""


def dress(application: QApplication, theme: Theme) -> None:
    """Give every widget of the application the theme's colours and the shipped type."""
    palette = QPalette()
    for role, name in _ROLES.items():
        palette.setColor(role, theme.color(name))
    faint = theme.color("secondary")
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, faint)
    application.setPalette(palette)
    application.setFont(font("interface"))
    names = ("ground", "ink", "secondary", "hairline", "accent")
    colours = {name: theme.color(name).name() for name in names}
    shade = "dark" if theme.dark else "light"
    arrows = {way: resource("icons", f"{way}-{shade}.svg").as_posix() for way in ("up", "down")}
    application.setStyleSheet(_SHEET.format(**colours, **arrows, control=_between(theme).name()))


def _between(theme: Theme) -> QColor:
    """Return the line colour of controls: 3 to 1 against the ground at least (WCAG 2.2, 1.4.11)."""
    ground, ink = theme.color("ground"), theme.color("secondary")
    share = 0.75
    return QColor.fromRgbF(
        *(
            a + (b - a) * share
            for a, b in zip(ground.getRgbF()[:3], ink.getRgbF()[:3], strict=True)  # type: ignore[index]
        )
    )
