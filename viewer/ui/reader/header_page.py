"""The title page of a document: what it is, how far to trust it, and whether it is what the editors read."""

from viewer.model.records import Source
from viewer.session.languages import language_name
from viewer.ui.page.content import Page, Run, paragraph
from viewer.ui.page.source_line import source_line

STATES = {
    "changed": "The file has changed since the editors read it; passages may have moved or be gone.",
    "not opened": "The file could not be opened. The passages remain readable where events quote them.",
}


def header_page(source: Source, passages: int, parts: int) -> Page:
    """Return the page that stands above the text; `parts` is how many parts the text is shown in."""
    cited = f"{passages:,} passage{'s'[: passages != 1]} cited"
    blocks = [
        paragraph("kicker", f"document in {language_name(source.language)}  ·  {cited}"),
        paragraph("title", Run(source.title, source.colour)),
    ]
    if source.state in STATES:
        blocks.append(paragraph("text", Run(STATES[source.state], "strong")))
    blocks.append(paragraph("small", source_line(source)))
    if source.kind:
        blocks.append(paragraph("lead", source.kind.best()))
    if source.trust:
        blocks.append(paragraph("fact", Run("How far to trust it: ", "aside"), source.trust.best()))
    if parts > 1:
        size = f"{len(source.text):,} characters, shown in {parts} parts"
        blocks.append(paragraph("small", size))
    if source.text:
        tail = Run("   click a marked passage to see what it attests", "aside")
        blocks.append(paragraph("heading", "The text", tail if passages else ""))
    return tuple(blocks)
