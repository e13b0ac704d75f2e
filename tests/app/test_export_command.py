import zlib
from pathlib import Path

import pytest
from command import attested

from viewer.app.order import RefusedOrder, read_order
from viewer.model.calendar import iso_day

GOOD = {
    "days": "1917/1924",
    "size": "800x500",
    "scale": "1",
    "out": "a.png",
    "theme": "light",
    "title": "",
    "citations": False,
}


def export(small: Path, out: Path, *more: str) -> "tuple[int, str]":
    command = ("export", small, "--range", "1870/1990", "--size", "800x500", "--out", out)
    result = attested(*command, *more)
    return result.returncode, result.stderr


@pytest.mark.parametrize(
    ("ending", "start"), [("png", b"\x89PNG\r\n\x1a\n"), ("svg", b"<?xml"), ("pdf", b"%PDF-")]
)
def test_a_picture_is_written_without_a_screen(
    small: Path, tmp_path: Path, ending: str, start: bytes
) -> None:
    out = tmp_path / f"out.{ending}"
    assert export(small, out, "--citations", "--title", "Überschrift ตรอตสกี") == (0, "")
    assert out.read_bytes().startswith(start)
    assert not list(tmp_path.glob("*.part-*"))


def test_scale_multiplies_the_pixels_of_a_png(small: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.png"
    assert export(small, out, "--scale", "2", "--theme", "dark") == (0, "")
    header = out.read_bytes()[12:33]
    assert zlib.crc32(header[:-4]) == int.from_bytes(header[-4:], "big")
    assert [int.from_bytes(header[start : start + 4], "big") for start in (4, 8)] == [1600, 1000]


def test_an_impossible_size_leaves_2_and_the_old_file(small: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.png"
    out.write_bytes(b"old")
    code, error = export(small, out, "--size", "999999x999999")
    assert (code, out.read_bytes()) == (2, b"old")
    assert "largest" in error


def test_a_target_that_cannot_be_written_leaves_1_with_a_sentence(small: Path, tmp_path: Path) -> None:
    code, error = export(small, tmp_path / "missing" / "out.svg")
    assert code == 1
    assert "no folder" in error
    assert "Traceback" not in error


def test_a_year_range_reaches_from_its_first_day_to_the_day_after_its_last() -> None:
    order = read_order(**GOOD)
    assert (iso_day(order.first), iso_day(order.last)) == ("1917-01-01", "1925-01-01")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("days", "1917/.."),
        ("days", "../1917"),
        ("days", "1917/1916"),
        ("days", "yesterday"),
        ("days", ""),
        ("size", "1920"),
        ("size", "-5x10"),
        ("size", "1e3x1e3"),
        ("size", "๑๐๐x๑๐๐"),
        ("scale", "0"),
        ("scale", "nan"),
        ("scale", "inf"),
        ("scale", "two"),
        ("out", "picture.jpg"),
        ("out", "png"),
        ("title", "a" * 301),
    ],
)
def test_what_cannot_be_drawn_is_refused_by_name(name: str, text: str) -> None:
    option = {"days": "range"}.get(name, name)
    with pytest.raises(RefusedOrder, match=f"--{option}"):
        read_order(**{**GOOD, name: text})


def test_a_refused_order_leaves_2(small: Path, tmp_path: Path) -> None:
    code, error = export(small, tmp_path / "out.png", "--range", "1917/..")
    assert code == 2
    assert "both ends" in error
