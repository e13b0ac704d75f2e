"""A process of its own reads what this process would read, and is never missed."""

import json
import os
import shutil
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from tests.bench.folder import write_folder
from tests.bench.generator import seeded
from viewer.loading.load import LoadCancelled, Loaded, load_collection
from viewer.store import opening, reading_apart
from viewer.store.cache import Cache
from viewer.store.opening import open_collection

NAME = "dějiny  ปูม 'x' $(exit)"


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / f"cache {NAME}")


@pytest.fixture
def folder(tmp_path: Path, bundled_folder: Path) -> Path:
    folder = Path(shutil.copytree(bundled_folder, tmp_path / NAME))
    odd = "- id: odd\n  title: {en: Odd}\n  dat: 1917\n  relations: [{type: follows, event: nothing}]\n"
    (folder / "events" / "zz.yaml").write_text(odd, "utf-8")
    (folder / "notes.yaml").write_text("a: b\n")
    return folder


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> "list[subprocess.Popen[bytes]]":
    """The processes started; every collection is large enough for one."""
    processes: list[subprocess.Popen[bytes]] = []
    real = subprocess.Popen

    def start(*arguments: object, **options: object) -> "subprocess.Popen[bytes]":
        processes.append(real(*arguments, **options))  # type: ignore[call-overload]
        return processes[-1]

    monkeypatch.setattr(opening, "APART", 0)
    monkeypatch.setattr(reading_apart.subprocess, "Popen", start)
    return processes


@pytest.fixture
def only_apart(started: "list[subprocess.Popen[bytes]]", monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is read in this process."""

    def refuse(*_arguments: object) -> Loaded:
        raise AssertionError("it is read in this process")

    monkeypatch.setattr(opening, "read_collection", refuse)


def _read(loaded: Loaded) -> Loaded:
    assert loaded.collection is not None
    events = tuple(loaded.collection.events)
    return replace(loaded, collection=replace(loaded.collection, events=events), digests={})


@pytest.mark.usefixtures("only_apart")
def test_what_is_read_apart_is_what_the_loader_reads(folder: Path, cache: Cache) -> None:
    told: list[tuple[int, int, str]] = []
    expected: list[tuple[int, int, str]] = []

    loaded = open_collection(folder, cache, lambda *step: told.append(step))

    assert _read(loaded) == _read(load_collection(folder, lambda *step: expected.append(step)))
    assert len(loaded.problems) > 3
    assert told == expected
    assert open_collection(folder, cache).counts == loaded.counts


@pytest.mark.usefixtures("only_apart")
def test_what_is_wrong_is_told_where_there_is_no_collection(folder: Path, cache: Cache) -> None:
    (folder / "people.yaml").write_text("- a: b: c\n- \u202ehidden\n", "utf-8")
    (folder / "events" / "zz.yaml").write_bytes(b"\xff\xfe")

    loaded = open_collection(folder, cache)

    assert loaded == load_collection(folder)
    assert loaded.collection is None
    assert len(loaded.problems) == 3
    assert list(cache.folder.iterdir()) == []


@pytest.mark.usefixtures("only_apart")
def test_a_file_that_ends_early_is_called_incomplete(folder: Path, cache: Cache) -> None:
    (folder / "events" / "zz.yaml").write_text("count: 20\nevents: [{id: one}]\n", "utf-8")

    assert open_collection(folder, cache).incomplete == ("events/zz.yaml",)


@pytest.mark.usefixtures("only_apart")
def test_nothing_that_lies_about_is_imported(
    folder: Path, cache: Cache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    about = tmp_path / "about"
    (about / "viewer").mkdir(parents=True)
    for place in (about, folder):
        for module in ("json", "yaml", "signal", "numpy", "sitecustomize", "usercustomize", "viewer"):
            (place / f"{module}.py").write_text("import os; os._exit(66)")
    (about / "viewer" / "__init__.py").write_text("import os; os._exit(66)")
    monkeypatch.chdir(about)
    monkeypatch.setattr(sys, "path", ["", ".", *sys.path])
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(["", ".", str(folder)]))
    monkeypatch.setenv("PYTHONSTARTUP", str(about / "json.py"))

    assert open_collection(folder, cache).collection is not None


@pytest.mark.usefixtures("only_apart")
def test_cancelled_the_process_is_gone_and_has_left_nothing(
    started: "list[subprocess.Popen[bytes]]", folder: Path, cache: Cache
) -> None:
    told: list[str] = []

    with pytest.raises(LoadCancelled):
        open_collection(folder, cache, lambda *step: told.append(step[2]), lambda: len(told) > 8)

    (process,) = started
    assert process.returncode is not None
    assert list(cache.folder.iterdir()) == []


def test_cancelled_before_its_first_word_is_heard_it_leaves_nothing(
    started: "list[subprocess.Popen[bytes]]", folder: Path, cache: Cache
) -> None:
    begun = time.monotonic()

    def cancelled() -> bool:  # as where this thread gets no turn for a while
        while started and not list(cache.folder.glob("*.part-*")) and time.monotonic() < begun + 20:
            time.sleep(0.001)
        return bool(started)

    with pytest.raises(LoadCancelled):
        open_collection(folder, cache, None, cancelled)

    assert list(cache.folder.iterdir()) == []


def test_it_ends_with_the_window_and_leaves_nothing(tmp_path: Path) -> None:
    write_folder(seeded(3000), tmp_path / "many")
    request = {"path": sys.path, "folder": str(tmp_path / "many"), "cache": str(tmp_path / "c"), "limit": 1}
    command = [sys.executable, "-I", str(reading_apart.PROGRAM)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(json.dumps(request).encode() + b"\n")
        process.stdin.flush()
        for line in process.stdout:
            if b"reading events" in line:
                break
        assert [path.suffix for path in (tmp_path / "c").iterdir()] == [f".part-{process.pid}"]
        process.stdin.close()
        assert process.wait(60) == 1
    assert list((tmp_path / "c").iterdir()) == []


_ENDS = "raise SystemExit(1)"
_DIES_LATER = """
import os
print('["process", %d]' % os.getpid(), flush=True)
print('["progress", 1, 9, "reading"]', flush=True)
os.kill(os.getpid(), 9)
"""
_RAVES = "print('hello'); print('[\"progress\"]'); print(7)"
_RAVES_IN_FORM = """print('["progress", 1]')"""
_LIES = "print('[\"kept\"]')"
_LIES_OF_NOTHING = "print('[\"no collection\", 3]')"
_CANNOT_KEEP = "print('[\"not kept\"]')"
_SILENT = "import time; time.sleep(600)"


@pytest.mark.parametrize(
    "program",
    [_ENDS, _DIES_LATER, _RAVES, _RAVES_IN_FORM, _LIES, _LIES_OF_NOTHING, _CANNOT_KEEP, _SILENT],
)
def test_without_a_result_it_is_read_here(
    program: str,
    started: "list[subprocess.Popen[bytes]]",
    folder: Path,
    cache: Cache,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "program.py").write_text(program)
    monkeypatch.setattr(reading_apart, "PROGRAM", tmp_path / "program.py")
    if program == _SILENT:
        monkeypatch.setattr(reading_apart, "START", 0.5)

    assert _read(open_collection(folder, cache)) == _read(load_collection(folder))
    assert [process.returncode is not None for process in started] == [True]


@pytest.mark.parametrize("executable", ["", "nowhere/python", None])
def test_where_it_cannot_be_started_it_is_read_here(
    executable: str | None,
    started: "list[subprocess.Popen[bytes]]",
    folder: Path,
    cache: Cache,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "executable", executable)

    assert _read(open_collection(folder, cache)) == _read(load_collection(folder))
    assert started == []
    assert len(list(cache.folder.iterdir())) == 1


def test_where_nothing_can_be_kept_it_is_read_here(
    started: "list[subprocess.Popen[bytes]]", folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("no folder")

    loaded = open_collection(folder, Cache(tmp_path / "file" / "cache"))

    assert _read(loaded) == _read(load_collection(folder))
    assert len(started) == 1


def test_what_is_saved_meanwhile_is_a_change_to_be_read_next(
    started: "list[subprocess.Popen[bytes]]", folder: Path, cache: Cache
) -> None:
    before = _read(load_collection(folder))

    def save(_done: int, _of: int, words: str) -> None:
        if words == "checking references":
            (folder / "events" / "zz.yaml").write_text("[]\n")

    assert _read(open_collection(folder, cache, save)) == before
    assert _read(open_collection(folder, cache)) == _read(load_collection(folder)) != before
    assert len(started) == 2


def test_a_small_collection_is_read_here(
    started: "list[subprocess.Popen[bytes]]", folder: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    size = sum(path.stat().st_size for path in folder.rglob("*.yaml") if path.name != "notes.yaml")
    for threshold, processes in ((size + 1, 0), (size, 1)):
        monkeypatch.setattr(opening, "APART", threshold)
        open_collection(folder, cache)
        shutil.rmtree(cache.folder)
        assert len(started) == processes
