"""The keys that each record of a collection has."""

from viewer.loading.fields import Shape

FORMAT = "1"
"""The version of the file format that is read here."""

COLLECTION = Shape("the collection", ("format", "id", "title", "version", "statement", "lanes"), ("eras",))
LANE = Shape("a lane", ("id", "title", "colour"))
ERA = Shape("an era", ("id", "title", "date"), ("calendar",))

BIBLIOGRAPHIC = (
    "type", "title", "title-short", "language", "author", "editor", "translator", "issued", "accessed",
    "container-title", "edition", "volume", "issue", "page", "publisher", "publisher-place", "archive",
    "archive_location", "genre", "DOI", "ISBN", "URL", "note",
)  # fmt: skip
"""The fields of a source under their CSL-JSON names."""

_SOURCE_REQUIRED = (
    "id", "type", "title", "title-short", "language", "script", "file", "colour", "kind", "trust",
)  # fmt: skip
SOURCE = Shape(
    "a source",
    _SOURCE_REQUIRED,
    (*(name for name in BIBLIOGRAPHIC if name not in _SOURCE_REQUIRED), "sha256", "uncited"),
)
UNCITED = Shape("an uncited passage", ("quote", "because"), ("prefix", "suffix"))

PERSON = Shape("a person", ("id", "names"), ("aliases", "born", "died", "calendar", "note"))
LOCALITY = Shape("a place", ("id", "names"), ("aliases", "coordinates", "note"))

EVENT = Shape(
    "an event",
    ("id", "title", "kind", "lane", "rank", "attestations"),
    (
        "date", "calendar", "because", "differs", "people", "places", "summary", "notes", "relations",
        "acknowledged",
    ),
)  # fmt: skip
ATTESTATION = Shape(
    "an attestation",
    ("source", "quote"),
    (
        "prefix", "suffix", "translation", "says", "calendar", "as_written", "inferred", "inferred_from",
        "disputes", "note", "age",
    ),
)  # fmt: skip
AGE = Shape("an age", ("person", "years"))
ACKNOWLEDGEMENT = Shape("an acknowledgement", ("rule", "because"))
RELATION = Shape("a relation", ("type", "event"))

ASPECT = Shape("an aspect", ("id", "title", "sides", "mattered", "events"), ("summary",))
SIDE = Shape("a side", ("person", "attestations"))
MATTERED = Shape("why it mattered", ("attestations",), ("summary",))
TOUR = Shape("a tour", ("id", "title", "steps"))
STEP = Shape("a step", ("event", "narration"))

EVENT_FILE = Shape("an events file", ("events",), ("count",))
