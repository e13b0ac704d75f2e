"""Letters typed into a list are the list's: they find a line in it and give the window no command."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from tests.journeys.conftest import Visitor
from viewer.loading.problems import Problem
from viewer.model.filters import Filter
from viewer.ui.lists.event_list import EventList
from viewer.ui.lists.fold_list import FoldList, FoldListView

LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"


@pytest.fixture
def listing(visitor: Visitor) -> EventList:
    visitor.window.actions_by_id["show_list"].trigger()
    listing = visitor.window.panes.event_list
    listing.view.setFocus()
    visitor.bot.waitUntil(listing.view.hasFocus)
    return listing


def title(visitor: Visitor, listing: EventList) -> str:
    event = visitor.session.event_of(listing.selected())
    return "" if event is None else event.title.best()


def forget_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QApplication, "keyboardInputInterval", lambda: -1)


def test_typed_letters_find_a_title_and_give_no_command(visitor: Visitor, listing: EventList) -> None:
    visitor.bot.keyClicks(listing.view, "kronstadt r")

    visitor.bot.waitUntil(lambda: title(visitor, listing).lower().startswith("kronstadt r"))
    assert visitor.session.filter == Filter()
    assert visitor.session.arrangement.keys == ("lane",)


@pytest.mark.parametrize("name", ["list", "problems", "fold"])
def test_no_letter_or_digit_in_a_list_is_a_command(visitor: Visitor, name: str) -> None:
    window = visitor.window
    carried_out: list[str] = []
    for identity, action in window.actions_by_id.items():
        action.triggered.disconnect()
        action.triggered.connect(lambda _checked=False, identity=identity: carried_out.append(identity))
    view = view_of(visitor, name)

    for letter in LETTERS + LETTERS.upper():
        visitor.bot.keyClicks(view, letter)

    assert carried_out == []
    assert not any(isinstance(one, QDialog) and one.isVisible() for one in QApplication.topLevelWidgets())


def test_every_title_is_found_by_its_beginning_and_the_search_begins_anew_after_the_last(
    visitor: Visitor, listing: EventList, monkeypatch: pytest.MonkeyPatch
) -> None:
    forget_typed(monkeypatch)
    monkeypatch.setattr("viewer.ui.lists.event_list.AT_ONCE", 3)
    rows = listing.view.model().rowCount()
    listing.view.setCurrentIndex(listing.view.model().index(rows - 1, 0))
    found: list[int] = []
    for _ in range(3):
        before = listing.view.currentIndex().row()
        visitor.bot.keyClicks(listing.view, "k")
        visitor.bot.waitUntil(lambda before=before: listing.view.currentIndex().row() != before)
        assert title(visitor, listing).lower().startswith("k")
        found.append(listing.view.currentIndex().row())

    begin = [number for number in visitor.session.store.listed if starts(visitor, number, "k")]
    assert [listing.view.model().index(row, 0).data() for row in found] == [
        visitor.session.store.titles[number] for number in begin[:3]
    ]


def test_letters_that_begin_no_title_change_nothing(visitor: Visitor, listing: EventList) -> None:
    before = listing.selected()
    visitor.bot.keyClicks(listing.view, "zzqq")
    visitor.bot.waitUntil(lambda: not listing.view._ahead._seeking.isActive())
    assert listing.selected() == before


def test_the_list_keeps_its_own_keys_and_the_window_its_others(
    visitor: Visitor, listing: EventList, monkeypatch: pytest.MonkeyPatch
) -> None:
    forget_typed(monkeypatch)
    visitor.bot.keyClick(listing.view, Qt.Key.Key_Home)
    first = listing.selected()
    visitor.bot.keyClick(listing.view, Qt.Key.Key_Down)
    assert listing.selected() != first
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return):
        visitor.session.select(None)
        listing.select(first)
        visitor.bot.keyClick(listing.view, key)
        assert visitor.session.selected == first
        visitor.window.actions_by_id["show_list"].trigger()
        listing.view.setFocus()
    visitor.bot.keyClick(listing.view, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert visitor.session.arrangement.keys == ("lane", "place")
    visitor.bot.keyClick(listing.view, Qt.Key.Key_Slash)
    assert visitor.window.panes.filter_bar.field.hasFocus()


def view_of(visitor: Visitor, name: str) -> QWidget:
    window = visitor.window
    if name == "problems":
        window.panes.problems.show_problems(
            [Problem("events.yaml", line, 1, "wrong", "mend it") for line in range(9)]
        )
    if name == "fold":
        columns = visitor.session.columns
        assert columns is not None
        window.folds.show_rows(columns, range(len(columns)), QPoint(0, 0))
        view = window.folds.findChild(FoldListView)
        assert isinstance(view.model(), FoldList)
        return view
    pane = {"list": window.panes.event_list, "problems": window.panes.problems}[name]
    window.panes.reading.setCurrentWidget(pane)
    pane.view.setFocus()
    visitor.bot.waitUntil(pane.view.hasFocus)
    return pane.view


def starts(visitor: Visitor, number: int, letter: str) -> bool:
    return visitor.session.store.titles[number].lower().startswith(letter)
