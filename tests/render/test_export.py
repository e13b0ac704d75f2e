"""An export is as large as was asked, says what it shows, and refuses what cannot be done before it begins."""

import struct
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest
from PySide6.QtGui import QImage, QImageReader

from tests.render.drawing import exported, request, small_collection
from viewer.model.records import Collection
from viewer.render import export as exports
from viewer.render.export import FORMATS, ExportError, ExportRequest, export, export_steps

pytestmark = pytest.mark.usefixtures("qapp")
COLLECTION = small_collection()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_a_png_has_the_pixels_that_were_asked_for(tmp_path: Path, scale: float) -> None:
    target = tmp_path / "a.png"
    result = exported(COLLECTION, target, scale=scale)
    width, height = struct.unpack(">II", target.read_bytes()[16:24])
    assert (width, height) == (round(640 * scale), round(360 * scale)) == (result.width, result.height)
    assert result.size == target.stat().st_size


def test_an_svg_has_the_size_that_was_asked_for(tmp_path: Path) -> None:
    exported(COLLECTION, tmp_path / "a.svg")
    root = ET.parse(tmp_path / "a.svg").getroot()
    assert (root.get("width"), root.get("height")) == ("640", "360")
    assert root.get("viewBox") == "0 0 640 360"


def test_a_pdf_page_has_the_size_that_was_asked_for_at_96_pixels_an_inch(tmp_path: Path) -> None:
    exported(COLLECTION, tmp_path / "a.pdf", width=1123, height=794)
    box = pypdf.PdfReader(tmp_path / "a.pdf").pages[0].mediabox
    assert (float(box.width), float(box.height)) == pytest.approx((297 / 25.4 * 72, 210 / 25.4 * 72), abs=0.6)


def test_the_same_export_at_twice_the_scale_is_the_same_picture(tmp_path: Path) -> None:
    for scale in (1.0, 2.0):
        exported(COLLECTION, tmp_path / f"{scale}.png", scale=scale)
    small, large = (QImage(str(tmp_path / f"{scale}.png")) for scale in (1.0, 2.0))
    assert large.width() == 2 * small.width()
    points = [(20, 20), (300, 150), (320, 60), (600, 340), (60, 120)]
    apart = [
        abs(small.pixelColor(x, y).lightness() - large.pixelColor(2 * x, 2 * y).lightness())
        for x, y in points
    ]
    assert max(apart) < 90


@pytest.mark.parametrize("format_", FORMATS)
def test_the_file_says_what_it_shows(tmp_path: Path, format_: str) -> None:
    target = tmp_path / f"a.{format_}"
    exported(
        COLLECTION, target, title="The deportation", filter_words="lane: Prison and exile", program="A 1.0"
    )
    said = _metadata(target)
    for wanted in (
        "The deportation",
        "1 January 1870 to 31 December 2009",
        "lane: Prison and exile",
        "test",
        "A 1.0",
    ):
        assert any(wanted in value for value in said.values()), f"{wanted} is not in {said}"


@pytest.mark.parametrize("format_", FORMATS)
def test_passages_are_in_the_file_only_where_asked_for(tmp_path: Path, format_: str) -> None:
    without, with_ = tmp_path / f"a.{format_}", tmp_path / f"b.{format_}"
    plain, listed = exported(COLLECTION, without), exported(COLLECTION, with_, citations=True)
    assert (listed.height, listed.pages) > (plain.height, plain.pages)
    assert with_.stat().st_size > without.stat().st_size


def test_a_long_list_runs_on_over_as_many_pages_as_it_needs(tmp_path: Path, bundled: Collection) -> None:
    result = exported(bundled, tmp_path / "a.pdf", width=1123, height=794, citations=True)
    reader = pypdf.PdfReader(tmp_path / "a.pdf")
    assert result.pages == len(reader.pages) > 5
    assert all(page.mediabox == reader.pages[0].mediabox for page in reader.pages)


def test_shown_and_folded_are_counted(tmp_path: Path, bundled: Collection) -> None:
    wanted = request(bundled)
    result = export(wanted, tmp_path / "a.png")
    assert result.shown + result.folded == len(wanted.columns)


@pytest.mark.parametrize(
    ("asked", "largest"),
    [
        ({"width": 1_000_000, "height": 500}, "30000x15"),
        ({"width": 20_000, "height": 20_000}, "10000x10000"),
        ({"width": 4_000, "height": 4_000, "scale": 8.0}, "1250x1250 at scale 8"),
    ],
)
def test_a_picture_that_is_too_large_is_refused_with_the_largest_possible_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked: dict[str, object], largest: str
) -> None:
    monkeypatch.setattr(exports, "lay_out", pytest.fail)
    with pytest.raises(ExportError) as refusal:
        exported(COLLECTION, tmp_path / "a.png", **asked)
    assert largest.replace("1250x1250 at scale 8", "at scale 8") in str(refusal.value)
    assert list(tmp_path.iterdir()) == []


def test_the_largest_size_that_is_offered_is_accepted() -> None:
    with pytest.raises(ExportError) as refusal:
        next(export_steps(request(COLLECTION, width=40_000, height=30_000), Path("a.png")))
    width, height = str(refusal.value).split("shape is ")[1].split(".")[0].split(" ")[0].split("x")
    assert next(export_steps(request(COLLECTION, width=int(width), height=int(height)), Path("a.png")))


@pytest.mark.parametrize("field", ["width", "height"])
def test_a_picture_in_which_nothing_could_be_read_is_refused(tmp_path: Path, field: str) -> None:
    with pytest.raises(ExportError, match="too small"):
        exported(COLLECTION, tmp_path / "a.png", **{field: 20})


def test_a_list_that_would_make_the_picture_too_high_is_refused(tmp_path: Path, bundled: Collection) -> None:
    with pytest.raises(ExportError, match=r"With its passages.*PDF"):
        exported(bundled, tmp_path / "a.png", width=300, height=300, scale=4.0, citations=True)


def test_an_empty_range_is_refused(tmp_path: Path) -> None:
    wanted = request(COLLECTION)
    with pytest.raises(ExportError, match="range is empty"):
        export(replace(wanted, last=wanted.first), tmp_path / "a.png")


def test_an_unknown_format_is_refused_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="png, svg, pdf"):
        export(replace(request(COLLECTION), format="gif"), tmp_path / "a.gif")


@pytest.mark.parametrize("format_", FORMATS)
def test_a_range_without_events_is_drawn_empty(tmp_path: Path, format_: str) -> None:
    target = tmp_path / f"a.{format_}"
    wanted = replace(request(COLLECTION, format_, citations=True), first=-3_000_000, last=-2_990_000)
    result = export(wanted, target)
    assert (result.shown, result.folded) == (0, 0)
    assert target.stat().st_size > 500


@pytest.mark.parametrize("theme", ["light", "dark", "contrast", "print"])
def test_the_theme_is_the_one_that_was_asked_for(tmp_path: Path, theme: str) -> None:
    from viewer.render.theme import load_theme

    exported(COLLECTION, tmp_path / "a.png", theme=theme)
    ground = QImage(str(tmp_path / "a.png")).pixelColor(2, 2)
    assert ground.name().upper() == load_theme(theme).hex("ground")


@pytest.mark.parametrize("seen", range(4))
def test_an_export_that_is_stopped_writes_nothing(tmp_path: Path, seen: int) -> None:
    steps = export_steps(request(COLLECTION), tmp_path / "a.png")
    for _ in range(seen):
        next(steps)
    steps.close()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("format_", FORMATS)
def test_what_came_out_damaged_is_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, format_: str
) -> None:
    whole = exports._RENDERERS[format_]

    def cut(sheet: exports.Sheet, wanted: ExportRequest) -> exports.Rendering:
        content = yield from whole(sheet, wanted)
        return content[:-40]

    monkeypatch.setitem(exports._RENDERERS, format_, cut)
    with pytest.raises(ExportError, match="damaged"):
        exported(COLLECTION, tmp_path / f"a.{format_}")
    assert list(tmp_path.iterdir()) == []


def _metadata(target: Path) -> dict[str, str]:
    if target.suffix == ".png":
        reader = QImageReader(str(target))
        return {key: reader.text(key) for key in reader.textKeys()}
    if target.suffix == ".pdf":
        return {key: str(value) for key, value in (pypdf.PdfReader(target).metadata or {}).items()}
    described = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}Description"
    description = ET.parse(target).getroot().find(f".//{described}")
    assert description is not None
    return {element.tag: element.text or "" for element in description}
