"""What is kept of a collection is as good as its files, and never better."""

import os
import random
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from viewer.loading.load import LoadCancelled, Loaded, load_collection
from viewer.store import opening
from viewer.store.cache import Cache
from viewer.store.opening import open_collection


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


@pytest.fixture
def folder(tmp_path: Path, bundled_folder: Path) -> Path:
    return Path(shutil.copytree(bundled_folder, tmp_path / "collection"))


def _read(loaded: Loaded) -> Loaded:
    assert loaded.collection is not None
    return replace(
        loaded, collection=replace(loaded.collection, events=tuple(loaded.collection.events)), digests={}
    )


def _kept(cache: Cache) -> Path:
    (path,) = cache.folder.iterdir()
    return path


def _is_reread(folder: Path, cache: Cache) -> bool:
    """Whether the files are read, which tells of its progress."""
    told: list[str] = []
    loaded = open_collection(folder, cache, lambda _done, _of, words: told.append(words))
    assert _read(loaded) == _read(load_collection(folder))
    return bool(told)


def test_opened_or_reopened_a_collection_is_what_the_loader_reads(folder: Path, cache: Cache) -> None:
    assert _is_reread(folder, cache)
    assert not _is_reread(folder, cache)


def test_its_problems_and_counts_are_kept(folder: Path, cache: Cache) -> None:
    file = next(iter(sorted((folder / "events").iterdir())))
    odd = "- id: odd\n  title: {en: Odd}\n  dat: 1917\n  relations: [{type: follows, event: nothing}]\n"
    file.write_text(f"{file.read_text('utf-8').rstrip()}\n{odd}", "utf-8")
    (folder / "notes.yaml").write_text("a: b\n")
    loaded = open_collection(folder, cache)
    assert len(loaded.problems) > 3
    assert not _is_reread(folder, cache)


@pytest.mark.parametrize("name", ["collection.yaml", "people.yaml", "sources.yaml"])
def test_a_changed_file_is_read_again(folder: Path, cache: Cache, name: str) -> None:
    open_collection(folder, cache)
    with (folder / name).open("a") as file:
        file.write("\n# more\n")
    assert _is_reread(folder, cache)
    assert not _is_reread(folder, cache)


def test_a_changed_text_of_a_source_is_read_again(folder: Path, cache: Cache) -> None:
    loaded = open_collection(folder, cache)
    assert loaded.collection is not None
    text = folder / loaded.collection.sources[0].file
    text.write_bytes(text.read_bytes() + b"more")
    assert _is_reread(folder, cache)
    text.unlink()
    assert _is_reread(folder, cache)


def test_a_file_that_comes_or_goes_is_seen(folder: Path, cache: Cache) -> None:
    open_collection(folder, cache)
    more = folder / "events" / "zz.yaml"
    more.write_text("- {id: one-more, title: {en: One more}, kind: event, lane: exile, rank: 1}\n")
    assert _is_reread(folder, cache)
    more.unlink()
    assert _is_reread(folder, cache)


def test_what_another_program_or_format_has_kept_is_not_believed(
    folder: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_collection(folder, cache)
    monkeypatch.setattr(opening, "FORMAT", "another")
    assert _is_reread(folder, cache)


def test_a_collection_elsewhere_is_another(folder: Path, cache: Cache, tmp_path: Path) -> None:
    open_collection(folder, cache)
    moved = folder.rename(tmp_path / "moved")
    assert _is_reread(moved, cache)


def _spoiled(content: bytes, how: str, chance: random.Random) -> bytes:
    at = chance.randrange(len(content))
    match how:
        case "cut":
            return content[:at]
        case "bit":
            return content[:at] + bytes([content[at] ^ (1 << chance.randrange(8))]) + content[at + 1 :]
        case "longer":
            return content + content[:at]
        case "zeros":
            return content[:at] + bytes(len(content) - at)
    return b""


@pytest.mark.parametrize("how", ["cut", "bit", "longer", "zeros", "empty"])
def test_damage_leads_to_the_files_again(folder: Path, cache: Cache, how: str) -> None:
    small = folder / "events"
    for file in sorted(small.iterdir())[1:]:
        file.unlink()
    open_collection(folder, cache)
    sound = _kept(cache).read_bytes()
    chance = random.Random(how)
    for _ in range(4):
        _kept(cache).write_bytes(_spoiled(sound, how, chance))
        assert _is_reread(folder, cache)
        assert not _is_reread(folder, cache)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes")
def test_a_pipe_in_its_place_is_not_waited_for(folder: Path, cache: Cache) -> None:
    open_collection(folder, cache)
    path = _kept(cache)
    path.unlink()
    os.mkfifo(path)
    assert _is_reread(folder, cache)


def test_a_cancelled_opening_leaves_nothing_behind(folder: Path, cache: Cache) -> None:
    asked = iter(range(10_000))
    with pytest.raises(LoadCancelled):
        open_collection(folder, cache, None, lambda: next(asked) > 40)
    assert list(cache.folder.iterdir()) == []


def test_of_what_cannot_be_read_nothing_is_kept(folder: Path, cache: Cache) -> None:
    (folder / "people.yaml").write_text("- a: b: c\n")
    loaded = open_collection(folder, cache)
    assert loaded.collection is None
    assert loaded.problems == load_collection(folder).problems
    assert list(cache.folder.iterdir()) == []


def test_a_cache_that_cannot_be_written_means_only_that_there_is_none(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    cache = Cache(tmp_path / "file" / "cache")
    assert _is_reread(folder, cache)
    assert _is_reread(folder, cache)


def test_a_full_disk_means_only_that_nothing_is_kept(
    folder: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("viewer.store.sections.SectionWriter.add", _full)
    with pytest.raises(OSError, match="full"):
        open_collection(folder, None)
    monkeypatch.undo()
    real = Cache.writing
    monkeypatch.setattr(Cache, "writing", lambda self, path: _FullFor(real(self, path)))
    assert _read(open_collection(folder, cache)) == _read(load_collection(folder))
    assert list(cache.folder.iterdir()) == []


def _full(*_parts: object) -> None:
    raise OSError(28, "the disk is full")


class _FullFor:
    """A file in which there is no room at the end."""

    def __init__(self, writing: object) -> None:
        self._writing = writing

    def __enter__(self) -> object:
        writing = self._writing.__enter__()  # type: ignore[attr-defined]
        writing.file = _FullFile(writing.file)
        return writing

    def __exit__(self, *error: object) -> object:
        return self._writing.__exit__(*error)  # type: ignore[attr-defined]


class _FullFile:
    def __init__(self, file: object) -> None:
        self._file, self._left = file, 50_000

    def write(self, content: bytes) -> None:
        self._left -= len(content)
        if self._left < 0:
            _full()
        self._file.write(content)  # type: ignore[attr-defined]


def test_the_oldest_is_thrown_away_beyond_the_limit(folder: Path, tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache", limit=1)
    other = Path(shutil.copytree(folder, tmp_path / "other"))
    for one in (folder, other):
        open_collection(one, cache)
        assert not _is_reread(one, cache)
    assert _is_reread(folder, cache)
