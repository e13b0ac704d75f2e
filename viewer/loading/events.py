"""Events read from their files, kept whatever is wrong with them."""

from collections.abc import Iterator

from viewer.loading.attestations import Reading, read_attestations
from viewer.loading.fields import Fields, label_of, shape_of
from viewer.loading.problems import excerpt
from viewer.loading.schema import ACKNOWLEDGEMENT, EVENT, EVENT_FILE, RELATION
from viewer.loading.tree import Listing, Mapping, Node, Tree
from viewer.model.records import (
    DIFFERENCES,
    KINDS,
    RELATIONS,
    RULES,
    Acknowledgement,
    Attestation,
    Event,
    Note,
    Place,
    Relation,
)
from viewer.model.words import LocalText

DEFAULT_RANK = 3
_KEYS = EVENT.keys
RANKS = ("1", "2", "3", "4", "5")
_NOTE_KEYS = frozenset({"kind"})


def read_events(tree: Tree, reading: Reading, lanes: tuple[str, ...]) -> Iterator[Event]:
    """Yield the events of one file, in its order, and take them out of the tree.

    `lanes` are the known ids, the first the fallback.
    """
    entries = _entries(tree, reading)
    entries.reverse()
    for number in range(1, len(entries) + 1):
        node = entries.pop()
        if number % 100 == 0:
            reading.pause()
        if type(node) is Mapping:
            yield _event(node, tree, reading, lanes)
        else:
            reading.report.error(
                tree, node.at, f"event {number} of the file is {shape_of(node)}, not a mapping",
                'Begin it with "- id:" and write every field as key: value',
            )  # fmt: skip


def _entries(tree: Tree, reading: Reading) -> list[Node]:
    root = tree.root
    if type(root) is Listing:
        return root.items
    if type(root) is not Mapping or "events" not in root.entries:
        reading.report.error(
            tree, root.at, f"the file is {shape_of(root)}, not a list of events",
            'Begin every event with "- id:" at the start of its line',
        )  # fmt: skip
        return []
    fields = Fields(root, tree, reading.report, "the file")
    fields.check_keys(EVENT_FILE, EVENT_FILE.keys)
    listing = root.entries["events"]
    if type(listing) is not Listing:
        fields.error(
            listing.at, f'"events" is {shape_of(listing)}, not a list', "Begin every event with a hyphen"
        )
        return []
    _check_count(fields, len(listing.items), reading)
    return listing.items


def _check_count(fields: Fields, number: int, reading: Reading) -> None:
    node = fields.scalar("count")
    if node is None:
        return
    if not (node.value.isascii() and node.value.isdigit() and len(node.value) < 10):
        fields.error(node.at, f"{excerpt(node.value)} is no count", "Write the number of events")
    elif number < int(node.value):
        reading.cut.add(fields.tree.file)
        fields.error(
            node.at,
            f"the file ends after {number} events, count says {node.value}",
            "Restore the missing events",
        )
    elif number > int(node.value):
        fields.error(node.at, f"the file has {number} events, count says {node.value}", "Correct the count")


def _event(node: Mapping, tree: Tree, reading: Reading, lanes: tuple[str, ...]) -> Event:
    fields = Fields(node, tree, reading.report, label_of("event", node))
    fields.check_keys(EVENT, _KEYS)
    line, column = tree.lines.place(node.at)
    identity = reading.ids.define("event", fields, f"event-in-line-{line}")
    date, date_text = reading.datings.read(fields, "date")
    reading.datings.check_calendar_has_date(fields, "date")
    event = Event(
        identity,
        fields.local("title") or LocalText((("en", identity),)),
        fields.choice("kind", KINDS, KINDS[0]),
        _lane(fields, reading, lanes),
        int(fields.choice("rank", RANKS, str(DEFAULT_RANK))),
        Place(tree.file, line, column),
        date,
        date_text,
        fields.local("because"),
        _differs(fields),
        reading.ids.use_all("person", fields.words("people"), tree),
        reading.ids.use_all("place", fields.words("places"), tree),
        fields.local("summary"),
        read_attestations(fields, reading, fields.label),
        _notes(fields),
        _relations(fields, reading),
        _acknowledged(fields),
    )
    _check_grounds(fields, event)
    return event


def _lane(fields: Fields, reading: Reading, lanes: tuple[str, ...]) -> str:
    node = fields.scalar("lane")
    if node is None:
        return lanes[0]
    if node.value in lanes:
        return node.value
    reading.ids.use("lane", node, fields.tree)
    return lanes[0]


def _check_grounds(fields: Fields, event: Event) -> None:
    """Report what rests on no source, and differences of the sources without a reason for the choice."""
    listed = fields.mapping.entries.get("attestations")
    if isinstance(listed, Listing) and not listed.items:
        fields.error(listed.at, f"{fields.label} has no attestation", "Quote a source")
    if event.because:
        return
    if event.differs:
        fields.error(fields.place_of("differs"), f'{fields.label} has "differs" without "because"', "Say why")
    elif len(event.attestations) > 1 and _dates_differ(event.attestations):
        fields.error(
            fields.place_of("attestations"), f'the dates that the sources of {fields.label} give differ, '
            'but there is no "because"', "Say why the editors chose theirs",
        )  # fmt: skip


def _dates_differ(attestations: tuple[Attestation, ...]) -> bool:
    said = {
        (says.earliest_start, says.latest_start, says.earliest_end, says.latest_end)
        for attestation in attestations
        if (says := attestation.says) is not None
    }
    return len(said) > 1


def _differs(fields: Fields) -> tuple[str, ...]:
    found = (fields.as_choice(node, "differs", DIFFERENCES, "") for node in fields.words("differs"))
    return tuple(dict.fromkeys(word for word in found if word))


def _notes(fields: Fields) -> tuple[Note, ...]:
    notes = []
    for entry in fields.mappings("notes", f"a note of {fields.label}"):
        text = entry.as_local(entry.mapping, "the note", _NOTE_KEYS)
        kind = entry.choice("kind", ("editors",), "editors")
        if "kind" not in entry.mapping.entries:
            entry.error(entry.at, f'a note of {fields.label} has no "kind"', 'Add "kind: editors"')
        notes.append(Note(text, kind))
    return tuple(notes)


def _relations(fields: Fields, reading: Reading) -> tuple[Relation, ...]:
    relations = []
    for entry in fields.mappings("relations", f"a relation of {fields.label}"):
        entry.check_keys(RELATION, RELATION.keys)
        kind = entry.choice("type", RELATIONS, "")
        node = entry.scalar("event")
        if node is not None:
            identity = reading.ids.use("event", node, entry.tree)
            if kind:
                relations.append(Relation(kind, identity))
    return tuple(relations)


def _acknowledged(fields: Fields) -> tuple[Acknowledgement, ...]:
    acknowledged = []
    for entry in fields.mappings("acknowledged", f"an acknowledgement of {fields.label}"):
        entry.check_keys(ACKNOWLEDGEMENT, ACKNOWLEDGEMENT.keys)
        rule = entry.choice("rule", RULES, "")
        if rule:
            acknowledged.append(Acknowledgement(rule, entry.local("because")))
    return tuple(acknowledged)
