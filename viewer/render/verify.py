"""Whether a rendered file is whole: drawing to memory can fail without a word."""

import io
import re
import struct
import xml.etree.ElementTree as ET
from collections.abc import Callable

_PNG = b"\x89PNG\r\n\x1a\n"
_PDF_PAGE = re.compile(rb"/Type\s*/Page\b")


def is_whole(content: bytes, kind: str, width: int, height: int, pages: int) -> bool:
    """Return whether the content begins and ends as its kind ("png", "svg", "pdf") does and has its size.

    `width` and `height` are device pixels for PNG, user units for SVG; `pages` counts for PDF.
    """
    checks: dict[str, Callable[[], bool]] = {
        "png": lambda: _png_is_whole(content, width, height),
        "svg": lambda: _svg_is_whole(content, width, height),
        "pdf": lambda: _pdf_is_whole(content, pages),
    }
    return checks[kind]()


def _png_is_whole(content: bytes, width: int, height: int) -> bool:
    framed = content.startswith(_PNG) and content[-8:-4] == b"IEND"
    return framed and struct.unpack(">II", content[16:24]) == (width, height)


def _svg_is_whole(content: bytes, width: int, height: int) -> bool:
    try:
        root = ET.parse(io.BytesIO(content)).getroot()  # noqa: S314 written by ourselves a moment ago
    except ET.ParseError:
        return False
    return root.tag.endswith("}svg") and (root.get("width"), root.get("height")) == (str(width), str(height))


def _pdf_is_whole(content: bytes, pages: int) -> bool:
    framed = content.startswith(b"%PDF-") and content.rstrip().endswith(b"%%EOF")
    return framed and len(_PDF_PAGE.findall(content)) == pages
