"""A document is shown whole, its passages can be told apart, and each leads back to its event."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from tests.ui.factories import attest, make_aspect, make_collection, make_event, make_source
from viewer.model.records import Attestation, Collection, Source
from viewer.model.words import LocalText
from viewer.render.theme import load_theme
from viewer.ui.reader.finding import Finding
from viewer.ui.reader.offsets import ShownText
from viewer.ui.reader.parts import PART_LIMIT, part_of, part_starts
from viewer.ui.reader.passages import Passages
from viewer.ui.source_reader import SourceReader

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

LONG = "\n".join(f"Paragraph {n}: the year was {1800 + n} and nothing is certain." for n in range(200))
ASTRAL = "𝔗rotsky 👩\u200d🚀 wrote.\r\nThen 𝔖talin\u202e answered.\nThe end."


@pytest.fixture
def reader(qtbot: QtBot) -> SourceReader:
    reader = SourceReader()
    qtbot.addWidget(reader)
    reader.set_theme(load_theme("light"))
    reader.resize(520, 500)
    reader.show()
    return reader


def collection_of(source: Source, **quotes: str) -> Collection:
    events = [make_event(id_, [attest(source, quote)]) for id_, quote in quotes.items()]
    return make_collection(events, [source])


def span(source: Source, quote: str) -> tuple[int, int]:
    start = source.text.index(quote)
    return start, start + len(quote)


def in_view(reader: SourceReader, offset: int) -> bool:
    box = reader.view.rectangle_of(offset)
    return box.top() >= 0 and box.bottom() <= reader.view.viewport().height()


def test_the_lit_passage_is_in_view(reader: SourceReader) -> None:
    source = make_source("english", LONG)
    collection = collection_of(source, a="Paragraph 150: the year", b="Paragraph 3:")

    for quote in ("Paragraph 150: the year", "Paragraph 3:"):
        start, end = span(source, quote)
        reader.show_source(collection, "english", (start, end))

        assert in_view(reader, start)
        assert in_view(reader, end)


def test_a_passage_lit_behind_another_page_is_in_view_when_shown(reader: SourceReader) -> None:
    source = make_source("english", LONG)
    start, end = span(source, "Paragraph 150: the year")
    reader.hide()

    reader.show_source(collection_of(source, a="Paragraph 150: the year"), "english", (start, end))
    reader.resize(330, 400)
    reader.show()

    assert in_view(reader, start)
    assert in_view(reader, end)
    reader.resize(700, 300)
    assert in_view(reader, start)


def test_the_lit_passage_is_washed_in_the_colour_of_the_selection(reader: SourceReader) -> None:
    source = make_source("english", LONG)
    collection = collection_of(source, a="Paragraph 150: the year")
    start, end = span(source, "Paragraph 150: the year")

    reader.show_source(collection, "english", (start, end))
    picture = reader.view.viewport().grab().toImage()
    left, right = reader.view.rectangle_of(start), reader.view.rectangle_of(end)
    inside = picture.pixelColor(round((left.left() + right.left()) / 2), round(left.top()) + 2)
    outside = picture.pixelColor(round(right.left()) + 20, round(right.top()) + 2)

    assert inside.red() - inside.green() > outside.red() - outside.green() + 20


def test_another_theme_keeps_the_caret_and_the_place(reader: SourceReader) -> None:
    source = make_source("english", LONG)
    collection = collection_of(source, a="Paragraph 150: the year")
    start, end = span(source, "Paragraph 150: the year")
    reader.show_source(collection, "english", (start, end))
    before = reader.view.verticalScrollBar().value()

    reader.set_theme(load_theme("dark"))

    assert reader.view.caret_offset() == start
    assert reader.view.verticalScrollBar().value() == before
    assert in_view(reader, end)


def test_the_whole_text_is_shown(reader: SourceReader) -> None:
    source = make_source("english", LONG)

    reader.show_source(make_collection([], [source]), "english")

    assert LONG in reader.view.toPlainText()
    assert "How far to trust it: Mostly sound." in reader.view.toPlainText()


def test_a_click_on_a_passage_asks_for_its_event(reader: SourceReader, qtbot: QtBot) -> None:
    source = make_source("english", LONG)
    collection = collection_of(source, first="Paragraph 3:", second="Paragraph 5:")
    start, end = span(source, "Paragraph 5:")
    reader.show_source(collection, "english", (start, end))

    place = reader.view.rectangle_of(start + 4).center().toPoint()
    with qtbot.waitSignal(reader.event_requested) as asked:
        qtbot.mouseClick(reader.view.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert asked.args == ["second"]


def test_a_click_beside_the_passages_asks_for_nothing(reader: SourceReader, qtbot: QtBot) -> None:
    source = make_source("english", LONG)
    collection = collection_of(source, first="Paragraph 3:")
    start, end = span(source, "Paragraph 3:")
    reader.show_source(collection, "english", (start, end))

    place = reader.view.rectangle_of(end + 8).center().toPoint()
    with qtbot.assertNotEmitted(reader.event_requested):
        qtbot.mouseClick(reader.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        qtbot.mouseClick(reader.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(2, 2))


def test_keys_step_through_the_passages_and_enter_asks_for_the_event(
    reader: SourceReader, qtbot: QtBot
) -> None:
    source = make_source("english", LONG)
    collection = collection_of(source, first="Paragraph 3:", second="Paragraph 90:")
    reader.show_source(collection, "english")
    reader.view.setFocus()

    asked = []
    reader.event_requested.connect(asked.append)
    for key in (Qt.Key.Key_N, Qt.Key.Key_N, Qt.Key.Key_P):
        qtbot.keyClick(reader.view, key)
        qtbot.keyClick(reader.view, Qt.Key.Key_Return)

    assert asked == ["first", "second", "first"]
    assert reader.bar.place.text() == "1 of 2"


def test_the_first_step_reaches_a_passage_at_the_very_beginning(reader: SourceReader, qtbot: QtBot) -> None:
    source = make_source("english", LONG)
    reader.show_source(collection_of(source, first="Paragraph 0:", second="Paragraph 1:"), "english")

    reader.bar.next.click()
    assert reader.bar.place.text() == "1 of 2"
    reader.bar.previous.click()
    assert reader.bar.place.text() == "2 of 2"


def test_a_passage_of_several_events_asks_which(reader: SourceReader, qtbot: QtBot) -> None:
    source = make_source("english", LONG)
    collection = collection_of(source, first="Paragraph 3: the year", second="Paragraph 3:")
    offset = source.text.index("Paragraph 3:")
    reader.show_source(collection, "english")

    menu = reader.menu_of(reader._citers(offset))
    assert [action.text() for action in menu.actions()] == ["Second", "First"]
    with qtbot.waitSignal(reader.event_requested) as asked:
        menu.actions()[1].trigger()

    assert asked.args == ["first"]


def test_a_passage_of_an_aspect_leads_to_the_aspect(reader: SourceReader, qtbot: QtBot) -> None:
    source = make_source("english", LONG)
    aspect = make_aspect("character", [("joseph-stalin", attest(source, "Paragraph 3:"))])
    reader.show_source(
        make_collection([], [source], aspects=(aspect,)), "english", span(source, "Paragraph 3:")
    )

    with qtbot.waitSignal(reader.aspect_requested) as asked:
        qtbot.keyClick(reader.view, Qt.Key.Key_Return)

    assert asked.args == ["character"]


def test_offsets_are_right_behind_astral_letters_and_spelt_out_controls(
    reader: SourceReader, qtbot: QtBot
) -> None:
    source = make_source("english", ASTRAL)
    collection = collection_of(source, stalin="𝔖talin\u202e answered", end="The end")

    for id_, quote in (("stalin", "𝔖talin\u202e answered"), ("end", "The end")):
        reader.show_source(collection, "english", span(source, quote))
        with qtbot.waitSignal(reader.event_requested) as asked:
            qtbot.keyClick(reader.view, Qt.Key.Key_Return)
        assert asked.args == [id_]

    assert "𝔖talin[U+202E] answered" in reader.view.toPlainText()


def test_the_switcher_shows_another_source(reader: SourceReader) -> None:
    thai, czech = make_source("thai"), make_source("czech", "Česky.")
    reader.show_collection(make_collection([], [thai, czech]))

    reader.bar.switcher.setCurrentIndex(1)
    reader.bar.switcher.activated.emit(1)

    assert "Česky." in reader.view.toPlainText()
    assert thai.text not in reader.view.toPlainText()


@pytest.mark.parametrize("state", ["changed", "not opened"])
def test_the_state_of_the_file_is_said(reader: SourceReader, state: str) -> None:
    source = make_source("english", "" if state == "not opened" else LONG, state=state)

    reader.show_source(make_collection([], [source]), "english")

    assert reader.bar.state.isVisible()
    assert "The file " in reader.view.toPlainText()


def test_words_are_found_in_any_case_and_selected_in_view(reader: SourceReader, qtbot: QtBot) -> None:
    source = make_source("english", LONG)
    reader.show_source(make_collection([], [source]), "english")

    qtbot.keyClick(reader.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(reader.find_bar.field, "pARAGRAPH 17:")

    assert reader.view.textCursor().selectedText() == "Paragraph 17:"
    assert in_view(reader, source.text.index("Paragraph 17:"))
    assert reader.find_bar.answer.text() == "1 of 1"
    qtbot.keyClicks(reader.find_bar.field, " nowhere")
    assert reader.find_bar.answer.text() == "no match"
    qtbot.keyClick(reader.find_bar.field, Qt.Key.Key_Escape)
    assert not reader.find_bar.isVisible()


def test_hostile_text_of_a_source_is_shown_literally(reader: SourceReader) -> None:
    hostile = '<img src="/dev/zero">\u202e<a href="file:///etc/passwd">x</a>\ufdd0\x00'
    source = make_source("english", hostile, title=hostile, short_title=hostile)

    reader.show_source(collection_of(source, a="<img"), "english", (0, 4))

    shown = reader.view.toPlainText()
    assert shown.count('<img src="/dev/zero">[U+202E]<a href="file:///etc/passwd">x</a>[U+FDD0][U+0000]') == 3
    assert "<a href=" not in reader.view.document().toHtml()


def test_a_large_source_is_shown_in_parts_and_the_lit_one_is_the_right_one(reader: SourceReader) -> None:
    text = "".join(f"Line {n} of a very long document indeed.\n" for n in range(500_000))
    source = make_source("english", text)
    collection = collection_of(source, a="Line 400123 of")
    start, end = span(source, "Line 400123 of")

    reader.show_source(collection, "english", (start, end))

    assert in_view(reader, start)
    assert reader.view.document().characterCount() < 2 * PART_LIMIT
    assert reader.bar.part.isVisible()
    reader.bar.later.click()
    assert "Line 400123 of" not in reader.view.toPlainText()


def test_a_word_of_a_million_letters_is_shown(reader: SourceReader) -> None:
    source = make_source("english", "x" * 1_000_000)

    reader.show_source(collection_of(source, a="xxx"), "english", (0, 3))

    assert reader.view.document().characterCount() > 10_000


TEXTS = st.text(alphabet=st.sampled_from("ab\n\r\t𝔗👩\u200d\u202e\u200bก้é"), max_size=60)


@given(TEXTS, st.integers(0, 60), st.integers(0, 60))
def test_every_character_has_its_place_in_what_is_shown(text: str, a: int, b: int) -> None:
    start, end = sorted((min(a, len(text)), min(b, len(text))))
    shown = ShownText(text, start, end)
    units = "\n".join(shown.blocks).encode("utf-16-le")

    assert shown.length == len(units) // 2
    for offset in range(start, end):
        position = shown.to_position(offset)
        if text[offset] in "ab\tก้é𝔗👩":
            there = units[2 * position :].decode("utf-16-le", "replace")
            assert there.startswith(text[offset])
        if not (text[offset] == "\n" and offset > start and text[offset - 1] == "\r"):
            assert shown.to_offset(position) == offset


@given(st.text(alphabet="ab \n", max_size=300), st.integers(5, 50))
def test_parts_follow_each_other_without_a_gap(text: str, limit: int) -> None:
    starts = part_starts(text, limit)

    assert starts[0] == 0
    assert list(starts) == sorted(set(starts))
    assert all(b - a <= limit + limit // 2 for a, b in zip(starts, (*starts[1:], len(text)), strict=True))
    assert all(starts[part_of(starts, offset)] <= offset for offset in range(len(text)))


SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 12)), max_size=12)


@given(SPANS, st.integers(0, 45))
def test_every_passage_that_holds_a_character_is_found(spans: list[tuple[int, int]], offset: int) -> None:
    source = make_source("english", "x" * 60)
    cited = [(start, start + length) for start, length in spans]
    events = [
        make_event(f"e{n}", [Attestation("english", "", start, end, LocalText())])
        for n, (start, end) in enumerate(cited)
    ]

    found = Passages(make_collection(events, [source]), "english").at(offset)

    assert {(p.start, p.end) for p in found} == {(a, b) for a, b in cited if a <= offset < b}


@given(
    st.text(alphabet="abA", max_size=40), st.text(alphabet="ab", min_size=1, max_size=3), st.integers(0, 40)
)
def test_the_last_match_before_an_offset_is_found(document: str, wanted: str, offset: int) -> None:
    finding = Finding(document, wanted)
    low, sought = document.lower(), wanted.lower()
    starts = [n for n in range(len(document)) if low.startswith(sought, n)]

    before = finding.before(offset)
    after = finding.after(offset)

    assert (before is None) == (after is None) == (not starts)
    if starts and after is not None:
        assert after[0] == min((n for n in starts if n >= offset), default=starts[0])


def test_a_document_is_shown_without_reading_what_cites_it(
    reader: SourceReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[int] = []
    named = Passages._citer
    monkeypatch.setattr(Passages, "_citer", lambda self, by: read.append(by) or named(self, by))
    source = make_source("english", LONG)
    reader.show_source(collection_of(source, a="Paragraph 3:", b="Paragraph 5:"), "english")
    assert read == []
    assert reader._citers(span(source, "Paragraph 5:")[0])
    assert len(read) == 1
