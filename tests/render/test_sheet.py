"""A sheet holds its own range and nothing else: rows, edges, the line beneath, the list of passages."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.reference import columns_of
from tests.render.drawing import exported, request, small_collection
from tests.ui.factories import make_collection, make_event, make_source, words
from viewer.model.records import Collection, Lane
from viewer.render import paint, sheet
from viewer.render.citations import Line, citation_lines, columns_of_lines
from viewer.render.export import ExportError, export
from viewer.render.measure import text_width
from viewer.timeline.viewport import Viewport
from viewer.timeline.within import columns_within

pytestmark = pytest.mark.usefixtures("qapp")


def crowded() -> Collection:
    """Forty events of 1905 in one lane, and six of 1929."""
    events = [make_event(f"far-{day}", date=f"1905-01-{day % 28 + 1:02}") for day in range(40)]
    events += [make_event(f"near-{day}", date="1929-01-20") for day in range(6)]
    return make_collection(events, [make_source()])


def test_events_out_of_the_range_take_no_room_from_those_in_it(tmp_path: Path) -> None:
    collection = crowded()
    wanted = request(collection, width=800, height=360)
    columns = wanted.columns
    day = int(columns.start[columns.rows["near-0"]])
    result = export(replace(wanted, first=day - 20, last=day + 20), tmp_path / "a.png")
    assert (result.shown, result.folded) == (6, 0)


@pytest.mark.parametrize("days", [(0, 1), (700_000, 700_400), (704_000, 705_000), (-(10**12), 10**12)])
def test_the_events_of_a_view_are_those_whose_span_touches_it(
    bundled: Collection, days: tuple[int, int]
) -> None:
    columns = columns_of(bundled, bundled.events)
    within = columns_within(columns, Viewport(float(days[0]), float(days[1] - days[0])))
    touching = [
        row for row in range(len(columns)) if columns.start[row] < days[1] and columns.end[row] > days[0]
    ]
    assert tuple(within.ids) == tuple(columns.ids[row] for row in touching)
    assert tuple(within.titles) == tuple(columns.titles[row] for row in touching)
    assert within.start.tolist() == columns.start[touching].tolist()
    assert all(within.rows[name] == row for row, name in enumerate(within.ids))


@pytest.mark.parametrize("kind", ["png", "svg", "pdf"])
def test_a_picture_is_as_high_as_its_lanes_need_and_every_event_has_a_row(tmp_path: Path, kind: str) -> None:
    lanes = tuple(Lane(f"lane-{at}", words(f"Lane {at}"), "moss") for at in range(60))
    events = [make_event(f"event-{at}", lane=f"lane-{at}", date="1929-01-20") for at in range(60)]
    collection = make_collection(events, [make_source()], lanes=lanes)
    result = exported(collection, tmp_path / f"a.{kind}", width=800, height=600)
    assert (result.shown, result.folded) == (60, 0)
    assert result.height > 60 * 36 * (result.width / 800)


def test_more_lanes_than_any_picture_holds_are_refused_with_a_reason(tmp_path: Path) -> None:
    lanes = tuple(Lane(f"lane-{at}", words(f"Lane {at}"), "moss") for at in range(1000))
    events = [make_event(f"event-{at}", lane=f"lane-{at}", date="1929-01-20") for at in range(1000)]
    with pytest.raises(ExportError, match=r"row for each of its lanes.*Hide lanes"):
        exported(make_collection(events, [make_source()], lanes=lanes), tmp_path / "a.png")
    assert list(tmp_path.iterdir()) == []


def test_columns_that_are_all_in_view_stay_as_they_are(bundled: Collection) -> None:
    columns = columns_of(bundled, bundled.events)
    assert columns_within(columns, Viewport(-1e9, 2e9)) is columns


def test_letters_stand_as_far_apart_at_twice_the_scale(tmp_path: Path) -> None:
    # Qt scales the space between letters by the resolution of the image, if it has one while it is painted.
    collection = small_collection()
    edges = []
    for scale in (1.0, 2.0):
        exported(collection, tmp_path / "a.png", scale=scale)
        edges.append(_right_edge_of_lane_name(QImage(str(tmp_path / "a.png")), scale))
    assert edges[1] == pytest.approx(edges[0], abs=1.0)


def test_the_line_beneath_always_has_room_for_the_counts() -> None:
    foot = sheet._foot("a filter that was typed at length " * 400, "5 of 9 events shown", 640)
    assert foot.endswith("…  ·  5 of 9 events shown")
    assert text_width(foot, "caption") <= 640


def test_a_picture_with_a_part_that_fails_is_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_self: object) -> None:
        raise ZeroDivisionError("no such day")

    monkeypatch.setattr(paint._Ink, "axis", fail)
    with pytest.raises(ExportError, match=r"axis could not be drawn.*no such day"):
        exported(small_collection(), tmp_path / "a.svg")
    assert list(tmp_path.iterdir()) == []


def test_the_list_has_each_event_with_its_passages_in_their_own_script_and_in_translation() -> None:
    collection = small_collection()
    text = " ".join(line.text for line in citation_lines(collection, collection.events, 2_000.0))
    assert "Deported from the Soviet Union" in text
    assert "the sources differ" in text
    for source, passage in zip(collection.sources, collection.events[0].attestations, strict=True):
        assert passage.quote.replace("\n", " ") in text
        assert passage.translation.best().replace("\n", " ").strip() in text
        assert source.short_title in text


@pytest.mark.parametrize("column", [80.0, 200.0, 560.0])
def test_no_line_of_the_list_is_wider_than_its_column(bundled: Collection, column: float) -> None:
    lines = citation_lines(bundled, bundled.events[:60], column)
    # A space at the end of a line hangs; a single letter may be wider than a very narrow column.
    too_wide = [line for line in lines if line.indent + text_width(line.text, line.role) > column]
    assert too_wide == []


def test_columns_and_pages_hold_every_line_once_and_in_order() -> None:
    lines = [Line(str(number), "passage", "ink", 0.0, 20.0) for number in range(137)]
    pages = columns_of_lines(lines, 1200.0, 300.0)
    assert [placed.line.text for page in pages for placed in page] == [str(number) for number in range(137)]
    assert all(placed.y + placed.line.height <= 300.0 for page in pages for placed in page)
    boxes = [(page, placed.x, placed.y) for page, items in enumerate(pages) for placed in items]
    assert len(set(boxes)) == len(lines)


def test_a_heading_is_not_left_alone_at_the_foot_of_a_column() -> None:
    entry = [
        Line("Title", "entry", "ink", 0.0, 20.0, lead=10.0, number="1"),
        Line("Source", "caption", "ink", 0.0, 15.0),
        Line("Passage", "passage", "ink", 0.0, 20.0),
    ]
    pages = columns_of_lines(entry * 20, 500.0, 110.0)
    last = [max(page, key=lambda placed: (placed.x, placed.y)).line.role for page in pages]
    assert "entry" not in last


def test_control_characters_in_titles_are_spelt_out(tmp_path: Path) -> None:
    collection = make_collection([make_event("a", title=words("Evil\u202e title"), date="1929-01-20")])
    exported(collection, tmp_path / "a.svg", citations=True, title="T\u202e")
    content = (tmp_path / "a.svg").read_text("utf-8").partition("</metadata>")[2]
    assert "\u202e" not in content
    assert "[U+202E]" in content


def _right_edge_of_lane_name(image: QImage, scale: float) -> float:
    ground = image.pixelColor(1, 1)
    rows = range(round(80 * scale), round(330 * scale))
    for x in range(round(140 * scale), 0, -1):
        for y in rows:
            pixel = image.pixelColor(x, y)
            if abs(pixel.lightness() - ground.lightness()) > 60:
                return x / scale
    return 0.0


def test_letters_without_a_glyph_are_named(tmp_path: Path) -> None:
    assert exported(small_collection("Trotsky in 北京"), tmp_path / "a.pdf").missing == "京北"
    assert exported(small_collection(), tmp_path / "b.pdf", citations=True).missing == ""
