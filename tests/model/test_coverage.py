"""Nothing of a source is left out unseen."""

from collections import Counter
from dataclasses import replace
from types import MappingProxyType

import pytest

from viewer.model.coverage import Coverage, coverage
from viewer.model.date_words import date_words
from viewer.model.records import Attestation, Collection, Event, Place, Source, Uncited
from viewer.model.words import LocalText

NOTHING = LocalText()
ENGLISH = LocalText((("en", "In English"),))


def source(text: str, language: str = "en", excused: tuple[str, ...] = ()) -> Source:
    uncited = tuple(Uncited(q, text.index(q), text.index(q) + len(q), ENGLISH) for q in excused)
    return Source(
        "s", "S", "S", language, "", "sources/s.txt", "", text, "whole", "blue", NOTHING, NOTHING,
        MappingProxyType({}), uncited,
    )  # fmt: skip


def passage(text: str, quote: str, translation: LocalText = ENGLISH) -> Attestation:
    return Attestation("s", quote, text.index(quote), text.index(quote) + len(quote), translation)


def event(*passages: Attestation, differs: tuple[str, ...] = (), because: LocalText = NOTHING) -> Event:
    at = Place("events/all.yaml", 1, 3)
    return Event(
        "e", ENGLISH, "event", "life", 1, at, attestations=passages, differs=differs, because=because
    )


def measured(document: Source, *events: Event) -> Coverage:
    empty: tuple[()] = ()
    return coverage(
        Collection(
            "c", ENGLISH, "1", ENGLISH, "", empty, empty, (document,), empty, empty, events, empty, empty
        )
    )


def left_out(text: str, *quotes: str, language: str = "en", excused: tuple[str, ...] = ()) -> list[str]:
    result = measured(source(text, language, excused), event(*(passage(text, q) for q in quotes)))
    return [stretch.text for stretch in result.sources[0].uncited]


def dates_in(text: str, language: str) -> list[str]:
    return [text[start:end] for start, end in date_words(text, language)]


def test_the_bundled_collection_leaves_nothing_out(bundled: Collection) -> None:
    result = coverage(bundled)
    assert result.complete
    assert all(one.share > 0.9 and not one.uncited and not one.dates for one in result.sources)
    assert (result.unattested, result.untranslated, result.unexplained) == ((), (), ())


def test_every_passage_that_alone_covers_a_word_is_missed_when_it_goes(bundled: Collection) -> None:
    users = Counter(
        (one.source, place)
        for one in bundled.attestations()
        if one.start is not None and one.end is not None
        for place in range(one.start, one.end)
    )
    missed = 0
    for number, one in enumerate(bundled.events):
        alone = any(
            p.start is not None and p.end is not None and p.end - p.start > 40
            and all(users[p.source, place] == 1 for place in range(p.start, p.end))
            for p in one.attestations
        )  # fmt: skip
        if alone:
            events = bundled.events[:number] + bundled.events[number + 1 :]
            assert any(s.uncited for s in coverage(replace(bundled, events=events)).sources), one.id
            missed += 1
    assert missed > 200


def test_a_sentence_that_nothing_cites_is_told_with_its_place() -> None:
    text = "He was born.\nHe left. He came back."
    (stretch,) = (
        measured(source(text), event(passage(text, "He was born."), passage(text, "He left.")))
        .sources[0]
        .uncited
    )
    assert (stretch.text, stretch.line, stretch.column) == ("He came back.", 2, 10)
    assert text[stretch.start : stretch.end] == stretch.text


@pytest.mark.parametrize(
    ("text", "quotes", "language", "found"),
    [
        ("He left, and came back.", ("He left", "came back"), "en", []),
        ("He left, gladly, and came back.", ("He left", "came back"), "en", [", gladly, and"]),
        ("Odjel a vrátil se.", ("Odjel", "vrátil se"), "cs", []),
        ("Odjel a vrátil se.", ("Odjel", "vrátil se"), "en", ["a"]),
        ("เขาไป และกลับมา", ("เขาไป", "กลับมา"), "th", []),
        ("เขาไป แล้วกลับมา", ("เขาไป", "กลับมา"), "th-TH", ["แล้ว"]),
        ("One.\n\nTwo.\nThree.", ("One.",), "en", ["Two.", "Three."]),
        ("He left ... (!)", ("He left",), "en", []),
        ("He left in 5", ("He left in",), "en", ["5"]),
        ("", (), "en", []),
    ],
)
def test_connectives_say_nothing_and_every_other_word_does(
    text: str, quotes: tuple[str, ...], language: str, found: list[str]
) -> None:
    assert left_out(text, *quotes, language=language) == found


def test_what_is_excused_is_neither_cited_nor_left_out() -> None:
    text = "Heading of 1917\nHe left."
    result = measured(source(text, excused=("Heading of 1917",)), event(passage(text, "He left."))).sources[0]
    assert (result.uncited, result.dates, result.cited, result.excused) == ((), (), 8, 15)
    assert result.share == 8 / 24


def test_passages_that_overlap_are_counted_once() -> None:
    text = "0123456789"
    events = event(passage(text, "01234"), passage(text, "345")), event(passage(text, "34"))
    assert measured(source(text), *events).sources[0].cited == 6


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("ใน ค.ศ. ๑๙๑๗ เดือนมีนาคม ฤดูใบไม้ร่วง", "th", ["๑๙๑๗", "มีนาคม", "ฤดูใบไม้ร่วง"]),
        ("v zimě 1920-21, v Březnu i v létě, mezi dubnovými", "cs", ["zimě", "1920", "21", "Březnu", "létě"]),
        ("In May 1905 he may march; in March, in Winter", "en", ["May", "1905", "March", "Winter"]),
        ("the fall of Trotsky in the fall of 1927", "en", ["fall", "1927"]),
        ("Le 14 juillet", "fr", ["14"]),
    ],
)
def test_numbers_months_and_seasons_are_found(text: str, language: str, found: list[str]) -> None:
    assert dates_in(text, language) == found


def test_a_date_word_that_no_passage_holds_whole_is_told() -> None:
    text = "In May 1917 he left, in 1918 too."
    result = measured(source(text), event(passage(text, "In May 19"), passage(text, "he left, in 1918 too")))
    assert [stretch.text for stretch in result.sources[0].dates] == ["1917"]


def test_what_an_event_lacks_is_told() -> None:
    text = "Odjel."
    bare, plain = event(), event(passage(text, text, NOTHING))
    torn = event(passage(text, text), differs=("date",))
    result = measured(source(text, "cs"), bare, plain, torn)
    assert result.unattested == (bare,)
    assert [one.owner for one in result.untranslated] == ['event "e"']
    assert result.unexplained == (torn,)
    assert not result.complete


def test_english_needs_no_translation_and_a_reason_explains() -> None:
    text = "He left."
    whole = event(passage(text, text, NOTHING), differs=("date",), because=ENGLISH)
    assert measured(source(text, "en-GB"), whole).complete
