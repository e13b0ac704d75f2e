"""The frozen records of a collection: what is claimed, by whom, in which words.

An event is what the editors hold happened; an attestation is what one source says, in its own words.
Offsets into a source are counted in characters (Unicode code points) of its text as the file has it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from viewer.model.words import LocalText

if TYPE_CHECKING:
    from viewer.model.dates import HistoricalDate

KINDS = ("event", "period", "state", "work", "claim")
DIFFERENCES = ("date", "precision", "body", "place", "person", "role", "reason", "judgement")
RULES = (
    "person-before-birth", "person-after-death", "age", "order", "distance", "old-style", "duplicate",
    "date-excludes-sources",
)  # fmt: skip
"""The rules of consistency that an event may acknowledge; viewer/model/consistency has one for each."""

RELATIONS = ("follows", "causes", "contradicts", "part-of")
COLOURS = ("blue", "moss", "ochre", "plum", "teal", "brick", "indigo", "graphite")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record stands in its file; line and column count from 1, as an editor does."""

    file: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class StatedAge:
    """The age, in completed years, that a passage gives someone; `person` is an id."""

    person: str
    years: int


@dataclass(frozen=True, slots=True)
class Attestation:
    """One passage of one source, and what it says of the date.

    `start` and `end` are character offsets into the source's text, None where the quotation was not found.
    `says_text` is the date as the file has it, kept even where it cannot be read as a date.
    """

    source: str
    quote: str
    start: int | None
    end: int | None
    translation: LocalText
    says: "HistoricalDate | None" = None
    says_text: str = ""
    as_written: str = ""
    inferred: bool = False
    inferred_from: LocalText = field(default_factory=LocalText)
    disputes: LocalText = field(default_factory=LocalText)
    note: LocalText = field(default_factory=LocalText)
    age: StatedAge | None = None

    @property
    def found(self) -> bool:
        """Whether the quotation stands in its source, letter by letter."""
        return self.start is not None


@dataclass(frozen=True, slots=True)
class Note:
    """A remark that no source makes; `kind` says whose it is ("editors")."""

    text: LocalText
    kind: str


@dataclass(frozen=True, slots=True)
class Relation:
    """A tie from one event to another; `type` is one of RELATIONS."""

    type: str
    event: str


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """A contradiction that the editors know of and let stand; `rule` is the id of a rule of consistency."""

    rule: str
    because: LocalText


@dataclass(frozen=True, slots=True)
class Event:
    """What the editors hold happened, with every attestation of it.

    `date` is None for an undated event and for one whose date cannot be read; `date_text` keeps what the
    file has. `rank` runs from 1 (seen from a century away) to 5 (seen only close up).
    """

    id: str
    title: LocalText
    kind: str
    lane: str
    rank: int
    at: Place
    date: "HistoricalDate | None" = None
    date_text: str = ""
    because: LocalText = field(default_factory=LocalText)
    differs: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    summary: LocalText = field(default_factory=LocalText)
    attestations: tuple[Attestation, ...] = ()
    notes: tuple[Note, ...] = ()
    relations: tuple[Relation, ...] = ()
    acknowledged: tuple[Acknowledgement, ...] = ()

    @property
    def contested(self) -> bool:
        """Whether its sources differ."""
        return bool(self.differs)

    @property
    def unreadable(self) -> bool:
        """Whether the file gives a date that could not be read: kept, but not placed."""
        return self.date is None and bool(self.date_text)


@dataclass(frozen=True, slots=True)
class Source:
    """One document. `text` is its whole text as the file has it, empty where the file could not be opened.

    `state` is "whole", "changed" (its SHA-256 differs) or "not opened".
    `csl` holds the bibliographic fields under their CSL-JSON names.
    """

    id: str
    title: str
    short_title: str
    language: str
    script: str
    file: str
    sha256: str
    text: str
    state: str
    colour: str
    kind: LocalText
    trust: LocalText
    csl: Mapping[str, str]
    uncited: tuple["Uncited", ...] = ()


@dataclass(frozen=True, slots=True)
class Uncited:
    """A passage that nothing cites, with the reason why that is right."""

    quote: str
    start: int | None
    end: int | None
    because: LocalText


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who appears in events, with the names that the documents use."""

    id: str
    names: LocalText
    aliases: tuple[str, ...] = ()
    born: "HistoricalDate | None" = None
    died: "HistoricalDate | None" = None
    note: LocalText = field(default_factory=LocalText)


@dataclass(frozen=True, slots=True)
class Locality:
    """A place where events happen; coordinates are degrees north and east, or None."""

    id: str
    names: LocalText
    aliases: tuple[str, ...] = ()
    coordinates: tuple[float, float] | None = None
    note: LocalText = field(default_factory=LocalText)


@dataclass(frozen=True, slots=True)
class Lane:
    """A horizontal strip of the timeline; `colour` is one of COLOURS."""

    id: str
    title: LocalText
    colour: str


@dataclass(frozen=True, slots=True)
class Era:
    """A span of time drawn behind the events as the editors' frame."""

    id: str
    title: LocalText
    date: "HistoricalDate"


@dataclass(frozen=True, slots=True)
class Side:
    """One person's side of a difference, with its passages."""

    person: str
    attestations: tuple[Attestation, ...]


@dataclass(frozen=True, slots=True)
class Aspect:
    """A difference between two people: each side's passages, and why it mattered."""

    id: str
    title: LocalText
    summary: LocalText
    sides: tuple[Side, ...]
    mattered: tuple[Attestation, ...]
    mattered_summary: LocalText
    events: tuple[str, ...]

    @property
    def attestations(self) -> tuple[Attestation, ...]:
        """Every passage of the aspect: the sides', then those on why it mattered."""
        return (*(a for side in self.sides for a in side.attestations), *self.mattered)


@dataclass(frozen=True, slots=True)
class Step:
    """One stop of a tour."""

    event: str
    narration: LocalText


@dataclass(frozen=True, slots=True)
class Tour:
    """A named walk through events."""

    id: str
    title: LocalText
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Collection:
    """A whole collection, in the order of its files. `folder` is where it was read from."""

    id: str
    title: LocalText
    version: str
    statement: LocalText
    folder: str
    lanes: tuple[Lane, ...]
    eras: tuple[Era, ...]
    sources: tuple[Source, ...]
    people: tuple[Person, ...]
    places: tuple[Locality, ...]
    events: Sequence[Event]
    aspects: tuple[Aspect, ...]
    tours: tuple[Tour, ...]

    def attestations(self) -> Iterator[Attestation]:
        """Every attestation, of events first, then of aspects."""
        for event in self.events:
            yield from event.attestations
        for aspect in self.aspects:
            yield from aspect.attestations
