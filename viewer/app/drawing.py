"""Carrying out an order for a picture: the part that needs Qt, imported after Qt was found to be sound."""

import os
import sys
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from viewer import __version__
from viewer.app.order import Order
from viewer.app.output import complain, say
from viewer.model.records import Collection
from viewer.render.export import Exported, ExportError, ExportRequest, export_steps
from viewer.render.fonts import register_fonts
from viewer.store.store import store_of


def draw(collection: Collection, wanted: Order) -> int:
    """Write the picture: 0 when it is there, 1 when it could not be written, 2 when its size is refused."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QGuiApplication(sys.argv[:1])
    register_fonts()
    code = _export(_request(collection, wanted), wanted.target)
    del application
    return code


def _request(collection: Collection, wanted: Order) -> ExportRequest:
    store = store_of(collection)
    return ExportRequest(
        collection=store.collection,
        columns=store.columns,
        first=wanted.first,
        last=wanted.last,
        width=wanted.width,
        height=wanted.height,
        format=wanted.format,
        scale=wanted.scale,
        theme=wanted.theme,
        title=wanted.title,
        citations=wanted.citations,
        program=f"Attested {__version__}",
    )


def _export(request: ExportRequest, target: Path) -> int:
    steps = export_steps(request, target)
    try:
        next(steps)
    except ExportError as refusal:  # the first step looks at nothing but the request
        complain(f"attested export: {refusal}")
        return 2
    try:
        while True:
            next(steps)
    except StopIteration as done:
        say(_summary(done.value, target))
    except ExportError as failure:
        complain(f"attested export: {failure}")
        return 1
    return 0


def _summary(exported: Exported, target: Path) -> str:
    pages = f", {exported.pages} pages" if exported.pages > 1 else ""
    folded = f", {exported.folded} folded into counts" if exported.folded else ""
    missing = f" The shipped type has no letters for: {exported.missing[:60]}" if exported.missing else ""
    shown = f"{exported.shown} events shown{folded}"
    return f"{target}: {exported.width} by {exported.height}{pages}, {shown}.{missing}"
