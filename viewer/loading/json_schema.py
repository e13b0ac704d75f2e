"""The file format as JSON Schema (draft 2020-12), for the completion of editors.

Which keys a record has and which it must have come from `schema`, the words of a choice from where the
readers have them. What stands under a key is told here; a key that is not told here fails.
Editors give numbers and truth values types of their own, which the program reads as texts: both are allowed.
"""

from collections.abc import Iterable

from viewer.loading import schema
from viewer.loading.events import RANKS
from viewer.loading.fields import LANGUAGE, Shape
from viewer.model.calendar import Calendar
from viewer.model.records import COLOURS, DIFFERENCES, KINDS, RELATIONS, RULES

Json = dict[str, object]

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(name: str | None = None) -> Json:
    """Return the schema of the files called `name`, one of NAMES; of any file of a collection without one.

    Raises KeyError for another name.
    """
    if name is None:
        return _document("a file of a collection", {"anyOf": list(_FILES.values())})
    return _document(name, _FILES[name])


def _document(title: str, content: Json) -> Json:
    return {"$schema": DIALECT, "title": title, **content, "$defs": {_def(s): _record(s) for s in _SHAPES}}


def _record(shape: Shape) -> Json:
    return {
        "type": "object",
        "description": shape.name,
        "properties": {key: _value(shape, key) for key in (*shape.required, *shape.optional)},
        "required": list(shape.required),
        "additionalProperties": False,
    }


def _value(shape: Shape, key: str) -> Json:
    if shape is schema.SOURCE and key in schema.BIBLIOGRAPHIC:
        return _TEXT
    return _OF_ONE_RECORD.get((shape.name, key)) or _EVERYWHERE[key]


def _def(shape: Shape) -> str:
    return shape.name.split(" ", 1)[1].replace(" ", "-")


def _ref(shape: Shape) -> Json:
    return {"$ref": f"#/$defs/{_def(shape)}"}


def _list(items: Json) -> Json:
    return {"type": "array", "items": items}


def _one_of(words: Iterable[str]) -> Json:
    choices: list[object] = []
    for word in words:
        choices.append(word)
        if word.isdigit():
            choices.append(int(word))
        elif word in ("true", "false"):
            choices.append(word == "true")
    return {"enum": choices}


_TEXT: Json = {"type": ["string", "number", "boolean"]}
_LOCAL: Json = {
    "type": "object",
    "description": "a text by language: {en: ...}",
    "propertyNames": {"pattern": f"^{LANGUAGE.pattern}$"},
    "additionalProperties": _TEXT,
    "minProperties": 1,
}
_DATE: Json = {
    "type": ["string", "integer"],
    "description": "EDTF: 1929, 1929-02-10, 1928-24 (winter), 1900~, 1900?, 192X, 1917/1924",
}
_NOTE: Json = {
    "type": "object",
    "properties": {"kind": _one_of(("editors",))},
    "required": ["kind"],
    "additionalProperties": _TEXT,
    "minProperties": 2,
}

_EVERYWHERE: dict[str, Json] = {
    **dict.fromkeys(
        (
            "id", "version", "source", "person", "event", "lane", "quote", "prefix", "suffix", "as_written",
            "file", "sha256", "script",
        ),
        _TEXT,
    ),
    **dict.fromkeys(
        (
            "title", "statement", "names", "summary", "because", "translation", "inferred_from", "disputes",
            "note", "narration",
        ),
        _LOCAL,
    ),
    **dict.fromkeys(("date", "born", "died", "says"), _DATE),
    **dict.fromkeys(("people", "places", "aliases"), _list(_TEXT)),
    "format": _one_of((schema.FORMAT,)),
    "calendar": _one_of(map(str, Calendar)),
    "colour": _one_of(COLOURS),
    "rank": _one_of(RANKS),
    "differs": _list(_one_of(DIFFERENCES)),
    "inferred": _one_of(("true", "false")),
    "rule": _one_of(RULES),
    "years": {"type": ["string", "integer"]},
    "count": {"type": ["string", "integer"]},
    "coordinates": {**_list({"type": ["string", "number"]}), "minItems": 2, "maxItems": 2},
    "notes": _list(_NOTE),
    "lanes": {**_list(_ref(schema.LANE)), "minItems": 1},
    "eras": _list(_ref(schema.ERA)),
    "uncited": _list(_ref(schema.UNCITED)),
    "attestations": _list(_ref(schema.ATTESTATION)),
    "age": _ref(schema.AGE),
    "relations": _list(_ref(schema.RELATION)),
    "acknowledged": _list(_ref(schema.ACKNOWLEDGEMENT)),
    "sides": _list(_ref(schema.SIDE)),
    "mattered": _ref(schema.MATTERED),
    "steps": _list(_ref(schema.STEP)),
}  # fmt: skip
"""What stands under a key, whatever the record."""

_OF_ONE_RECORD: dict[tuple[str, str], Json] = {
    (schema.EVENT.name, "kind"): _one_of(KINDS),
    (schema.SOURCE.name, "kind"): _LOCAL,
    (schema.SOURCE.name, "trust"): _LOCAL,
    (schema.RELATION.name, "type"): _one_of(RELATIONS),
    (schema.ASPECT.name, "events"): _list(_TEXT),
    (schema.EVENT_FILE.name, "events"): _list(_ref(schema.EVENT)),
}

_SHAPES = tuple(value for value in vars(schema).values() if isinstance(value, Shape))

_FILES: dict[str, Json] = {
    "events": {"anyOf": [_list(_ref(schema.EVENT)), _ref(schema.EVENT_FILE)]},
    "collection": _ref(schema.COLLECTION),
    "sources": _list(_ref(schema.SOURCE)),
    "people": _list(_ref(schema.PERSON)),
    "places": _list(_ref(schema.LOCALITY)),
    "aspects": _list(_ref(schema.ASPECT)),
    "tours": _list(_ref(schema.TOUR)),
}

NAMES = tuple(_FILES)
"""The kinds of files that have a schema."""
