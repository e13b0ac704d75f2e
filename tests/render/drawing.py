"""Scenes by hand and pictures of them, and collections for exports, in few words."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QColor, QImage, QPainter

from tests.reference import columns_of
from tests.ui.factories import CZECH, THAI, attest, make_collection, make_event, make_source, words
from viewer.model.dates import parse_edtf
from viewer.model.records import Collection
from viewer.render.export import Exported, ExportRequest, export
from viewer.render.paint import NOTHING, paint_scene
from viewer.render.pen import Pen
from viewer.render.screen_pen import ScreenPen
from viewer.render.theme import load_theme
from viewer.timeline.crowds import Fold, Folds
from viewer.timeline.drawn import Bar, Bars, Label, Labels, Mark, Marks
from viewer.timeline.highlight import Highlight
from viewer.timeline.metrics import Metrics
from viewer.timeline.rect import Rect
from viewer.timeline.scene import Header, Scene, Tick

WIDTH, HEIGHT = 400, 200
PLOT = Rect(100, 40, 300, 160)
LIGHT = load_theme("light")


def scene(
    marks: Sequence[Mark] = (),
    bars: Sequence[Bar] = (),
    labels: Sequence[Label] = (),
    folds: Sequence[Fold] = (),
    ticks: Sequence[Tick] = (),
) -> Scene:
    """A picture of one blue lane."""
    return Scene(
        width=WIDTH,
        height=HEIGHT,
        plot=PLOT,
        axis=Rect(0, 0, WIDTH, 40),
        evidence=Rect(100, 40, 300, 0),
        headers=(Header(Rect(0, 40, WIDTH, 160), "Exile", "blue", 0),),
        bands=(),
        ticks=tuple(ticks),
        tick_labels=(),
        bars=Bars.of(bars),
        marks=Marks.of(marks),
        labels=Labels.of(labels),
        folds=Folds.of(folds),
        shown=frozenset(),
    )


def mark(kind: str = "event", *, contested: bool = False, event: int = 0) -> Mark:
    return Mark(event, 200.0, 120.0, 0, contested, kind)


def bar(core: tuple[float, float] = (0, 0), *, contested: bool = False) -> Bar:
    return Bar(0, Rect(150, 110, 200, 20), *core, 0, contested, "period")


def label(text: str, x: float = 220.0, rank: int = 3) -> Label:
    return Label(0, Rect(x, 107, 170, 26), text, "", rank, 0, inside=False)


def painted(
    picture: Scene, highlight: Highlight = NOTHING, scale: float = 1.0, pen: type[Pen] = ScreenPen
) -> QImage:
    """The scene in the light theme; every layer must have been drawn."""
    image, troubles = attempted(picture, highlight, scale, pen)
    assert troubles == ()
    return image


def attempted(
    picture: Scene, highlight: Highlight = NOTHING, scale: float = 1.0, pen: type[Pen] = ScreenPen
) -> tuple[QImage, tuple[str, ...]]:
    image = QImage(round(WIDTH * scale), round(HEIGHT * scale), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    image.fill(LIGHT.color("ground"))
    with QPainter(image) as painter:
        troubles = paint_scene(pen(painter), picture, LIGHT, Metrics(), highlight)
    return image, troubles


def near(image: QImage, x: float, y: float, colour: str, tolerance: int = 24) -> bool:
    """Whether the pixel has about the colour of a role."""
    found, wanted = image.pixelColor(round(x), round(y)), LIGHT.color(colour)
    return _apart(found, wanted) <= tolerance


def has_ink(image: QImage, box: Rect) -> bool:
    """Whether anything but ground lies in the box."""
    return any(not near(image, x, y, "ground", 40) for x, y in _pixels(box))


def darkness(image: QImage, box: Rect) -> float:
    """How dark the box is in greyscale on the average, 0 for white to 255 for black."""
    values = [255 - image.pixelColor(x, y).lightness() for x, y in _pixels(box)]
    return sum(values) / len(values)


def small_collection(title: str = "Deported from the Soviet Union", quote: str = "") -> Collection:
    """One event of January 1929 with a Thai and a Czech passage."""
    thai, czech = make_source("thai", quote or THAI), make_source("czech", CZECH, colour="indigo")
    passages = [attest(thai, quote or THAI, "1929-01-20"), attest(czech, CZECH, "1929-02")]
    event = make_event("deported", passages, date="1929-01-20", title=words(title), differs=("date",))
    return make_collection([event], [thai, czech])


def request(collection: Collection, format_: str = "png", **other: object) -> ExportRequest:
    """An export of everything that happened from 1870 to 2009."""
    first, last = _range_of_1870_to_2009()
    columns = columns_of(collection, collection.events)
    fields: dict[str, object] = {"width": 640, "height": 360} | other
    return ExportRequest(collection, columns, first, last, format=format_, **fields)


def exported(collection: Collection, target: Path, **other: object) -> Exported:
    """Export to `target` in the format of its name."""
    return export(request(collection, target.suffix[1:], **other), target)


def _range_of_1870_to_2009() -> tuple[int, int]:
    date = parse_edtf("1870/2009")
    assert date.earliest_start is not None
    assert date.latest_end is not None
    return date.earliest_start, date.latest_end + 1


def _pixels(box: Rect) -> list[tuple[int, int]]:
    return [
        (x, y) for x in range(round(box.x), round(box.right)) for y in range(round(box.y), round(box.bottom))
    ]


def _apart(one: QColor, other: QColor) -> int:
    return max(abs(one.red() - other.red()), abs(one.green() - other.green()), abs(one.blue() - other.blue()))
