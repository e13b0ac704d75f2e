from pathlib import Path

import pytest
from command import attested

from viewer.app.command_line import run


def test_what_new_starts_passes_the_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "mine"

    assert run(["new", str(folder)]) == 0
    assert str(folder) in capsys.readouterr().out

    assert run(["check", str(folder)]) == 0
    assert capsys.readouterr().out.startswith("No problem. 2 events")


def test_new_starts_in_the_empty_folder_one_stands_in(tmp_path: Path) -> None:
    result = attested("new", ".", cwd=tmp_path)
    assert (result.returncode, result.stderr) == (0, "")
    assert (tmp_path / "collection.yaml").is_file()


def test_new_leaves_a_folder_that_is_not_empty_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", "utf-8")
    result = attested("new", tmp_path)
    assert (result.returncode, result.stdout) == (1, "")
    assert "is not empty" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_new_needs_one_folder(tmp_path: Path) -> None:
    assert attested("new", cwd=tmp_path).returncode == 2
