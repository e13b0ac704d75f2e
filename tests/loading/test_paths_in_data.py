"""Paths that a collection names (FAULTS rows 31 to 33) and files that are no plain files (rows 5 and 32)."""

import os
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.loading.files import SOURCE_LIMIT, read_inside
from viewer.loading.paths import PathRefusedError, objection, resolve_inside

pytestmark = pytest.mark.skipif(os.name != "posix", reason="makes links, pipes and sparse files")


def refusal(folder: Path, path: str, limit: int = SOURCE_LIMIT) -> str:
    """Return why `path` is not read; fails when that takes more than ten seconds."""
    said: list[str] = []

    def read() -> None:
        try:
            read_inside(folder, path, limit)
        except PathRefusedError as refused:
            said.append(refused.message)

    thread = threading.Thread(target=read, daemon=True)
    thread.start()
    thread.join(timeout=10)
    assert said, "read, or still waiting"
    return said[0]


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("", "the path is empty"),
        ("../../etc/passwd", "leaves the collection's folder"),
        ("sources/../../x", "leaves the collection's folder"),
        ("/etc/passwd", "is an absolute path and leaves the collection's folder"),
        ("//server/share/x", "is an absolute path"),
        ("\\\\server\\share", "is an absolute path"),
        ("C:/x.txt", "is an absolute path"),
        ("c:x.txt", "is an absolute path"),
        ("sources\\x.txt", "holds a backslash"),
        ("sources//x.txt", 'has an empty or "." part'),
        ("./x.txt", 'has an empty or "." part'),
        ("sources/", 'has an empty or "." part'),
        ("x\0.txt", "holds a control character"),
        ("x\n.txt", "holds a control character"),
        ("x\udcff.txt", "holds a control character"),
        ("nul", "has the name of a Windows device"),
        ("sources/CON.txt", "has the name of a Windows device"),
        ("aux.tar.gz", "has the name of a Windows device"),
        ("COM1", "has the name of a Windows device"),
        ("lpt9.txt", "has the name of a Windows device"),
        ("conin$", "has the name of a Windows device"),
        ("x.txt.", "ends in a full stop or space"),
        ("x /y.txt", "ends in a full stop or space"),
        ("ab:c.txt", "has a character that Windows does not allow"),
        ("what?.txt", "has a character that Windows does not allow"),
        ("ก" * 100, "has a name that is too long"),
        ("a/" * 600 + "b", "is too long"),
    ],
)
def test_a_path_that_is_not_portable_is_refused_on_every_system(
    tmp_path: Path, path: str, words: str
) -> None:
    assert words in refusal(tmp_path, path)


@pytest.mark.parametrize(
    "path", ["a.txt", "sources/thai.txt", "console.txt", "ไทย/ข้อความ.txt", "a b.txt", "..a"]
)
def test_ordinary_paths_are_welcome(path: str) -> None:
    assert objection(path) is None


def test_a_link_may_not_leave_the_folder_but_may_stay_inside(tmp_path: Path) -> None:
    folder, sibling = tmp_path / "data", tmp_path / "data-of-others"
    folder.mkdir()
    sibling.mkdir()
    (sibling / "x.txt").write_text("secret")
    (folder / "own.txt").write_text("own")
    (folder / "out").symlink_to(sibling)
    (folder / "inside.txt").symlink_to("own.txt")
    (folder / "loop").symlink_to("loop")
    (folder / "dangling").symlink_to("nowhere")

    assert "leaves the collection's folder through a symbolic link" in refusal(folder, "out/x.txt")
    assert "leads back to itself" in refusal(folder, "loop")
    assert "there is no file" in refusal(folder, "dangling")
    assert read_inside(folder, "inside.txt", 10) == b"own"


def test_what_is_no_regular_file_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("x")

    assert refusal(tmp_path, "pipe") == '"pipe" is a pipe, not a file'
    assert refusal(tmp_path, "folder") == '"folder" is a folder, not a file'
    assert "goes through something that is no folder" in refusal(tmp_path, "file/x")


def test_a_device_is_refused() -> None:
    assert refusal(Path("/dev"), "zero") == '"zero" is a device, not a file'


def test_a_file_of_four_gigabytes_is_refused_by_its_size(tmp_path: Path) -> None:
    with (tmp_path / "huge").open("wb") as file:
        file.truncate(4_000_000_000)

    assert refusal(tmp_path, "huge") == '"huge" is 4,000 MB large; at most 20 MB are read'


def test_the_limit_itself_is_still_read(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"12345")

    assert read_inside(tmp_path, "x", 5) == b"12345"
    assert "at most" in refusal(tmp_path, "x", 4)


@given(st.text(st.sampled_from("ab./\\:~\0 ก\udc80-"), max_size=12))
def test_no_path_leads_out_of_the_folder(path: str) -> None:
    folder = Path(__file__).resolve().parent
    try:
        real = resolve_inside(folder, path)
    except PathRefusedError:
        return
    assert real.is_relative_to(folder)
