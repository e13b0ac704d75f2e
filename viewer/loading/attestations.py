"""Passages as the editors quote them: located in their source, translated, dated as the source dates them."""

from collections.abc import Callable
from dataclasses import dataclass, field

from viewer.loading.datings import Datings
from viewer.loading.fields import Fields
from viewer.loading.ids import Ids
from viewer.loading.nearest import NearestPassages
from viewer.loading.problems import excerpt
from viewer.loading.quotes import SourceText
from viewer.loading.report import Report
from viewer.loading.schema import AGE, ATTESTATION
from viewer.model.records import Attestation, StatedAge
from viewer.model.words import LocalText

_KEYS = ATTESTATION.keys


@dataclass(slots=True)
class Reading:
    """What the readers of one collection share. `texts` holds the sources that could be opened, by id.

    `cut` are the files that hold less than they say, `digests` the SHA-256 of the sources' files by path, ""
    where a file could not be read. `pause` is called before every search and may raise to
    stop the loading.
    """

    report: Report
    ids: Ids
    datings: Datings = field(default_factory=Datings)
    passages: NearestPassages = field(default_factory=NearestPassages)
    texts: dict[str, SourceText] = field(default_factory=dict)
    languages: dict[str, str] = field(default_factory=dict)
    cut: set[str] = field(default_factory=set)
    digests: dict[str, str] = field(default_factory=dict)
    pause: Callable[[], None] = lambda: None


def read_attestations(fields: Fields, reading: Reading, label: str) -> tuple[Attestation, ...]:
    """Return the attestations under the key "attestations"."""
    return tuple(
        _attestation(entry, reading)
        for entry in fields.mappings("attestations", f"an attestation of {label}")
    )


def locate(fields: Fields, reading: Reading, source: str) -> tuple[str, int | None, int | None]:
    """Return the quotation and its offsets in the source's text, None where it is not found.

    A quotation that stands there twice has the offsets of the first, and a problem.
    """
    node = fields.scalar("quote")
    if node is None:
        return "", None, None
    fields.warn_of_lost_comment(node)
    text = reading.texts.get(source)
    if text is None:
        return node.value, None, None
    reading.pause()
    prefix, suffix = fields.word("prefix"), fields.word("suffix")
    found = text.locate(node.value, prefix, suffix)
    if found.count == 1:
        return node.value, found.start, found.end
    if found.count == 0:
        _report_missing(fields, reading, source, node.value, narrowed=bool(prefix or suffix))
        return node.value, None, None
    fields.error(
        node.at,
        f'{excerpt(node.value)} stands more than once in the source "{source}"',
        "Add the words directly before it as prefix, or those directly after it as suffix"
        if not (prefix or suffix)
        else "Make the prefix or suffix longer",
    )
    return node.value, found.start, found.end


def _attestation(fields: Fields, reading: Reading) -> Attestation:
    entries = fields.mapping.entries
    fields.check_keys(ATTESTATION, _KEYS)
    node = fields.scalar("source")
    source = "" if node is None else reading.ids.use("source", node, fields.tree)
    quote, start, end = locate(fields, reading, source)
    translation = fields.local("translation")
    _check_translation(fields, reading, source, translation)
    says, says_text = reading.datings.read(fields, "says")
    reading.datings.check_calendar_has_date(fields, "says")
    inferred = "inferred" in entries and fields.choice("inferred", ("true", "false"), "false") == "true"
    inferred_from = fields.local("inferred_from")
    if inferred or inferred_from:
        _check_inference(fields, inferred=inferred, explained=bool(inferred_from))
    return Attestation(
        source,
        quote,
        start,
        end,
        translation,
        says,
        says_text,
        fields.prose("as_written"),
        inferred,
        inferred_from,
        fields.local("disputes"),
        fields.local("note"),
        _age(fields, reading),
    )


def _age(fields: Fields, reading: Reading) -> StatedAge | None:
    age = fields.submapping("age")
    if age is None:
        return None
    age.check_keys(AGE, AGE.keys)
    person, years = age.scalar("person"), age.scalar("years")
    identity = "" if person is None else reading.ids.use("person", person, age.tree)
    if years is None or not identity:
        return None
    if not (years.value.isascii() and years.value.isdigit() and len(years.value) <= 3):
        age.error(years.at, f"{excerpt(years.value)} is no age", "Write completed years, such as 61")
        return None
    return StatedAge(identity, int(years.value))


def _check_translation(fields: Fields, reading: Reading, source: str, translation: LocalText) -> None:
    language = reading.languages.get(source, "en")
    if translation or language == "en" or language.startswith("en-"):
        return
    if "translation" not in fields.mapping.entries:
        fields.error(fields.at, f'a quotation from "{source}" ({language}) has no translation', "Add it")


def _check_inference(fields: Fields, *, inferred: bool, explained: bool) -> None:
    entries = fields.mapping.entries
    if inferred and not explained and "inferred_from" not in entries:
        fields.error(
            fields.place_of("inferred"), 'an inferred date has no "inferred_from"', "Say where it is from"
        )
    if explained and not inferred:
        fields.error(
            fields.mapping.keys["inferred_from"], '"inferred_from" stands without "inferred: true"', "Add it"
        )
    if inferred and "says" not in entries:
        fields.error(
            fields.place_of("inferred"), '"inferred" stands without "says"', "Add the date, or remove it"
        )


def _report_missing(fields: Fields, reading: Reading, source: str, quote: str, *, narrowed: bool) -> None:
    at = fields.place_of("quote")
    text = reading.texts[source]
    if narrowed and text.locate(quote).count:
        fields.error(
            at, f'{excerpt(quote)} stands in the source "{source}", but not with this prefix and suffix',
            "Copy them from directly before and after the quotation",
        )  # fmt: skip
        return
    passage = reading.passages.nearest(quote, text.folded)
    message = f'{excerpt(quote)} does not stand in the source "{source}"'
    if passage is None:
        fields.error(at, message, "Copy the quotation from the source")
        return
    start, end = text.span(passage.start, passage.end)
    difference = f" ({passage.difference})" if passage.difference else ""
    fields.error(
        at, f"{message}; the nearest passage, at character {start + 1:,}, is "
        f"{excerpt(text.text[start:end], 200)}{difference}",
        "Copy the quotation from the source",
    )  # fmt: skip
