"""Exporting a range of time: laid out, rendered to memory, verified, then written in one piece."""

import errno
import shutil
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter

from viewer.loading.atomic import atomic_write
from viewer.model.records import Collection, Lane
from viewer.model.wording import day_words
from viewer.render.pen import MissingTextError, Pen
from viewer.render.sheet import Content, DrawingError, Sheet, lay_out
from viewer.render.svg import render_svg
from viewer.render.theme import load_theme
from viewer.render.verify import is_whole
from viewer.timeline.axis.languages import ENGLISH_AXIS
from viewer.timeline.axis.words import AxisWords
from viewer.timeline.columns import Columns
from viewer.timeline.viewport import Viewport

Rendering = Generator[str, None, bytes]
"""A file in the making: says what comes next, can be given up in between, returns the content."""

FORMATS = ("png", "svg", "pdf")
MOST_PIXELS = 100_000_000
"""Device pixels of a picture: 400 MB while it is painted."""

LONGEST_SIDE = 30_000
"""Device pixels of a side."""

STRIP = 64
"""Pixels: how much of a picture's height is filled at a time."""

SMALLEST = (200, 120)
"""Pixels at scale 1 below which nothing can be read."""


class ExportError(Exception):
    """What went wrong, where, and what to do, as a sentence for the user."""


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """What to export: `first` to `last` are day numbers, half-open; sizes are pixels at scale 1.

    `scale` is the device pixels for each pixel of a PNG. `filter_words` says which events `columns` has.
    `lanes` are those that the columns stand in, the collection's own where None.
    """

    collection: Collection
    columns: Columns
    first: int
    last: int
    width: int
    height: int
    format: str
    scale: float = 1.0
    theme: str = "light"
    title: str = ""
    citations: bool = False
    filter_words: str = "all events"
    program: str = "Attested"
    axis_words: AxisWords = ENGLISH_AXIS
    lanes: Sequence[Lane] | None = None


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: its size in bytes, device pixels, pages, and how many events it shows and folds.

    `missing` are the letters in it that the shipped type does not have: boxes, where no other font has them.
    """

    size: int
    width: int
    height: int
    pages: int
    shown: int
    folded: int
    missing: str = ""


def export(request: ExportRequest, target: Path) -> Exported:
    """Write the picture to `target`. Raises ExportError; the old file is then untouched."""
    steps = export_steps(request, target)
    while True:
        try:
            next(steps)
        except StopIteration as done:
            return cast("Exported", done.value)


def export_steps(request: ExportRequest, target: Path) -> Generator[str, None, Exported]:
    """Do the same in steps, yielding what comes next; closing the generator in between writes nothing.

    Returns the Exported. Raises ExportError.
    """
    _check_request(request)
    yield "Laying out"
    sheet = _laid_out(request)
    _check_budget(sheet, request)
    yield "Drawing"
    content = yield from _rendered(sheet, request)
    yield "Checking"
    written = Exported(
        len(content),
        round(sheet.width * _scale(request)),
        round(sheet.heights[0] * _scale(request)),
        len(sheet.pages),
        sheet.shown,
        sheet.folded,
        sheet.missing,
    )
    if not is_whole(content, request.format, written.width, written.height, written.pages):
        kind = request.format.upper()
        raise ExportError(f"The {kind} came out damaged and was not written. Please report this.")
    yield "Writing"
    _write(target, content)
    return written


def _check_request(request: ExportRequest) -> None:
    if request.format not in FORMATS:
        raise ExportError(f"A picture cannot be written as {request.format!r}. Use {', '.join(FORMATS)}.")
    if request.last <= request.first:
        raise ExportError("The range is empty. Its end must come after its beginning.")
    if request.width < SMALLEST[0] or request.height < SMALLEST[1]:
        raise ExportError(
            f"The picture is too small. It needs {SMALLEST[0]} by {SMALLEST[1]} pixels at least."
        )
    _check_size(request.width, request.height, _scale(request))


def _check_size(width: int, height: int, scale: float) -> None:
    w, h = width * scale, height * scale
    if w <= LONGEST_SIDE and h <= LONGEST_SIDE and w * h <= MOST_PIXELS:
        return
    share = min(LONGEST_SIDE / w, LONGEST_SIDE / h, (MOST_PIXELS / (w * h)) ** 0.5)
    largest = f"{int(width * share)}x{int(height * share)}"
    raise ExportError(
        f"{round(w)} by {round(h)} pixels are too many. The largest picture of this shape is {largest}"
        + (f" at scale {scale:g}." if scale != 1 else ".")
    )


def _check_budget(sheet: Sheet, request: ExportRequest) -> None:
    """Refuse what is too large for many lanes, or for a list of passages; pages of a PDF do not add up."""
    height, scale = sheet.heights[0], _scale(request)
    if height * scale > LONGEST_SIDE or sheet.width * height * scale * scale > MOST_PIXELS:
        size = f"{round(sheet.width * scale)} by {round(height * scale)} pixels"
        if request.citations and request.format != "pdf":
            raise ExportError(
                f"With its passages the picture would be {size}. "
                "Export a PDF, a shorter range, a smaller scale, or leave the passages out."
            )
        raise ExportError(
            f"With a row for each of its lanes the picture would be {size}. "
            "Hide lanes, or choose a shorter range or a smaller scale."
        )


def _laid_out(request: ExportRequest) -> Sheet:
    first, last = (request.columns.warp.forward(float(day)) for day in (request.first, request.last))
    viewport = Viewport(first, last - first)
    content = Content(
        request.collection,
        request.columns,
        request.collection.lanes if request.lanes is None else request.lanes,
        viewport,
        request.title,
        _foot(request),
        request.citations,
        request.axis_words,
    )
    theme = load_theme(request.theme)
    return lay_out(content, request.width, request.height, theme, paged=request.format == "pdf")


def _foot(request: ExportRequest) -> str:
    collection = request.collection
    return (
        f"{collection.title.best()}, version {collection.version}  ·  {range_words(request)}"
        f"  ·  {request.filter_words}"
    )


def range_words(request: ExportRequest) -> str:
    """Return the range as its first and last day in words."""
    return f"{day_words(request.first)} to {day_words(request.last - 1)}"


def facts(request: ExportRequest) -> dict[str, str]:
    """Return what goes into the file's metadata."""
    collection = request.collection
    title = request.title or collection.title.best()
    return {
        "Title": title,
        "Description": f"{title}: {range_words(request)}; {request.filter_words}",
        "Collection": collection.id,
        "CollectionTitle": collection.title.best(),
        "CollectionVersion": collection.version,
        "Range": range_words(request),
        "Filter": request.filter_words,
        "Software": request.program,
    }


def _scale(request: ExportRequest) -> float:
    return request.scale if request.format == "png" else 1.0


def _png(sheet: Sheet, request: ExportRequest) -> Rendering:
    scale = request.scale
    size = round(sheet.width * scale), round(sheet.heights[0] * scale)
    image = QImage(*size, QImage.Format.Format_RGB32)
    if image.isNull():
        raise ExportError(
            f"There is not enough memory for {size[0]} by {size[1]} pixels. Choose a smaller size."
        )
    image.setDevicePixelRatio(scale)
    _take_memory(image)
    with QPainter(image) as painter:
        sheet.pages[0](Pen(painter))
    yield "Encoding"
    # Not before: Qt would widen the space between letters by it.
    image.setDotsPerMeterX(round(96 * scale / 0.0254))
    image.setDotsPerMeterY(round(96 * scale / 0.0254))
    for name, value in facts(request).items():
        image.setText(name, value)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload]
        raise ExportError("The picture could not be encoded as PNG. Choose a smaller size.")
    return bytes(buffer.data().data())


def _take_memory(image: QImage) -> None:
    """Fill an image strip by strip: all of it at once would hold up everything else."""
    with QPainter(image) as painter:
        for top in range(0, image.height(), STRIP):
            painter.fillRect(0, top, image.width(), STRIP, Qt.GlobalColor.white)


def _svg(sheet: Sheet, request: ExportRequest) -> Rendering:
    yield "Drawing"
    return render_svg(sheet.pages[0], sheet.width, sheet.heights[0], facts(request))


def _pdf(sheet: Sheet, request: ExportRequest) -> Rendering:
    from viewer.render.pdf import pdf_steps

    return (yield from pdf_steps(sheet.pages, sheet.width, sheet.heights[0], facts(request)))


def _rendered(sheet: Sheet, request: ExportRequest) -> Rendering:
    try:
        return (yield from _RENDERERS[request.format](sheet, request))
    except (DrawingError, MissingTextError) as error:
        raise ExportError(f"Nothing was written. {error} Please report this.") from error


_RENDERERS: dict[str, Callable[[Sheet, ExportRequest], Rendering]] = {"png": _png, "svg": _svg, "pdf": _pdf}


def _write(target: Path, content: bytes) -> None:
    try:
        atomic_write(target, content)
    except OSError as error:
        raise ExportError(_why(error, target, len(content))) from error


def _why(error: OSError, target: Path, size: int) -> str:
    folder = target.parent
    if error.errno == errno.ENOSPC:
        free = shutil.disk_usage(folder).free
        return f"The disk is full: {folder} has {free:,} bytes free, {size:,} are needed. Make room."
    if isinstance(error, FileNotFoundError):
        return f"There is no folder {folder}. Choose another."
    if isinstance(error, FileExistsError):
        return f"{target} is not a file that can be replaced. Choose another name."
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return f"{folder} may not be written to. Choose another folder."
    return f"{target} could not be written: {error.strerror or error}. Choose another place."
