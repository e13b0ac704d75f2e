"""Text stays text in SVG and PDF: other programs find every title and passage, Thai and Czech included."""

import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.render.drawing import exported, request, small_collection
from viewer.model.records import Collection
from viewer.render.export import export
from viewer.render.pdf import _hex, render_pdf
from viewer.render.pen import Pen
from viewer.render.svg import render_svg
from viewer.render.theme import load_theme

pytestmark = pytest.mark.usefixtures("qapp")
HARD_THAI = [
    "ที่ตั้งน้ำ",
    "ในวันที่ ๒๐ มกราคม ค.ศ. ๑๙๒๙ ตรอตสกี",
    "ทั้งนี้ ปั่นป่วน ฝ่าย ฟื้นฟู ป้า ญาติ ฐานะ",
    "จำนวนพี่น้องชายหญิง ๘ คน (Poltava) ค่ำ",
    "ผู้นำกลุ่ม ต้องทำงานซ้ำ",
]
CZECH = "v únoru 1929 byl Trockij zcela vyhoštěn ze Sovětského svazu — příšerně žluťoučký kůň"
LIGATURES = "The staff of the office, fifty official affairs"
HOSTILE = [
    "<b>&amp;</b>",
    "]]>",
    "a\x00b",
    "\x1b[31m",
    "\ufffe\uffff",
    "'\"",
    "<script>alert(1)</script>",
    "\u202e",
]


def drawn(*lines: str) -> object:
    def draw(pen: Pen) -> None:
        for number, line in enumerate(lines):
            pen.write(20, 40 + 24 * number, line, "passage", load_theme("light").color("ink"))

    return draw


def words_of_pdf(content: bytes, folder: Path, *options: str) -> str:
    (folder / "words.pdf").write_bytes(content)
    command = ["pdftotext", "-enc", "UTF-8", *options, str(folder / "words.pdf"), "-"]
    return subprocess.run(command, check=True, capture_output=True).stdout.decode()


def spoken(content: bytes, folder: Path) -> list[str]:
    """What the spans of a PDF say, in the order of drawing: what a reader copies and searches."""
    (folder / "spans.pdf").write_bytes(content)
    pages = pypdf.PdfReader(folder / "spans.pdf").pages
    found = [
        re.findall(rb"/ActualText <FEFF([0-9A-F]*)>", page.get_contents().get_data())  # type: ignore[union-attr]
        for page in pages
    ]
    return [bytes.fromhex(part.decode()).decode("utf-16-be") for page in found for part in page]


@pytest.mark.parametrize("line", [*HARD_THAI, CZECH, LIGATURES])
def test_a_pdf_gives_back_the_very_letters_that_were_written(tmp_path: Path, line: str) -> None:
    content = render_pdf([drawn("Before", line, "After")], 800, 200, {})
    assert spoken(content, tmp_path) == ["Before", line, "After"]
    if shutil.which("pdftotext"):
        assert words_of_pdf(content, tmp_path).split("\n")[:1] == ["Before"]
        assert line in words_of_pdf(content, tmp_path)


@settings(max_examples=25)
@given(
    st.lists(
        st.text(st.sampled_from("กขคงจชญฎฏฐดตทนบปผฝฟมยรลวสหอะาำเแโใไ่้๊๋์ิีึืุูั็ Aaf.(1)"), min_size=1, max_size=30),
        min_size=1,
        max_size=5,
    )
)
def test_whatever_is_written_in_thai_has_its_span(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str]
) -> None:
    written = [line for line in lines if line.strip()]
    content = render_pdf([drawn(*written)], 800, 200, {})
    assert spoken(content, tmp_path_factory.mktemp("thai")) == written


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext (poppler-utils) is not installed")
def test_every_passage_of_the_bundled_collection_is_found_in_its_pdf(
    tmp_path: Path, bundled: Collection
) -> None:
    wanted = request(bundled, "pdf", citations=True, width=1123, height=794)
    export(wanted, tmp_path / "a.pdf")
    found = _squeezed(words_of_pdf((tmp_path / "a.pdf").read_bytes(), tmp_path, "-raw"))
    quotes = [
        passage.quote
        for event in bundled.events
        if event.id in wanted.columns.rows
        for passage in event.attestations
    ]
    assert len(quotes) > 100
    assert [quote for quote in quotes if _squeezed(quote) not in found] == []


def test_every_passage_of_the_bundled_collection_is_in_its_svg_line_by_line(
    tmp_path: Path, bundled: Collection
) -> None:
    wanted = request(bundled, "svg", citations=True, width=1920, height=1080)
    export(wanted, tmp_path / "a.svg")
    written = _squeezed("".join(_texts((tmp_path / "a.svg").read_bytes())))
    quotes = [
        passage.quote
        for event in bundled.events
        if event.id in wanted.columns.rows
        for passage in event.attestations
    ]
    assert [quote for quote in quotes if _squeezed(quote) not in written] == []


def test_a_title_is_one_piece_of_text_in_its_own_letters(tmp_path: Path) -> None:
    title = "Vyhoštěn: ตรอตสกีถูกเนรเทศ (1929)"
    exported(small_collection(title), tmp_path / "a.svg", width=1200)
    content = (tmp_path / "a.svg").read_bytes()
    assert title in _texts(content)
    assert title.encode() in content, "found by any search, not only by one that reads XML"


def test_an_svg_names_families_in_which_other_programs_find_thai(tmp_path: Path) -> None:
    exported(small_collection(), tmp_path / "a.svg")
    families = {element.get("font-family") for element in _parts((tmp_path / "a.svg").read_bytes())}
    assert families == {"Noto Sans, Noto Sans Thai, sans-serif"}


def test_an_svg_has_its_words_in_the_colours_of_their_roles_without_outlines(tmp_path: Path) -> None:
    exported(small_collection(), tmp_path / "a.svg")
    elements = _parts((tmp_path / "a.svg").read_bytes())
    assert {element.get("fill") for element in elements} >= {"#1f1d1a", "#5f5b54", "#71456b"}
    texts = ET.parse(tmp_path / "a.svg").getroot().iter("{http://www.w3.org/2000/svg}text")
    assert {element.get("stroke") for element in texts} == {"none"}


@pytest.mark.parametrize("hostile", HOSTILE)
def test_an_svg_parses_whatever_stands_in_labels_and_metadata(tmp_path: Path, hostile: str) -> None:
    collection = small_collection(hostile + " title", quote=f"quoted {hostile}")
    target = tmp_path / "a.svg"
    wanted = request(collection, "svg", citations=True, title=hostile, filter_words=hostile, program=hostile)
    export(wanted, target)
    tags = {element.tag.rpartition("}")[2] for element in ET.parse(target).getroot().iter()}
    assert tags & {"script", "b"} == set()


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_pdf_and_a_png_are_whole_whatever_stands_in_labels_and_metadata(
    tmp_path: Path, hostile: str
) -> None:
    collection = small_collection(hostile + " title", quote=f"quoted {hostile}")
    for format_ in ("pdf", "png"):
        wanted = request(
            collection, format_, citations=True, title=hostile, filter_words=hostile, program=hostile
        )
        assert export(wanted, tmp_path / f"a.{format_}").size > 1000
    assert pypdf.PdfReader(tmp_path / "a.pdf").pages


def test_a_megabyte_of_title_is_drawn_in_no_time_to_speak_of(tmp_path: Path) -> None:
    collection = small_collection("endless" * 150_000, quote="word" * 250_000)
    wanted = request(collection, "pdf", citations=True)
    result = export(replace(wanted, title="T" * 3_000), tmp_path / "a.pdf")
    assert result.pages < 60
    assert result.size < 3_000_000


def test_a_mark_that_is_missing_is_an_error_and_not_a_lost_line() -> None:
    with pytest.raises(ValueError, match="marks"):
        render_pdf([lambda pen: pen._written.append("never drawn")], 300, 200, {})


def test_actual_text_is_utf_16_with_a_byte_order_mark() -> None:
    assert _hex("aก😀") == b"FEFF00610E01D83DDE00"


def test_svg_draws_the_same_shapes_as_the_screen() -> None:
    def draw(pen: Pen) -> None:
        pen.line(10, 10, 90, 10, load_theme("light").color("ink"))

    assert b"polyline" in render_svg(draw, 100, 50, {}) or b"<path" in render_svg(draw, 100, 50, {})


def _parts(content: bytes) -> list[ET.Element]:
    return list(ET.fromstring(content).iter("{http://www.w3.org/2000/svg}tspan"))


def _texts(content: bytes) -> list[str]:
    return ["".join(element.itertext()) for element in _parts(content)]


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)
