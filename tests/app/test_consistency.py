"""What contradicts itself is a problem, until the collection itself says that it is known."""

import json
from pathlib import Path

import pytest
from broken import BREAKING, SOUND, Fields, collection

from viewer.app.command_line import run
from viewer.model.consistency import CHECKS
from viewer.model.records import RULES


def problems(
    folder: Path,
    capfdbinary: pytest.CaptureFixture[bytes],
    events: dict[str, Fields],
    acknowledged: dict[str, str] | None = None,
) -> list[dict]:
    code = run(["check", str(collection(folder / "broken", events, acknowledged)), "--json"])
    found = json.loads(capfdbinary.readouterr().out)["problems"]
    assert code == (1 if found else 0)
    return found


def rules(found: list[dict]) -> list[str]:
    return sorted(problem["advice"].rpartition(" ")[2] for problem in found)


def test_every_rule_that_can_be_acknowledged_is_checked() -> None:
    assert sorted(CHECKS) == sorted(RULES) == sorted(BREAKING)


def test_what_breaks_no_rule_has_no_problem(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert problems(tmp_path, capfdbinary, SOUND) == []


@pytest.mark.parametrize("rule", RULES)
def test_a_broken_rule_is_told_at_its_event(
    rule: str, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    (problem,) = problems(tmp_path, capfdbinary, {**SOUND, rule: BREAKING[rule]})
    line = 1 + 2 * len(SOUND)
    assert (problem["file"], problem["line"], problem["column"]) == ("events/all.yaml", line, 3)
    assert problem["advice"].endswith(f"acknowledge the rule {rule}")
    assert f'"{rule}"' in problem["message"]


@pytest.mark.parametrize("rule", RULES)
def test_acknowledging_a_rule_silences_it_alone(
    rule: str, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    found = problems(tmp_path, capfdbinary, SOUND | BREAKING, {rule: rule})
    assert rules(found) == sorted(set(RULES) - {rule})


def test_acknowledging_a_rule_leaves_it_to_hold_in_other_events(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    dead = BREAKING["person-after-death"]
    other = (dead[0].replace("1950", "1960"), "")
    found = problems(tmp_path, capfdbinary, {"one": dead, "other": other}, {"one": "person-after-death"})
    assert [problem["message"] for problem in found] == [
        '"ann" is in event "other" (1960) after dying (1920)'
    ]


def test_an_acknowledgement_of_nothing_is_a_problem(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    (problem,) = problems(tmp_path, capfdbinary, SOUND, {"original": "age"})
    assert problem["message"] == 'event "original" acknowledges the rule age, which it does not break'


@pytest.mark.parametrize(
    "event",
    [
        ("date: '1880', people: [ann]", "age: {person: ann, years: 0}"),
        ("date: '1920', people: [ann]", "age: {person: ann, years: 40}"),
        ("date: '[1875..1880]', people: [ann]", ""),
        ("date: '1919/1920', people: [ann]", ""),
        ("people: [ann]", "says: '1700'"),
        ("date: '1900'", "age: {person: ann, years: 19}"),
        ("date: '1905', relations: [{type: follows, event: comes-first}]", ""),
        ("date: '1901', relations: [{type: part-of, event: comes-first}]", ""),
        ("date: 1910-05, people: [ann], places: [paris]", ""),
        ("date: 1910-05-05, people: [ann], places: [nowhere]", ""),
        ("date: 1910-05-05, places: [paris]", ""),
        ("date: 1910-05-06, people: [ann], places: [paris, versailles]", ""),
        ("date: 1910-05, people: [ann], places: [paris, moscow]", ""),
        ("date: 1917-10-25, calendar: julian", "says: 1917-11-07"),
        ("date: 1911-01-01, lane: work", ""),
        ("date: 1911-01-02", ""),
        ("date: '1905'", ""),
        ("date: '1912'", "says: 1912-06/1913"),
    ],
)
def test_what_may_be_so_breaks_no_rule(
    event: Fields, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert problems(tmp_path, capfdbinary, {**SOUND, "may-be-so": event}) == []


@pytest.mark.parametrize(
    ("events", "words"),
    [
        pytest.param(
            {"on": ("date: '1900/..', people: [ann]", "")}, "after dying", id="a state without end outlasts"
        ),
        pytest.param(
            {"skipped": ("date: 1918-02-05", ""), "old": ("date: 1917-01-01, calendar: julian", "")},
            "Soviet Russia left out",
            id="a skipped day",
        ),
        pytest.param(
            {"shift": ("date: 1917-11-08", "says: 1917-10-25, calendar: julian")},
            "the Old Style one is 1917-11-07 New Style",
            id="not the counterpart",
        ),
        pytest.param(
            {"one": ("date: 1910-05-05, people: [ann], places: [paris, moscow]", "")},
            "has places 2,486 km apart",
            id="two places in one event",
        ),
        pytest.param(
            {
                "one": ("title: {en: A birth}, date: '1905'", ""),
                "two": ("title: {en: A Birth}, date: '1905'", ""),
            },
            'event "two" (1905) has the date, the people and the lane of event "one"',
            id="the same title",
        ),
        pytest.param(
            {
                "last": ("date: '1900', relations: [{type: follows, event: between}]", ""),
                "between": ("relations: [{type: follows, event: first}]", ""),
                "first": ("date: '1905'", ""),
            },
            'event "last" (1900) is said to follow event "first" (1905)',
            id="order over an undated event",
        ),
    ],
)
def test_a_rule_sees_further(
    events: dict[str, Fields], words: str, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    found = problems(tmp_path, capfdbinary, events)
    assert any(words in problem["message"] for problem in found)


def test_events_that_follow_each_other_are_both_told(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    events = {
        "hen": ("relations: [{type: follows, event: egg}]", ""),
        "egg": ("relations: [{type: follows, event: hen}]", ""),
    }
    messages = [problem["message"] for problem in problems(tmp_path, capfdbinary, events)]
    assert len(messages) == 2
    assert all("follows itself" in message for message in messages)


def test_an_unknown_rule_and_an_age_that_is_none_are_refused(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    event = ("date: '1900'", "age: {person: ann, years: twenty}")
    messages = [p["message"] for p in problems(tmp_path, capfdbinary, {"one": event}, {"one": "ages"})]
    assert sorted(messages) == ['"ages" is no "rule" (did you mean "age"?)', '"twenty" is no age']
