import re
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import PySide6
import pytest
from command import ROOT, attested
from needed import needed
from packaging.requirements import Requirement

from viewer.app import system_libraries
from viewer.app.system_libraries import (
    DEBIAN_PACKAGES,
    DRAWING_LIBRARIES,
    X_LIBRARIES,
    deadly_pair,
    missing_packages,
    objection_to_drawing,
    platforms_tried,
)

linux = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="Qt's libraries are looked for on Linux"
)
QT = Path(PySide6.__file__).parent / "Qt"
OF_EVERY_SYSTEM = re.compile(r"lib(Qt6|icu|pyside|shiboken)|lib(c|m|gcc_s|pthread|dl)\.so|ld-linux")


def lacking(*libraries: str) -> Callable[[str], str]:
    """A loader on a system without these libraries: Qt's files ask for the first of them."""

    def complaint(name: str) -> str:
        first = libraries[0] if name.startswith("/") else name
        return f"{first}: cannot open shared object file" if first in libraries else ""

    return complaint


@pytest.mark.parametrize(
    ("python", "qt", "deadly"),
    [
        ((3, 11), (6, 12, 0), True),
        ((3, 11), (6, 13, 1), True),
        ((3, 11), (6, 11, 3), False),
        ((3, 11), (6, 8, 0), False),
        ((3, 12), (6, 12, 0), False),
        ((3, 13), (6, 12, 0), False),
        ((3, 11), (), False),
    ],
)
def test_the_deadly_pair_is_refused_in_a_sentence(
    python: tuple[int, ...], qt: tuple[int, ...], deadly: bool
) -> None:
    assert bool(deadly_pair(python, qt)) is deadly


def test_the_packaging_never_pairs_python_3_11_with_pyside_6_12() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [Requirement(text) for text in project["dependencies"] if text.startswith("PySide6")]
    on_3_11 = [
        r.specifier for r in wanted if r.marker is None or r.marker.evaluate({"python_version": "3.11"})
    ]
    assert on_3_11
    assert all("6.12.0" not in specifier and "6.11.3" in specifier for specifier in on_3_11)


def test_the_version_of_pyside_is_read_without_importing_it() -> None:
    found = system_libraries._qt_version(Path(PySide6.__file__).parent)
    assert ".".join(map(str, found)) == PySide6.__version__


@linux
def test_every_library_that_qt_names_has_a_debian_package() -> None:
    files = (*system_libraries._DRAWING, *system_libraries._X, *system_libraries._WAYLAND)
    named = {name for file in files for name in needed(QT / file)}
    assert {name for name in named if not OF_EVERY_SYSTEM.match(name)} <= set(DEBIAN_PACKAGES)
    assert "libxcb-cursor.so.0" in named


@linux
def test_nothing_is_missing_where_the_tests_run() -> None:
    assert (objection_to_drawing(), missing_packages()) == (None, [])


@linux
def test_all_missing_libraries_are_named_at_once_with_their_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_libraries, "_complaint", lacking("libEGL.so.1", "libGL.so.1"))
    sentence = objection_to_drawing() or ""
    assert "\n" not in sentence
    assert "sudo apt-get install libegl1 libgl1 (for libEGL.so.1, libGL.so.1)" in sentence
    assert missing_packages() == ["libegl1", "libgl1"]


@linux
def test_a_library_that_no_table_knows_is_named_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_libraries, "_complaint", lacking("libnew.so.7"))
    assert "libnew.so.7" in (objection_to_drawing() or "")


def test_the_tables_are_whole() -> None:
    assert {*DRAWING_LIBRARIES, *X_LIBRARIES} <= set(DEBIAN_PACKAGES)


@pytest.mark.parametrize(
    ("environment", "tried"),
    [
        ({}, []),
        ({"DISPLAY": ":0"}, ["xcb"]),
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, ["wayland", "xcb"]),
        ({"QT_QPA_PLATFORM": "offscreen"}, ["offscreen"]),
        ({"QT_QPA_PLATFORM": "vnc:size=1x1;xcb", "DISPLAY": ""}, ["vnc", "xcb"]),
    ],
)
def test_platforms_are_tried_in_qts_order(environment: dict[str, str], tried: list[str]) -> None:
    assert platforms_tried(environment) == tried


@linux
@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({}, "there is no screen"),
        ({"DISPLAY": ":7777"}, 'the screen ":7777"'),
        ({"WAYLAND_DISPLAY": "nowhere", "XDG_RUNTIME_DIR": "/nonexistent"}, "nowhere"),
    ],
)
def test_without_a_screen_there_is_a_sentence_and_no_abort(environment: dict[str, str], words: str) -> None:
    result = attested(**environment)
    assert result.returncode == 1
    assert result.stderr.count("\n") == 1
    # Where the libraries of Wayland are missing, they are what is named.
    assert words in result.stderr or ("libwayland" in result.stderr and "WAYLAND_DISPLAY" in environment)
