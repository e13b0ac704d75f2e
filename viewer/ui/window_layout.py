"""Where the panes of the main window stand: time at the left over its overview, reading at the right."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMainWindow, QSplitter, QTabWidget, QVBoxLayout, QWidget

from viewer.render.theme import Theme
from viewer.ui.detail_pane import DetailPane
from viewer.ui.filter_bar import FilterBar
from viewer.ui.lanes.panel import LanesPanel
from viewer.ui.lists.event_list import EventList
from viewer.ui.lists.problems_panel import ProblemsPanel
from viewer.ui.overview import Overview
from viewer.ui.source_reader import SourceReader
from viewer.ui.split.split_view import SplitView
from viewer.ui.timeline.view import TimelineView
from viewer.ui.tours.bar import TourBar
from viewer.ui.under_way import UnderWay


@dataclass(frozen=True, slots=True)
class Panes:
    """The parts of the window. `split` holds `timeline`, and a second one while it is split.

    `banner` says what stays wrong; `counts`, `under_way` and `pointed` are the status line.
    """

    filter_bar: FilterBar
    banner: QLabel
    tour_bar: TourBar
    timeline: TimelineView
    split: SplitView
    overview: Overview
    reading: QTabWidget
    detail: DetailPane
    reader: SourceReader
    event_list: EventList
    problems: ProblemsPanel
    lanes: LanesPanel
    splitter: QSplitter
    counts: QLabel
    pointed: QLabel
    under_way: UnderWay


def lay_out(window: QMainWindow, theme: Theme) -> Panes:
    """Fill `window` with its panes and return them."""
    timeline = TimelineView(theme)
    panes = Panes(
        filter_bar=FilterBar(),
        banner=_plain("banner"),
        tour_bar=TourBar(),
        timeline=timeline,
        split=SplitView(timeline),
        overview=Overview(theme),
        reading=QTabWidget(),
        detail=DetailPane(),
        reader=SourceReader(),
        event_list=EventList(),
        problems=ProblemsPanel(),
        lanes=LanesPanel(),
        splitter=QSplitter(Qt.Orientation.Horizontal),
        counts=_plain("counts"),
        pointed=_plain("pointed"),
        under_way=UnderWay(),
    )
    for pane, title, tip in (
        (panes.detail, "Event", "The selected event and its passages (Ctrl+1)"),
        (panes.reader, "Sources", "The whole documents (Ctrl+2)"),
        (panes.event_list, "List", "Every event in order (Ctrl+3)"),
        (panes.problems, "Problems", "What is wrong in the files (Ctrl+4)"),
        (panes.lanes, "Lanes", "Which lanes there are, in which order (Ctrl+5)"),
    ):
        panes.reading.setTabToolTip(panes.reading.addTab(pane, title), tip)
    time = QWidget()
    column = _column(time)
    column.addWidget(panes.tour_bar)
    column.addWidget(panes.split, 1)
    column.addWidget(panes.overview)
    panes.splitter.addWidget(time)
    panes.splitter.addWidget(panes.reading)
    panes.splitter.setHandleWidth(1)
    panes.splitter.setStretchFactor(0, 1)
    panes.splitter.setChildrenCollapsible(False)
    panes.reading.setMinimumWidth(300)
    panes.reading.setDocumentMode(True)
    panes.reading.tabBar().setDrawBase(False)
    centre = QWidget()
    whole = _column(centre)
    whole.addWidget(panes.filter_bar)
    whole.addWidget(panes.banner)
    whole.addWidget(panes.splitter, 1)
    window.setCentralWidget(centre)
    window.statusBar().addWidget(panes.pointed, 1)
    for part in (panes.under_way, panes.counts):
        window.statusBar().addPermanentWidget(part)
    panes.under_way.hide()  # the status line shows what it is given
    window.statusBar().setSizeGripEnabled(False)
    panes.banner.hide()
    return panes


def _column(widget: QWidget) -> QVBoxLayout:
    layout = QVBoxLayout(widget)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    return layout


def _plain(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setMinimumWidth(1)
    return label
