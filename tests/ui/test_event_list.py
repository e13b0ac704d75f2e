"""The list holds every event once, in order of time, the undated and unplaced in groups of their own."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from tests.ui.factories import make_collection, make_event, words
from viewer.model.records import Event
from viewer.render.theme import load_theme
from viewer.store.compiling import compiled
from viewer.store.events import StoredEvents
from viewer.store.sections import Held
from viewer.store.store import Store
from viewer.ui.lists.event_list import EventList
from viewer.ui.lists.listed import Listed
from viewer.ui.lists.two_line_rows import ROW_ROLE

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def listing(qtbot: QtBot) -> EventList:
    listing = EventList()
    qtbot.addWidget(listing)
    listing.set_theme(load_theme("light"))
    listing.resize(340, 400)
    listing.show()
    return listing


def stored(events: list[Event]) -> StoredEvents:
    return Store(Held(compiled(make_collection(events)))).events_at(np.arange(len(events)))


def shown(events: list[Event]) -> list[str]:
    listed = Listed(stored(events))
    numbers = [listed.number(row) for row in range(len(listed))]
    return [
        listed.heading(row) if number is None else events[number].id for row, number in enumerate(numbers)
    ]


def test_events_stand_in_order_of_time_then_the_groups() -> None:
    events = [
        make_event("claim", date=""),
        make_event("late", date="1940"),
        make_event("broken", date="", date_text="1917-02-30"),
        make_event("early", date="1879-11-07"),
        make_event("until", date="[..1900]"),
    ]

    assert shown(events) == ["early", "until", "late", "Undated (1)", "claim", "Not placed (1)", "broken"]


DATES = st.sampled_from(
    ["", "1917", "1917-11", "1928-01-31", "1904/1905", "1985/..", "../1905", "Y-170000002"]
)


@given(st.lists(DATES, max_size=12))
def test_no_event_is_lost_or_doubled(dates: list[str]) -> None:
    events = [make_event(f"e{n}", date=date) for n, date in enumerate(dates)]

    listed = Listed(stored(events))
    numbers = [listed.number(row) for row in range(len(listed))]

    assert sorted(number for number in numbers if number is not None) == list(range(len(events)))
    assert all(numbers[listed.row(number) or 0] == number for number in range(len(events)))


def test_a_click_and_enter_ask_for_the_event(listing: EventList, qtbot: QtBot) -> None:
    events = [make_event("first", date="1900"), make_event("second", date="1910")]
    listing.show_events(stored(events))
    place = listing.view.visualRect(listing.view.model().index(1, 0)).center()

    with qtbot.waitSignal(listing.event_requested) as clicked:
        qtbot.mouseClick(listing.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.keyClick(listing.view, Qt.Key.Key_Up)
    with qtbot.waitSignal(listing.event_requested) as entered:
        qtbot.keyClick(listing.view, Qt.Key.Key_Return)

    assert clicked.args == ["second"]
    assert entered.args == ["first"]


def test_the_keyboard_passes_over_a_heading(listing: EventList, qtbot: QtBot) -> None:
    events = [make_event("dated", date="1900"), make_event("undated", date="")]
    listing.show_events(stored(events))
    listing.select("dated")

    qtbot.keyClick(listing.view, Qt.Key.Key_Down)

    assert listing.selected() == "undated"


def test_selecting_from_outside_scrolls_there_and_asks_for_nothing(listing: EventList, qtbot: QtBot) -> None:
    events = [make_event(f"e{n}", date=f"{1000 + n}") for n in range(500)]
    listing.show_events(stored(events))

    with qtbot.assertNotEmitted(listing.event_requested):
        listing.select("e400")

    box = listing.view.visualRect(listing.view.currentIndex())
    assert listing.selected() == "e400"
    assert listing.view.viewport().rect().contains(box)
    listing.select(None)
    assert listing.selected() is None


def test_the_choice_stays_when_the_filter_changes(listing: EventList) -> None:
    events = [make_event(f"e{n}", date=f"{1900 + n}") for n in range(5)]
    listed = stored(events)
    listing.show_events(listed)
    listing.select("e3")

    listing.show_events(listed[2:])

    assert listing.selected() == "e3"


def test_a_contested_event_has_a_shape_of_its_own(listing: EventList) -> None:
    events = [make_event("plain", date="1900"), make_event("disputed", date="1901", differs=("date",))]
    listing.show_events(stored(events))

    lines = [listing.view.model().index(row, 0).data(ROW_ROLE) for row in (0, 1)]

    assert [line.contested for line in lines] == [False, True]
    spoken = listing.view.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "the sources disagree" in spoken


def test_every_row_is_painted(listing: EventList, qtbot: QtBot) -> None:
    events = [
        make_event(kind, date="1900", kind=kind) for kind in ("event", "period", "state", "work", "claim")
    ]
    events.append(make_event("disputed", date="1901", differs=("date",)))

    with qtbot.assertNotEmitted(listing.failed):
        listing.show_events(stored(events))
        picture = listing.view.viewport().grab().toImage()

    accent = load_theme("light").color("accent")
    box = listing.view.visualRect(listing.view.model().index(5, 0))
    near = [picture.pixelColor(x, y) for x in range(10, 32) for y in range(box.top(), box.bottom())]
    assert any(QColor(pixel).rgb() == accent.rgb() for pixel in near)


def test_a_row_that_cannot_be_painted_is_told(
    listing: EventList, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    events = [make_event("first", date="1900")]
    listing.show_events(stored(events))
    monkeypatch.setattr("viewer.ui.lists.two_line_rows.draw_mark", lambda *_parts: 1 / 0)

    with qtbot.waitSignal(listing.failed) as failed:
        listing.view.viewport().grab()

    assert "ZeroDivisionError" in failed.args[0]


def test_hostile_titles_are_one_short_literal_line(listing: EventList) -> None:
    event = make_event("x", title=words("<b>\u202ea</b>\n" + "y" * 1_000_000))
    listing.show_events(stored([event]))

    index = listing.view.model().index(0, 0)

    assert index.data().startswith("<b>[U+202E]a</b> yyy")
    assert len(index.data()) <= 300
    assert "<td>&lt;b&gt;" in index.data(Qt.ItemDataRole.ToolTipRole)


def test_an_empty_list_says_why(listing: EventList) -> None:
    listing.show_events(stored([]))

    assert listing._nothing.isVisible()


def test_all_events_are_listed_once_for_two_views_and_anew_when_read_again(listing: EventList) -> None:
    store, again = (
        Store(Held(compiled(make_collection([make_event("a", date="1917"), make_event("b", date="1918")]))))
        for _ in range(2)
    )
    resets: list[object] = []
    model = listing.view.model()
    model.modelReset.connect(lambda: resets.append(model.rowCount()))
    rows = [
        StoredEvents(store, 2),
        StoredEvents(store, 2),
        store.events_at(np.array([1])),
        StoredEvents(again, 2),
    ]
    for events in rows:
        listing.show_events(events)
    assert resets == [2, 1, 2]
