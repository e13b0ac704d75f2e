"""The page of an event says everything the collection says of it, and leads where it says it leads."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from tests.ui.factories import (
    CZECH_QUOTE,
    THAI,
    THAI_QUOTE,
    attest,
    deported,
    make_aspect,
    make_collection,
    make_event,
    make_source,
    words,
)
from viewer.model.records import Collection, Event, Relation
from viewer.render.theme import load_theme
from viewer.ui.detail_pane import DetailPane
from viewer.ui.page.content import ToFilter

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "raise")

HOSTILE = '<img src="/dev/zero"><b>x</b> javascript:alert(1) &amp; \u202egnikcah'
SHOWN = '<img src="/dev/zero"><b>x</b> javascript:alert(1) &amp; [U+202E]gnikcah'

Show = Callable[[Collection, Event], DetailPane]


@pytest.fixture
def pane(qtbot: QtBot) -> DetailPane:
    pane = DetailPane()
    qtbot.addWidget(pane)
    pane.set_theme(load_theme("light"))
    pane.resize(520, 700)
    pane.show()
    return pane


def text(pane: DetailPane) -> str:
    return pane.view.toPlainText()


def place_of(pane: DetailPane, words: str) -> QPoint:
    cursor = pane.view.document().find(words)
    assert not cursor.isNull(), words
    cursor.setPosition(cursor.selectionStart() + 1)
    pane.view.setTextCursor(cursor)
    pane.view.ensureCursorVisible()
    return pane.view.cursorRect(cursor).center()


def click(qtbot: QtBot, pane: DetailPane, words: str) -> None:
    qtbot.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=place_of(pane, words))


def tab_to(qtbot: QtBot, pane: DetailPane, words: str) -> None:
    pane.view.moveCursor(QTextCursor.MoveOperation.Start)
    pane.view.setFocus()
    for _ in range(60):
        qtbot.keyClick(pane.view, Qt.Key.Key_Tab)
        if pane.view.textCursor().selectedText() == words:
            return
    pytest.fail(f"Tab never reaches {words!r}")


def test_every_passage_stands_on_the_page_letter_by_letter(pane: DetailPane) -> None:
    collection, event = deported()

    pane.show_event(collection, event)

    for passage in event.attestations:
        assert passage.quote in text(pane)
        assert passage.translation.best() in text(pane)
        assert f"Exact at characters {passage.start}–{passage.end}" in text(pane)


def test_the_page_says_what_each_source_says_of_the_date(pane: DetailPane) -> None:
    collection, event = deported()

    pane.show_event(collection, event)

    for said in (
        "Date in this source: 20 January 1929 · Gregorian calendar",
        "Date in this source: February 1929 · Gregorian calendar",
        "inferred",
        "Inferred from: The sentence before.",
        "In its own words: v únoru 1929",
    ):
        assert said in text(pane)


def test_a_disagreement_is_shown_with_each_position_and_the_reason_of_the_editors(pane: DetailPane) -> None:
    collection, event = deported()

    pane.show_event(collection, event)

    after = text(pane).split("Where the sources disagree", 1)[1]
    assert "In the date; the sources differ by 12 to 39 days." in after
    assert "Thai text: The order, in January." in after
    assert "Czech text: February 1929" in after
    assert "Both are stages of one deportation." in after


def test_an_agreed_event_shows_no_disagreement(pane: DetailPane) -> None:
    source = make_source()
    event = make_event(attestations=[attest(source, THAI_QUOTE, "1929-01-20")])

    pane.show_event(make_collection([event], [source]), event)

    assert "disagree" not in text(pane)


def test_a_note_is_marked_as_the_editors(pane: DetailPane) -> None:
    collection, event = deported()

    pane.show_event(collection, event)

    assert "Editors’ note: He left Odessa on 10 February." in text(pane)
    assert "Editors’ note: A slip." in text(pane)
    assert text(pane).count("Translation by the editors") == 2


def test_both_calendars_are_shown_where_they_differ(pane: DetailPane) -> None:
    born = make_event(date="1879-10-26", calendar="julian")
    abroad = make_event(date="1915-09-05")

    pane.show_event(make_collection([born]), born)
    assert "26 October 1879 (Old Style), 7 November 1879 (New Style)" in text(pane)
    pane.show_event(make_collection([abroad]), abroad)
    assert "Old Style: 23 August 1915" in text(pane)


def test_a_passage_that_was_not_found_says_so_and_stays_readable(pane: DetailPane) -> None:
    source = make_source()
    event = make_event(attestations=[attest(source, "these words are nowhere")])

    pane.show_event(make_collection([event], [source]), event)

    assert "these words are nowhere" in text(pane)
    assert "NOT FOUND in the source." in text(pane)


@pytest.mark.parametrize(
    ("state", "said"), [("changed", "has changed since"), ("not opened", "could not be opened")]
)
def test_the_state_of_a_source_stands_beside_its_passage(pane: DetailPane, state: str, said: str) -> None:
    source = make_source(state=state)
    event = make_event(attestations=[attest(source, THAI_QUOTE)])

    pane.show_event(make_collection([event], [source]), event)

    assert said in text(pane)
    assert THAI_QUOTE in text(pane)


def test_an_unreadable_date_is_shown_as_the_file_has_it(pane: DetailPane) -> None:
    event = make_event(date="", date_text="1917-02-30")

    pane.show_event(make_collection([event]), event)

    assert "Not placed: “1917-02-30” cannot be read as a date" in text(pane)


def test_hostile_text_is_shown_literally_everywhere(pane: DetailPane, qtbot: QtBot) -> None:
    source = make_source(title=HOSTILE, short_title=HOSTILE, kind=words(HOSTILE), trust=words(HOSTILE))
    passage = attest(source, HOSTILE, translation=words(HOSTILE), as_written=HOSTILE, note=words(HOSTILE))
    event = make_event(
        attestations=[passage],
        title=words(HOSTILE),
        summary=words(HOSTILE),
        because=words(HOSTILE),
        people=(HOSTILE,),
    )
    collection = make_collection([event], [source], title=words(HOSTILE), statement=words(HOSTILE))

    pane.show_event(collection, event)
    assert text(pane).count(SHOWN) == 11
    assert "\u202e" not in text(pane)
    pane.show_nothing(collection)
    assert text(pane).count(SHOWN) == 5
    pane.show_aspect(collection, make_aspect("x", [(HOSTILE, passage)], title=words(HOSTILE)))
    assert text(pane).count(SHOWN) >= 6


def test_no_link_on_the_page_carries_text_of_the_data(pane: DetailPane) -> None:
    event = make_event(people=("file:///etc/passwd", "javascript:alert(1)"))

    pane.show_event(make_collection([event]), event)

    html = pane.view.document().toHtml()
    assert 'href="link:0"' in html
    assert 'href="file' not in html
    assert 'href="javascript' not in html


def test_a_page_asks_for_no_file(pane: DetailPane) -> None:
    image = pane.view.loadResource(2, "file:///dev/zero")

    assert (image.width(), image.height()) == (1, 1)


def test_show_in_source_asks_for_the_passage(pane: DetailPane, qtbot: QtBot) -> None:
    collection, event = deported()
    pane.show_event(collection, event)
    start = THAI.index(THAI_QUOTE)

    with qtbot.waitSignal(pane.passage_requested) as clicked:
        click(qtbot, pane, "Show in source: Thai text")
    tab_to(qtbot, pane, "Show in source: Thai text")
    with qtbot.waitSignal(pane.passage_requested) as entered:
        qtbot.keyClick(pane.view, Qt.Key.Key_Return)

    assert clicked.args == entered.args == ["thai", start, start + len(THAI_QUOTE)]


def test_people_and_places_ask_for_a_filter(pane: DetailPane, qtbot: QtBot) -> None:
    collection, event = deported()
    pane.show_event(collection, event)

    with qtbot.waitSignal(pane.filter_requested) as clicked:
        click(qtbot, pane, "Alma-Ata")
    tab_to(qtbot, pane, "Leon Trotsky")
    with qtbot.waitSignal(pane.filter_requested) as entered:
        qtbot.keyClick(pane.view, Qt.Key.Key_Return)

    assert clicked.args == ["place", "alma-ata"]
    assert entered.args == ["person", "leon-trotsky"]


def test_related_events_are_reached_from_both_ends(pane: DetailPane, qtbot: QtBot) -> None:
    first = make_event("exiled")
    then = make_event("deported", relations=(Relation("follows", "exiled"),))
    collection = make_collection([first, then])

    pane.show_event(collection, then)
    assert "Follows: Exiled" in text(pane)
    pane.show_event(collection, first)
    with qtbot.waitSignal(pane.event_requested) as asked:
        click(qtbot, pane, "Deported")

    assert asked.args == ["deported"]
    assert "Followed by: Deported" in text(pane)


def test_an_aspect_shows_both_sides_and_why_it_mattered(pane: DetailPane, qtbot: QtBot) -> None:
    source = make_source("english", "Stalin was gifted. Trotsky was obsessed. People flocked to Stalin.")
    aspect = make_aspect(
        "character",
        [
            ("joseph-stalin", attest(source, "Stalin was gifted.")),
            ("leon-trotsky", attest(source, "Trotsky was obsessed.")),
        ],
        mattered=(attest(source, "People flocked to Stalin."),),
        events=("deported",),
    )
    event = make_event("deported")
    collection = make_collection([event], [source], aspects=(aspect,))

    pane.show_aspect(collection, aspect)
    for said in (
        "Stalin was gifted.",
        "Trotsky was obsessed.",
        "Why it mattered",
        "People flocked to Stalin.",
    ):
        assert said in text(pane)
    pane.show_event(collection, event)
    with qtbot.waitSignal(pane.aspect_requested) as asked:
        click(qtbot, pane, "Character")

    assert asked.args == ["character"]


def test_the_first_page_tells_what_the_sources_are_and_opens_them(pane: DetailPane, qtbot: QtBot) -> None:
    collection, _ = deported()

    pane.show_nothing(collection)
    with qtbot.waitSignal(pane.passage_requested) as asked:
        click(qtbot, pane, "[The czech text]")

    assert asked.args == ["czech", 0, 0]
    for said in (
        "Three unsigned documents.",
        "A life in thai.",
        "How far to trust it: Mostly sound.",
        "arrow keys",
    ):
        assert said in text(pane)


def test_a_citation_holds_passage_translation_source_and_characters(pane: DetailPane, qtbot: QtBot) -> None:
    collection, event = deported()
    pane.show_event(collection, event)

    with qtbot.waitSignal(pane.copied):
        click(qtbot, pane, "Copy citation")

    cited = QGuiApplication.clipboard().text()
    start = THAI.index(THAI_QUOTE)
    assert cited.splitlines() == [
        f"“{THAI_QUOTE}”",
        f"Translation by the editors: “English of {THAI_QUOTE[:12]}”",
        f"[The thai text], in Thai (Unsigned and undated), characters {start}–{start + len(THAI_QUOTE)}.",
        "Date in this source: 20 January 1929.",
        "Cited for: Deported, 20 January to 12 February 1929. Trotsky and Stalin, version 1.0.",
    ]


def test_the_whole_event_is_copied_with_every_passage_and_no_buttons(pane: DetailPane, qtbot: QtBot) -> None:
    collection, event = deported()
    pane.show_event(collection, event)

    with qtbot.waitSignal(pane.copied) as copied:
        pane.copy_event()

    assert THAI_QUOTE in copied.args[0]
    assert CZECH_QUOTE in copied.args[0]
    assert "Both are stages of one deportation." in copied.args[0]
    assert "Show in source" not in copied.args[0]
    assert QGuiApplication.clipboard().text() == copied.args[0]


def test_a_long_text_is_cut_until_all_of_it_is_asked_for(pane: DetailPane, qtbot: QtBot) -> None:
    event = make_event(summary=words("x" * 20_000 + " end"))
    pane.show_event(make_collection([event]), event)

    assert "end" not in text(pane)
    click(qtbot, pane, "Show all")

    assert text(pane).count("x") >= 20_000
    assert " end" in text(pane)


def test_a_page_of_very_many_paragraphs_is_cut_too(pane: DetailPane, qtbot: QtBot) -> None:
    source = make_source()
    passages = [attest(source, THAI_QUOTE)] * 2_000
    event = make_event(attestations=passages)

    pane.show_event(make_collection([event], [source]), event)

    assert pane.view.document().blockCount() < 1_000
    assert "paragraphs are left" in text(pane)


def test_a_page_begins_at_its_top_and_tab_at_its_first_link(pane: DetailPane, qtbot: QtBot) -> None:
    collection, event = deported()
    pane.hide()

    pane.show_event(collection, event)
    pane.show()
    pane.view.setFocus()
    top = pane.view.verticalScrollBar().value()
    qtbot.keyClick(pane.view, Qt.Key.Key_Tab)

    assert top == 0
    assert pane.view.textCursor().selectedText() == "Show in source: Thai text"


def test_another_theme_keeps_the_page_and_the_place(pane: DetailPane) -> None:
    collection, event = deported()
    pane.show_event(collection, event)
    pane.view.verticalScrollBar().setValue(200)
    before = text(pane)

    pane.set_theme(load_theme("dark"))

    assert text(pane) == before
    assert pane.view.verticalScrollBar().value() == 200


@pytest.mark.parametrize("width", [320, 520, 1400])
def test_a_line_has_at_most_75_characters_and_nothing_is_cut_off(pane: DetailPane, width: int) -> None:
    event = make_event(summary=words("Every event can be checked against the passages it rests on. " * 20))
    pane.resize(width, 700)

    pane.show_event(make_collection([event]), event)

    block = pane.view.document().find("Every event").block()
    lines = [block.layout().lineAt(number).textLength() for number in range(block.layout().lineCount())]
    assert max(lines) <= 75 + 5  # the summary is set a little larger; a word may hang over
    assert pane.view.horizontalScrollBar().maximum() == 0


def test_a_tip_is_escaped_before_qt_sees_it(pane: DetailPane, qtbot: QtBot) -> None:
    collection, event = deported()
    other = make_event("other", summary=words(HOSTILE))
    event = replace(event, relations=(Relation("follows", "other"),))
    pane.show_event(replace(collection, events=(event, other)), event)
    place = place_of(pane, "Other")

    QApplication.sendEvent(
        pane.view.viewport(), QHelpEvent(QEvent.Type.ToolTip, place, pane.view.viewport().mapToGlobal(place))
    )

    assert "<td>&lt;img src=" in QToolTip.text()
    assert "<img" not in QToolTip.text()
    QToolTip.hideText()


def test_what_cannot_be_painted_is_told_and_the_text_stays(
    pane: DetailPane, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    collection, event = deported()
    pane.show_event(collection, event)
    monkeypatch.setattr(pane.view, "paint_under", lambda _painter: 1 / 0)

    with qtbot.waitSignal(pane.failed) as failed:
        pane.grab()

    assert "ZeroDivisionError" in failed.args[0]
    assert THAI_QUOTE in text(pane)


def test_a_folder_dropped_on_the_page_is_left_to_the_window(pane: DetailPane) -> None:
    assert not pane.view.acceptDrops()
    assert not pane.view.viewport().acceptDrops()


def test_copying_a_selection_gives_plain_text_only(pane: DetailPane) -> None:
    collection, event = deported()
    pane.show_event(collection, event)

    pane.view.selectAll()
    pane.view.copy()

    assert QGuiApplication.clipboard().mimeData().formats() == ["text/plain"]
    assert THAI_QUOTE in QGuiApplication.clipboard().text()


def test_a_tip_gives_the_names_in_the_scripts_of_the_documents(pane: DetailPane) -> None:
    collection, event = deported()
    pane.show_event(collection, event)

    number = pane.view.links.index(ToFilter("person", "leon-trotsky"))

    assert "Thai: เลออน ตรอตสกี" in pane.view._setting.tips[number]
