"""State comes back as it was written, and nothing a file holds is obeyed."""

import json
import os
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.session.state import (
    FAILED_STARTS,
    RECENTS,
    State,
    View,
    begin_start,
    end_start,
    read_state,
    write_state,
)
from viewer.timeline.lanes.arrangement import Arrangement
from viewer.timeline.viewport import LONGEST_SPAN

LANES = (
    Arrangement(
        ("source", "person"),
        by_count=True,
        order=(("a",), ("b",)),
        hidden=frozenset({("a",), ("b", "c")}),
        pinned=(("b",),),
        collapsed=frozenset({("b",)}),
        alone=("a",),
    ),
    Arrangement(),
)


def _forge(path: Path, changes: Mapping[str, object]) -> None:
    """Write a state that holds anything, under a checksum that fits."""
    from viewer.session import state as module

    write_state(path, State(geometry=(1, 2, 800, 600), views={"a": View(0.0, 1.0)}))
    wrapped = json.loads(path.read_text())
    wrapped["state"] |= changes
    wrapped["checksum"] = module._checksum(wrapped["state"])
    path.write_text(json.dumps(wrapped))


def test_what_was_written_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    view = View(-5.0, 10.5, "x", LANES, folded=True, opened=((-800_000, -5), (7, 9_000)))
    state = State(geometry=(10, 20, 1200, 800), theme="dark", recents=("a",), views={"a": view})

    write_state(path, state)

    assert read_state(path).state == state
    assert read_state(path).trouble == ""


def test_no_file_means_defaults_without_a_word(tmp_path: Path) -> None:
    assert read_state(tmp_path / "state.json").state == State()
    assert read_state(tmp_path / "state.json").trouble == ""


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'"x"',
        b"\xff\xfe",
        b'{"version": 1}',
        b"[" * 100_000,
        b'{"version": 99, "state": {}}',
    ],
)
def test_a_broken_file_gives_defaults_and_is_kept_aside(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "state.json"
    path.write_bytes(content)

    restored = read_state(path)

    assert restored.state == State()
    assert "defaults" in restored.trouble
    assert [kept.read_bytes() for kept in tmp_path.glob("state.bad-*.json")] == [content]


@given(st.data())
def test_one_flipped_bit_is_noticed(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    path = tmp_path_factory.mktemp("state") / "state.json"
    write_state(path, State(geometry=(1, 2, 800, 600), recents=("trotsky",)))
    body = bytearray(path.read_bytes())
    start = body.index(b'"state"')
    at = data.draw(st.integers(start + 8, len(body) - 2))
    body[at] ^= 1
    path.write_bytes(bytes(body))

    restored = read_state(path)

    assert restored.trouble
    assert restored.state == State()


@pytest.mark.parametrize(
    "changes",
    [
        {"views": {"a": {"start": 0.0, "span": float("nan"), "selected": ""}}},
        {"views": {"a": None}},
        {"views": "x"},
        {"views": None},
        {"views": {"a": {"start": 0.0, "span": 1.0, "selected": "", "opened": [[0.5, 1]]}}},
        {"views": {"a": {"start": 0.0, "span": 1.0, "selected": "", "opened": [[0, True]]}}},
        {"views": {"a": {"start": 0.0, "span": 1.0, "selected": "", "opened": [[1]]}}},
        {"views": {"a": {"start": 0.0, "span": 1.0, "selected": "", "opened": [7]}}},
        {"views": {"a": {"start": 0.0, "span": 1.0, "selected": "", "opened": None}}},
        {"views": {"a": {"start": 0.0, "span": 1.0, "selected": "", "opened": {"0": [1, 2]}}}},
        {"geometry": [float("inf"), 0, 1, 1]},
        {"geometry": "1234"},
        {"geometry": [1]},
        {"split": 10**400},
        {"split": None},
        {"recents": [[], {}, 1]},
        {"recents": 7},
    ],
)
def test_hostile_values_with_a_right_checksum_are_still_refused(
    tmp_path: Path, changes: Mapping[str, object]
) -> None:
    path = tmp_path / "state.json"
    _forge(path, changes)

    restored = read_state(path)

    assert restored.state == State()
    assert "defaults" in restored.trouble


def test_a_view_kept_before_there_was_folded_time_is_still_read(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    _forge(path, {"views": {"a": {"start": 1.0, "span": 2.0, "selected": "x"}}})

    assert read_state(path).state.views == {"a": View(1.0, 2.0, "x")}
    assert read_state(path).trouble == ""


def test_a_view_from_beyond_all_time_is_brought_back_into_it(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    _forge(path, {"views": {"a": {"start": 1e308, "span": 1e308, "selected": ""}}})

    view = read_state(path).state.views["a"]

    assert view.span == LONGEST_SPAN
    assert abs(view.start) < 1e16


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are for Unix")
def test_a_pipe_in_place_of_the_state_or_its_mark_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    os.mkfifo(path)
    os.mkfifo(tmp_path / "starting")

    assert begin_start(path)
    assert "no regular file" in read_state(path).trouble


@pytest.mark.skipif(os.name == "nt", reason="names there are always text")
def test_a_folder_whose_name_is_no_text_is_remembered(tmp_path: Path) -> None:
    folder = os.fsdecode(b"/data/\xff")
    write_state(tmp_path / "state.json", State().opened(folder))

    assert read_state(tmp_path / "state.json").state.recents == (folder,)


def test_a_mark_that_cannot_be_taken_away_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path, missing_ok: bool = False) -> None:
        raise PermissionError("read-only")

    begin_start(tmp_path / "state.json")
    monkeypatch.setattr(Path, "unlink", refuse)

    end_start(tmp_path / "state.json")


def test_after_failed_starts_the_state_is_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    write_state(path, State(theme="dark"))
    for _ in range(FAILED_STARTS):
        assert begin_start(path) == ""

    trouble = begin_start(path)

    assert "starts failed" in trouble
    assert read_state(path).state == State()


def test_a_start_that_succeeded_is_not_counted(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    write_state(path, State(theme="dark"))
    for _ in range(5):
        assert begin_start(path) == ""
        end_start(path)
    assert read_state(path).state.theme == "dark"


@given(st.lists(st.text(alphabet="abcdef", min_size=1, max_size=2), max_size=40))
def test_recents_are_distinct_few_and_latest_first(folders: list[str]) -> None:
    state = State()
    for folder in folders:
        state = state.opened(folder)
    assert len(state.recents) == len(set(state.recents)) <= RECENTS
    if folders:
        assert state.recents[0] == folders[-1]


@pytest.mark.parametrize(
    "lanes",
    [
        5,
        [5],
        [{}],
        [{"keys": ["planet"]}],
        [{"keys": ["lane", "lane"]}],
        [{"keys": []}],
        [{"keys": ["lane"], "by_count": 1, "order": "abc"}],
        [{"keys": ["lane"], "by_count": 1, "order": [["a", 5]]}],
        [{"keys": ["lane"], "by_count": 1, "order": [["a", "b", "c"]]}],
    ],
)
def test_lanes_that_are_none_give_defaults(tmp_path: Path, lanes: object) -> None:
    path = tmp_path / "state.json"
    _forge(path, {"views": {"a": {"start": 0.0, "span": 1.0, "selected": "", "lanes": lanes}}})
    assert read_state(path).state == State()
    assert not path.exists()


def test_a_state_of_before_lanes_were_kept_is_read(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    _forge(path, {"views": {"a": {"start": 0.0, "span": 1.0, "selected": ""}}})
    assert read_state(path).state.views["a"].lanes == ()
