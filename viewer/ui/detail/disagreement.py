"""Where the sources disagree: in what, what each one holds, and why the editors chose as they did."""

from viewer.model.records import Attestation, Event
from viewer.ui.detail.date_lines import says_words, spread_words
from viewer.ui.detail.lookup import Lookup
from viewer.ui.page.content import Page, Paragraph, Run, paragraph

DIFFERENCE_WORDS = {
    "date": "the date",
    "precision": "how exactly it is dated",
    "body": "the body concerned",
    "place": "the place",
    "person": "the person",
    "role": "the role played",
    "reason": "the reason",
    "judgement": "the judgement",
}


def disagreement(lookup: Lookup, event: Event) -> Page:
    """Return the section; empty where the sources agree and nothing had to be chosen."""
    if not event.contested:
        if not event.because:
            return ()
        return (paragraph("heading", "Why this date"), paragraph("text", event.because.best()))
    blocks = [
        paragraph("heading", Run("Where the sources disagree", "contest")),
        paragraph("text", _in_what(event)),
        *(_position(lookup, event, passage) for passage in event.attestations if _holds(event, passage)),
    ]
    if event.because:
        blocks.append(paragraph("reason", "Why the editors chose as they did"))
        blocks.append(paragraph("text", event.because.best()))
    return tuple(blocks)


def _in_what(event: Event) -> str:
    named = [DIFFERENCE_WORDS.get(word, word) for word in event.differs]
    line = " and ".join([", ".join(named[:-1]), named[-1]] if len(named) > 1 else named)
    apart = spread_words(event)
    return f"In {line}; {apart}." if apart else f"In {line}."


def _position(lookup: Lookup, event: Event, passage: Attestation) -> Paragraph:
    name = Run(f"{lookup.source_name(passage.source)}: ", lookup.source_colour(passage.source))
    return paragraph("position", name, _holds(event, passage))


def _holds(event: Event, passage: Attestation) -> str:
    if passage.disputes:
        return passage.disputes.best()
    about_dates = bool({"date", "precision"} & set(event.differs))
    return says_words(passage) if about_dates and (passage.says or passage.says_text) else ""
