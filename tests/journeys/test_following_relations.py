"""What a user does with the relations of an event."""

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from tests.journeys.conftest import Visitor
from viewer.timeline.viewport import Viewport
from viewer.ui.plain_text import label_text

CENTRE = "october-revolution"


def _arcs(visitor: Visitor):
    return visitor.window.panes.timeline.arcs()


def _look(visitor: Visitor) -> None:
    visitor.window.choosing.select(CENTRE)
    visitor.session.set_viewport(Viewport(visitor.session.viewport.center - 1500, 3000))
    visitor.window.navigation.focus_event()


def test_arcs_are_drawn_on_selection_only(visitor: Visitor) -> None:
    assert _arcs(visitor) == ()
    _look(visitor)
    assert {arc.word for arc in _arcs(visitor)} >= {"followed by", "part of"}
    visitor.press(Qt.Key.Key_Escape)
    assert _arcs(visitor) == ()


def test_every_relation_of_an_event_is_drawn_or_counted(visitor: Visitor) -> None:
    _look(visitor)
    event = visitor.session.event_of(CENTRE)
    assert event is not None
    ties = {visitor.session.columns.rows[tie.event] for tie in visitor.session.ties_of(event)}
    counted = sum(1 + int(arc.text.rpartition("+")[2] or 0) for arc in _arcs(visitor) if "+" in arc.text)
    plain = sum("+" not in arc.text for arc in _arcs(visitor))
    assert counted + plain == len(ties)


def test_a_click_on_an_arcs_word_selects_the_other_event_and_reveals_it(visitor: Visitor) -> None:
    visitor.window.choosing.select("zimmerwald-conference")
    visitor.session.set_viewport(Viewport(visitor.session.viewport.center - 150, 300))
    visitor.window.navigation.focus_event()
    arc = next(arc for arc in _arcs(visitor) if arc.beyond)
    assert arc.event is not None

    visitor.click(arc.box.x + arc.box.width / 2, arc.box.y + arc.box.height / 2)

    assert visitor.session.columns is not None
    assert visitor.session.selected == visitor.session.columns.ids[arc.event]
    assert arc.event in visitor.scene().shown
    assert visitor.page() == "Event"


def test_hovering_an_arcs_word_shows_title_and_date_of_the_other(visitor: Visitor) -> None:
    _look(visitor)
    view, columns = visitor.window.panes.timeline, visitor.session.columns
    assert columns is not None
    arc = next(arc for arc in _arcs(visitor) if arc.event is not None)
    at = QPoint(round(arc.box.x + arc.box.width / 2), round(arc.box.y + arc.box.height / 2))

    visitor.bot.mouseMove(view, at)
    QApplication.sendEvent(view, QHelpEvent(QEvent.Type.ToolTip, at, view.mapToGlobal(at)))

    other = f"{label_text(columns.titles[arc.event])}, {columns.dates[arc.event]}"
    relation = f"  ·  {arc.word} this event" if arc.to_other is False else f"{arc.word}: "
    assert other in visitor.window.panes.pointed.text()
    assert relation in visitor.window.panes.pointed.text()
    assert label_text(columns.dates[arc.event]) in QToolTip.text()
    QToolTip.hideText()


def test_a_click_on_the_count_of_relations_that_are_not_drawn_shows_the_page_that_lists_them(
    visitor: Visitor,
) -> None:
    for crowded in ("lenin-dies", "vienna-years", "october-revolution", "thirteenth-party-congress"):
        visitor.session.select(crowded)
        note = next((arc for arc in _arcs(visitor) if arc.event is None), None)
        if note is not None:
            break
    assert note is not None
    visitor.window.panes.reading.setCurrentWidget(visitor.window.panes.event_list)
    at = QPoint(round(note.box.x + note.box.width / 2), round(note.box.y + note.box.height / 2))

    visitor.bot.mouseMove(visitor.window.panes.timeline, at)
    assert "Connected" in visitor.window.panes.pointed.text()
    visitor.click(at.x(), at.y())

    assert (visitor.session.selected, visitor.page()) == (crowded, "Event")
