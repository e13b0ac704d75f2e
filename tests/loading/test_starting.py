"""A collection that was just started is sound, and nothing that was there before is touched."""

import os
from pathlib import Path

import pytest

from viewer.loading import starter
from viewer.loading.load import load_collection
from viewer.loading.starter import NotStartedError, start_collection

FILES = ["collection.yaml", "events/first.yaml", "people.yaml", "sources.yaml", "sources/letter.txt"]


def _files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder).as_posix()) for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("there_already", [False, True])
def test_a_started_collection_has_no_problem(tmp_path: Path, there_already: bool) -> None:
    folder = tmp_path / "mine"
    if there_already:
        folder.mkdir()

    start_collection(folder)

    loaded = load_collection(folder)
    assert [str(problem) for problem in loaded.problems] == []
    assert loaded.collection is not None
    assert len(loaded.collection.events) == 2
    assert _files(folder) == FILES
    assert list(tmp_path.iterdir()) == [folder]


def test_every_file_explains_itself(tmp_path: Path) -> None:
    start_collection(tmp_path / "mine")
    for path in (tmp_path / "mine").rglob("*.yaml"):
        assert path.read_text("utf-8").startswith("# ")


def test_a_folder_that_holds_anything_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / ".hidden").write_text("mine", "utf-8")
    with pytest.raises(NotStartedError, match="is not empty"):
        start_collection(tmp_path)
    assert _files(tmp_path) == [".hidden"]


def test_a_file_a_dead_link_and_a_folder_nowhere_are_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", "utf-8")
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    for name in ("file", "link", "missing/mine", "with\0nul"):
        with pytest.raises(NotStartedError):
            start_collection(tmp_path / name)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "link"]


STEPS = [(False, number) for number in range(1, 7)] + [(True, number) for number in range(1, 11)]
"""Flushing five files, then moving the folder or each of its five entries."""


@pytest.mark.parametrize(("there_already", "failing"), STEPS)
def test_what_fails_midway_leaves_no_trace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there_already: bool, failing: int
) -> None:
    folder = tmp_path / "mine"
    if there_already:
        folder.mkdir()
    calls = []

    def spoilt(real):
        def call(*arguments):
            calls.append(real)
            if len(calls) == failing:
                raise OSError(28, "No space left on device")
            return real(*arguments)

        return call

    monkeypatch.setattr(starter.os, "fsync", spoilt(os.fsync))
    monkeypatch.setattr(Path, "rename", spoilt(Path.rename))

    with pytest.raises(NotStartedError, match="No space left"):
        start_collection(folder)

    assert list(tmp_path.rglob("*")) == ([folder] if there_already else [])
