"""The card of one passage: its source, its words, what it says of the date, and where it stands."""

from dataclasses import replace

from viewer.model.records import Attestation, Source
from viewer.session.languages import language_name
from viewer.ui.detail.citation import citation, position_words
from viewer.ui.detail.date_lines import CALENDAR_NAMES, other_style, says_words
from viewer.ui.detail.lookup import Lookup
from viewer.ui.page.content import Page, Paragraph, Run, ToCopy, ToPassage, paragraph
from viewer.ui.page.directions import right_to_left

_STATES = {
    "changed": "The source's file has changed since the editors read it.",
    "not opened": "The source's file could not be opened; the passage is shown as the editors quoted it.",
}


def card(lookup: Lookup, passage: Attestation, number: int, title: str, date: str = "") -> Page:
    """Return the paragraphs of a passage under one rule in its source's colour.

    `title` and `date` say what it is cited for, in the citation that can be copied. Without a `date` of what
    it is cited for, a passage that gives none is not said to lack one.
    """
    source = lookup.sources.get(passage.source)
    colour = lookup.source_colour(passage.source)
    blocks = [_heading(lookup, passage, source, colour), _quote(passage, source)]
    if passage.translation:
        blocks.append(paragraph("label", "Translation by the editors"))
        blocks.append(paragraph("translation", passage.translation.best()))
    blocks += _date_facts(passage, dated=bool(date))
    if passage.note:
        blocks.append(_fact("Editors’ note", passage.note.best()))
    blocks.append(_state(passage, source))
    blocks.append(_actions(lookup, passage, citation(lookup, passage, title, date)))
    return tuple(replace(block, rule=colour, card=number) for block in blocks)


def _heading(lookup: Lookup, passage: Attestation, source: Source | None, colour: str) -> Paragraph:
    title = source.title if source else lookup.source_name(passage.source)
    language = language_name(source.language) if source else "not among the collection’s sources"
    return paragraph("source", Run(title, colour), Run(f"   {language}", "aside"))


def _quote(passage: Attestation, source: Source | None) -> Paragraph:
    mirrored = source is not None and right_to_left(source.script, source.language)
    return replace(paragraph("quote", passage.quote), right_to_left=mirrored)


def _date_facts(passage: Attestation, *, dated: bool) -> Page:
    said = says_words(passage)
    facts: list[Paragraph] = []
    if not (dated or passage.says_text or passage.says or passage.as_written or passage.inferred):
        return ()  # nobody asks when
    if passage.says is not None:
        said += f" · {CALENDAR_NAMES[passage.says.calendar]}"
        if passage.inferred:
            said += " · inferred"
    facts.append(_fact("Date in this source", said))
    other = other_style(passage.says)
    if other:
        facts.append(_fact("In the other calendar", other))
    if passage.as_written:
        facts.append(_fact("In its own words", passage.as_written))
    if passage.inferred_from:
        facts.append(_fact("Inferred from", passage.inferred_from.best()))
    elif passage.inferred:
        facts.append(_fact("Inferred", "from the context; the editors do not say from what"))
    return tuple(facts)


def _state(passage: Attestation, source: Source | None) -> Paragraph:
    remark = _STATES.get(source.state, "") if source else "The collection has no such source."
    if passage.found:
        return paragraph("small", f"Exact at {position_words(passage)}. {remark}".rstrip())
    return paragraph("small", Run("NOT FOUND in the source.", "strong"), f" {remark}".rstrip())


def _actions(lookup: Lookup, passage: Attestation, text: str) -> Paragraph:
    runs: list[Run | str] = []
    if passage.source in lookup.sources:
        name = lookup.source_name(passage.source)
        there = ToPassage(passage.source, passage.start or 0, passage.end or 0)
        words = f"Show in source: {name}" if passage.found else f"Open the source: {name}"
        runs += [
            Run(words, link=there, tip="Open the whole document at this passage"),
            Run("   ·   ", "quiet"),
        ]
    runs.append(Run("Copy citation", link=ToCopy(text), tip=text))
    return replace(paragraph("action", *runs), aside=True)


def _fact(label: str, text: str) -> Paragraph:
    return paragraph("fact", Run(f"{label}: ", "aside"), text)
