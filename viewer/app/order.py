"""What `attested export` was asked for, read from what was typed."""

import re
from dataclasses import dataclass
from pathlib import Path

from viewer.model.dates import DateError, parse_edtf

FORMATS = {".png": "png", ".svg": "svg", ".pdf": "pdf"}
SCALES = (0.25, 8.0)
"""The smallest and the largest scale."""

LONGEST_TITLE = 300
"""Characters of a heading."""


class RefusedOrder(Exception):  # noqa: N818 an answer to the user
    """An order that cannot be carried out, in a sentence."""


@dataclass(frozen=True, slots=True)
class Order:
    """A picture to draw: `first` to `last` are day numbers, half-open; the size is in pixels at scale 1."""

    first: int
    last: int
    width: int
    height: int
    scale: float
    target: Path
    format: str
    theme: str
    title: str
    citations: bool


def read_order(
    *, days: str, size: str, scale: str, out: str, theme: str, title: str, citations: bool
) -> Order:
    """Return the order. Raises RefusedOrder."""
    first, last = _days(days)
    width, height = _size(size)
    target = Path(out)
    kind = FORMATS.get(target.suffix.lower())
    if kind is None:
        raise RefusedOrder(f"--out {out}: end the name of the file in .png, .svg or .pdf.")
    if len(title) > LONGEST_TITLE:
        raise RefusedOrder(f"--title: at most {LONGEST_TITLE} characters, these are {len(title)}.")
    return Order(first, last, width, height, _scale(scale), target, kind, theme, title, citations)


def _days(text: str) -> tuple[int, int]:
    try:
        date = parse_edtf(text.strip())
    except DateError as error:
        why = str(error).rstrip(".")
        sentence = why if why.endswith("?") else f"{why}."
        advice = "Write a year or a range such as 1917/1924."
        raise RefusedOrder(f"--range {text}: {sentence} {advice}") from error
    if date.earliest_start is None or date.latest_end is None:
        raise RefusedOrder(f"--range {text}: a range needs both ends, such as 1917/1924.")
    return date.earliest_start, date.latest_end + 1


def _size(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"([0-9]{1,6})[x×]([0-9]{1,6})", text.strip())
    if found is None:
        raise RefusedOrder(f"--size {text}: write width and height in pixels, such as 1920x1080.")
    return int(found[1]), int(found[2])


def _scale(text: str) -> float:
    smallest, largest = SCALES
    try:
        scale = float(text)
    except ValueError:
        scale = 0.0
    if not smallest <= scale <= largest:
        raise RefusedOrder(f"--scale {text}: write a number from {smallest:g} to {largest:g}.")
    return scale
