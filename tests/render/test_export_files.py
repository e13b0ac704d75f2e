"""An export is in its file whole, or the old file is there untouched; what went wrong is said in words."""

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.render.drawing import exported, small_collection
from viewer.loading import atomic
from viewer.loading.atomic import atomic_write, remove_leftovers
from viewer.render.export import FORMATS, ExportError

pytestmark = pytest.mark.usefixtures("qapp")
COLLECTION = small_collection()
ROOT = Path(__file__).resolve().parents[2]
needs_posix = pytest.mark.skipif(os.name == "nt", reason="POSIX signals and rights")
needs_rights = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere"
)

WRITER = """
import sys
from pathlib import Path
from viewer.loading.atomic import atomic_write
target = Path(sys.argv[1])
print("ready", flush=True)
for turn in range(100_000):
    atomic_write(target, bytes([65 + turn % 26]) * 3_000_000)
"""


@pytest.mark.parametrize("format_", FORMATS)
def test_a_new_export_replaces_the_old_one_and_leaves_nothing_else(tmp_path: Path, format_: str) -> None:
    target = tmp_path / f"a.{format_}"
    target.write_bytes(b"old")
    exported(COLLECTION, target)
    assert target.read_bytes() != b"old"
    assert list(tmp_path.iterdir()) == [target]


@needs_posix
def test_a_killed_writer_leaves_the_old_or_the_new_file_and_the_next_one_tidies_up(tmp_path: Path) -> None:
    target = tmp_path / "a.png"
    for turn in range(12):
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(target)],
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        assert writer.stdout is not None
        writer.stdout.readline()
        time.sleep(0.004 + 0.007 * turn)
        writer.send_signal(signal.SIGKILL)
        writer.communicate()
        if target.exists():
            content = target.read_bytes()
            assert len(content) == 3_000_000
            assert len(set(content)) == 1
    exported(COLLECTION, target)
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("failing", ["fsync", "open"])
@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, r"disk is full: .* bytes free, [\d,]+ are needed"),
        (errno.EROFS, "may not be written to"),
        (errno.EACCES, "may not be written to"),
        (errno.EIO, "could not be written"),
    ],
)
def test_a_disk_that_fails_is_named_and_the_old_file_is_untouched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str, number: int, said: str
) -> None:
    target = tmp_path / "a.png"
    target.write_bytes(b"old")

    def fail(*_arguments: object) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patched:
        patched.setattr(atomic.os, failing, fail)
        with pytest.raises(ExportError, match=said) as failure:
            exported(COLLECTION, target)
    assert str(tmp_path) in str(failure.value)
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="There is no folder") as failure:
        exported(COLLECTION, tmp_path / "missing" / "a.png")
    assert str(tmp_path / "missing") in str(failure.value)


def test_a_file_where_a_folder_should_be_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(ExportError, match="file"):
        exported(COLLECTION, tmp_path / "file" / "a.png")


def test_a_folder_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "a.png").mkdir()
    with pytest.raises(ExportError, match="not a file that can be replaced"):
        exported(COLLECTION, tmp_path / "a.png")
    assert (tmp_path / "a.png").is_dir()


@needs_posix
def test_a_pipe_and_a_device_are_not_written_to(tmp_path: Path) -> None:
    pipe = tmp_path / "a.png"
    os.mkfifo(pipe)
    for target in (pipe, Path("/dev/null")):
        with pytest.raises(FileExistsError):
            atomic_write(target, b"new")
    assert pipe.is_fifo()
    assert Path("/dev/null").is_char_device()


@needs_posix
def test_a_link_keeps_pointing_and_what_it_points_to_is_replaced(tmp_path: Path) -> None:
    real, link = tmp_path / "real.png", tmp_path / "link.png"
    real.write_bytes(b"old")
    link.symlink_to(real)
    atomic_write(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


@needs_posix
@needs_rights
def test_a_folder_without_the_right_to_write_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(ExportError, match="may not be written to"):
            exported(COLLECTION, tmp_path / "a.png")
    finally:
        tmp_path.chmod(0o700)


def test_leftovers_of_the_dead_are_taken_away_and_those_of_the_living_stay(tmp_path: Path) -> None:
    target = tmp_path / "a.png"
    dead = subprocess.run(
        [sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True
    )
    fragment = tmp_path / f"a.png.part-{int(dead.stdout)}"
    others = [tmp_path / f"a.png.part-{os.getppid()}", tmp_path / "a.png.part-x", tmp_path / "b.png.part-1"]
    for path in (fragment, *others):
        path.write_bytes(b"x")
    remove_leftovers(target)
    assert not fragment.exists()
    assert all(path.exists() for path in others)


def test_a_process_number_beyond_all_numbers_is_no_living_process(tmp_path: Path) -> None:
    fragment = tmp_path / ("a.png.part-" + "9" * 30)
    fragment.write_bytes(b"x")
    atomic_write(tmp_path / "a.png", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["a.png"]


@needs_posix
def test_a_new_file_can_be_read_by_those_whom_the_umask_lets(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        atomic_write(tmp_path / "a.png", b"new")
    finally:
        os.umask(before)
    assert (tmp_path / "a.png").stat().st_mode & 0o777 == 0o640
