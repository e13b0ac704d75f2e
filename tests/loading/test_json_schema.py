"""The schema for editors accepts what the program accepts, and refuses what it refuses in keys and shapes."""

import copy
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from viewer.loading import schema
from viewer.loading.fields import Shape
from viewer.loading.json_schema import NAMES, json_schema
from viewer.loading.load import load_collection
from viewer.resources import bundled_collection, resource

FOLDERS = (bundled_collection(), resource("starter"))
TYPES = {
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "array": list,
    "object": dict,
}


class _AsEditors(yaml.SafeLoader):
    """Numbers and truth values have types, dates are texts, as in YAML 1.2."""


_AsEditors.yaml_implicit_resolvers = {
    sign: [pair for pair in pairs if not pair[0].endswith("timestamp")]
    for sign, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def faults(value: Any, wanted: dict, root: dict) -> Iterator[str]:
    """What a validator says, of the keywords that are used here; another one is a KeyError."""
    for keyword, rule in wanted.items():
        yield from KEYWORDS[keyword](value, rule, wanted, root)


def _type(value: Any, rule: Any, _wanted: dict, _root: dict) -> Iterator[str]:
    names = [rule] if isinstance(rule, str) else rule
    if not any(isinstance(value, TYPES[n]) and (type(value) is not bool or n == "boolean") for n in names):
        yield f"{value!r} is no {rule}"


def _enum(value: Any, rule: Any, _wanted: dict, _root: dict) -> Iterator[str]:
    if not any(value == choice and type(value) is type(choice) for choice in rule):
        yield f"{value!r} is none of {rule}"


def _any_of(value: Any, rule: Any, _wanted: dict, root: dict) -> Iterator[str]:
    if all(any(faults(value, one, root)) for one in rule):
        yield f"{value!r} fits none"


def _ref(value: Any, rule: Any, _wanted: dict, root: dict) -> Iterator[str]:
    return faults(value, root["$defs"][rule.removeprefix("#/$defs/")], root)


def _items(value: Any, rule: Any, _wanted: dict, root: dict) -> Iterator[str]:
    for item in value if isinstance(value, list) else ():
        yield from faults(item, rule, root)


def _at_least(value: Any, rule: Any, _wanted: dict, _root: dict) -> Iterator[str]:
    if isinstance(value, (list, dict)) and len(value) < rule:
        yield f"{value!r} is too short"


def _at_most(value: Any, rule: Any, _wanted: dict, _root: dict) -> Iterator[str]:
    if isinstance(value, list) and len(value) > rule:
        yield f"{value!r} is too long"


def _required(value: Any, rule: Any, _wanted: dict, _root: dict) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (f"{key} is missing" for key in rule if key not in value)


def _names(value: Any, rule: Any, _wanted: dict, _root: dict) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (f"{key} is no key" for key in value if not re.search(rule["pattern"], key))


def _properties(value: Any, rule: Any, _wanted: dict, root: dict) -> Iterator[str]:
    if isinstance(value, dict):
        for key in rule.keys() & value.keys():
            yield from faults(value[key], rule[key], root)


def _others(value: Any, rule: Any, wanted: dict, root: dict) -> Iterator[str]:
    if isinstance(value, dict):
        for key in value.keys() - wanted.get("properties", {}).keys():
            yield from [f"{key} is unknown"] if rule is False else faults(value[key], rule, root)


def _nothing(_value: Any, _rule: Any, _wanted: dict, _root: dict) -> Iterator[str]:
    return iter(())


KEYWORDS = {
    "type": _type,
    "enum": _enum,
    "anyOf": _any_of,
    "$ref": _ref,
    "items": _items,
    "minItems": _at_least,
    "minProperties": _at_least,
    "maxItems": _at_most,
    "required": _required,
    "propertyNames": _names,
    "properties": _properties,
    "additionalProperties": _others,
    **dict.fromkeys(("$schema", "$defs", "title", "description"), _nothing),
}


def _name(path: Path) -> str:
    return "events" if path.parent.name == "events" else path.stem


FILES = [path for folder in FOLDERS for path in sorted(folder.rglob("*.yaml"))]


@pytest.mark.parametrize("loader", [yaml.BaseLoader, _AsEditors])
@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_shipped_file_is_valid_however_an_editor_types_it(path: Path, loader: type) -> None:
    value = yaml.load(path.read_text("utf-8"), loader)
    for name in (_name(path), None):
        wanted = json_schema(name)
        assert list(faults(value, wanted, wanted)) == []


@pytest.mark.parametrize("name", NAMES)
def test_a_misspelt_key_is_not_valid_in_any_record(name: str) -> None:
    wanted = json_schema(name)
    checked = 0
    for path in (path for path in FILES if _name(path) == name):
        value = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
        first = value if isinstance(value, dict) else value[0]
        for key in list(first):
            spoilt = copy.deepcopy(value)
            record = spoilt if isinstance(spoilt, dict) else spoilt[0]
            record[f"{key}x"] = record.pop(key)
            assert list(faults(spoilt, wanted, wanted)) != []
            checked += 1
    assert checked


@pytest.mark.parametrize(
    "shape", [s for s in vars(schema).values() if isinstance(s, Shape)], ids=lambda s: s.name
)
def test_every_record_has_the_keys_that_the_program_reads(shape: Shape) -> None:
    found = [d for d in json_schema()["$defs"].values() if d["description"] == shape.name]
    assert len(found) == 1
    assert set(found[0]["properties"]) == shape.keys
    assert tuple(found[0]["required"]) == shape.required
    assert found[0]["additionalProperties"] is False


@pytest.mark.parametrize(
    ("spoil", "is_valid"),
    [
        ({"rank": 6}, False),
        ({"rank": 5}, True),
        ({"kind": "evnt"}, False),
        ({"title": "not in a language"}, False),
        ({"differs": ["dates"]}, False),
        ({"people": "anna"}, False),
        ({"attestations": [{"source": "letter"}]}, False),
        ({"date": 1929}, True),
        ({"date": ["1929"]}, False),
    ],
)
def test_words_and_shapes_are_held_to_what_the_program_reads(spoil: dict, is_valid: bool) -> None:
    wanted = json_schema("events")
    path = resource("starter") / "events" / "first.yaml"
    events = yaml.load(path.read_text("utf-8"), _AsEditors)
    events[0].update(spoil)
    assert (list(faults(events, wanted, wanted)) == []) is is_valid


def _first_records() -> Iterator[tuple[str, str]]:
    for path in sorted(resource("starter").rglob("*.yaml")):
        value = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
        yield from ((_name(path), key) for key in (value if isinstance(value, dict) else value[0]))


@pytest.mark.parametrize(("name", "key"), list(_first_records()))
def test_a_value_of_the_wrong_shape_is_refused_by_the_schema_and_by_the_program(
    tmp_path: Path, name: str, key: str
) -> None:
    folder = Path(shutil.copytree(resource("starter"), tmp_path / "mine"))
    path = next(path for path in sorted(folder.rglob("*.yaml")) if _name(path) == name)
    value = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
    record = value if isinstance(value, dict) else value[0]
    record[key] = ["a list"] if isinstance(record[key], str) else "a text"
    path.write_text(json.dumps(value), "utf-8")
    wanted = json_schema(name)

    assert list(faults(value, wanted, wanted)) != []
    assert any(problem.file.endswith(path.name) for problem in load_collection(folder).problems)
