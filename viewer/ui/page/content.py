"""What stands on a page, before it is set: paragraphs of runs, some of which lead somewhere. No Qt."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ToPassage:
    """Leads to characters `start` to `end` of a source; (0, 0) is its beginning."""

    source: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ToEvent:
    """Leads to an event."""

    id: str


@dataclass(frozen=True, slots=True)
class ToAspect:
    """Leads to an aspect."""

    id: str


@dataclass(frozen=True, slots=True)
class ToFilter:
    """Asks for the events with this facet value."""

    facet: str
    id: str


@dataclass(frozen=True, slots=True)
class ToCopy:
    """Puts `text` on the clipboard."""

    text: str


@dataclass(frozen=True, slots=True)
class ToMore:
    """Asks for more of what was cut: of paragraph number `paragraph`, or more paragraphs where it is None."""

    paragraph: int | None


Link = ToPassage | ToEvent | ToAspect | ToFilter | ToCopy | ToMore


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one tone (a key of style.TONES, "" for that of the paragraph)."""

    text: str
    tone: str = ""
    link: Link | None = None
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph in a named style (a key of style.STYLES).

    `rule` is the name of a lane colour for the rule at its side, "" for none; neighbouring paragraphs with
    the same `card` share one rule. An `aside` helps on the screen and is left out when the page is copied.
    """

    style: str
    runs: tuple[Run, ...]
    rule: str = ""
    card: int = 0
    right_to_left: bool = False
    aside: bool = False

    @property
    def text(self) -> str:
        """The whole text of the paragraph."""
        return "".join(run.text for run in self.runs)


Page = tuple[Paragraph, ...]


def paragraph(style: str, *runs: Run | str) -> Paragraph:
    """Return a paragraph; a bare text is a run in the paragraph's own tone."""
    return Paragraph(style, tuple(run if isinstance(run, Run) else Run(run) for run in runs))


def listed(runs: Iterable[Run], separator: str = ", ") -> tuple[Run, ...]:
    """Return the runs with a quiet separator between each two."""
    out: list[Run] = []
    for run in runs:
        if out:
            out.append(Run(separator, "quiet"))
        out.append(run)
    return tuple(out)


def plain(page: Page) -> str:
    """Return the page as text to copy: a blank line before each heading and card, asides left out."""
    lines: list[str] = []
    card = 0
    for block in page:
        if block.aside:
            continue
        if lines and (block.style in ("heading", "title") or block.card != card):
            lines.append("")
        card = block.card
        lines.append(block.text)
    return "\n".join(lines).strip() + "\n"
