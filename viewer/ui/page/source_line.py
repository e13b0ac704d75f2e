"""The bibliographic line of a source, as its entry in the collection has it."""

from viewer.model.records import Source
from viewer.session.languages import language_name


def source_line(source: Source) -> str:
    """Return the bibliographic line: author, title, genre, issue, language, note; nothing is filled in."""
    csl = source.csl
    named = [csl.get("author", ""), source.title, csl.get("genre", ""), csl.get("publisher", "")]
    named += [csl.get("issued", ""), f"in {language_name(source.language)}", csl.get("archive", "")]
    line = ", ".join(part for part in named if part)
    if csl.get("URL"):
        line += f", {csl['URL']}"
    note = csl.get("note", "").rstrip(".")
    if note:
        line += f" ({note})"
    return line
