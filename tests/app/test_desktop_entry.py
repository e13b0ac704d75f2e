import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.app import desktop_entry
from viewer.app.command_line import run
from viewer.app.desktop_entry import entry, quoted
from viewer.resources import resource


@pytest.fixture
def data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    command = tmp_path / "my progs" / "attested"
    command.parent.mkdir()
    command.write_text("")
    monkeypatch.setattr(desktop_entry, "_command", lambda: command)
    monkeypatch.setattr("sys.platform", "linux")
    return tmp_path / "data"


def keys(text: str) -> dict[str, str]:
    lines = [line for line in text.splitlines() if line]
    assert lines.pop(0) == "[Desktop Entry]"
    return dict(line.split("=", 1) for line in lines)


def exec_argument(value: str) -> str:
    """Read a quoted argument of Exec back: the string's escapes, then the quoting, then the field codes."""
    unescaped = value.replace("\\\\", "\\")
    assert re.fullmatch(r'"([^"`$\\]|\\["`$\\])*"', unescaped), "a sign that Exec reserves stands bare"
    assert re.fullmatch("([^%]|%%)*", unescaped), "a field code"
    return re.sub(r"\\(.)", r"\1", unescaped[1:-1]).replace("%%", "%")


def test_installing_puts_entry_and_icon_where_the_desktop_looks(data: Path, tmp_path: Path) -> None:
    assert run(["--install-desktop-entry"]) == 0
    found = keys((data / "applications" / "attested.desktop").read_text("utf-8"))
    assert found["Exec"] == f'"{tmp_path}/my progs/attested" %f'
    assert found["TryExec"] == f"{tmp_path}/my progs/attested"
    assert found["Icon"] == "attested"
    assert (data / "icons/hicolor/scalable/apps/attested.svg").read_bytes() == resource(
        "icons", "attested.svg"
    ).read_bytes()


def test_installing_again_writes_nothing(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["--install-desktop-entry"])
    file = data / "applications" / "attested.desktop"
    before = file.stat().st_ino
    assert run(["--install-desktop-entry"]) == 0
    assert file.stat().st_ino == before
    assert "already" in capsys.readouterr().out


def test_a_stale_entry_is_brought_up_to_date(data: Path) -> None:
    run(["--install-desktop-entry"])
    file = data / "applications" / "attested.desktop"
    whole = file.read_bytes()
    file.write_bytes(whole[:20])
    run(["--install-desktop-entry"])
    assert file.read_bytes() == whole


def test_a_folder_that_cannot_be_written_ends_in_a_sentence(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data.write_text("a file in the way")
    assert run(["--install-desktop-entry"]) == 1
    assert "could not be written" in capsys.readouterr().err


@given(st.text(st.sampled_from('\\"`$% aกé') | st.characters(min_codepoint=0x20, codec="utf-8"), min_size=1))
def test_every_path_survives_the_quoting_of_exec(path: str) -> None:
    assert exec_argument(quoted(path)) == path


def test_the_template_has_no_place_left_open() -> None:
    template = resource("linux", "attested.desktop").read_text("utf-8")
    assert "@" not in entry(template, Path("/usr/bin/attested"))


def test_the_icon_is_a_square_drawing() -> None:
    root = ET.fromstring(resource("icons", "attested.svg").read_bytes())
    assert root.get("viewBox") == "0 0 64 64"
