"""Every record read strictly: what is wrong is said at its place, and the event is kept (rows 10 to 20, 25, 28)."""

import pytest
from sandbox import EVENT, Sandbox

from viewer.model.records import Event

MORE = """\
- id: second
  title: {en: Second}
  kind: claim
  lane: life
  rank: 1
  attestations:
    - {source: english, quote: She stayed.}
"""


def events(sandbox: Sandbox) -> tuple[Event, ...]:
    collection = sandbox.load().collection
    assert collection is not None
    return collection.events


def test_a_sound_collection_has_no_problem(sandbox: Sandbox) -> None:
    assert sandbox.problems() == []


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        # misspelt, missing, of the wrong shape
        ("rank: 2", "ranc: 2", 'events/all.yaml:8:3: an event has no key "ranc" (did you mean "rank"?). Correct it.'),
        ("rank: 2", "", 'events/all.yaml:1:3: event "leaves-odessa" has no "rank". Add it.'),
        ("rank: 2", "rank: 6", 'events/all.yaml:8:9: "6" is no "rank". It is one of: 1, 2, 3, 4, 5.'),
        ("rank: 2", "rank:", 'events/all.yaml:8:8: "rank" has no value. Write one, or remove the key.'),
        ("rank: 2", "rank: 2\n  rank: 3", 'events/all.yaml:9:3: the key "rank" stands here a second time; the first is in line 8.'),
        ("kind: event", "kind: evnet", 'events/all.yaml:3:9: "evnet" is no "kind" (did you mean "event"?).'),
        ("lane: exile", "lane: exil", 'events/all.yaml:5:9: there is no lane "exil" (did you mean "exile"?).'),
        ("lane: exile", "", 'event "leaves-odessa" has no "lane". Add it.'),
        ("title: {en: Leaves Odessa}", "", 'event "leaves-odessa" has no "title". Add it.'),
        ("title: {en: Leaves Odessa}", "title: Leaves", '2:10: "title" is a text ("Leaves"), not a text in a language. Write it as {en: ...}.'),
        ("title: {en: Leaves Odessa}", "title: {English: Leaves}", '2:11: "English" is no language tag. Write one such as en, th or cs.'),
        ("{en: Leaves Odessa}", "{en: Leaves, then returns}", '2:23: "then returns" stands alone: a comma has ended the text before it.'),
        ("{en: Leaves Odessa}", "{en:\u00a0Leaves}", "2:11: a no-break space follows the colon"),
        ("{en: Leaves Odessa}", "{en: [Leaves]}", 'as a text it must be in quotes: "[Leaves]"'),
        ("people: [leon-trotsky]", "people: leon-trotsky", '6:11: "people" is a text ("leon-trotsky"), not a list.'),
        ("people: [leon-trotsky]", "people: [leon-trotski]", '6:12: there is no person "leon-trotski" (did you mean "leon-trotsky"?).'),
        ("people: [leon-trotsky]", "people: [leon-trоtsky]", '(did you mean "leon-trotsky"? Here stands U+043E "о")'),
        ("places: [odessa]", "places: [odesa]", '7:12: there is no place "odesa" (did you mean "odessa"?).'),
        ("source: english", "source: englsh", '10:16: there is no source "englsh" (did you mean "english"?).'),
        ("attestations:\n    - {source: english, quote: on 10 February}", "attestations: []", 'event "leaves-odessa" has no attestation.'),
        ("- {source: english, quote: on 10 February}", "- on 10 February", 'an attestation of event "leaves-odessa" is a text ("on 10 February"), not a mapping.'),
        ("rank: 2", "rank: 2\n  relations: [{type: follow, event: leaves-odessa}]", '"follow" is no "type" (did you mean "follows"?).'),
        ("rank: 2", "rank: 2\n  relations: [{type: follows, event: leave-odessa}]", 'there is no event "leave-odessa" (did you mean "leaves-odessa"?).'),
        ("rank: 2", "rank: 2\n  notes: [{en: A note}]", 'a note of event "leaves-odessa" has no "kind".'),
        # reasons and grounds
        ("rank: 2", "rank: 2\n  differs: [date]", '9:12: event "leaves-odessa" has "differs" without "because". Say why.'),
        ("rank: 2", "rank: 2\n  because: {en: So}\n  differs: [dat]", '10:13: "dat" is no "differs" (did you mean "date"?).'),
        ("quote: on 10 February}", "quote: on 10 February, inferred: true, says: 1929}", '"inferred_from". Say where it is from.'),
        ("quote: on 10 February}", "quote: on 10 February, inferred: true, inferred_from: {en: x}}", '"inferred" stands without "says".'),
        ("quote: on 10 February}", "quote: on 10 February, inferred_from: {en: x}}", '"inferred_from" stands without "inferred: true".'),
        ("quote: on 10 February}", "quote: on 10 February, inferred: yes, says: 1929}", '"yes" is no "inferred"'),
        ("quote: on 10 February}", "quote: on 10 February, calendar: julian}", '"calendar" stands without "says". Remove it.'),
        ("source: english, quote: on 10 February}", "source: czech, quote: v únoru 1929}", '10:7: a quotation from "czech" (cs) has no translation. Add it.'),
        # dates
        ("1929-02-10", "1917-02-30", "4:17: \"1917-02-30\" is not a date: "),
        ("1929-02-10", "1917-13", "4:14: \"1917-13\" is not a date: "),
        ("1929-02-10", "1917-04-31", "4:17: \"1917-04-31\" is not a date: "),
        ("1929-02-10", "1900-02-29", "4:17: \"1900-02-29\" is not a date: "),
        ("1929-02-10", "1920/1910", "is not a date: "),
        ("1929-02-10", "circa 1905", 'Perhaps "1905~"?'),
        ("1929-02-10", "1905–1906", '"1905–1906" is not a date: '),
        ("1929-02-10", "๑๙๐๕", 'Perhaps "1905"?'),
        ("1929-02-10", "1905_01", 'Perhaps "1905-01"?'),
        ("1929-02-10", "[1905..]", '4:9: "date" is a list; as a text it must be in quotes: "[1905..]". Quote it.'),
        ("1929-02-10", "{1905, 1917}", '4:9: "date" is a mapping; as a text it must be in quotes: "{1905, 1917}". Quote it.'),
        ("1929-02-10", "{1905, 1905}", 'as a text it must be in quotes: "{1905, 1905}". Quote it.'),
        ("1929-02-10", "Y1E999999999", "is not a date: "),
        ("1929-02-10", "1" * 4301, "is not a date: "),
        ("1929-02-10", "1929-02-10\n  calendar: jullian", '5:13: "jullian" is no "calendar" (did you mean "julian"?).'),
        # what cannot be seen, and what is lost
        ("{en: Leaves Odessa}", "\n    en: Leaves #1 Odessa", '3:15: "#" after a space begins a comment, so "#1 Odessa" is lost.'),
        ("{en: Leaves Odessa}", "\n    en: #1 Odessa", '"#" after a space begins a comment, so "#1 Odessa" is lost.'),
        ("{source: english, quote: on 10 February}", "source: english\n      quote: on 10 #February", '11:19: "#" after a space begins a comment, so "#February" is lost.'),
        ("{en: Leaves Odessa}", "{en: Leaves \u202eOdessa}", "2:22: the text holds U+202E, which cannot be seen. Remove it."),
        ("{en: Leaves Odessa}", "{en: Leaves\u200bOdessa}", "2:21: the text holds U+200B, which cannot be seen."),
        ("{en: Leaves Odessa}", "{en: Leaves\U000e0041Odessa}", "the text holds U+E0041, which cannot be seen."),
        ("{en: Leaves Odessa}", '{en: "Leaves \\e[31mOdessa"}', "the text holds U+001B, which cannot be seen."),
        ("id: leaves-odessa", "id: Leaves_Odessa", '1:7: the id "Leaves_Odessa" is not well formed.'),
    ],
)  # fmt: skip
def test_one_slip_is_one_problem_at_its_place_and_the_event_stays(
    sandbox: Sandbox, old: str, new: str, problem: str
) -> None:
    sandbox.write("events/all.yaml", EVENT + MORE)
    sandbox.replace("events/all.yaml", old, new)

    problems = [said for said in sandbox.problems() if not _follows_from_a_misspelt_key(said, new)]

    assert len(problems) == 1, problems
    assert problem in problems[0]
    assert problems[0].startswith("events/all.yaml:")
    assert len(events(sandbox)) == 2


def _follows_from_a_misspelt_key(said: str, new: str) -> bool:
    return new == "ranc: 2" and 'has no "rank"' in said


@pytest.mark.parametrize(
    "date",
    ["[1905..]", "{1905,1917}", "1905-01/..", "%1905", "-0044", "0000", "1929-02-10T10:00:00", "Y170000002"],
)
def test_a_date_in_quotes_is_the_date_and_without_them_the_same_or_a_problem(
    sandbox: Sandbox, date: str
) -> None:
    sandbox.replace("events/all.yaml", "1929-02-10", f'"{date}"')
    (quoted,) = events(sandbox)
    sandbox.replace("events/all.yaml", f'"{date}"', date)
    loaded = sandbox.load()

    assert loaded.problems or (loaded.collection is not None and loaded.collection.events == (quoted,))


def test_an_event_with_an_impossible_date_is_kept_with_what_was_typed(sandbox: Sandbox) -> None:
    sandbox.write("events/all.yaml", EVENT + MORE)
    sandbox.replace("events/all.yaml", "1929-02-10", "1917-02-30")

    bad, good = events(sandbox)

    assert (bad.date, bad.date_text, bad.unreadable) == (None, "1917-02-30", True)
    assert (good.date, good.date_text, good.unreadable) == (None, "", False)


def test_a_day_that_only_the_julian_calendar_has_is_read_in_it(sandbox: Sandbox) -> None:
    sandbox.replace("events/all.yaml", "1929-02-10", "1900-02-29\n  calendar: julian")

    assert sandbox.problems() == []
    assert events(sandbox)[0].date is not None


def test_an_unquoted_set_keeps_its_characters(sandbox: Sandbox) -> None:
    sandbox.replace("events/all.yaml", "1929-02-10", "[1905, 1917]")
    assert events(sandbox)[0].date_text == "[1905, 1917]"


def test_an_event_without_title_lane_or_id_is_kept_under_stand_ins(sandbox: Sandbox) -> None:
    sandbox.write("events/all.yaml", "- {date: 1905}\n- id: only\n  lane: nowhere\n")

    first, second = events(sandbox)

    assert (first.id, str(first.title), first.lane, first.rank) == (
        "event-in-line-1",
        "event-in-line-1",
        "life",
        3,
    )
    assert (second.id, str(second.title), second.lane) == ("only", "only", "life")


def test_an_entry_that_is_no_event_is_named(sandbox: Sandbox) -> None:
    sandbox.write("events/all.yaml", EVENT + "- He left.\n-\n- [a]\n")

    advice = ', not a mapping. Begin it with "- id:" and write every field as key: value.'
    assert sandbox.problems() == [
        'events/all.yaml:11:3: event 2 of the file is a text ("He left.")' + advice,
        "events/all.yaml:12:2: event 3 of the file is empty" + advice,
        "events/all.yaml:13:3: event 4 of the file is a list" + advice,
    ]
    assert len(events(sandbox)) == 1


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("id: x\ntitle: y\n", "1:1: the file is a mapping, not a list of events."),
        ("just words", '1:1: the file is a text ("just words"), not a list of events.'),
        ("events: none\n", '1:9: "events" is a text ("none"), not a list.'),
        (
            "count: 3\nevents:\n" + EVENT,
            "1:8: the file ends after 1 events, count says 3. Restore the missing events.",
        ),
        ("count: 0\nevents:\n" + EVENT, "1:8: the file has 1 events, count says 0. Correct the count."),
        ("count: many\nevents:\n" + EVENT, '1:8: "many" is no count.'),
    ],
)
def test_the_shape_of_an_events_file_is_named(sandbox: Sandbox, content: str, words: str) -> None:
    sandbox.write("events/all.yaml", content)
    assert words in sandbox.problem()


def test_a_counted_list_of_events_is_welcome(sandbox: Sandbox) -> None:
    sandbox.write("events/all.yaml", "count: 1\nevents:\n" + EVENT)
    assert sandbox.problems() == []


def test_both_places_of_a_repeated_id_are_named_and_both_events_stay(sandbox: Sandbox) -> None:
    sandbox.write("events/more.yaml", EVENT)

    assert sandbox.problem() == (
        'events/more.yaml:1:7: event "leaves-odessa" stands here a second time; '
        "the first is in events/all.yaml, line 1. Give it an id of its own."
    )
    assert [event.id for event in events(sandbox)] == ["leaves-odessa", "leaves-odessa-2"]


@pytest.mark.parametrize(
    ("identity", "sign"),
    [("leaves-оdessa", 'U+043E "о"'), ("leaves‐odessa", 'U+2010 "‐"'), ("ｌeaves-odessa", 'U+FF4C "ｌ"')],
)
def test_ids_that_look_alike_are_told_apart_by_code_point(sandbox: Sandbox, identity: str, sign: str) -> None:
    sandbox.write("events/more.yaml", EVENT.replace("leaves-odessa", identity))

    problems = sandbox.problems()

    assert any(f"differs in {sign}" in said and said.startswith("events/more.yaml:1:7:") for said in problems)


def test_sources_that_give_different_days_need_a_reason(sandbox: Sandbox) -> None:
    sandbox.replace(
        "events/all.yaml",
        "- {source: english, quote: on 10 February}",
        "- {source: english, quote: on 10 February, says: 1929-02-10}\n"
        "    - {source: czech, quote: v únoru 1929, translation: {en: in February}, says: 1929-02}",
    )
    assert sandbox.problem() == (
        'events/all.yaml:10:5: the dates that the sources of event "leaves-odessa" give differ, '
        'but there is no "because". Say why the editors chose theirs.'
    )


def test_the_same_day_in_two_calendars_is_no_difference(sandbox: Sandbox) -> None:
    sandbox.replace(
        "events/all.yaml",
        "- {source: english, quote: on 10 February}",
        "- {source: english, quote: on 10 February, says: 1917-11-07}\n"
        "    - {source: english, quote: She stayed., says: 1917-10-25, calendar: julian}",
    )
    assert sandbox.problems() == []


def test_markup_is_text_everywhere(sandbox: Sandbox) -> None:
    sandbox.replace("events/all.yaml", "Leaves Odessa", "<img src='file:///etc/passwd'><b>&amp;")
    assert sandbox.problems() == []
    assert str(events(sandbox)[0].title) == "<img src='file:///etc/passwd'><b>&amp;"


def test_thai_word_breaks_and_persian_joiners_are_left_in_peace(sandbox: Sandbox) -> None:
    sandbox.replace(
        "events/all.yaml", "{en: Leaves Odessa}", "{en: Leaves, th: ออก\u200bจาก, fa: می\u200cرود}"
    )
    assert sandbox.problems() == []


def test_an_aspect_and_a_tour_may_only_name_what_exists(sandbox: Sandbox) -> None:
    sandbox.write(
        "aspects.yaml",
        "- id: power\n  title: {en: Power}\n  sides:\n    - person: leon\n      attestations:\n"
        "        - {source: english, quote: She stayed.}\n  mattered: {attestations: [], summry: {en: x}}\n  events: [leaves-odesa]\n",
    )
    sandbox.write(
        "tours.yaml", "- {id: walk, title: {en: Walk}, steps: [{event: leaves, narration: {en: x}}]}\n"
    )

    problems = sandbox.problems()

    assert [said.split(": ", 1)[1].split(".")[0].split(" (")[0] for said in problems] == [
        'there is no person "leon"',
        'why it mattered has no key "summry"',
        'there is no event "leaves-odesa"',
        'there is no event "leaves"',
    ]


@pytest.mark.parametrize(
    "value", ["[1]", "[91, 0]", "[0, 181]", "[a, b]", "[1e9, 0]", "[nan, inf]", "[1, 2, 3]"]
)
def test_coordinates_are_a_pair_of_degrees(sandbox: Sandbox, value: str) -> None:
    sandbox.write("places.yaml", f"- {{id: odessa, names: {{en: Odessa}}, coordinates: {value}}}\n")
    assert f'"{value}" is no pair of degrees north and east' in sandbox.problem()
